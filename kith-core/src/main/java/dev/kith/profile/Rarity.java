package dev.kith.profile;

import java.util.Locale;

/**
 * How rare a score is among the organisation's own events of its class.
 *
 * @param pValue the share of events that score as high, in (0, 1]
 */
public record Rarity(double pValue) {
    public Rarity {
        if (!(pValue > 0 && pValue <= 1)) {
            throw new IllegalArgumentException("p-value outside (0, 1]: " + pValue);
        }
    }

    /** One in how many events scores as high; rounded to two digits. */
    public long oneIn() {
        long n = Math.round(1 / pValue);
        long unit = 1;
        while (n / unit >= 100) {
            unit *= 10;
        }
        return (n + unit / 2) / unit * unit;
    }

    /** Such as {@code 1 in 4,000}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "1 in %,d", oneIn());
    }
}
