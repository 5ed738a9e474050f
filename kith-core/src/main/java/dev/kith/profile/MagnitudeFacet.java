package dev.kith.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * How large something usually is (recipients, bytes, seconds): a decayed histogram on a logarithmic scale. A quantile is
 * off by at most 9 %. At most 1,100 bytes, grown as needed.
 */
public final class MagnitudeFacet implements Facet {
    /*
     * Bins of equal ratio, as in DDSketch [1]: four to an octave of 1 + x. Bins can be added, so sketches merge exactly, and
     * decay is a common factor. Beyond the largest value seen, the tail is continued as one that halves with every
     * doubling (a Pareto tail of exponent 1), of one pseudo-observation: sizes and counts of human things have such tails.
     *
     * [1] Masson, Rim, Lee: DDSketch: A Fast and Fully-Mergeable Quantile Sketch with Relative-Error Guarantees.
     *     PVLDB 12 (2019).
     */
    private static final int BINS_PER_OCTAVE = 4;
    private static final int BINS_MAX = 62 * BINS_PER_OCTAVE;

    /** Pseudo-observations of the continued tail. Chosen by hand: the conformal "one more". */
    private static final double TAIL_PRIOR = 1;

    private static final int FIXED_BYTES = 96;

    private ForwardDecay decay;
    private float[] bins = new float[0];
    private double total;

    public MagnitudeFacet(Duration halfLife) {
        this(ForwardDecay.of(halfLife));
    }

    private MagnitudeFacet(ForwardDecay decay) {
        this.decay = decay;
    }

    /** @param value at least 0 */
    public void observe(double value, Instant at, double weight) {
        int bin = bin(value);
        long seconds = at.getEpochSecond();
        ForwardDecay before = decay;
        decay = before.at(seconds);
        double factor = decay.conversion(before);
        if (factor != 1) {
            for (int i = 0; i < bins.length; i++) {
                bins[i] = (float) (bins[i] * factor);
            }
            total *= factor;
        }
        if (bin >= bins.length) {
            bins = Arrays.copyOf(bins, Math.min(BINS_MAX + 1, bin + BINS_PER_OCTAVE));
        }
        double mass = weight * decay.weight(seconds);
        bins[bin] += (float) mass;
        total += mass;
    }

    public double total(Instant now) {
        return total * decay.scale(now.getEpochSecond());
    }

    /** The value below which the given share of the observations lies; 0 without any. */
    public double quantile(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share outside [0, 1]: " + share);
        }
        double sum = 0;
        for (float bin : bins) {
            sum += bin;
        }
        double wanted = share * sum;
        double below = 0;
        int last = 0;
        for (int bin = 0; bin < bins.length; bin++) {
            if (bins[bin] > 0) {
                last = bin;
                below += bins[bin];
                if (below >= wanted) {
                    break;
                }
            }
        }
        return sum == 0 ? 0 : ForwardDecay.exp2((last + 0.5) / BINS_PER_OCTAVE) - 1;
    }

    /** The probability that the next value is at least this large, in (0, 1]; 1 without history. */
    public double tailProbability(double value, Instant now) {
        int bin = bin(value);
        double scale = decay.scale(now.getEpochSecond());
        double above = 0;
        double sum = 0;
        int largest = -1;
        for (int i = 0; i < bins.length; i++) {
            sum += bins[i];
            if (bins[i] > 0) {
                largest = i;
            }
            if (i >= bin) {
                above += bins[i];
            }
        }
        double beyond = largest < 0 ? 0 : Math.max(0, bin - largest) / (double) BINS_PER_OCTAVE;
        double prior = TAIL_PRIOR * ForwardDecay.exp2(-beyond);
        return Math.min(1, (above * scale + prior) / (sum * scale + TAIL_PRIOR));
    }

    /** Surprise at a value being this large, in bits; 0 without history. */
    public double surpriseBits(double value, Instant now) {
        return Bits.of(tailProbability(value, now));
    }

    /** What both facets have counted together; neither changes. */
    public static MagnitudeFacet merged(MagnitudeFacet a, MagnitudeFacet b) {
        ForwardDecay decay = ForwardDecay.later(a.decay, b.decay);
        double fromA = decay.conversion(a.decay);
        double fromB = decay.conversion(b.decay);
        MagnitudeFacet merged = new MagnitudeFacet(decay);
        merged.bins = new float[Math.max(a.bins.length, b.bins.length)];
        for (int i = 0; i < merged.bins.length; i++) {
            double mine = i < a.bins.length ? a.bins[i] * fromA : 0;
            double others = i < b.bins.length ? b.bins[i] * fromB : 0;
            merged.bins[i] = (float) (mine + others);
        }
        merged.total = a.total * fromA + b.total * fromB;
        return merged;
    }

    private static int bin(double value) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException("negative magnitude: " + value);
        }
        return (int) Math.min(BINS_MAX, Math.floor(BINS_PER_OCTAVE * Bits.log2(1 + value) + 1e-9));
    }

    @Override
    public long estimatedBytes() {
        return FIXED_BYTES + 4L * bins.length;
    }

    @Override
    public void write(StateWriter out) {
        decay.write(out);
        out.masses(bins);
        out.mass(total);
    }

    static MagnitudeFacet read(StateReader in) {
        MagnitudeFacet facet = new MagnitudeFacet(ForwardDecay.read(in));
        facet.bins = in.floats();
        facet.total = in.mass();
        return facet;
    }
}
