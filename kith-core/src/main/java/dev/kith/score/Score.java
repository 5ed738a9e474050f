package dev.kith.score;

import dev.kith.score.Evidence.Axis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How sure kith is that an event must not go through untouched, with the reasons that make it so.
 *
 * <p>Two questions are kept apart. The evidence of each axis adds up as log-odds (naive Bayes: weights of evidence, Good
 * 1985) on top of a low prior; the logistic function makes it a number in (0, 1). The score is the product: action needs
 * both strangeness and danger, and neither alone can reach it; strangeness beyond what its scale can show raises what danger
 * there is. What speaks for the mail can take back at most half of what
 * speaks against it, so that a sender's good name never buys a free pass.
 *
 * <p>Each reason's weight is its share of the score: half of the score belongs to each axis, divided in proportion to the
 * evidence on it. The weights add up to the score.
 *
 * @param value in [0, 1]
 * @param strangeness in [0, 1]
 * @param danger in [0, 1]
 */
public record Score(double value, double strangeness, double danger, List<Reason> reasons) {
    /** Log-odds that an event without any evidence is strange. Chosen by hand: one in twenty. */
    static final double STRANGE_PRIOR = -3;

    /** Log-odds that a mail without any evidence is dangerous. Chosen by hand: one in fifty. */
    static final double DANGER_PRIOR = -4;

    private static final double RELIEF_MAX = 0.5;

    public Score {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("score outside [0, 1]: " + value);
        }
        reasons = List.copyOf(reasons);
    }

    /** Weighs evidence into a score. Without evidence on both axes the score is 0 and has no reasons. */
    public static Score of(List<Evidence> evidence) {
        Sum strange = Sum.of(evidence, Axis.STRANGE);
        Sum dangerous = Sum.of(evidence, Axis.DANGEROUS);
        double strangeness = logistic(STRANGE_PRIOR + strange.net());
        double danger = logistic(DANGER_PRIOR + dangerous.net() + spill(strange.net(), dangerous.net()));
        if (strange.net() <= 0 || dangerous.net() <= 0) {
            // Without evidence on both axes nothing is held against the event: a score above zero has its reasons.
            return new Score(0, strangeness, danger, List.of());
        }
        double value = strangeness * danger;
        // What speaks on both axes is one reason to its reader.
        Map<Reason, Double> shares = new LinkedHashMap<>();
        for (Evidence e : evidence) {
            Sum sum = e.axis() == Axis.STRANGE ? strange : dangerous;
            double nats = e.nats() < 0 ? e.nats() * sum.relief() : e.nats();
            shares.merge(
                    new Reason(e.code(), e.observed(), e.expected(), 0), value / 2 * nats / sum.net(), Double::sum);
        }
        List<Reason> reasons = new ArrayList<>();
        shares.forEach((r, share) -> reasons.add(new Reason(r.code(), r.observed(), r.expected(), share)));
        reasons.sort(
                Comparator.comparingDouble((Reason r) -> -Math.abs(r.weight())).thenComparing(Reason::code));
        return new Score(value, strangeness, danger, reasons);
    }

    /**
     * What strangeness beyond the end of its scale adds to danger: the same link is a likelier lure from an account that
     * behaves unlike itself in every way. Only where there is something to be dangerous.
     */
    private static double spill(double strange, double dangerous) {
        double beyond = Math.max(0, strange - STRANGE_ENOUGH) * SPILL;
        return Math.min(SPILL_MAX, beyond) * Math.max(0, Math.min(1, dangerous / SPILL_FROM));
    }

    /** Evidence at which strangeness is as good as sure. These four are chosen by hand. */
    private static final double STRANGE_ENOUGH = 4.5;

    private static final double SPILL = 0.3;
    private static final double SPILL_MAX = 1;
    private static final double SPILL_FROM = 2;

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /**
     * The evidence of one axis.
     *
     * @param net what remains, in nats
     * @param relief factor in [0, 1] by which what speaks for the event was cut
     */
    private record Sum(double net, double relief) {
        static Sum of(List<Evidence> evidence, Axis axis) {
            double against = 0;
            double forIt = 0;
            for (Evidence e : evidence) {
                if (e.axis() == axis) {
                    against += Math.max(0, e.nats());
                    forIt -= Math.min(0, e.nats());
                }
            }
            double relief = forIt == 0 ? 1 : Math.min(1, RELIEF_MAX * against / forIt);
            return new Sum(against - relief * forIt, relief);
        }
    }
}
