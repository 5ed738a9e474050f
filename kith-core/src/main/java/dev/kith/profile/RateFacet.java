package dev.kith.profile;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How often an entity does something, in windows of 5 minutes, an hour and a day at once, with its weekly rhythm. Shows a
 * burst while it happens. About 1,100 bytes. Not thread-safe.
 */
public final class RateFacet implements Facet {
    /*
     * Gamma-Poisson: the rate has a gamma posterior from the decayed number of events and the decayed time lived through;
     * counts of a window are then negative binomial. People are burstier than that, so the variance of the windows lived
     * through is matched by a second gamma factor for each window length: its 1/r is E[x(x-1)] / E[m]^2 - 1, an estimate by
     * factorial moments [1], and the two spreads add. The mean follows the day of the week and the hour (WeekRhythm).
     *
     * Somebody who writes one by one all year and sends a mail merge to 25 once a month is two processes, not one wide
     * one: a count that was shown before is as probable as it was frequent, whatever the negative binomial says. A burst
     * is what is improbable either way.
     *
     * What is found extreme teaches next to nothing (a fiftieth), so a burst does not vouch for itself or for the next; and
     * lessons are drawn from a window only when it is over.
     *
     * [1] Anscombe: Sampling theory of the negative binomial and logarithmic series distributions. Biometrika 37 (1950).
     */
    private static final int[] WINDOW_SECONDS = {300, 3_600, 86_400};

    /** Below this tail probability a count is a burst: about one window in three years of hours. Chosen by hand. */
    public static final double BURST_TAIL = 1e-6;

    /**
     * Nobody bursts with fewer events in a window: a mail merge to a team is everybody's right, and a person's first one
     * says nothing. Chosen by hand.
     */
    private static final int BURST_COUNT_MIN = 20;

    /** What an event within a burst teaches. Chosen by hand. */
    private static final double BURST_LESSON = 0.02;

    /** The rate before anything is known: one event in one day. Chosen by hand. */
    private static final double PRIOR_EVENTS = 1;

    private static final double PRIOR_SECONDS = 86_400;

    /** The weekly rhythm counts in full after three weeks. Chosen by hand: the least that shows a habit. */
    private static final double RHYTHM_SECONDS = 21 * 86_400.0;

    /** Nobody is told to be bursting before a rate can be known: three days, those of {@link Maturity.Level#THIN}. */
    private static final long YOUNG_SECONDS = 3 * 86_400;

    private static final int FIXED_BYTES = 160;

    private ForwardDecay decay;
    private final int offsetSeconds;
    private final WeekRhythm rhythm;
    private final RateWindow[] windows;
    private double events;
    private long startSeconds = Long.MIN_VALUE;
    private long squaresHour = Long.MIN_VALUE;
    private double hourSquare = 1;
    private double daySquare = 1;

    /** Rhythm by UTC. */
    public RateFacet(Duration halfLife) {
        this(halfLife, ZoneOffset.UTC);
    }

    /** @param offset of the entity's own time, so that its weekend is its own */
    public RateFacet(Duration halfLife, ZoneOffset offset) {
        this(ForwardDecay.of(halfLife), offset.getTotalSeconds(), new WeekRhythm(), windows());
    }

    private RateFacet(ForwardDecay decay, int offsetSeconds, WeekRhythm rhythm, RateWindow[] windows) {
        this.decay = decay;
        this.offsetSeconds = offsetSeconds;
        this.rhythm = rhythm;
        this.windows = windows;
    }

    private static RateWindow[] windows() {
        RateWindow[] windows = new RateWindow[WINDOW_SECONDS.length];
        for (int i = 0; i < windows.length; i++) {
            windows[i] = new RateWindow(WINDOW_SECONDS[i]);
        }
        return windows;
    }

    /** Notes that the entity was known before the first event to be counted: until then there was none. */
    void knownSince(Instant at) {
        if (isUnused()) {
            startSeconds = at.getEpochSecond();
        }
    }

    /**
     * Counts an event and judges the windows that end with it.
     *
     * @param weight what it may teach: 1 for an ordinary event, 0 for one that is held. It is counted in any case
     */
    public Optional<Burst> observe(Instant at, double weight) {
        long seconds = at.getEpochSecond();
        ForwardDecay before = decay;
        decay = before.at(seconds);
        double factor = decay.conversion(before);
        if (factor != 1) {
            events *= factor;
            rhythm.scale(factor);
            for (RateWindow window : windows) {
                window.scale(factor);
            }
        }
        if (isUnused()) {
            startSeconds = seconds;
        }
        refreshSquares(seconds);
        for (RateWindow window : windows) {
            window.turn(seconds, decay);
        }
        Optional<Burst> burst = assess(at);
        double lesson = weight * (burst.isPresent() ? BURST_LESSON : 1);
        double mass = lesson * decay.weight(seconds);
        events += mass;
        rhythm.add(seconds + offsetSeconds, mass);
        for (RateWindow window : windows) {
            if (!window.isLate(seconds)) {
                window.add(lesson);
            }
        }
        return burst;
    }

