package dev.kith.server.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Numbers and times in the words of the report. The same on every machine: no locale, no zone but UTC. */
public final class Figures {
    private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    private static final String[] MONTHS = {
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December"
    };

    private Figures() {}

    /** {@code 9,208}. */
    public static String count(long n) {
        String digits = Long.toString(Math.abs(n));
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                out.append(',');
            }
            out.append(digits.charAt(i));
        }
        return n < 0 ? "-" + out : out.toString();
    }

    /** {@code 1 mail}, {@code 9,208 mails}. */
    public static String count(long n, String one, String many) {
        return count(n) + " " + (n == 1 ? one : many);
    }

    /** Two digits; certainty is never rounded up to 1. */
    public static String score(double value) {
        return twoDigits(hundredths(value));
    }

    /**
     * Parts of a whole as {@code +0.31} or {@code -0.05}, rounded so that what is shown adds up to the whole as {@link #score}
     * shows it: by the method of the largest remainder.
     */
    static List<String> weights(List<Double> parts, double whole) {
        long[] hundredths = new long[parts.size()];
        long left = hundredths(whole);
        List<Integer> byRemainder = new ArrayList<>();
        for (int i = 0; i < hundredths.length; i++) {
            hundredths[i] = (long) Math.floor(parts.get(i) * 100);
            left -= hundredths[i];
            byRemainder.add(i);
        }
        byRemainder.sort(Comparator.comparingDouble(i -> hundredths[i] - parts.get(i) * 100));
        // Below zero where a sum that is all but 1 is shown as 0.99: then the smallest remainder gives way.
        for (int i = 0; i < left && i < hundredths.length; i++) {
            hundredths[byRemainder.get(i)]++;
        }
        for (int i = hundredths.length - 1; i >= 0 && left < 0; i--, left++) {
            hundredths[byRemainder.get(i)]--;
        }
        return Arrays.stream(hundredths).mapToObj(Figures::signed).toList();
    }

    private static String signed(long hundredths) {
        return (hundredths < 0 ? "\u2212" : "+") + twoDigits(Math.abs(hundredths));
    }

    private static String twoDigits(long hundredths) {
        return hundredths / 100 + "." + (hundredths % 100 < 10 ? "0" : "") + hundredths % 100;
    }

    private static long hundredths(double score) {
        long hundredths = Math.round(score * 100);
        return hundredths >= 100 && score < 1 ? 99 : hundredths;
    }

    /** At most six decimals, no exponent, no trailing zeros: the same text for the same number on every Java. */
    static String decimal(double value) {
        if (!Double.isFinite(value) || Math.abs(value) >= 1e12) {
            throw new IllegalArgumentException("not a printable number: " + value);
        }
        long millionths = Math.round(Math.abs(value) * 1e6);
        String sign = value < 0 && millionths > 0 ? "-" : "";
        long whole = millionths / 1_000_000;
        if (millionths % 1_000_000 == 0) {
            return sign + whole;
        }
        String digits = Long.toString(1_000_000 + millionths % 1_000_000).substring(1);
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        return sign + whole + "." + digits.substring(0, end);
    }

    /** Two leading digits count: {@code 41,000} for 41,234. */
    static String rough(double value) {
        long n = Math.round(value);
        long unit = 1;
        while (n / unit >= 100) {
            unit *= 10;
        }
        return count(Math.round((double) n / unit) * unit);
    }

    /** {@code Tue 6 Oct 10:52}. */
    static String moment(Instant time) {
        OffsetDateTime at = time.atOffset(ZoneOffset.UTC);
        return weekday(at) + " " + shortDay(at.toLocalDate()) + " " + clock(at);
    }

    /** {@code Tue 6 Oct 2026 10:52}. */
    static String momentOfYear(Instant time) {
        OffsetDateTime at = time.atOffset(ZoneOffset.UTC);
        return weekday(at) + " " + shortDay(at.toLocalDate()) + " " + at.getYear() + " " + clock(at);
    }

    /** {@code Tue 10:52}. */
    static String timeOfWeek(Instant time) {
        OffsetDateTime at = time.atOffset(ZoneOffset.UTC);
        return weekday(at) + " " + clock(at);
    }

    private static String weekday(OffsetDateTime at) {
        return DAYS[at.getDayOfWeek().getValue() - 1];
    }

    /** {@code 2026-10-06T10:52:09Z}: RFC 3339, whole seconds. */
    static String exact(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** {@code 6 October 2026}. */
    static String day(LocalDate date) {
        return date.getDayOfMonth() + " " + MONTHS[date.getMonthValue() - 1] + " " + date.getYear();
    }

    /** {@code 6 Oct}. */
    static String shortDay(LocalDate date) {
        return date.getDayOfMonth() + " " + MONTHS[date.getMonthValue() - 1].substring(0, 3);
    }

    static LocalDate dateOf(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** {@code 6 to 7 October 2026}, as short as it stays clear. */
    static String period(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return day(first);
        }
        if (first.getYear() != last.getYear()) {
            return day(first) + " to " + day(last);
        }
        if (first.getMonthValue() != last.getMonthValue()) {
            return first.getDayOfMonth() + " " + MONTHS[first.getMonthValue() - 1] + " to " + day(last);
        }
        return first.getDayOfMonth() + " to " + day(last);
    }

    /** How long apart, in the largest unit that says enough: {@code 105 min}, {@code 26 h}, {@code 14 months}. */
    static String span(Instant from, Instant to) {
        long minutes = Math.max(0, ChronoUnit.MINUTES.between(from, to));
        if (minutes < 120) {
            return minutes + " min";
        }
        if (minutes < 48 * 60) {
            return Math.round(minutes / 60.0) + " h";
        }
        long days = Math.round(minutes / 1440.0);
        if (days < 60) {
            return days + " days";
        }
        return days < 730 ? Math.round(days / 30.4) + " months" : Math.round(days / 365.25) + " years";
    }

    /** {@code 812 B}, {@code 48 kB}, {@code 3.1 MB}. */
    static String bytes(long n) {
        if (n < 1000) {
            return n + " B";
        }
        if (n < 1_000_000) {
            return Math.round(n / 1000.0) + " kB";
        }
        long tenths = Math.round(n / 100_000.0);
        return count(tenths / 10) + "." + tenths % 10 + " MB";
    }

    private static String clock(OffsetDateTime at) {
        return (at.getHour() < 10 ? "0" : "") + at.getHour() + ":" + (at.getMinute() < 10 ? "0" : "") + at.getMinute();
    }
}
