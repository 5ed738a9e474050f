package dev.kith.simulate;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Seeded chance. Every source of it is named by a key, so that one part of the simulation can change without shifting the
 * throws of another. Built on the raw 64-bit stream of SplittableRandom (Steele et al. 2014) alone, whose algorithm is
 * fixed; bounded and Gaussian throws are made here, since those of the JDK may differ between its versions.
 */
final class Dice {
    /** FNV-1a, 64 bit: offset basis and prime (Fowler, Noll, Vo). */
    private static final long FNV_BASIS = 0xcbf29ce484222325L;

    private static final long FNV_PRIME = 0x100000001b3L;
    private static final String HEX = "0123456789abcdef";
    static final String DIGITS = "0123456789";
    static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    static final String LOWER = "abcdefghijklmnopqrstuvwxyz0123456789";
    static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    static final String URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

    private final SplittableRandom random;

    private Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static Dice of(long seed, Object... key) {
        long hash = FNV_BASIS ^ seed;
        hash *= FNV_PRIME;
        for (Object part : key) {
            String text = part.toString();
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * FNV_PRIME;
            }
            hash = (hash ^ 0x1f) * FNV_PRIME;
        }
        return new Dice(hash);
    }

    /** A child with a stream of its own. */
    Dice child() {
        return new Dice(random.nextLong());
    }

    long bits() {
        return random.nextLong();
    }

    /** Uniform in [0, 1). */
    double unit() {
        return (random.nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in [0, bound). */
    int below(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound not above 0: " + bound);
        }
        return (int) (unit() * bound);
    }

    /** Uniform from low to high, both included. */
    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    <T> T pick(List<T> values) {
        return values.get(below(values.size()));
    }

    @SafeVarargs
    final <T> T pickOf(T... values) {
        return values[below(values.length)];
    }

    /** Standard normal, by Box and Muller (1958). */
    double gauss() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
        return radius * StrictMath.cos(2 * Math.PI * unit());
    }

    /** Log-normal with that median and that sigma of the logarithm. */
    double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * gauss());
    }

    /** A whole number whose mean is the given one: the fraction decides by chance. */
    int around(double mean) {
        double spread = mean <= 0 ? 0 : Math.max(0, mean + StrictMath.sqrt(mean) * gauss());
        int whole = (int) spread;
        return whole + (chance(spread - whole) ? 1 : 0);
    }

    String text(String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(below(alphabet.length())));
        }
        return text.toString();
    }

    String hex(int length) {
        return text(HEX, length);
    }

    String digits(int length) {
        return text(DIGITS, length);
    }
}
