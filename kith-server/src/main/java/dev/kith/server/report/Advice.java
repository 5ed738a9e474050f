package dev.kith.server.report;

import dev.kith.investigate.BlastRadius;
import dev.kith.investigate.Conclusion;
import dev.kith.investigate.Hypothesis;
import dev.kith.investigate.Incident;
import dev.kith.investigate.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What to do about an incident, in order; what else it could have been; what is not known. */
final class Advice {
    private static final int NAMED_MAX = 6;
    private static final String DISABLE = "disable_account";
    private static final ReportView.Mark WOULD = new ReportView.Mark("mark", "i-lock", "Active mode would do this");
    private static final ReportView.Mark PERSON = new ReportView.Mark("mark none", "i-none", "For a person to do");

    /** Less believed in was never an explanation. Chosen by hand. */
    private static final double WEIGHED_MIN = 0.03;

    private Advice() {}

    /** What active mode would do, with the targets of each action. */
    static Map<String, Set<String>> targets(List<Incident.ProposedAction> actions) {
        Map<String, Set<String>> targets = new LinkedHashMap<>();
        actions.forEach(a ->
                targets.computeIfAbsent(a.action(), k -> new LinkedHashSet<>()).add(a.target()));
        return targets;
    }

    /** First what active mode would do, then what people have to: the quickest harm first. */
    static List<CaseView.Todo> todo(Map<String, Set<String>> targets, Hypothesis leading, BlastRadius radius) {
        List<CaseView.Todo> todo = new ArrayList<>();
        if (targets.isEmpty()) {
            return todo;
        }
        boolean owner = leading == Hypothesis.INSIDER;
        targets.forEach((action, of) -> todo.add(new CaseView.Todo(
                WOULD,
                Wording.phrase("do." + (owner && action.equals(DISABLE) ? "disable-owner" : action), number(of.size())),
                names(of))));
        boolean taken = targets.containsKey(DISABLE);
        if (taken) {
            todo.add(person(owner ? "do.secure-proof" : "do.new-password", radius.accounts()));
        }
        add(todo, "do.change-secrets", radius.secrets());
        add(todo, "do.warn-partners", radius.partners());
        if (radius.addressees() > 0) {
            todo.add(new CaseView.Todo(
                    PERSON,
                    Wording.phrase(
                            "do.tell-recipients",
                            Figures.count(radius.addressees()),
                            Figures.count(radius.organisations())),
                    names(
                            radius.outside().stream()
                                    .map(BlastRadius.Outside::domain)
                                    .toList(),
                            radius.organisations())));
        }
        add(todo, "do.tell-colleagues", radius.colleagues());
        if (radius.unknown() > 0) {
            todo.add(new CaseView.Todo(
                    PERSON, Wording.phrase("do.look-up-recipients", Figures.count(radius.unknown())), ""));
        }
        add(todo, "do.ask-lured", radius.lured());
        return todo;
    }

    private static void add(List<CaseView.Todo> todo, String key, BlastRadius.Named named) {
        if (!named.isEmpty()) {
            todo.add(person(key, named));
        }
    }

    private static CaseView.Todo person(String key, BlastRadius.Named named) {
        return new CaseView.Todo(
                PERSON, Wording.phrase(key, number(named.count())), names(named.first(), named.count()));
    }

    private static String number(int n) {
        return Figures.count(n);
    }

    private static String names(Collection<String> all) {
        return names(List.copyOf(all), all.size());
    }

    /** Files and rules by their last part: the whole path is in the file. */
    private static String names(List<String> first, int count) {
        List<String> shown = first.stream()
                .limit(NAMED_MAX)
                .map(name -> Shown.line(name.substring(name.lastIndexOf('/') + 1), 120))
                .toList();
        return String.join(", ", shown)
                + (count > shown.size() ? " and " + Figures.count(count - shown.size()) + " more" : "");
    }

