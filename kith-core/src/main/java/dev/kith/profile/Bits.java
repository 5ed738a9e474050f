package dev.kith.profile;

/** Surprise in bits: minus the binary logarithm of a probability. */
final class Bits {
    /** No surprise is greater, so that a sum of several stays finite; about one in 10^30. Chosen by hand. */
    static final double MAX = 100;

    private static final double LN2 = 0.6931471805599453;

    private Bits() {}

    /** @return a value in [0, {@link #MAX}]; 0 for a certainty */
    static double of(double probability) {
        if (!(probability >= 0)) {
            throw new IllegalArgumentException("not a probability: " + probability);
        }
        return probability >= 1 ? 0 : probability == 0 ? MAX : Math.min(MAX, -log2(probability));
    }

    static double log2(double x) {
        return StrictMath.log(x) / LN2;
    }
}
