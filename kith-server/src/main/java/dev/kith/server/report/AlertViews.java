package dev.kith.server.report;

import dev.kith.investigate.Alert;
import dev.kith.investigate.AlertOutcome;
import dev.kith.investigate.AlertOutcome.Verdict;
import dev.kith.investigate.Incident;
import dev.kith.server.report.ReportView.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Other products' alerts as the templates see them: what came in, and what came of it. */
final class AlertViews {
    /** Chosen by hand: half a screen; the file holds all. */
    private static final int PRODUCTS_MAX = 12;

    /** Chosen by hand: a few lines. */
    private static final int NAMED_MAX = 4;

    private AlertViews() {}

    /** Alerts in and incidents out, in figures; empty where there were no alerts. */
    static List<Fact> strip(ScanSummary scan) {
        List<AlertOutcome> all = scan.alerts();
        if (all.isEmpty()) {
            return List.of();
        }
        long incidents = all.stream()
                .flatMap(o -> o.ended().stream())
                .filter(Incident::raised)
                .distinct()
                .count();
        List<Fact> strip = new ArrayList<>();
        strip.add(new Fact("Alerts in", Figures.count(all.size()), "of other products"));
        strip.add(new Fact("Incidents out", Figures.count(incidents), "that hold some of them"));
        strip.add(new Fact("In incidents", Figures.count(raised(all)), ""));
        strip.add(new Fact("Not decided", Figures.count(count(all, Verdict.INSUFFICIENT_DATA)), ""));
        strip.add(new Fact("Closed as benign", Figures.count(count(all, Verdict.BENIGN)), ""));
        strip.add(new Fact("About nobody here", Figures.count(count(all, Verdict.NO_ACCOUNT)), "no account of ours"));
        return strip;
    }

    /** The same of each product, in the order of names. */
    static List<Fact> products(ScanSummary scan) {
        Map<String, List<AlertOutcome>> by = new TreeMap<>(scan.alerts().stream()
                .collect(Collectors.groupingBy(o -> o.alert().finding().product())));
        List<Fact> rows = new ArrayList<>();
        by.entrySet().stream()
                .limit(PRODUCTS_MAX)
                .forEach(product -> rows.add(new Fact(
                        Shown.line(product.getKey(), 80),
                        Figures.count(product.getValue().size(), "alert", "alerts"),
                        ends(product.getValue()))));
        if (by.size() > PRODUCTS_MAX) {
            rows.add(new Fact("and more", Figures.count(by.size() - PRODUCTS_MAX, "product", "products"), ""));
        }
        return rows;
    }

    private static String ends(List<AlertOutcome> of) {
        List<String> ends = new ArrayList<>();
        end(ends, raised(of), "in incidents");
        end(ends, count(of, Verdict.INSUFFICIENT_DATA), "not decided");
        end(ends, count(of, Verdict.BENIGN), "closed as benign");
        end(ends, count(of, Verdict.NO_ACCOUNT), "about nobody here");
        end(ends, count(of, Verdict.NOT_KEPT), "in cases that were forgotten");
        return String.join(", ", ends);
    }

    private static void end(List<String> ends, long count, String how) {
        if (count > 0) {
            ends.add(Figures.count(count) + " " + how);
        }
    }

    private static long raised(List<AlertOutcome> of) {
        return of.stream()
                .filter(o -> o.ended().filter(Incident::raised).isPresent())
                .count();
    }

    private static long count(List<AlertOutcome> of, Verdict verdict) {
        return of.stream()
                .filter(o -> o.ended().filter(Incident::raised).isEmpty() && o.verdict() == verdict)
                .count();
    }

    /** The alerts of a case, the weightiest first; empty where there are none. */
    static Optional<Fact> of(Incident incident, Moments moments) {
        List<Alert> alerts = incident.alerts();
        if (alerts.isEmpty()) {
            return Optional.empty();
        }
        List<String> named = alerts.stream()
                .sorted((a, b) -> b.weight().compareTo(a.weight()))
                .limit(NAMED_MAX)
                .map(a -> Shown.line(a.finding().product(), 60) + ": "
                        + Shown.line(a.finding().title(), 120) + ", "
                        + moments.of(a.finding().occurredAt()))
                .toList();
        int more = alerts.size() - named.size();
        return Optional.of(new Fact(
                "Alerts",
                String.join("; ", named) + (more > 0 ? " and " + Figures.count(more) + " more" : ""),
                alerts.size() == 1 ? "of another product" : "of other products, all in incidents.jsonl"));
    }
}
