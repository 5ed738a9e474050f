package dev.kith.profile;

import java.time.Duration;
import java.time.Instant;

/**
 * Turns the raw scores of one class of events into p-values: the share of the organisation's own recent events that score
 * as high. Mergeable; 3.3 KB. Not thread-safe.
 */
public final class Conformal {
    /*
     * Conformal ranking [1]: for exchangeable events the share of past scores at or above the present one, the present one
     * included, is a valid p-value whatever the score is. Scores are kept in a decayed histogram with 32 bins to an octave
     * of 1/64 + score, so that ranks are exact to a bin; within a bin mass is taken to lie evenly. At the start the
     * histogram stands on pseudo-counts of a shipped prior, a Lomax distribution; they fade as events come in.
     *
     * No event can be rarer than one in the number of events known: p >= 1 / (N + prior + 1).
     *
     * [1] Vovk, Gammerman, Shafer: Algorithmic Learning in a Random World. Springer 2005; Laxhammar, Falkman: Online
     *     Learning and Sequential Anomaly Detection in Trajectories. IEEE PAMI 36 (2014).
     */
    private static final int BINS_PER_OCTAVE = 32;
    private static final int BINS = 13 * BINS_PER_OCTAVE;
    private static final double SCORE_UNIT = 1.0 / 64;

    private ForwardDecay decay;
    private final Prior prior;
    private final double[] bins;
    private double total;
    private long latest;

    public Conformal(Duration halfLife, Prior prior) {
        this(ForwardDecay.of(halfLife), prior, new double[BINS + 1]);
    }

    private Conformal(ForwardDecay decay, Prior prior, double[] bins) {
        this.decay = decay;
        this.prior = prior;
        this.bins = bins;
    }

    /** Learns a score, at least 0. Rank first, then learn. */
    public void observe(double score, Instant at) {
        long seconds = at.getEpochSecond();
        ForwardDecay before = decay;
        decay = before.at(seconds);
        double factor = decay.conversion(before);
        if (factor != 1) {
            total *= factor;
            for (int i = 0; i < bins.length; i++) {
                bins[i] *= factor;
            }
        }
        double mass = decay.weight(seconds);
        bins[(int) position(score)] += mass;
        total += mass;
        latest = Math.max(latest, seconds);
    }

    /** The share of events that score as high, as of the last one learnt; in (0, 1], falling as the score rises. */
    public double pValue(double score) {
        double position = position(score);
        int bin = (int) position;
        double above = (1 - (position - bin)) * bins[bin];
        for (int i = bin + 1; i < bins.length; i++) {
            above += bins[i];
        }
        double scale = decay.scale(latest);
        double weight = prior.weight();
        return Math.min(1, (above * scale + weight * prior.survival(score) + 1) / (total * scale + weight + 1));
    }

    public Rarity rarity(double score) {
        return new Rarity(pValue(score));
    }

    /** The decayed number of scores learnt. */
    public double total(Instant now) {
        return total * decay.scale(now.getEpochSecond());
    }

    /** What both have learnt together. They must have the same half-life; the prior is that of the first. */
    public static Conformal merged(Conformal a, Conformal b) {
        ForwardDecay decay = ForwardDecay.later(a.decay, b.decay);
        Conformal merged = new Conformal(decay, a.prior, new double[BINS + 1]);
        double fromA = decay.conversion(a.decay);
        double fromB = decay.conversion(b.decay);
        for (int i = 0; i < merged.bins.length; i++) {
            merged.bins[i] = a.bins[i] * fromA + b.bins[i] * fromB;
        }
        merged.total = a.total * fromA + b.total * fromB;
        merged.latest = Math.max(a.latest, b.latest);
        return merged;
    }

    private static double position(double score) {
        if (!(score >= 0)) {
            throw new IllegalArgumentException("negative score: " + score);
        }
        return Math.min(BINS, BINS_PER_OCTAVE * Bits.log2(1 + score / SCORE_UNIT));
    }

    public long estimatedBytes() {
        return 96 + 8L * bins.length;
    }

    /** Everything needed to continue; named by the spec. */
    public FacetState state(FacetSpec spec) {
        StateWriter out = new StateWriter();
        decay.write(out);
        out.mass(prior.weight());
        out.mass(prior.scale());
        out.mass(prior.exponent());
        out.number(bins.length);
        for (double bin : bins) {
            out.mass(bin);
        }
        out.mass(total);
        out.number(latest);
        return out.finish(spec);
    }

    public static Conformal restore(FacetState state) {
        StateReader in = new StateReader(state);
        ForwardDecay decay = ForwardDecay.read(in);
        Prior prior = new Prior(in.mass(), in.mass(), in.mass());
        double[] bins = new double[in.count()];
        for (int i = 0; i < bins.length; i++) {
            bins[i] = in.mass();
        }
        Conformal conformal = new Conformal(decay, prior, bins);
        conformal.total = in.mass();
        conformal.latest = in.number();
        return conformal;
    }

    /**
     * What scores are expected to look like before any is known: a Lomax distribution, P(score >= s) = (1 + s / scale)^-a.
     *
     * @param weight pseudo-observations
     * @param scale in units of the score
     * @param exponent of the tail
     */
    public record Prior(double weight, double scale, double exponent) {
        /** For scores in [0, 1]: half of the events below 0.02, one in 100 above 0.45. Chosen by hand. */
        public static final Prior UNIT = new Prior(50, 0.05, 2);

        /** For surprise in bits: half of the events below 1.2 bits, one in 100 above 14. Chosen by hand. */
        public static final Prior BITS = new Prior(50, 4, 3);

        public Prior {
            if (!(weight >= 0 && scale > 0 && exponent > 0)) {
                throw new IllegalArgumentException("not a prior: " + weight + ", " + scale + ", " + exponent);
            }
        }

        double survival(double score) {
            return StrictMath.pow(1 + score / scale, -exponent);
        }
    }
}
