package dev.kith.connect.mail;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Dates of mail headers (RFC 5322 3.3 and 4.3) and what stands in their place: weekday anywhere, two-digit years, month
 * first, ISO 8601, fractions of seconds, zones by name, no zone.
 */
final class DateReader {
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final int TOKENS_MAX = 14; // chosen by hand: twice what a date needs
    private static final int YEAR_MIN = 1982; // of RFC 822: before, a clock was never set
    private static final int YEAR_MAX = 2100;
    private static final int ZONE_HOURS_MAX = 18; // what ZoneOffset allows; the world uses 14

    /** @param zoneMinutes offset as written; empty where none is written */
    record Read(long epochSecond, Optional<Integer> zoneMinutes) {}

    private int day;
    private int month;
    private int year = -1;
    private int hour = -1;
    private int minute;
    private int second;
    private Optional<Integer> zone = Optional.empty();

    private DateReader() {}

    static Optional<Read> parse(String text) {
        DateReader reader = new DateReader();
        for (String token : tokens(text)) {
            reader.take(token);
        }
        return reader.result();
    }

    /** Words split at white space and commas, comments left out. */
    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int depth = 0;
        for (int i = 0; i <= text.length() && tokens.size() < TOKENS_MAX; i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0 && (c == ' ' || c == ',' || c == '\t')) {
                if (!word.isEmpty()) {
                    tokens.add(word.toString());
                    word.setLength(0);
                }
            } else if (depth == 0) {
                word.append(c);
            }
        }
        return tokens;
    }

    private void take(String token) {
        char c = token.charAt(0);
        if (Words.isAsciiDigit(c)) {
            if (token.indexOf(':') > 0 && token.indexOf('-') < 0 && token.indexOf('T') < 0) {
                time(token);
            } else if (token.indexOf('-') > 0) {
                dashed(token);
            } else {
                number(token);
            }
        } else if ((c == '+' || c == '-') && token.length() > 2) {
            zone(token);
        } else if (month == 0 && monthOf(token) > 0) {
            month = monthOf(token);
        } else if (hour >= 0 && zone.isEmpty()) {
            namedZone(token);
        }
    }

    private void number(String token) {
        int value = digits(token, 0, token.length());
        if (value < 0) {
            return;
        }
        if (token.length() >= 4) {
            year = value;
        } else if (day == 0 && value >= 1 && value <= 31) {
            day = value;
        } else if (year < 0) {
            year = value + (value < 50 ? 2000 : value < 1000 ? 1900 : 0); // RFC 5322 4.3
        }
    }

    /** {@code 12-Nov-2026} and {@code 2026-11-12T08:30:00Z}. */
    private void dashed(String token) {
        int t = token.indexOf('T');
        String date = t > 0 ? token.substring(0, t) : token;
        String[] parts = date.split("-", 4);
        if (parts.length < 3) {
            return;
        }
        if (parts[0].length() == 4) {
            year = digits(parts[0], 0, 4);
            month = Math.max(0, digits(parts[1], 0, parts[1].length()));
            day = Math.max(0, digits(parts[2], 0, parts[2].length()));
        } else {
            number(parts[0]);
            month = monthOf(parts[1]);
            number(parts[2]);
        }
        if (t > 0) {
            String rest = token.substring(t + 1);
            int zoneAt = zoneStart(rest);
            time(rest.substring(0, zoneAt));
            if (zoneAt < rest.length()) {
                take(rest.substring(zoneAt));
            }
        }
    }

    private static int zoneStart(String time) {
        for (int i = 0; i < time.length(); i++) {
            char c = time.charAt(i);
            if (c == '+' || c == '-' || c == 'Z' || c == 'z') {
                return i;
            }
        }
        return time.length();
    }

    private void time(String token) {
        String[] parts = token.split(":", 4);
        hour = parts.length > 1 ? digits(parts[0], 0, parts[0].length()) : -1;
        minute = parts.length > 1 ? digits(parts[1], 0, parts[1].length()) : 0;
        if (parts.length > 2) {
            int end = 0;
            while (end < parts[2].length() && Words.isAsciiDigit(parts[2].charAt(end))) {
                end++;
            }
            second = Math.max(0, digits(parts[2], 0, end));
            int zoneAt = zoneStart(parts[2]);
            if (zoneAt < parts[2].length()) {
                take(parts[2].substring(zoneAt));
            }
        }
    }

    private void zone(String token) {
        String plain = token.substring(1).replace(":", "");
        int value = digits(plain, 0, Math.min(4, plain.length()));
        if (value < 0 || zone.isPresent()) {
            return;
        }
        int minutes = plain.length() <= 2 ? value * 60 : value / 100 * 60 + value % 100;
        if (minutes <= ZONE_HOURS_MAX * 60) {
            zone = Optional.of(token.charAt(0) == '-' ? -minutes : minutes);
        }
    }

    private void namedZone(String token) {
        int hours = switch (Words.lower(token)) {
            case "z", "ut", "utc", "gmt", "wet" -> 0;
            case "est", "cdt" -> -5;
            case "edt" -> -4;
            case "cst", "mdt" -> -6;
            case "mst", "pdt" -> -7;
            case "pst" -> -8;
            case "cet", "bst", "west", "met" -> 1;
            case "cest", "eet", "mest" -> 2;
            case "eest", "msk" -> 3;
            case "jst" -> 9;
            default -> ZONE_HOURS_MAX + 1;
        };
        if (hours <= ZONE_HOURS_MAX) {
            zone = Optional.of(hours * 60);
        }
    }

    private static int monthOf(String token) {
        if (token.length() < 3) {
            return 0;
        }
        int index = MONTHS.indexOf(Words.lower(token.substring(0, 3)));
        return index >= 0 && index % 3 == 0 ? index / 3 + 1 : 0;
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            if (!Words.isAsciiDigit(text.charAt(i)) || value > 99_999) {
                return -1;
            }
            value = value * 10 + text.charAt(i) - '0';
        }
        return to > from ? value : -1;
    }

    private Optional<Read> result() {
        if (day == 0 || month == 0 || hour < 0 || minute < 0 || year < YEAR_MIN || year > YEAR_MAX) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.of(year, month, day, hour, minute, Math.min(second, 59));
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(zone.orElse(0) * 60);
            return Optional.of(new Read(local.toEpochSecond(offset), zone));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
