package dev.kith.profile;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a decayed sketch: how much an observation weighs, and what a stored sum is worth now. Immutable; sketches of one
 * half-life that have reached the same time mostly share one.
 *
 * <p>Pass the time of the pipeline, not one that a sender claims: an observation far in the future renews the landmark
 * and so forgets the past.
 */
public final class ForwardDecay {
    /*
     * Forward decay [1]: an observation at time t is added with weight 2^((t - L) / h), h being the half-life and L a
     * landmark; at time now every sum is multiplied by 2^(-(now - L) / h). Nothing stored has to be touched as time
     * passes, late observations simply weigh less, and sums of the same half-life can be added: that is the merge.
     *
     * The weights grow, so the landmark must move. Landmarks stand on a grid of 32 half-lives counted from 1970: two
     * sketches that reach the same time have the same landmark, and a renewal multiplies by a power of two, which is
     * exact in binary floating point. There is no drift, however many years pass. 32 is chosen by hand: the largest
     * weight, 2^32, leaves a double 20 bits of fraction for sums of a million of them, and a float its full 24 bits.
     *
     * [1] Cormode, Shkapenyuk, Srivastava, Xu: Forward Decay: A Practical Time Decay Model for Streaming Systems.
     *     ICDE 2009.
     */
    private static final int HALF_LIVES_PER_EPOCH = 32;

    /** More than any double can be scaled by: everything before is forgotten. */
    private static final int SCALE_MAX = 2_000;

    private static final double LN2 = 0.6931471805599453;
    private static final long UNSET = Long.MIN_VALUE;

    private final long halfLifeSeconds;
    private final long epoch;

    /** @param halfLife the time in which an observation loses half its weight; at least a second */
    public static ForwardDecay of(Duration halfLife) {
        return shared(halfLife.toSeconds(), UNSET);
    }

    private ForwardDecay(long halfLifeSeconds, long epoch) {
        if (halfLifeSeconds < 1 || halfLifeSeconds > Long.MAX_VALUE / 1_000) {
            throw new IllegalArgumentException(
                    "half-life outside a second and the age of the world: " + halfLifeSeconds);
        }
        this.halfLifeSeconds = halfLifeSeconds;
        this.epoch = epoch;
    }

    public Duration halfLife() {
        return Duration.ofSeconds(halfLifeSeconds);
    }

    /** The weight of an observation of this time against the present landmark: what to add to a stored sum. */
    public double weight(Instant at) {
        return weight(at.getEpochSecond());
    }

    /** What to multiply a stored sum with to have its value at this time. */
    public double scale(Instant now) {
        return scale(now.getEpochSecond());
    }

    /**
     * The clock for observations of this time: this one, or one with a later landmark, for which every stored sum has to be
     * multiplied with {@link #conversion}: 1, or a negative power of two.
     */
    public ForwardDecay at(Instant time) {
        return at(time.getEpochSecond());
    }

    double weight(long at) {
        return exp2((double) (at - landmark()) / halfLifeSeconds);
    }

    double scale(long now) {
        return exp2((double) (landmark() - now) / halfLifeSeconds);
    }

    ForwardDecay at(long time) {
        long reached = Math.floorDiv(time, period());
        return epoch == UNSET || reached > epoch ? shared(halfLifeSeconds, reached) : this;
    }

    /** The decayed length, in seconds, of the time between two instants, seen from the later: at most h / ln 2. */
    double exposureSeconds(long from, long now) {
        return now <= from ? 0 : halfLifeSeconds / LN2 * (1 - exp2((double) (from - now) / halfLifeSeconds));
    }

    /** What a sum kept by the other clock is multiplied with to be added to one kept by this clock. */
    public double conversion(ForwardDecay other) {
        if (halfLifeSeconds != other.halfLifeSeconds) {
            throw new IllegalArgumentException(
                    "half-lives differ: " + halfLifeSeconds + " s and " + other.halfLifeSeconds + " s");
        }
        if (other.epoch == UNSET || epoch == UNSET || epoch == other.epoch) {
            return 1;
        }
        long halfLives = (other.epoch - epoch) * HALF_LIVES_PER_EPOCH;
        return Math.scalb(1.0, (int) Math.max(-SCALE_MAX, Math.min(SCALE_MAX, halfLives)));
    }

    /** A clock that has reached the later of two landmarks. */
    static ForwardDecay later(ForwardDecay a, ForwardDecay b) {
        a.conversion(b);
        return shared(a.halfLifeSeconds, Math.max(a.epoch, b.epoch));
    }

    void write(StateWriter out) {
        out.number(halfLifeSeconds);
        out.number(epoch);
    }

    static ForwardDecay read(StateReader in) {
        return shared(in.number(), in.number());
    }

    private long landmark() {
        return epoch == UNSET ? 0 : epoch * period();
    }

    private long period() {
        return halfLifeSeconds * HALF_LIVES_PER_EPOCH;
    }

    /** The last clock asked for of each slot: there are a few half-lives, and hardly two landmarks in use at a time. As with powers. */
    private static final @Nullable ForwardDecay[] SHARED = new @Nullable ForwardDecay[64];

    private static ForwardDecay shared(long halfLifeSeconds, long epoch) {
        int slot = (int) ValueHash.mix(31 * halfLifeSeconds + epoch) & (SHARED.length - 1);
        ForwardDecay known = SHARED[slot];
        if (known == null || known.halfLifeSeconds != halfLifeSeconds || known.epoch != epoch) {
            known = new ForwardDecay(halfLifeSeconds, epoch);
            SHARED[slot] = known;
        }
        return known;
    }

    private record Power(double exponent, double value) {}

    /**
     * The last power asked for of each slot, since the facets of one event ask for the same few. Without locks: entries never
     * change, and a lost write costs one computation.
     */
    private static final @Nullable Power[] POWERS = new @Nullable Power[64];

    /** Two to the power x, to the same bit on every machine: whole part by scaling, fraction by StrictMath. */
    static double exp2(double x) {
        if (x < -SCALE_MAX) {
            return 0;
        }
        int slot = (int) ValueHash.mix(Double.doubleToRawLongBits(x)) & (POWERS.length - 1);
        Power known = POWERS[slot];
        if (known == null || known.exponent != x) {
            known = new Power(x, powerOfTwo(x));
            POWERS[slot] = known;
        }
        return known.value;
    }

    private static double powerOfTwo(double x) {
        double whole = Math.floor(Math.min(x, SCALE_MAX));
        double fraction = Math.min(x, SCALE_MAX) - whole;
        return Math.scalb(fraction == 0 ? 1 : StrictMath.exp(fraction * LN2), (int) whole);
    }
}
