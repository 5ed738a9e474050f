package dev.kith.server.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Pages to look at, by what they show. */
final class Pages {
    private Pages() {}

    /** An attack, the same with a taken account, a quiet month, texts that mean harm, nothing at all, and an attack in its second year. */
    static Map<String, String> all() {
        Map<String, String> pages = new TreeMap<>();
        pages.put("attack", html(ExampleScan.summary()));
        pages.put("incident", html(ExampleIncidents.in(ExampleScan.summary())));
        pages.put("quiet", html(ExampleScan.quiet()));
        pages.put("hostile", html(HostileScan.summary()));
        pages.put("nothing", html(nothing()));
        pages.put("years", html(years()));
        return pages;
    }

    static String html(ScanSummary scan) {
        StringWriter out = new StringWriter();
        try {
            ReportPage.write(scan, "0.1.0", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static ScanSummary years() {
        ScanSummary scan = ExampleScan.summary();
        return new ScanSummary(
                scan.organisation(),
                scan.learnedUntil(),
                Optional.of(Instant.parse("2025-12-01T00:00:00Z")),
                scan.last(),
                scan.actions(),
                scan.tags(),
                scan.days(),
                scan.campaigns(),
                scan.held(),
                scan.heldFrom(),
                scan.below(),
                scan.incidents(),
                scan.budget(),
                scan.habits(),
                scan.alerts(),
                scan.read());
    }

    private static ScanSummary nothing() {
        ReadFacts read = new ReadFacts(
                List.of("in"),
                0,
                new TreeMap<>(),
                new TreeMap<>(Map.of("Authentication", 1L)),
                0,
                0,
                Duration.ZERO,
                0,
                0,
                new TreeMap<>(),
                List.of(),
                ReadFacts.Forgotten.NOTHING,
                List.of());
        return new ScanTally().summary(ExampleScan.FENWICK, Optional.empty(), List.of(), read);
    }
}
