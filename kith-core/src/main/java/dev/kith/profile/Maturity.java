package dev.kith.profile;

import java.time.Duration;

/**
 * How much a baseline is worth.
 *
 * @param observations how many it rests on
 * @param spanDays from the first to the last of them
 * @param factor how far an opinion from it is to be trusted, in [0, 1)
 */
public record Maturity(long observations, double spanDays, Level level, double factor) {
    /** Observations and days at which half the trust is reached. Chosen by hand. */
    private static final double HALF_OBSERVATIONS = 4;

    private static final double HALF_DAYS = 3;

    public Maturity {
        if (!(factor >= 0 && factor <= 1)) {
            throw new IllegalArgumentException("factor outside [0, 1]: " + factor);
        }
    }

    /** Both are needed: a hundred mails of one afternoon show no habit, and neither do two mails a year apart. */
    public static Maturity of(long observations, Duration span) {
        double days = Math.max(0, span.toSeconds() / 86_400.0);
        double factor = observations / (observations + HALF_OBSERVATIONS) * ((days + 0.5) / (days + 0.5 + HALF_DAYS));
        return new Maturity(observations, days, Level.of(observations, days), factor);
    }

    /** Stages of growth; the bounds are chosen by hand. */
    public enum Level {
        /** Nothing known. */
        NONE,
        /** Fewer than 5 observations or 3 days: abstain. */
        THIN,
        /** Fewer than 20 observations or 14 days: widen. */
        FORMING,
        MATURE;

        static Level of(long observations, double days) {
            if (observations == 0) {
                return NONE;
            }
            if (observations < 5 || days < 3) {
                return THIN;
            }
            return observations < 20 || days < 14 ? FORMING : MATURE;
        }
    }
}
