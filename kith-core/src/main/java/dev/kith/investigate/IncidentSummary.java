package dev.kith.investigate;

import dev.kith.investigate.Statement.Code;
import dev.kith.investigate.Statement.Constant;
import dev.kith.investigate.Statement.Count;
import dev.kith.investigate.Statement.Names;
import dev.kith.investigate.Statement.Places;
import dev.kith.investigate.Statement.Share;
import dev.kith.investigate.Statement.Text;
import dev.kith.investigate.Statement.Told;
import dev.kith.score.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The title and the summary of an incident or a closed case, as statements in the order of the story. */
final class IncidentSummary {
    /** So many mails make it into the title. Chosen by hand, as for bursts. */
    static final int MANY_SENT = 20;

    /** So many files weigh in what an incident has taken. Chosen by hand. */
    static final int MANY_FETCHED = 50;

    /** A file or two is told by the timeline. Chosen by hand. */
    private static final int FETCHED_MIN = 3;

    private IncidentSummary() {}

    static Statement title(CaseFile leading, Collection<String> accounts, IncidentFacts facts) {
        Statement title = raised(leading.conclusion(), accounts, facts);
        return leading.stands() ? title : Statement.of(Code.TITLE_FALLEN, Told.of(title));
    }

    private static Statement raised(Conclusion conclusion, Collection<String> accounts, IncidentFacts facts) {
        Names who = Names.of(accounts);
        return switch (conclusion.leading()) {
            case APPLICATION ->
                Statement.of(facts.reads > 0 ? Code.TITLE_APPLICATION : Code.TITLE_APPLICATION_LET_IN, who);
            case INSIDER -> Statement.of(facts.departed.isEmpty() ? Code.TITLE_INSIDER : Code.TITLE_LEAVER, who);
            default ->
                !facts.departed.isEmpty()
                        ? Statement.of(Code.TITLE_LEAVER, who)
                        : facts.sent.size() >= MANY_SENT
                                ? Statement.of(Code.TITLE_HIJACK_SENT, who, Count.of(facts.sent.size()))
                                : Statement.of(Code.TITLE_HIJACK, who);
        };
    }

    /**
     * @param first when its first case began
     * @param dropped events that belong to it and were not kept
     */
    static List<Statement> summary(
            CaseFile leading,
            Collection<String> accounts,
            IncidentFacts facts,
            Instant first,
            long dropped,
            Function<String, Addressees> sentTo) {
        List<Statement> said = new ArrayList<>();
        lures(said, facts, first);
        if (facts.failures().n() > 0) {
            Names from = Names.of(facts.guessers);
            said.add(
                    facts.guessed.size() == 1
                            ? Statement.of(Code.PASSWORD_GUESSED, facts.failures(), from)
                            : Statement.of(
                                    Code.PASSWORDS_SPRAYED, facts.failures(), Count.of(facts.guessed.size()), from));
        }
        Places places = new Places(List.copyOf(facts.places.values()));
        if (!facts.applications().isEmpty()) {
            Names applications = Names.of(facts.applications());
            Told reads = facts.places.isEmpty() ? Told.of() : Told.of(Statement.of(Code.READS_FROM, places));
            said.add(
                    facts.scope.isEmpty()
                            ? Statement.of(Code.APPLICATION_PREPARED, applications, reads)
                            : Statement.of(Code.APPLICATION_ALLOWED, applications, new Text(facts.scope), reads));
        } else if (!facts.places.isEmpty() && !fromUsualPlaces(leading)) {
            said.add(Statement.of(Code.USED_FROM, Names.of(accounts), places));
        }
        if (!facts.departed.isEmpty()) {
            said.add(Statement.of(Code.HAD_LEFT, Names.of(facts.departed)));
        }
        acts(said, facts, sentTo);
        if (dropped > 0) {
            said.add(Statement.of(Code.MORE_EVENTS, Count.of(dropped)));
        }
        Share malicious = share(leading.conclusion().malicious());
        Share bar = share(Conclusion.RAISED);
        said.add(
                leading.stands()
                        ? Statement.of(
                                Code.RAISED,
                                malicious,
                                new Constant(leading.conclusion().leading()),
                                bar)
                        : Statement.of(Code.FALLEN, share(leading.raisedWith()), malicious, bar));
        return said;
    }

    /** Whether it is told of the owner at the usual places: other places of those days are not what it is about. */
    private static boolean fromUsualPlaces(CaseFile leading) {
        return leading.conclusion().leading() == Hypothesis.INSIDER
                && leading.visit().isEmpty();
    }

    private static void lures(List<Statement> said, IncidentFacts facts, Instant first) {
        List<MailTrace> outside =
                facts.lures.stream().filter(m -> !m.internal()).toList();
        List<MailTrace> within =
                facts.lures.stream().filter(MailTrace::internal).toList();
        if (!outside.isEmpty()) {
            said.add(lured(outside.get(0).at().isBefore(first) ? Code.BEGAN_WITH_LURES : Code.LURES_CAME_TOO, outside));
        }
        if (!within.isEmpty()) {
            said.add(lured(Code.LURED_FROM_WITHIN, within));
        }
    }

