package dev.kith.profile;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * At what times of the week an entity is active. An hour of a working day backs off to that hour of any day, that to an
 * even day. About 400 bytes.
 */
public final class WeekTimeFacet implements Facet {
    /*
     * Counts by hour, working days and weekends apart, decayed, smoothed by a circular kernel over neighbouring hours, with
     * Dirichlet back-off (WeekRhythm). Surprise is that of the tail: the share of the entity's activity that falls into
     * hours at most as busy as this one. So an entity active round the clock is never surprised, and nobody is surprised
     * for the mere fact that a week has 168 hours.
     */
    private static final int WORKING_DAYS = 5;
    private static final int WEEKEND_DAYS = 2;
    private static final int FIXED_BYTES = 96;

    private ForwardDecay decay;
    private final int offsetSeconds;
    private final WeekRhythm rhythm;
    private double total;

    /** Time of the week by UTC. */
    public WeekTimeFacet(Duration halfLife) {
        this(halfLife, ZoneOffset.UTC);
    }

    /** @param offset of the entity's own time, so that its weekend is its own */
    public WeekTimeFacet(Duration halfLife, ZoneOffset offset) {
        this(ForwardDecay.of(halfLife), offset.getTotalSeconds(), new WeekRhythm());
    }

    private WeekTimeFacet(ForwardDecay decay, int offsetSeconds, WeekRhythm rhythm) {
        this.decay = decay;
        this.offsetSeconds = offsetSeconds;
        this.rhythm = rhythm;
    }

    /** @param weight 1 for an ordinary observation, less for a doubtful one */
    public void observe(Instant at, double weight) {
        long seconds = at.getEpochSecond();
        ForwardDecay before = decay;
        decay = before.at(seconds);
        double factor = decay.conversion(before);
        if (factor != 1) {
            rhythm.scale(factor);
            total *= factor;
        }
        double mass = weight * decay.weight(seconds);
        rhythm.add(seconds + offsetSeconds, mass);
        total += mass;
    }

    /** The decayed number of observations. */
    public double total(Instant now) {
        return total * decay.scale(now.getEpochSecond());
    }

    /** The share of this entity's activity that falls into hours of the week at most as busy as this time, in (0, 1]. */
    public double tailProbability(Instant at) {
        long local = at.getEpochSecond() + offsetSeconds;
        double scale = decay.scale(at.getEpochSecond());
        double[][] density = new double[2][];
        for (int half = 0; half < 2; half++) {
            density[half] = rhythm.hourShares(half, scale);
            double factor = 0;
            int from = half == 0 ? 0 : WORKING_DAYS;
            int days = half == 0 ? WORKING_DAYS : WEEKEND_DAYS;
            for (int day = from; day < from + days; day++) {
                factor += rhythm.dayFactor(day, scale) / days;
            }
            for (int hour = 0; hour < WeekRhythm.HOURS; hour++) {
                density[half][hour] *= factor;
            }
        }
        double[] mine = density[WeekRhythm.half(WeekRhythm.day(local))];
        double here = between(mine, local) * (1 + 1e-9);
        double below = 0;
        double all = 0;
        for (int half = 0; half < 2; half++) {
            int days = half == 0 ? WORKING_DAYS : WEEKEND_DAYS;
            for (double hour : density[half]) {
                all += hour * days;
                below += hour <= here ? hour * days : 0;
            }
        }
        return Math.min(1, Math.max(below, here) / all);
    }

    /** Surprise at activity at this time, in bits; 0 without history. */
    public double surpriseBits(Instant at) {
        return Bits.of(tailProbability(at));
    }

    /** What both facets have counted together; neither changes. They must have the same offset. */
    public static WeekTimeFacet merged(WeekTimeFacet a, WeekTimeFacet b) {
        if (a.offsetSeconds != b.offsetSeconds) {
            throw new IllegalArgumentException("offsets differ: " + a.offsetSeconds + ", " + b.offsetSeconds);
        }
        ForwardDecay decay = ForwardDecay.later(a.decay, b.decay);
        WeekTimeFacet merged = new WeekTimeFacet(decay, a.offsetSeconds, new WeekRhythm());
        merged.rhythm.addAll(a.rhythm, decay.conversion(a.decay));
        merged.rhythm.addAll(b.rhythm, decay.conversion(b.decay));
        merged.total = a.total * decay.conversion(a.decay) + b.total * decay.conversion(b.decay);
        return merged;
    }

    /** The density at a time, interpolated between the middles of its hour and the nearer neighbour. */
    private static double between(double[] hours, long local) {
        int hour = WeekRhythm.hour(local);
        double fraction = Math.floorMod(local, (long) WeekRhythm.HOUR_SECONDS) / (double) WeekRhythm.HOUR_SECONDS;
        int neighbour = (hour + (fraction < 0.5 ? WeekRhythm.HOURS - 1 : 1)) % WeekRhythm.HOURS;
        double away = Math.abs(fraction - 0.5);
        return (1 - away) * hours[hour] + away * hours[neighbour];
    }

    @Override
    public long estimatedBytes() {
        return FIXED_BYTES + rhythm.estimatedBytes();
    }

    @Override
    public void write(StateWriter out) {
        decay.write(out);
        out.number(offsetSeconds);
        rhythm.write(out);
        out.mass(total);
    }

    static WeekTimeFacet read(StateReader in) {
        WeekTimeFacet facet = new WeekTimeFacet(ForwardDecay.read(in), in.count(), WeekRhythm.read(in));
        facet.total = in.mass();
        return facet;
    }
}
