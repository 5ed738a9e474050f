package dev.kith.investigate;

import java.util.Locale;

/** Amounts as findings tell them. */
final class Amounts {
    private static final double MEGABYTE = 1e6;

    private Amounts() {}

    static String megabytes(long bytes) {
        return bytes < MEGABYTE ? round(bytes / 1e3) + " kB" : round(bytes / MEGABYTE) + " MB";
    }

    static String seconds(double seconds) {
        return seconds < 120
                ? round(seconds) + " s"
                : seconds < 2 * 3600
                        ? round(seconds / 60) + " min"
                        : seconds < 48 * 3600 ? round(seconds / 3600) + " h" : round(seconds / 86_400) + " days";
    }

    static String round(double value) {
        return value >= 10 ? String.format(Locale.ROOT, "%.0f", value) : String.format(Locale.ROOT, "%.1f", value);
    }
}