    private static Statement lured(Code code, List<MailTrace> mails) {
        Map<String, List<MailTrace>> bySender = new LinkedHashMap<>();
        mails.forEach(
                m -> bySender.computeIfAbsent(m.from(), k -> new ArrayList<>()).add(m));
        List<Statement> each = new ArrayList<>();
        bySender.forEach((sender, of) -> each.add(Statement.of(
                Code.LURE, new Text(of.get(0).subject()), new Text(sender), Told.ofMany(Code.MAILS, of.size()))));
        return Statement.of(code, Count.of(mails.size()), Count.of(bySender.size()), new Told(each));
    }

    private static void acts(List<Statement> said, IncidentFacts facts, Function<String, Addressees> sentTo) {
        if (!facts.rules.isEmpty()) {
            said.add(Statement.of(
                    Code.RULES_MADE,
                    new Told(facts.rules.stream().map(IncidentSummary::rule).toList())));
        }
        if (!facts.linkObjects.isEmpty()) {
            Names files = Names.of(facts.linkObjects.stream()
                    .map(IncidentFacts::fileName)
                    .distinct()
                    .toList());
            said.add(
                    facts.linkUses == 0
                            ? Statement.of(Code.LINKS_MADE, files)
                            : Statement.of(Code.LINKS_MADE_AND_USED, files, Count.of(facts.linkUses)));
        }
        IncidentFacts.Fetched fetched = facts.fetched;
        if (fetched.files >= FETCHED_MIN) {
            said.add(Statement.of(
                    Code.FETCHED,
                    Count.of(fetched.files),
                    Count.of(fetched.areas.size()),
                    Names.of(fetched.areas),
                    fetched.open == 0
                            ? Told.of()
                            : Told.of(Statement.of(
                                    Code.FETCHED_OPEN, Count.of(fetched.open), Names.of(fetched.openNames)))));
        }
        if (facts.sharedPrivately > 0) {
            said.add(Statement.of(
                    Code.SHARED_PRIVATE, Count.of(facts.sharedPrivately), Names.of(facts.privateAddresses)));
        }
        if (facts.reads > 0) {
            said.add(Statement.of(Code.MAIL_READ, Count.of(facts.reads), Count.of(facts.readers.size())));
        }
        if (!facts.sent.isEmpty()) {
            said.add(SentMail.told(facts.sent, sentTo));
        }
        if (facts.deleted > 0) {
            said.add(Statement.of(Code.ITEMS_DELETED, Count.of(facts.deleted)));
        }
        if (!facts.others.isEmpty()) {
            said.add(Statement.of(
                    Code.DONE_TOO,
                    new Told(facts.others.stream()
                            .map(d -> Statement.of(Code.DANGER, new Constant(d)))
                            .toList())));
        }
    }

    private static Statement rule(IncidentFacts.Rule rule) {
        return rule.does().isEmpty()
                ? Statement.of(Code.RULE_UNTOLD, new Text(rule.owner()))
                : Statement.of(Code.RULE, new Text(rule.does()), new Text(rule.owner()));
    }

    /**
     * Of a case that was closed: what it is taken for, what stood out, and what spoke most for it.
     *
     * @param beside the incident that the account is in at that time; empty where it is in none
     */
    static List<Statement> closed(CaseFile c, String beside) {
        Conclusion conclusion = c.conclusion();
        Hypothesis leading = conclusion.leading();
        List<Statement> said = new ArrayList<>();
        said.add(Statement.of(
                conclusion.verdict() == Conclusion.Verdict.BENIGN ? Code.CLOSED : Code.UNDECIDED,
                new Constant(leading),
                share(conclusion.beliefs().getOrDefault(leading, 0.0)),
                share(conclusion.malicious()),
                share(Conclusion.RAISED)));
        c.trigger().reasons().stream()
                .flatMap(r -> beyond(r).stream())
                .findFirst()
                .ifPresent(said::add);
        strongest(conclusion)
                .ifPresent(s -> said.add(Statement.of(Code.SPOKE_FOR_IT, new Text(s.asked()), new Text(s.found()))));
        if (!beside.isEmpty()) {
            said.add(Statement.of(Code.BESIDE, new Text(beside)));
        }
        return said;
    }

    /** How much more of it there was than usual, from the reason of a burst; empty for other reasons. */
    private static Optional<Statement> beyond(Reason reason) {
        String observed = reason.observed();
        String count = observed.substring(0, Math.max(0, observed.indexOf(' ')));
        return count.matches("[0-9]{1,9}")
                ? Outflow.Usual.of(reason)
                        .map(usual -> Statement.of(
                                Code.BEYOND_USUAL,
                                Count.of(Long.parseLong(count)),
                                new Statement.Span(usual.window()),
                                new Text(reason.expected())))
                : Optional.empty();
    }

    /** The step that moved most from something malicious to what it is taken for. */
    static Optional<Step> strongest(Conclusion conclusion) {
        return conclusion.steps().stream()
                .filter(s -> moved(s, conclusion.leading()) > 1)
                .max(Comparator.comparingDouble(s -> moved(s, conclusion.leading())));
    }

    private static double moved(Step step, Hypothesis leading) {
        double before = step.before().getOrDefault(leading, 0.0) / Math.max(1e-12, malicious(step.before()));
        double after = step.after().getOrDefault(leading, 0.0) / Math.max(1e-12, malicious(step.after()));
        return before == 0 ? 1 : after / before;
    }

    private static double malicious(Map<Hypothesis, Double> beliefs) {
        return beliefs.entrySet().stream()
                .filter(e -> e.getKey().malicious())
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** Sums of shares may pass 1 by what computers round. */
    private static Share share(double p) {
        return new Share(Math.max(0, Math.min(1, p)));
    }
}
