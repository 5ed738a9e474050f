package dev.kith.connect.sigma;

import java.util.Locale;

/**
 * A text with wildcards: {@code *} stands for any text, {@code ?} for any character; a backslash takes the meaning from
 * either, and from another backslash before them. Matching takes at most the product of both lengths.
 */
final class TextPattern {
    private static final byte LITERAL = 0;
    private static final byte ONE = 1;
    private static final byte MANY = 2;

    /** Where in a value the text must stand. */
    enum Place {
        WHOLE,
        ANYWHERE,
        BEGIN,
        END
    }

    private final boolean cased;
    private final char[] text;
    private final byte[] kinds;
    private final int length;

    private TextPattern(boolean cased, char[] text, byte[] kinds, int length) {
        this.cased = cased;
        this.text = text;
        this.kinds = kinds;
        this.length = length;
    }

    /** A pattern as Sigma writes it. */
    static TextPattern of(String written, Place place, boolean cased) {
        return make(written, place, cased, true);
    }

    /** A text in which nothing is a wildcard. */
    static TextPattern literal(String text, Place place, boolean cased) {
        return make(text, place, cased, false);
    }

    private static TextPattern make(String written, Place place, boolean cased, boolean wild) {
        String source = cased ? written : written.toLowerCase(Locale.ROOT);
        char[] text = new char[source.length() + 2];
        byte[] kinds = new byte[source.length() + 2];
        int n = 0;
        if (place == Place.ANYWHERE || place == Place.END) {
            kinds[n++] = MANY;
        }
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            boolean escapes = c == '\\' && i + 1 < source.length() && "*?\\".indexOf(source.charAt(i + 1)) >= 0;
            if (wild && escapes) {
                text[n++] = source.charAt(++i);
            } else if (wild && c == '*') {
                kinds[n++] = MANY;
            } else if (wild && c == '?') {
                kinds[n++] = ONE;
            } else {
                text[n++] = c;
            }
        }
        if (place == Place.ANYWHERE || place == Place.BEGIN) {
            kinds[n++] = MANY;
        }
        return new TextPattern(cased, text, kinds, n);
    }

    /** Whether a text has a wildcard in it. */
    static boolean isWild(String written) {
        TextPattern pattern = of(written, Place.WHOLE, true);
        for (int i = 0; i < pattern.length; i++) {
            if (pattern.kinds[i] != LITERAL) {
                return true;
            }
        }
        return false;
    }

    boolean matches(String value) {
        String in = cased ? value : value.toLowerCase(Locale.ROOT);
        int i = 0;
        int p = 0;
        int star = -1;
        int from = 0;
        while (i < in.length()) {
            if (p < length && kinds[p] == MANY) {
                star = p++;
                from = i;
            } else if (p < length && (kinds[p] == ONE || text[p] == in.charAt(i))) {
                p++;
                i++;
            } else if (star >= 0) {
                p = star + 1;
                i = ++from;
            } else {
                return false;
            }
        }
        while (p < length && kinds[p] == MANY) {
            p++;
        }
        return p == length;
    }
}
