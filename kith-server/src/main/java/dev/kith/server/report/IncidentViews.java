package dev.kith.server.report;

import dev.kith.investigate.Hypothesis;
import dev.kith.investigate.Incident;
import dev.kith.server.report.ReportView.Fact;
import dev.kith.server.report.ReportView.IncidentView;
import dev.kith.server.report.ReportView.StepRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Incidents and closed cases as the templates see them. */
final class IncidentViews {
    /** Chosen by hand: a page each; the file holds all. */
    private static final int RAISED_MAX = 50;

    /** Chosen by hand: those that came nearest; the file holds all. */
    private static final int CLOSED_MAX = 20;

    private static final int TIMELINE_MAX = 60;
    private static final int SUMMARY_CHARS_MAX = 2_000;

    private IncidentViews() {}

    static List<IncidentView> raised(ScanSummary scan) {
        return scan.raised().stream().limit(RAISED_MAX).map(i -> view(i, scan)).toList();
    }

    static List<IncidentView> closed(ScanSummary scan) {
        return scan.closed().stream().limit(CLOSED_MAX).map(i -> view(i, scan)).toList();
    }

    /** What is in the file but not on the page; empty where all is. */
    static String more(ScanSummary scan) {
        int more = Math.max(0, scan.raised().size() - RAISED_MAX)
                + Math.max(0, scan.closed().size() - CLOSED_MAX);
        return more == 0 ? "" : Figures.count(more, "more case is", "more cases are") + " in incidents.jsonl.";
    }

    private static IncidentView view(Incident incident, ScanSummary scan) {
        List<Fact> moments = incident.timeline().stream()
                .limit(TIMELINE_MAX)
                .map(m -> new Fact(scan.moments().of(m.time()), Shown.line(m.what()), ""))
                .toList();
        int left = incident.timeline().size() - moments.size();
        return new IncidentView(
                Shown.line(incident.id(), 40),
                Shown.line(incident.title(), 300),
                Wording.capital(incident.category().name().toLowerCase(Locale.ROOT)),
                incident.category() == Incident.Category.CRITICAL ? "is-crit" : "is-warn",
                String.valueOf(incident.priority()),
                Shown.line(incident.summary(), SUMMARY_CHARS_MAX),
                facts(incident, scan),
                moments,
                left > 0 ? Figures.count(left, "more moment is", "more moments are") + " in incidents.jsonl." : "",
                beliefs(incident),
                steps(incident),
                incident.actions().stream()
                        .limit(TIMELINE_MAX)
                        .map(a -> new Fact(
                                a.action().replace('_', ' '), Shown.line(a.target(), 300), Shown.line(a.why(), 200)))
                        .toList(),
                incident.conclusion().open());
    }

    private static List<Fact> facts(Incident incident, ScanSummary scan) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Accounts", Shown.line(String.join(", ", incident.accounts()), 300), ""));
        facts.add(new Fact(
                "Happened",
                scan.moments().of(incident.first()) + " to " + scan.moments().of(incident.last()),
                ""));
        incident.raisedAt()
                .ifPresent(at -> facts.add(new Fact("Raised", scan.moments().of(at), "")));
        facts.add(new Fact("Events", Figures.count(incident.events().size()), ""));
        facts.add(new Fact("Techniques", String.join(", ", incident.techniques()), ""));
        return facts;
    }

    private static List<Fact> beliefs(Incident incident) {
        return incident.conclusion().beliefs().entrySet().stream()
                .sorted(Map.Entry.<Hypothesis, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(e -> new Fact(
                        e.getKey().title(),
                        percent(e.getValue()),
                        (e.getKey().malicious() ? "malicious" : "benign") + ", "
                                + percent(e.getKey().prior()) + " beforehand"))
                .toList();
    }

    private static List<StepRow> steps(Incident incident) {
        return incident.conclusion().steps().stream()
                .map(s -> new StepRow(
                        s.asked(),
                        Shown.line(s.found(), 300),
                        percent(malicious(s.before())),
                        percent(malicious(s.after()))))
                .toList();
    }

    private static double malicious(Map<Hypothesis, Double> beliefs) {
        return beliefs.entrySet().stream()
                .filter(e -> e.getKey().malicious())
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    static String percent(double p) {
        if (p > 0.9995) {
            return "> 99.9 %";
        }
        return p < 0.0005 ? "< 0.1 %" : String.format(Locale.ROOT, "%.1f %%", 100 * p);
    }
}
