package dev.kith.connect.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Times as logs write them: ISO 8601 with {@code T} or a blank, up to nine decimals, with an offset or without one (UTC
 * then, as Microsoft documents it); US style ({@code 5/18/2021 9:13:35 PM}); {@code /Date(1658751973240)/}; seconds or
 * milliseconds since 1970. A clock that was never set, or is set to another age, tells no time: only this century's count.
 * Never throws, in time linear in the text.
 */
public final class RecordTime {
    /** Anything longer is no time. */
    private static final int CHARS_MAX = 40;
    /** Numbers above are milliseconds, below seconds: the year 5138, and March 1973. Chosen by hand. */
    private static final long SECONDS_MAX = 100_000_000_000L;

    /** Neither Microsoft 365 nor its like are older. Chosen by hand. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final String text;
    private int at;
    private boolean failed;

    private RecordTime(String text) {
        this.text = text;
    }

    /**
     * @return empty where the text is no time, or one outside of 2000 to 2099
     */
    public static Optional<Instant> parse(String text) {
        return read(text).filter(time -> !time.isBefore(EARLIEST) && time.isBefore(LATEST));
    }

    private static Optional<Instant> read(String text) {
        String t = text.strip();
        if (t.isEmpty() || t.length() > CHARS_MAX) {
            return Optional.empty();
        }
        if (t.startsWith("/Date(")) {
            int end = t.indexOf(')');
            return end < 0 ? Optional.empty() : epoch(t.substring(6, end));
        }
        RecordTime reader = new RecordTime(t);
        try {
            if (t.length() > 4 && t.charAt(4) == '-') {
                return reader.iso();
            }
            int slash = t.indexOf('/');
            return slash == 1 || slash == 2 ? reader.slashed() : epoch(t);
        } catch (DateTimeException e) {
            return Optional.empty(); // a 30th of February
        }
    }

    private static Optional<Instant> epoch(String text) {
        RecordTime reader = new RecordTime(text);
        long number = reader.longNumber(1, 16);
        reader.fraction();
        if (reader.failed || reader.at < text.length()) {
            return Optional.empty();
        }
        return Optional.of(number > SECONDS_MAX ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number));
    }

    private Optional<Instant> iso() {
        int year = number(4, 4);
        skip('-');
        int month = number(1, 2);
        skip('-');
        int day = number(1, 2);
        if (!failed && at == text.length()) {
            return Optional.of(LocalDateTime.of(year, month, day, 0, 0).toInstant(ZoneOffset.UTC));
        }
        if (peek() != 'T' && peek() != ' ' && peek() != 't') {
            return Optional.empty();
        }
        at++;
        return clock(year, month, day);
    }

    /** Month first, unless that can only be the day. */
    private Optional<Instant> slashed() {
        int first = number(1, 2);
        skip('/');
        int second = number(1, 2);
        skip('/');
        int year = number(4, 4);
        while (peek() == ' ' || peek() == ',') {
            at++;
        }
        return first > 12 ? clock(year, second, first) : clock(year, first, second);
    }

    private Optional<Instant> clock(int year, int month, int day) {
        int hour = number(1, 2);
        skip(':');
        int minute = number(2, 2);
        int second = 0;
        if (peek() == ':') {
            at++;
            second = number(2, 2);
        }
        int nanos = fraction();
        hour = halfDay(hour);
        int offset = offsetSeconds();
        if (failed || at < text.length()) {
            return Optional.empty();
        }
        int leap = second == 60 ? 1 : 0;
        return Optional.of(LocalDateTime.of(year, month, day, hour, minute, second - leap, nanos)
                .toInstant(ZoneOffset.ofTotalSeconds(offset))
                .plusSeconds(leap));
    }

    private int fraction() {
        if (peek() != '.') {
            return 0;
        }
        at++;
        int nanos = 0;
        int digits = 0;
        while (peek() >= '0' && peek() <= '9') {
            nanos = digits < 9 ? nanos * 10 + (peek() - '0') : nanos;
            digits++;
            at++;
        }
        for (int i = digits; i < 9; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    private int halfDay(int hour) {
        int mark = at;
        while (peek() == ' ' || peek() == '\u202f') {
            at++;
        }
        char half = Character.toUpperCase(peek());
        if ((half == 'A' || half == 'P')
                && at + 1 < text.length()
                && Character.toUpperCase(text.charAt(at + 1)) == 'M') {
            at += 2;
            return hour % 12 + (half == 'P' ? 12 : 0);
        }
        at = mark;
        return hour;
    }

    private int offsetSeconds() {
        while (peek() == ' ') {
            at++;
        }
        char sign = peek();
        if (sign == 'Z' || sign == 'z') {
            at++;
            return 0;
        }
        if (text.startsWith("UTC", at)) {
            at += 3;
            return 0;
        }
        if (sign != '+' && sign != '-') {
            return 0;
        }
        at++;
        int hours = number(2, 2);
        if (peek() == ':') {
            at++;
        }
        int minutes = at < text.length() ? number(2, 2) : 0;
        int seconds = hours * 3600 + minutes * 60;
        return sign == '-' ? -seconds : seconds;
    }

    private int number(int digitsMin, int digitsMax) {
        return (int) longNumber(digitsMin, digitsMax);
    }

    private long longNumber(int digitsMin, int digitsMax) {
        long value = 0;
        int digits = 0;
        while (digits < digitsMax && peek() >= '0' && peek() <= '9') {
            value = value * 10 + (peek() - '0');
            digits++;
            at++;
        }
        failed |= digits < digitsMin;
        return value;
    }

    private void skip(char expected) {
        if (peek() == expected) {
            at++;
        } else {
            failed = true;
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }
}
