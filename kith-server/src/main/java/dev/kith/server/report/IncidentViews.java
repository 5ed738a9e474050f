package dev.kith.server.report;

import dev.kith.investigate.BlastRadius;
import dev.kith.investigate.CaseSummary;
import dev.kith.investigate.Conclusion;
import dev.kith.investigate.Containment;
import dev.kith.investigate.Dossier;
import dev.kith.investigate.Hypothesis;
import dev.kith.investigate.Incident;
import dev.kith.server.report.ReportView.Fact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Incidents and closed cases as the templates see them. */
final class IncidentViews {
    /** Chosen by hand: a page each; the file holds all. */
    private static final int RAISED_MAX = 50;

    /** Chosen by hand: those that came nearest; the file holds all. */
    private static final int CLOSED_MAX = 20;

    /** Chosen by hand: more than a person looks at; the file holds all. */
    private static final int UNDECIDED_MAX = 20;

    /** Chosen by hand, as above: the owner wanted to see fewer. */
    private static final int BELOW_MAX = 20;

    private static final int TIMELINE_MAX = 60;
    private static final int OUTSIDE_MAX = 12;

    private IncidentViews() {}

    static List<CaseView> raised(ScanSummary scan) {
        return scan.raised().stream()
                .limit(RAISED_MAX)
                .map(i -> view(i, scan.moments()))
                .toList();
    }

    static List<CaseView> closed(ScanSummary scan) {
        return scan.closed().stream()
                .limit(CLOSED_MAX)
                .map(i -> view(i, scan.moments()))
                .toList();
    }

    static List<CaseView> undecided(ScanSummary scan) {
        return scan.undecided().stream()
                .limit(UNDECIDED_MAX)
                .map(i -> view(i, scan.moments()))
                .toList();
    }

    static List<CaseView> belowBudget(ScanSummary scan) {
        return scan.belowBudget().stream()
                .limit(BELOW_MAX)
                .map(i -> view(i, scan.moments()))
                .toList();
    }

    /** What the budget was, where something fell below it; empty where nothing did. */
    static String budget(ScanSummary scan) {
        if (scan.belowBudget().isEmpty()) {
            return "";
        }
        double perDay = scan.budget().perDay();
        return perDay == 1
                ? "1 incident a day"
                : BigDecimal.valueOf(perDay).stripTrailingZeros().toPlainString() + " incidents a day";
    }

    /** What is in the file but not on the page; empty where all is. */
    static String more(ScanSummary scan) {
        int more = Math.max(0, scan.raised().size() - RAISED_MAX)
                + Math.max(0, scan.undecided().size() - UNDECIDED_MAX)
                + Math.max(0, scan.belowBudget().size() - BELOW_MAX)
                + Math.max(0, scan.closed().size() - CLOSED_MAX);
        return more == 0 ? "" : Figures.count(more, "more case is", "more cases are") + " in incidents.jsonl.";
    }

    private static CaseView view(Incident incident, Moments moments) {
        Dossier dossier = incident.dossier();
        BlastRadius radius = dossier.radius();
        List<CaseView.Moment> timeline = MomentViews.of(incident, moments, TIMELINE_MAX);
        int left = incident.timeline().size() - TIMELINE_MAX;
        int outside =
                radius.organisations() - Math.min(OUTSIDE_MAX, radius.outside().size());
        boolean raised = incident.raised();
        return new CaseView(
                anchor(incident),
                Shown.line(incident.id(), 40),
                new StatementWords(moments).sentence(incident.title()),
                Wording.capital(incident.category().name().toLowerCase(Locale.ROOT)),
                incident.category() == Incident.Category.CRITICAL ? "is-crit" : "is-warn",
                String.valueOf(incident.priority()),
                new StatementWords(moments).sentences(incident.summary()),
                raised ? strip(incident, moments) : List.of(),
                facts(incident, moments),
                ContainmentWords.lead(dossier.containment()),
                ContainmentWords.sentences(dossier.containment(), moments),
                Advice.todo(
                        Advice.targets(incident.actions()),
                        incident.conclusion().leading(),
                        radius),
                belief(incident, moments),
                GraphViews.of(dossier.graph(), radius),
                dossier.outflows().stream().map(o -> BurstViews.of(o, moments)).toList(),
                timeline,
                left > 0 ? Figures.count(left, "more moment is", "more moments are") + " in incidents.jsonl." : "",
                radius.outside().stream()
                        .limit(OUTSIDE_MAX)
                        .map(o -> new CaseView.Outside(
                                Shown.line(o.domain(), 120), Figures.count(o.mails(), "mail", "mails"), addresses(o)))
                        .toList(),
                outside > 0
                        ? Figures.count(outside, "more organisation is", "more organisations are")
                                + " in incidents.jsonl, most of whom are written to least."
                        : "",
                Advice.weighed(incident.conclusion()),
                Advice.unknown(raised, incident.conclusion(), radius));
    }

    /** Where an incident stands in the page. */
    static String anchor(Incident incident) {
        return Shown.line(incident.id(), 40).toLowerCase(Locale.ROOT);
    }

    private static String addresses(BlastRadius.Outside outside) {
        int more = outside.count() - Math.min(3, outside.addresses().size());
        return String.join(
                        ", ",
                        outside.addresses().stream()
                                .limit(3)
                                .map(a -> Shown.line(a, 120))
                                .toList())
                + (more > 0 ? " and " + Figures.count(more) + " more" : "");
    }

