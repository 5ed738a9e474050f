package dev.kith.connect.zeek;

import dev.kith.connect.source.RecordFields;
import java.nio.charset.StandardCharsets;

/** The cells of a line. What no printable sign stands for is written {@code \x1f}. */
final class ZeekCells implements ZeekRow {
    private final ZeekLines lines;
    private final ZeekHead head;
    private final int[] ends;
    private final int count;

    ZeekCells(ZeekLines lines, ZeekHead head) {
        this.lines = lines;
        this.head = head;
        this.ends = new int[head.fields() + 1];
        byte[] bytes = lines.bytes();
        int length = lines.length();
        int cells = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == head.separator()) {
                if (cells < ends.length) {
                    ends[cells] = i;
                }
                cells++;
            }
        }
        if (cells < ends.length) {
            ends[cells] = length;
        }
        count = cells + 1;
    }

    /** How many there are. */
    int count() {
        return count;
    }

    @Override
    public String get(String field) {
        int place = head.place(field);
        if (place < 0 || place >= count) {
            return "";
        }
        int from = place == 0 ? 0 : ends[place - 1] + 1;
        int length = ends[place] - from;
        if (length <= 0) {
            return "";
        }
        String text = new String(lines.bytes(), from, length, StandardCharsets.UTF_8);
        if (head.isUnset(text)) {
            return "";
        }
        return RecordFields.shared(RecordFields.cut(text.indexOf("\\x") < 0 ? text : unescaped(text)));
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 3 < text.length() && text.charAt(i + 1) == 'x') {
                int high = Character.digit(text.charAt(i + 2), 16);
                int low = Character.digit(text.charAt(i + 3), 16);
                if (high >= 0 && low >= 0) {
                    plain.append((char) (16 * high + low));
                    i += 3;
                    continue;
                }
            }
            plain.append(c);
        }
        return plain.toString();
    }
}