    /** Judges an event at this time, as if it came now, without counting it. Neither late events nor those of the first days are. */
    public Optional<Burst> assess(Instant at) {
        long seconds = at.getEpochSecond();
        if (isUnused() || seconds - startSeconds < YOUNG_SECONDS || windows[0].isLate(seconds)) {
            return Optional.empty();
        }
        Optional<Burst> worst = Optional.empty();
        for (RateWindow window : windows) {
            double count = window.count(seconds) + 1;
            if (count < BURST_COUNT_MIN) {
                continue;
            }
            double mean = expected(window.seconds(), seconds);
            if (count < 2 * mean) {
                continue;
            }
            double tail = tail(window, count, mean, seconds);
            if (tail < BURST_TAIL && (worst.isEmpty() || tail < worst.get().tailProbability())) {
                worst = Optional.of(
                        new Burst(Duration.ofSeconds(window.seconds()), (int) Math.round(count), mean, tail));
            }
        }
        return worst;
    }

    /** The probability that a window of the given length which ends now holds at least the count it does hold. */
    public double tailProbability(Duration window, Instant now) {
        for (RateWindow candidate : windows) {
            if (candidate.seconds() == window.toSeconds()) {
                long seconds = now.getEpochSecond();
                double count = candidate.count(seconds);
                return count < 1 ? 1 : tail(candidate, count, expected(candidate.seconds(), seconds), seconds);
            }
        }
        throw new IllegalArgumentException("no such window: " + window);
    }

    /** How many events are expected in a window of this length around now. */
    public double expected(Duration window, Instant now) {
        return expected(window.toSeconds(), now.getEpochSecond());
    }

    /** The decayed number of events. */
    public double total(Instant now) {
        return events * decay.scale(now.getEpochSecond());
    }

    private double expected(long windowSeconds, long now) {
        double scale = decay.scale(now);
        double perSecond = (events * scale + PRIOR_EVENTS) / (exposure(now) + PRIOR_SECONDS);
        double factor = windowSeconds >= WeekRhythm.DAY_SECONDS
                ? rhythm.dayFactor(WeekRhythm.day(now + offsetSeconds), scale)
                : rhythm.hourFactor(now + offsetSeconds, scale);
        return perSecond * windowSeconds * (1 + (factor - 1) * rhythmTrust(now));
    }

    private double tail(RateWindow window, double count, double mean, long now) {
        double scale = decay.scale(now);
        double exposure = exposure(now);
        double even = (events * scale + PRIOR_EVENTS) / (exposure + PRIOR_SECONDS) * window.seconds();
        double square = window.seconds() >= WeekRhythm.DAY_SECONDS ? daySquare : hourSquare;
        double meanSquare = even * even * (1 + (square - 1) * rhythmTrust(now));
        return window.tail(count, mean, meanSquare, exposure / window.seconds(), scale, events * scale + PRIOR_EVENTS);
    }

    private double exposure(long now) {
        return isUnused() ? 0 : decay.exposureSeconds(startSeconds, now);
    }

    private boolean isUnused() {
        return startSeconds == Long.MIN_VALUE;
    }

    private double rhythmTrust(long now) {
        return isUnused() ? 0 : Math.max(0, Math.min(1, (now - startSeconds) / RHYTHM_SECONDS));
    }

    /** The unevenness of the rhythm moves slowly: once an hour is enough. */
    private void refreshSquares(long now) {
        long hour = Math.floorDiv(now, WeekRhythm.HOUR_SECONDS);
        if (hour > squaresHour) {
            squaresHour = hour;
            double scale = decay.scale(now);
            hourSquare = rhythm.hourSquare(scale);
            daySquare = rhythm.daySquare(scale);
        }
    }

    @Override
    public long estimatedBytes() {
        long bytes = FIXED_BYTES + rhythm.estimatedBytes();
        for (RateWindow window : windows) {
            bytes += window.estimatedBytes();
        }
        return bytes;
    }

    @Override
    public void write(StateWriter out) {
        decay.write(out);
        out.number(offsetSeconds);
        rhythm.write(out);
        out.number(windows.length);
        for (RateWindow window : windows) {
            window.write(out);
        }
        out.mass(events);
        out.number(startSeconds);
        out.number(squaresHour);
        out.mass(hourSquare);
        out.mass(daySquare);
    }

    static RateFacet read(StateReader in) {
        ForwardDecay decay = ForwardDecay.read(in);
        int offsetSeconds = in.count();
        WeekRhythm rhythm = WeekRhythm.read(in);
        RateWindow[] windows = new RateWindow[in.count()];
        for (int i = 0; i < windows.length; i++) {
            windows[i] = RateWindow.read(in);
        }
        RateFacet facet = new RateFacet(decay, offsetSeconds, rhythm, windows);
        facet.events = in.mass();
        facet.startSeconds = in.number();
        facet.squaresHour = in.number();
        facet.hourSquare = in.mass();
        facet.daySquare = in.mass();
        return facet;
    }
}
