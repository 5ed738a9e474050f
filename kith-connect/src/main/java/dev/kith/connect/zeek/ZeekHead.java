package dev.kith.connect.zeek;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the lines with {@code #} say of the lines that follow. Mutable: a later head replaces an earlier one. */
final class ZeekHead {
    private static final int FIELDS_MAX = 1_000;

    private char separator = '\t';
    private String unset = "-";
    private String empty = "(empty)";
    private ZeekStream stream = ZeekStream.OTHER;
    private boolean named;
    private Map<String, Integer> places = Map.of();
    private int fields;

    /** The fields of conn.log as Zeek writes them without any setting. */
    private static final List<String> CONNECTION = List.of(
            "ts",
            "uid",
            "id.orig_h",
            "id.orig_p",
            "id.resp_h",
            "id.resp_p",
            "proto",
            "service",
            "duration",
            "orig_bytes",
            "resp_bytes",
            "conn_state",
            "local_orig",
            "local_resp",
            "missed_bytes",
            "history",
            "orig_pkts",
            "orig_ip_bytes",
            "resp_pkts",
            "resp_ip_bytes",
            "tunnel_parents");

    static ZeekHead connections() {
        ZeekHead head = new ZeekHead();
        head.stream = ZeekStream.CONN;
        head.named = true;
        head.fields(CONNECTION.toArray(new String[0]), 0);
        return head;
    }

    /** Takes in a line of the head; lines that say something else ({@code #close}, {@code #types}) change nothing. */
    void take(String line) {
        if (line.startsWith("#separator")) {
            separator = separator(line.substring("#separator".length()).strip());
            return;
        }
        String[] cells = line.split(java.util.regex.Pattern.quote(String.valueOf(separator)), FIELDS_MAX + 2);
        switch (cells[0]) {
            case "#path" -> {
                stream = ZeekStream.named(cells.length > 1 ? cells[1] : "");
                named = true;
            }
            case "#unset_field" -> unset = cells.length > 1 ? cells[1] : unset;
            case "#empty_field" -> empty = cells.length > 1 ? cells[1] : empty;
            case "#fields" -> fields(cells, 1);
            default -> {
                // A line that says nothing of cells.
            }
        }
    }

    private void fields(String[] cells, int from) {
        places = new HashMap<>();
        fields = Math.min(FIELDS_MAX, cells.length - from);
        for (int i = 0; i < fields; i++) {
            places.putIfAbsent(cells[from + i].strip(), i);
        }
        if (!named) {
            stream = places.containsKey("conn_state") ? ZeekStream.CONN : ZeekStream.OTHER;
        }
    }

    /** {@code \x09} is a tab; a sign stands for itself. */
    private static char separator(String text) {
        if (text.startsWith("\\x") && text.length() >= 4) {
            int high = Character.digit(text.charAt(2), 16);
            int low = Character.digit(text.charAt(3), 16);
            return high < 0 || low < 0 ? '\t' : (char) (16 * high + low);
        }
        return text.length() == 1 && text.charAt(0) < 0x80 ? text.charAt(0) : '\t';
    }

    boolean isComplete() {
        return fields > 0;
    }

    ZeekStream stream() {
        return stream;
    }

    char separator() {
        return separator;
    }

    int fields() {
        return fields;
    }

    /** Number of the cell of a field, from 0; -1 where there is none. */
    int place(String field) {
        return places.getOrDefault(field, -1);
    }

    boolean isUnset(String cell) {
        return cell.equals(unset) || cell.equals(empty);
    }
}
