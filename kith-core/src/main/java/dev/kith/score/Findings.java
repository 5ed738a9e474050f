package dev.kith.score;

import dev.kith.score.Evidence.Axis;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects the evidence about one event while its scorers run, one after another. */
final class Findings {
    /** Chosen by hand: below this an observation explains nothing and would only lengthen the list. */
    private static final double NATS_MIN = 0.05;

    private final List<Evidence> evidence = new ArrayList<>();

    void strange(String code, String observed, String expected, double nats) {
        add(Axis.STRANGE, code, observed, expected, nats);
    }

    /** As above; {@code expected} is asked only where the observation counts, which habits seldom do. */
    void strange(String code, String observed, Supplier<String> expected, double nats) {
        if (counts(nats)) {
            strange(code, observed, expected.get(), nats);
        }
    }

    void dangerous(String code, String observed, String expected, double nats) {
        add(Axis.DANGEROUS, code, observed, expected, nats);
    }

    List<Evidence> all() {
        return List.copyOf(evidence);
    }

    private static boolean counts(double nats) {
        return Math.abs(nats) >= NATS_MIN;
    }

    private void add(Axis axis, String code, String observed, String expected, double nats) {
        if (counts(nats)) {
            double bounded = Math.max(-Evidence.NATS_MAX, Math.min(Evidence.NATS_MAX, nats));
            evidence.add(new Evidence(axis, code, observed, expected, bounded));
        }
    }
}
