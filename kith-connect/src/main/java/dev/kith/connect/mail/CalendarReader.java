package dev.kith.connect.mail;

import java.util.ArrayList;
import java.util.List;

/**
 * What a calendar file (RFC 5545) links to and who organises it.
 *
 * @param method REQUEST, CANCEL, REPLY, PUBLISH ...; empty where none
 * @param organizer address of the organiser, lower case; empty where none
 * @param addresses URLs of its properties and texts
 * @param text summary, description and location
 */
record CalendarReader(String method, String organizer, List<String> addresses, String text) {
    private static final int LINES_MAX = 5_000; // chosen by hand
    private static final int ADDRESSES_MAX = 100; // chosen by hand

    static CalendarReader read(String ics) {
        String method = "";
        String organizer = "";
        List<String> addresses = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (String line : unfolded(ics)) {
            int colon = valueStart(line);
            if (colon < 0) {
                continue;
            }
            String head = Words.lower(line.substring(0, colon));
            int semicolon = head.indexOf(';');
            String name = semicolon < 0 ? head : head.substring(0, semicolon);
            String value = line.substring(colon + 1);
            switch (name) {
                case "method" -> method = Words.cut(value.strip(), 30);
                case "organizer" -> organizer = organizer.isEmpty() ? address(value) : organizer;
                case "summary", "description", "location", "comment", "x-alt-desc" -> {
                    String plain = unescaped(value);
                    text.append(plain).append('\n');
                    addresses.addAll(Uris.in(plain, ADDRESSES_MAX));
                }
                default -> addresses.addAll(Uris.in(value, ADDRESSES_MAX));
            }
        }
        List<String> distinct =
                addresses.stream().distinct().limit(ADDRESSES_MAX).toList();
        return new CalendarReader(method, organizer, distinct, text.toString());
    }

    private static String address(String value) {
        int mail = Words.indexOfIgnoreCase(value, "mailto:", 0);
        return mail < 0 ? "" : Words.lower(Words.cut(value.substring(mail + 7).strip(), 320));
    }

    private static List<String> unfolded(String ics) {
        List<String> lines = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        int at = 0;
        while (at < ics.length() && lines.size() < LINES_MAX) {
            int end = ics.indexOf('\n', at);
            end = end < 0 ? ics.length() : end;
            boolean continued = ics.charAt(at) == ' ' || ics.charAt(at) == '\t';
            if (!continued) {
                lines.add(current.toString());
                current.setLength(0);
            }
            current.append(ics, continued ? at + 1 : at, end);
            at = end + 1;
        }
        lines.add(current.toString());
        return lines;
    }

    /** The colon that ends the parameters, which may be quoted. */
    private static int valueStart(String line) {
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ':' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private static String unescaped(String value) {
        return value.replace("\\n", "\n")
                .replace("\\N", "\n")
                .replace("\\,", ",")
                .replace("\\;", ";")
                .replace("\\\\", "\\");
    }
}
