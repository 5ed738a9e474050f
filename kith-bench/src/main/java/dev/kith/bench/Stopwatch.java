package dev.kith.bench;

import java.util.Arrays;

/** Many short times by the clock, in nanoseconds, and what they have in the middle and at most. */
final class Stopwatch {
    private long[] nanos = new long[1024];
    private int count;

    void add(long time) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = time;
    }

    /** Such a share of the times is no longer than this, in milliseconds; 0 where there are none. */
    double quantileMillis(double share) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return count == 0 ? 0 : sorted[(int) Math.min(count - 1L, Math.round(share * (count - 1)))] / 1e6;
    }

    int count() {
        return count;
    }

    /** Prints the times of investigations. */
    void report() {
        LogBench.print(
                "%-52s %,10d: %.3f ms in the middle, %.2f of 99 in a hundred, %.1f at most",
                "investigations by the clock", count, quantileMillis(0.5), quantileMillis(0.99), quantileMillis(1));
    }
}