    private static CaseView.Belief belief(Incident incident, Moments moments) {
        Dossier dossier = incident.dossier();
        Conclusion conclusion = incident.conclusion();
        CaseSummary surest = dossier.cases().get(0);
        boolean surer = dossier.cases().stream().anyMatch(c -> Math.abs(c.malicious() - surest.malicious()) > 0.0005);
        boolean device = conclusion.leading().subject() == Hypothesis.Subject.DEVICE;
        String about = (device ? "What is behind the calls of " : "What is behind the account of ")
                + Shown.line(surest.account(), 120) + "? "
                + (dossier.cases().size() > 1
                        ? (surer ? "The surest of " : "The first of ")
                                + Figures.count(dossier.cases().size())
                                + (surer ? " cases. " : " cases, all equally sure. ")
                        : "")
                + "Each row is one answer; each line moves right where an explanation grows likelier";
        String bar = percent(conclusion.malicious()) + " malicious, "
                + (conclusion.verdict() == Conclusion.Verdict.SUSPICIOUS ? "above" : "below")
                + " the bar to raise, 80 %.";
        String ending = surest.raisedAt()
                .map(at -> "Raised " + moments.of(at) + " at " + percent(surest.raisedWith()) + ", in the end ")
                .orElse(incident.undecided() ? "Not decided: " : "Closed as benign: ");
        return BeliefViews.of(conclusion, about, ending + bar);
    }

    private static List<Fact> strip(Incident incident, Moments moments) {
        List<Fact> strip = new ArrayList<>();
        strip.add(new Fact("First activity", moments.of(incident.first()), ""));
        List<Containment> replays = incident.dossier().containment();
        String delay = replays.isEmpty()
                ? ""
                : replays.get(0).delay().toMinutes() == 0
                        ? "on the first act"
                        : Figures.span(replays.get(0).firstAct(), replays.get(0).raised()) + " after the first act";
        incident.raisedAt().ifPresent(at -> strip.add(new Fact("Raised", moments.of(at), delay)));
        strip.add(new Fact("Last activity", moments.of(incident.last()), ""));
        if (incident.accounts().isEmpty()) {
            strip.add(new Fact("Devices", Figures.count(devices(incident).size()), ""));
        } else {
            strip.add(new Fact("Accounts", Figures.count(incident.accounts().size()), ""));
        }
        replays.stream()
                .limit(1)
                .flatMap(r -> r.count(Containment.Kind.MAIL_SENT).stream())
                .forEach(sent -> strip.add(new Fact(
                        "Mails sent",
                        Figures.count(sent.all()),
                        sent.before() == 0
                                ? "before the first, if active"
                                : sent.after() == 0
                                        ? "all before it was raised"
                                        : Figures.count(sent.before()) + ", if active")));
        return strip;
    }

    private static List<Fact> facts(Incident incident, Moments moments) {
        List<Fact> facts = new ArrayList<>();
        List<String> devices = devices(incident);
        if (!devices.isEmpty()) {
            facts.add(new Fact("Devices", Shown.line(String.join(", ", devices), 400), ""));
            facts.add(new Fact(
                    "Called", Shown.line(String.join(", ", entities(incident, "domain", "address")), 400), ""));
        }
        if (!incident.accounts().isEmpty()) {
            facts.add(new Fact("Accounts", Shown.line(String.join(", ", incident.accounts()), 400), ""));
        }
        if (!incident.raised()) {
            facts.add(new Fact("Happened", moments.of(incident.first()) + " to " + moments.of(incident.last()), ""));
        }
        touched(facts, "Files opened", incident.dossier().radius().opened());
        touched(facts, "Links to all", incident.dossier().radius().links());
        touched(facts, "Applications", incident.dossier().radius().applications());
        touched(facts, "Inbox rules", incident.dossier().radius().rules());
        facts.add(new Fact(
                "Made of",
                Figures.count(incident.events().size(), "event", "events") + ", "
                        + Figures.count(incident.detections().size(), "detection", "detections"),
                incident.dossier().cases().size() > 1
                        ? Figures.count(incident.dossier().cases().size()) + " cases in one"
                        : ""));
        AlertViews.of(incident, moments).ifPresent(facts::add);
        if (!incident.techniques().isEmpty()) {
            facts.add(new Fact(
                    "Techniques",
                    incident.techniques().stream().map(Wording::technique).collect(Collectors.joining(", ")),
                    "MITRE ATT&CK"));
        }
        return facts;
    }

    private static List<String> devices(Incident incident) {
        return entities(incident, "device");
    }

    private static List<String> entities(Incident incident, String... kinds) {
        return incident.entities().stream()
                .filter(e -> List.of(kinds).contains(e.kind()))
                .map(Incident.Entity::id)
                .toList();
    }

    private static void touched(List<Fact> facts, String label, BlastRadius.Named named) {
        if (!named.isEmpty()) {
            List<String> shown = named.first().stream()
                    .limit(5)
                    .map(name -> name.substring(name.lastIndexOf('/') + 1))
                    .toList();
            int more = named.count() - shown.size();
            facts.add(new Fact(
                    label,
                    Shown.line(String.join("; ", shown), 500),
                    more > 0 ? "and " + Figures.count(more) + " more" : ""));
        }
    }

    static String percent(double p) {
        if (p > 0.9995) {
            return "> 99.9 %";
        }
        return p < 0.0005 ? "< 0.1 %" : String.format(Locale.ROOT, "%.1f %%", 100 * p);
    }
}
