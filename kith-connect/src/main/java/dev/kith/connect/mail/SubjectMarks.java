package dev.kith.connect.mail;

import java.util.Set;

/**
 * A subject taken apart: marks of reply and forward, tags of lists, and the rest that a thread shares.
 *
 * @param rest the subject without leading marks and tags
 */
record SubjectMarks(String rest, boolean reply, boolean forward) {
    private static final int TAG_CHARS_MAX = 40; // chosen by hand: "[EXTERNAL SENDER - CAUTION]" has 27
    private static final int MARK_CHARS_MAX = 16;
    private static final int MARKS_MAX = 40;
    private static final Set<String> REPLY = Set.of(
            "re", "aw", "antw", "antwort", "sv", "vs", "rif", "res", "ref", "odp", "ynt", "atb", "bls", "rép", "rep",
            "回复", "答复", "返信", "r");
    private static final Set<String> FORWARD = Set.of(
            "fwd",
            "fw",
            "wg",
            "tr",
            "rv",
            "enc",
            "vb",
            "vl",
            "doorst",
            "fs",
            "pd",
            "i",
            "转发",
            "wtr",
            "ilt",
            "továbbítás",
            "weitergeleitet");

    static SubjectMarks of(String subject) {
        String rest = subject.strip();
        boolean reply = false;
        boolean forward = false;
        for (int i = 0; i < MARKS_MAX && !rest.isEmpty(); i++) {
            int tag = tagEnd(rest);
            if (tag > 0 && !rest.substring(tag).isBlank()) {
                rest = rest.substring(tag).strip();
                continue;
            }
            int colon = colon(rest);
            String mark = colon > 0 ? mark(rest.substring(0, colon)) : "";
            if (REPLY.contains(mark)) {
                reply = true;
            } else if (FORWARD.contains(mark)) {
                forward = true;
            } else {
                break;
            }
            rest = rest.substring(colon + 1).strip();
        }
        return new SubjectMarks(rest, reply, forward);
    }

    /** Lower case, runs of digits as 0, white space evened out. */
    String key() {
        StringBuilder key = new StringBuilder(rest.length());
        String lower = Words.lower(Words.squeeze(rest));
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (!Words.isAsciiDigit(c)) {
                key.append(c);
            } else if (i == 0 || !Words.isAsciiDigit(lower.charAt(i - 1))) {
                key.append('0');
            }
        }
        return key.toString();
    }

    private static int tagEnd(String text) {
        if (text.charAt(0) != '[') {
            return 0;
        }
        int end = text.indexOf(']');
        return end > 0 && end <= TAG_CHARS_MAX ? end + 1 : 0;
    }

    private static int colon(String text) {
        for (int i = 0; i < text.length() && i <= MARK_CHARS_MAX; i++) {
            if (text.charAt(i) == ':' || text.charAt(i) == '：') {
                return i;
            }
        }
        return -1;
    }

    /** {@code Re[2]}, {@code Re (3)}, {@code RE^2} and {@code Re } are all {@code re}. */
    private static String mark(String text) {
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        for (int i = end; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Words.isAsciiDigit(c) && "[]()^* ".indexOf(c) < 0 && c != '\u00a0') {
                return "";
            }
        }
        return Words.lower(text.substring(0, end));
    }
}
