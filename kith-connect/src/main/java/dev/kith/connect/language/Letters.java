package dev.kith.connect.language;

import java.text.Normalizer;

/**
 * How letters are read: lower case, without accents, look-alike letters of other scripts as the Latin letter they
 * imitate, invisible characters not at all.
 */
final class Letters {
    /** Not part of a word. */
    static final char NONE = 0;
    /** To be passed over inside a word. */
    static final char SKIP = 1;

    private static final int TABLE = 0x0600;
    private static final char[] FOLD = table();

    /** Cyrillic and Greek letters drawn like Latin ones (chosen by hand), each followed by its Latin twin. */
    private static final String TWINS =
            "\u0430a\u0435e\u043eo\u0440p\u0441c\u0443y\u0445x\u0456i\u0458j\u0455s\u0501d\u051bq\u051dw\u04bbh\u043ak"
                    + "\u0432b\u043dh\u0442t\u043cm\u0457i\u03bfo\u03b1a\u03c1p\u03bdv\u03b9i\u03bak\u03c5u\u03c4t\u03b5e\u03c7x";

    private Letters() {}

    /** The folded letter or digit; {@link #NONE} for what ends a word; {@link #SKIP} for what is invisible. */
    static char fold(char c) {
        if (c < TABLE) {
            return FOLD[c];
        }
        return foldRare(c);
    }

    private static char foldRare(char c) {
        if ((c >= 0x200b && c <= 0x200f)
                || (c >= 0x2060 && c <= 0x2064)
                || c == 0xfeff
                || (c >= 0xfe00 && c <= 0xfe0f)) {
            return SKIP;
        }
        if (c >= 0x1e00 && c <= 0x1eff) {
            return base(c);
        }
        if (Character.isSurrogate(c)) {
            return NONE;
        }
        return Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : NONE;
    }

    /** The Latin letter a Cyrillic or Greek one imitates, or the letter itself. */
    static char twin(char folded) {
        if (folded < 0x0370 || folded > 0x0520) {
            return folded;
        }
        for (int i = 0; i < TWINS.length(); i += 2) {
            if (TWINS.charAt(i) == folded) {
                return TWINS.charAt(i + 1);
            }
        }
        return folded;
    }

    /** Whether this folded letter is one of a to z. */
    static boolean isLatin(char folded) {
        return folded >= 'a' && folded <= 'z';
    }

    /** Puts styled letters (mathematical, full-width, circled) back to plain ones; other text is returned as it is. */
    static String plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean styled = (c == 0xd835)
                    || (c >= 0xff01 && c <= 0xff5e)
                    || (c >= 0x2460 && c <= 0x24ff)
                    || (c >= 0xfb00 && c <= 0xfb06)
                    || (c >= 0x0300 && c <= 0x036f);
            if (styled) {
                return Normalizer.normalize(text, Normalizer.Form.NFKC);
            }
        }
        return text;
    }

    private static char[] table() {
        char[] table = new char[TABLE];
        for (char c = '0'; c <= '9'; c++) {
            table[c] = c;
        }
        for (char c = 'A'; c < TABLE; c++) {
            if (Character.isLetter(c)) {
                table[c] = base(c);
            } else if ((c >= 0x0300 && c <= 0x036f) || c == 0x00ad) {
                table[c] = SKIP;
            }
        }
        return table;
    }

    private static char base(char c) {
        return switch (c) {
            case '\u00df' -> 's';
            case '\u00e6', '\u00c6' -> 'a';
            case '\u00f8', '\u00d8' -> 'o';
            case '\u0142', '\u0141' -> 'l';
            case '\u0131', '\u0130' -> 'i';
            default -> {
                String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
                yield Character.toLowerCase(parts.charAt(0));
            }
        };
    }
}
