package dev.kith.detect;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The cumulative sum of counts in windows of one length against what is usual: small excesses that go on add up, a single one
 * does not. About 200 bytes, and 40 for each window of the last three days in which something was counted. Mutable.
 */
final class Cusum {
    /*
     * The Poisson CUSUM [1] in the form of log likelihoods: a window with x adds x ln(b/a) - (b - a), where a is usual and b a
     * drip; the sum never falls below nought. In nats, a bar of h is crossed by chance once in e^h windows at the most often
     * [2]. The windows may be as uneven as people are: what is usual is the mean of the windows in which there was something,
     * each weighed by its count (sum of squares by sum), and drawn towards nothing while little is known.
     *
     * A window teaches when it is three days old, as visits do: a drip does not vouch for itself.
     *
     * [1] Lucas: Counted data CUSUM's. Technometrics 27 (1985).
     * [2] Lorden: Procedures for reacting to a change in distribution. Annals of Mathematical Statistics 42 (1971).
     */
    /** A drip is three times what is usual, and some more. Chosen by hand. */
    private static final double TIMES_USUAL = 3;

    /** Counts that are seen before half of their mean is believed. Chosen by hand: a habit is more than one such day. */
    private static final double PRIOR_COUNT = 60;

    /** Chosen by hand: recruiting and selling have their seasons. */
    private static final double HALF_LIFE_SECONDS = 90 * 86_400.0;

    private static final long PROBATION_SECONDS = Duration.ofDays(3).toSeconds();

    private static final long HOUR_SECONDS = 3_600;

    private record Closed(long window, int count) {}

    private final long seconds;
    private final double usualMin;
    private final double more;
    private final Deque<Closed> waiting = new ArrayDeque<>(2);
    private long window = Long.MIN_VALUE;
    private int count;
    private double sum;
    private double counted;
    private double squares;
    private long learnt = Long.MIN_VALUE;
    private long hour = Long.MIN_VALUE;
    private int total;
    private int hours;

    /**
     * @param usualMin what is usual of whom nothing is known, in a window
     * @param more how much more than {@value #TIMES_USUAL} times the usual a drip is, in a window
     */
    Cusum(Duration window, double usualMin, double more) {
        this.seconds = window.toSeconds();
        this.usualMin = usualMin;
        this.more = more;
    }

    /**
     * Counts {@code n} more at a time, in seconds since 1970. What comes late counts in the running window.
     *
     * @param teaches whether windows that are over may say what is usual
     */
    void add(long at, int n, boolean teaches) {
        turn(Math.floorDiv(at, seconds), teaches);
        count += n;
        total += n;
        long reached = Math.floorDiv(at, HOUR_SECONDS);
        if (reached > hour) {
            hour = reached;
            hours++;
        }
    }

    /** How it stands at a time, if it is above nought. */
    double bits(long at) {
        long gap = window == Long.MIN_VALUE ? 0 : Math.max(0, Math.floorDiv(at, seconds) - window);
        return Math.max(0, sum + gain(count) + gap * gain(0)) / StrictMath.log(2);
    }

    /** What is usual in a window in which there is something, greater than 0. */
    double usual() {
        return Math.max(usualMin, squares / (counted + PRIOR_COUNT));
    }

    /** All that was counted since the sum was nought. */
    int total() {
        return total;
    }

    /** The hours in which it was. */
    int hours() {
        return hours;
    }

    private void turn(long reached, boolean teaches) {
        if (window == Long.MIN_VALUE) {
            window = reached;
        }
        if (reached <= window) {
            return;
        }
        sum = Math.max(0, sum + gain(count) + (reached - window - 1) * gain(0));
        waiting.addLast(new Closed(window, count));
        while (!waiting.isEmpty() && (reached - waiting.getFirst().window) * seconds > PROBATION_SECONDS) {
            Closed closed = waiting.removeFirst();
            if (teaches) {
                learn(closed);
            }
        }
        window = reached;
        count = 0;
        if (sum == 0) {
            total = 0;
            hours = 0;
        }
    }

    private void learn(Closed closed) {
        double left = learnt == Long.MIN_VALUE
                ? 1
                : StrictMath.exp(-StrictMath.log(2) * (closed.window - learnt) * seconds / HALF_LIFE_SECONDS);
        counted = counted * left + closed.count;
        squares = squares * left + (double) closed.count * closed.count;
        learnt = closed.window;
    }

    /** What a window with this count adds, in nats. */
    private double gain(int x) {
        double usual = usual();
        double drip = TIMES_USUAL * usual + more;
        return x * StrictMath.log(drip / usual) - (drip - usual);
    }
}
