package dev.kith.score;

import java.util.List;

/** Compares names that differ by one typing error: a letter more, less or other, or two neighbours exchanged (Damerau 1964). */
final class TypingError {
    /** Rows of the QWERTY keyboard; letters beside each other in one are hit for each other. */
    private static final List<String> ROWS = List.of("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm");

    /** Letters drawn alike beyond those that the skeleton makes equal. Chosen by hand. */
    private static final List<String> DRAWN_ALIKE = List.of(
            "ij", "il", "lt", "ft", "gq", "uv", "vy", "nm", "ce", "eo", "ao", "bh", "hn", "b8", "g9", "z2", "e3", "a4");

    private TypingError() {}

    static boolean isOne(String one, String other) {
        if (one.length() > other.length()) {
            return isOne(other, one);
        }
        int start = firstDifference(one, other);
        int rest = one.length() - start;
        if (other.length() - one.length() > 1 || start == other.length()) {
            return false;
        }
        if (other.length() > one.length()) {
            return one.regionMatches(start, other, start + 1, rest);
        }
        if (isDigit(one.charAt(start)) && isDigit(other.charAt(start))) {
            return false; // site-1 and site-2 are numbered, not mistyped
        }
        return one.regionMatches(start + 1, other, start + 1, rest - 1)
                || (rest >= 2
                        && one.charAt(start) == other.charAt(start + 1)
                        && one.charAt(start + 1) == other.charAt(start)
                        && one.regionMatches(start + 2, other, start + 2, rest - 2));
    }

    /**
     * How close a name with one error comes, from 0.5 to 0.95: closer the longer the name, and when the letters are drawn
     * alike, doubled, exchanged or beside each other on the keyboard. Less close when the first letter differs. Chosen by hand.
     */
    static double closeness(String one, String other) {
        int length = Math.max(one.length(), other.length());
        double closeness = 1 - 2.0 / length;
        int start = firstDifference(one, other);
        if (one.length() == other.length()) {
            char a = one.charAt(start);
            char b = other.charAt(start);
            boolean exchanged = start + 1 < length && one.charAt(start + 1) == b && other.charAt(start + 1) == a;
            closeness += exchanged || drawnAlike(a, b) ? 0.15 : neighbours(a, b) ? 0.1 : 0;
        } else {
            String longer = one.length() > other.length() ? one : other;
            boolean doubled = (start > 0 && longer.charAt(start) == longer.charAt(start - 1))
                    || (start + 1 < length && longer.charAt(start) == longer.charAt(start + 1));
            closeness += doubled ? 0.15 : 0;
        }
        if (start == 0) {
            closeness -= 0.15;
        }
        return Math.max(0.4, Math.min(0.95, closeness));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int firstDifference(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int start = 0;
        while (start < shorter && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        return start;
    }

    private static boolean drawnAlike(char a, char b) {
        for (String pair : DRAWN_ALIKE) {
            if ((pair.charAt(0) == a && pair.charAt(1) == b) || (pair.charAt(0) == b && pair.charAt(1) == a)) {
                return true;
            }
        }
        return false;
    }

    private static boolean neighbours(char a, char b) {
        for (String row : ROWS) {
            int at = row.indexOf(a);
            if (at >= 0
                    && ((at > 0 && row.charAt(at - 1) == b) || (at + 1 < row.length() && row.charAt(at + 1) == b))) {
                return true;
            }
        }
        return false;
    }
}