    /** The explanations of the other kind, the likeliest beforehand first, each with what spoke most against it. */
    static List<CaseView.Said> weighed(Conclusion conclusion) {
        boolean malicious = conclusion.leading().malicious();
        List<CaseView.Said> said = new ArrayList<>();
        conclusion.beliefs().entrySet().stream()
                .filter(e -> e.getKey().malicious() != malicious)
                .filter(e -> most(conclusion, e.getKey()) >= WEIGHED_MIN)
                .sorted(Comparator.comparingDouble((Map.Entry<Hypothesis, Double> e) -> -most(conclusion, e.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .forEach(e -> said.add(new CaseView.Said(
                        e.getKey().title() + ".",
                        IncidentViews.percent(e.getKey().prior()) + " beforehand, "
                                + IncidentViews.percent(e.getValue()) + " in the end. "
                                + against(conclusion, e.getKey()))));
        return said;
    }

    private static double most(Conclusion conclusion, Hypothesis h) {
        return conclusion.steps().stream()
                .mapToDouble(s -> s.after().getOrDefault(h, 0.0))
                .reduce(h.prior(), Math::max);
    }

    private static String against(Conclusion conclusion, Hypothesis h) {
        return conclusion.steps().stream()
                .min(Comparator.comparingDouble(s -> factor(s, h, conclusion.leading())))
                .filter(s -> factor(s, h, conclusion.leading()) < 1)
                .map(s -> "Most against it: " + Wording.lower(Shown.line(s.asked(), 200)) + " " + BeliefViews.found(s)
                        + ".")
                .orElse("");
    }

    /** What a step was worth to a hypothesis, measured by the leading one. */
    private static double factor(Step step, Hypothesis h, Hypothesis leading) {
        double before = step.before().getOrDefault(h, 0.0) / step.before().getOrDefault(leading, 1.0);
        double after = step.after().getOrDefault(h, 0.0) / step.after().getOrDefault(leading, 1.0);
        return before == 0 ? 1 : after / before;
    }

    /**
     * What nobody can tell from the records.
     *
     * @param raised whether it was raised; a case that was not leaves only questions open
     */
    static List<CaseView.Said> unknown(boolean raised, Conclusion conclusion, BlastRadius radius) {
        List<CaseView.Said> said = new ArrayList<>();
        if (raised) {
            if (conclusion.leading().subject() == Hypothesis.Subject.DEVICE) {
                add(said, "unknown.device");
            } else {
                add(said, entry(conclusion, radius));
            }
            if (!radius.opened().isEmpty()) {
                add(said, "unknown.files", number(radius.opened().count()));
            }
            if (radius.addressees() > 0) {
                add(said, "unknown.recipients");
            }
            if (radius.unknown() > 0) {
                add(said, "unknown.addressees", number(radius.unknown()));
            }
            if (conclusion.leading().subject() == Hypothesis.Subject.ACCOUNT) {
                add(said, "unknown.sessions");
            }
        }
        for (Conclusion.Wanted wanted : conclusion.wanted()) {
            String records = "decides." + wanted.question(); // of a file of another version, perhaps one without words
            String could = wanted.raises() && wanted.clears() ? "both" : wanted.raises() ? "raise" : "clear";
            said.add(new CaseView.Said(
                    Shown.line(wanted.asked(), 200),
                    (Wording.keys().contains(records) ? Wording.phrase(records) + " " : "")
                            + Wording.phrase("decides." + could)));
        }
        if (!conclusion.open().isEmpty()) {
            said.add(new CaseView.Said(
                    Wording.phrase("unknown.open"), Shown.line(String.join(" ", conclusion.open()), 600)));
        }
        return said;
    }

    /** What is not known of how somebody got in. */
    private static String entry(Conclusion conclusion, BlastRadius radius) {
        if (!radius.applications().isEmpty()) {
            return "unknown.consent";
        }
        if (!radius.partners().isEmpty() || !radius.lured().isEmpty()) {
            return "unknown.lured";
        }
        boolean guessed = conclusion.steps().stream()
                .anyMatch(s -> s.question().equals("guessing") && s.answer().startsWith("spray"));
        return guessed ? "unknown.guessed" : "unknown.entry";
    }

    /** The lead is what stands before the first bar in the table of words. */
    private static void add(List<CaseView.Said> said, String key, String... values) {
        String words = Wording.phrase(key, values);
        int bar = words.indexOf(" | ");
        said.add(new CaseView.Said(words.substring(0, bar), words.substring(bar + 3)));
    }
}
