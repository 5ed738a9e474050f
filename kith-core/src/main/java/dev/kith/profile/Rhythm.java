package dev.kith.profile;

import java.util.Arrays;

/**
 * How regularly something comes, whatever the jitter, the missed beats and what else is mixed in.
 *
 * @param beats how many were looked at; what comes within two seconds of another is one beat with it
 * @param periodSeconds the usual time between beats; 0 where there are fewer than four
 * @param dispersion how far the times between beats lie from the period or a small multiple of it: their median absolute
 *     deviation, in parts of the period. 0 is a clock; 0.15 a jitter of 30 %; what comes by chance has about 0.25 and more
 * @param skew of the times between beats, after Bowley, in [-1, 1]; what waits at random after a timer has none
 * @param support share of the times between beats that lie near the period or a small multiple of it, in [0, 1]
 * @param sizeDispersion how far sizes lie from the usual one, in parts of it; at least 0
 * @param spanSeconds from the first beat to the last
 */
public record Rhythm(
        int beats,
        double periodSeconds,
        double dispersion,
        double skew,
        double support,
        double sizeDispersion,
        double spanSeconds) {
    /*
     * Median absolute deviation, Bowley's skew and the share of sizes follow RITA (Active Countermeasures), which took them
     * from the literature on robust statistics [1]; a histogram of the times between beats, of which a mode must hold the
     * most, is its later answer to mixtures. Multiples of the period are folded onto it, so that missed beats cost nothing;
     * the period is found among the times themselves as the one with the most support. Testing time lags directly instead of
     * the spectrum keeps jitter that adds up from beat to beat from blurring it [2].
     *
     * [1] Rousseeuw, Croux: Alternatives to the Median Absolute Deviation. JASA 88 (1993). Bowley: Elements of Statistics
     *     (1920).
     * [2] Hu et al.: BAYWATCH: Robust Beaconing Detection to Identify Infected Hosts in Large-Scale Enterprise Networks.
     *     DSN 2016.
     */
    public static final Rhythm NONE = new Rhythm(0, 0, 1, 0, 0, 1, 0);

    /** Beats nearer than this are one. Chosen by hand: a page and what it loads. */
    private static final double TOGETHER_SECONDS = 2;

    /** Gaps within this part of the period support it: jitter up to 40 %. Chosen by hand, as common tools allow. */
    private static final double NEAR = 0.4;

    /** Missed beats in a row that are folded. More would make anything look regular. Chosen by hand. */
    private static final int MULTIPLES_MAX = 3;

    /** Candidates for the period. Chosen by hand: quantiles of the gaps. */
    private static final int CANDIDATES = 9;

    /** Dispersion at which nothing is left of regularity. Gaps by chance, folded, have 0.25; a uniform jitter of 40 % has 0.2. */
    private static final double CHANCE = 0.3;

    /**
     * Of times in any order.
     *
     * @param times in milliseconds
     * @param sizes in bytes, in the order of the times; negative where unknown
     */
    static Rhythm of(long[] times, long[] sizes) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        double[] gaps = gaps(sorted);
        if (gaps.length < 3) {
            return NONE;
        }
        double[] ordered = gaps.clone();
        Arrays.sort(ordered);
        double best = 0;
        double period = 0;
        for (int i = 1; i <= CANDIDATES; i++) {
            double candidate = ordered[(int) ((ordered.length - 1) * (i / (CANDIDATES + 1.0)))];
            double support = support(gaps, candidate);
            // Of periods with as much support the longer is the true one: the shorter fits its multiples.
            if (support > best || support == best && candidate > period) {
                best = support;
                period = candidate;
            }
        }
        period = centre(gaps, period);
        return new Rhythm(
                gaps.length + 1,
                period,
                dispersion(gaps, period),
                skew(gaps, period),
                support(gaps, period),
                sizes(sizes),
                (sorted[sorted.length - 1] - sorted[0]) / 1000.0);
    }

    /**
     * In [0, 1]: 1 for a clock, about 0.5 for a jitter of 30 %, next to nothing for what comes by chance. What only some of
     * the times between beats support counts as much less.
     */
    public double regularity() {
        double even = Math.max(0, 1 - dispersion / CHANCE);
        double backed = Math.max(0, Math.min(1, (support - 0.5) / 0.4));
        return even * backed;
    }

    private static double[] gaps(long[] sorted) {
        double[] gaps = new double[sorted.length];
        int count = 0;
        long last = sorted.length == 0 ? 0 : sorted[0];
        for (long time : sorted) {
            double gap = (time - last) / 1000.0;
            if (gap >= TOGETHER_SECONDS) {
                gaps[count++] = gap;
                last = time;
            }
        }
        return Arrays.copyOf(gaps, count);
    }

    /** The mean of the gaps that lie near the period itself. */
    private static double centre(double[] gaps, double period) {
        double sum = 0;
        int count = 0;
        for (double gap : gaps) {
            if (Math.abs(gap - period) <= NEAR * period) {
                sum += gap;
                count++;
            }
        }
        return count == 0 ? period : sum / count;
    }

    /** A gap of one period counts whole, one of several less: by chance more lies near a multiple of something. */
    private static double support(double[] gaps, double period) {
        double support = 0;
        for (double gap : gaps) {
            long multiple = multiple(gap, period);
            if (multiple > 0 && Math.abs(gap - multiple * period) <= NEAR * period) {
                support += multiple == 1 ? 1 : 0.5;
            }
        }
        return support / gaps.length;
    }

    /** Of the gaps as they would be without missed beats. */
    private static double skew(double[] gaps, double period) {
        double[] folded = new double[gaps.length];
        int count = 0;
        for (double gap : gaps) {
            long multiple = multiple(gap, period);
            if (multiple > 0) {
                folded[count++] = gap - (multiple - 1) * period;
            }
        }
        if (count == 0) {
            return 0;
        }
        double[] sorted = Arrays.copyOf(folded, count);
        Arrays.sort(sorted);
        double first = quantile(sorted, 0.25);
        double middle = quantile(sorted, 0.5);
        double third = quantile(sorted, 0.75);
        return third > first ? (first + third - 2 * middle) / (third - first) : 0;
    }

    private static double dispersion(double[] gaps, double period) {
        double[] off = new double[gaps.length];
        for (int i = 0; i < gaps.length; i++) {
            long multiple = multiple(gaps[i], period);
            off[i] = multiple == 0 ? 1 : Math.min(1, Math.abs(gaps[i] - multiple * period) / period);
        }
        Arrays.sort(off);
        return quantile(off, 0.5);
    }

    private static long multiple(double gap, double period) {
        long multiple = Math.max(1, Math.round(gap / period));
        return multiple <= MULTIPLES_MAX ? multiple : 0;
    }

    private static double sizes(long[] sizes) {
        double[] known = Arrays.stream(sizes)
                .filter(s -> s >= 0)
                .mapToDouble(s -> s)
                .sorted()
                .toArray();
        if (known.length == 0) {
            return 1;
        }
        double middle = quantile(known, 0.5);
        double[] off = new double[known.length];
        for (int i = 0; i < known.length; i++) {
            off[i] = Math.abs(known[i] - middle);
        }
        Arrays.sort(off);
        return middle == 0 ? (quantile(off, 0.5) == 0 ? 0 : 1) : quantile(off, 0.5) / middle;
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.round((sorted.length - 1) * share)];
    }
}
