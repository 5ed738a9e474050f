package dev.kith.profile;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/** The counts of a {@link RateFacet} in windows of one length: the running one, the one before, and what is usual. */
final class RateWindow {
    /** A peak may be exceeded by a quarter before it is more than was ever shown. Chosen by hand. */
    private static final double PEAK_MARGIN = 1.25;

    /** Peaks are kept by size: three bins to an octave, up to 2^10. */
    private static final int PEAK_BINS_PER_OCTAVE = 3;

    private static final int PEAK_BINS = 10 * PEAK_BINS_PER_OCTAVE;

    /** Windows of mean 1 by which the spread is drawn to that of a geometric distribution (1 / r = 1). Chosen by hand. */
    private static final double SPREAD_PRIOR = 4;

    /** Never narrower than this 1 / r: even the steadiest are not a Poisson process. Chosen by hand. */
    private static final double SPREAD_MIN = 0.05;

    /** Bins are made in steps of so many; most never see more than a few in one window. */
    private static final int BINS_GROWTH = 4;

    private static final float[] NO_PEAKS = {};

    private static final int FIXED_BYTES = 72 + 16;

    private final int seconds;
    private long bucket = Long.MIN_VALUE;
    private double seen;
    private double seenBefore;
    private double taught;
    private double pairs;
    private float[] peaks;

    RateWindow(int seconds) {
        this(seconds, NO_PEAKS);
    }

    private RateWindow(int seconds, float[] peaks) {
        this.seconds = seconds;
        this.peaks = peaks;
    }

    int seconds() {
        return seconds;
    }

    /** Whether an event of this time belongs into an earlier window than the running one. */
    boolean isLate(long at) {
        return Math.floorDiv(at, seconds) < bucket;
    }

    /** Closes the running window when this time is beyond it: what it taught becomes what is usual. */
    void turn(long at, ForwardDecay decay) {
        long reached = Math.floorDiv(at, seconds);
        if (reached <= bucket) {
            return;
        }
        if (bucket != Long.MIN_VALUE) {
            double weight = decay.weight(bucket * seconds);
            pairs += weight * taught * Math.max(0, taught - 1);
            if (taught >= 1) {
                int bin = peakBin(taught);
                if (bin >= peaks.length) {
                    peaks = Arrays.copyOf(peaks, Math.min(PEAK_BINS, bin + BINS_GROWTH));
                }
                peaks[bin] += (float) weight;
            }
        }
        seenBefore = reached == bucket + 1 ? seen : 0;
        seen = 0;
        taught = 0;
        bucket = reached;
    }

    void add(double lesson) {
        seen++;
        taught += lesson;
    }

    void scale(double factor) {
        pairs *= factor;
        for (int i = 0; i < peaks.length; i++) {
            peaks[i] = (float) (peaks[i] * factor);
        }
    }

    /** The number of events in the last {@code seconds}: all of the running window and a share of the one before. */
    double count(long at) {
        long reached = Math.floorDiv(at, seconds);
        double into = Math.floorMod(at, (long) seconds) / (double) seconds;
        if (reached == bucket) {
            return seen + seenBefore * (1 - into);
        }
        return reached == bucket + 1 ? seen * (1 - into) : 0;
    }

    /**
     * The probability of at least this count in a window.
     *
     * @param mean expected now
     * @param meanSquare mean of the squared expectation over all windows
     * @param windows decayed number of windows lived through
     * @param scale of this facet's clock
     * @param shape of the posterior of the rate: how many events it rests on
     */
    double tail(double count, double mean, double meanSquare, double windows, double scale, double shape) {
        double lived = windows + 1;
        double expectedPairs = meanSquare * windows + SPREAD_PRIOR;
        double spread = Math.max(SPREAD_MIN, (pairs * scale + 2 * SPREAD_PRIOR) / expectedPairs - 1);
        double r = 1 / (spread + 1 / shape);
        double extreme = RegularizedBeta.value(mean / (mean + r), count, r);
        double shown = 0;
        for (int bin = peakBin(count / PEAK_MARGIN); bin < peaks.length; bin++) {
            shown += peaks[bin];
        }
        return Math.min(1, Math.max(extreme, shown * scale / lived));
    }

    long estimatedBytes() {
        return FIXED_BYTES + 4L * peaks.length;
    }

    private static int peakBin(double count) {
        return (int) Math.max(0, Math.min(PEAK_BINS - 1, Math.floor(PEAK_BINS_PER_OCTAVE * Bits.log2(count))));
    }

    void write(StateWriter out) {
        out.number(seconds);
        out.number(bucket);
        out.mass(seen);
        out.mass(seenBefore);
        out.mass(taught);
        out.mass(pairs);
        out.masses(Arrays.copyOf(peaks, PEAK_BINS));
    }

    static RateWindow read(StateReader in) {
        int seconds = in.count();
        long bucket = in.number();
        double seen = in.mass();
        double seenBefore = in.mass();
        double taught = in.mass();
        double pairs = in.mass();
        RateWindow window = new RateWindow(seconds, used(in.floats()));
        window.bucket = bucket;
        window.seen = seen;
        window.seenBefore = seenBefore;
        window.taught = taught;
        window.pairs = pairs;
        return window;
    }

    /** The bins up to the largest count that was shown. */
    private static float[] used(float[] peaks) {
        int used = peaks.length;
        while (used > 0 && peaks[used - 1] == 0) {
            used--;
        }
        return Arrays.copyOf(peaks, used);
    }
}
