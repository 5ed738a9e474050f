package dev.kith.connect.link;

import dev.kith.event.MailText;
import java.util.EnumSet;
import java.util.Set;

/** Oddities in the making of a text that a reader cannot see: invisible characters and foreign letters inside words. */
public final class TextOddities {
    /** Invisible characters between letters from which on they are no accident. Chosen by hand. */
    private static final int INVISIBLE_MIN = 3;

    /** Words of several scripts from which on they are no accident. Chosen by hand. */
    private static final int MIXED_WORDS_MIN = 2;

    private TextOddities() {}

    /** {@code INVISIBLE_CHARACTERS} and {@code MIXED_SCRIPTS}, where they apply. */
    public static Set<MailText.Trait> of(String text) {
        EnumSet<MailText.Trait> traits = EnumSet.noneOf(MailText.Trait.class);
        int invisible = 0;
        int mixedWords = 0;
        int latin = 0;
        int foreign = 0;
        int lastHyphen = -9;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80 ? c >= 'A' && (c <= 'Z' || (c >= 'a' && c <= 'z')) : isLatin(c)) {
                latin++;
            } else if (c > 0x36F && isGreekOrCyrillic(c)) {
                foreign++;
            } else if (c >= 0xAD && isInvisible(c) && betweenLatin(text, i)) {
                // A soft hyphen shows where a long word may break: only crowded ones hide something.
                boolean crowded = c != '\u00AD' || i - lastHyphen <= 3;
                lastHyphen = c == '\u00AD' ? i : lastHyphen;
                invisible += crowded ? 1 : 0;
            } else if (!isInvisible(c)) {
                mixedWords += isMixed(latin, foreign) ? 1 : 0;
                latin = 0;
                foreign = 0;
            }
        }
        mixedWords += isMixed(latin, foreign) ? 1 : 0;
        if (invisible >= INVISIBLE_MIN) {
            traits.add(MailText.Trait.INVISIBLE_CHARACTERS);
        }
        if (mixedWords >= MIXED_WORDS_MIN) {
            traits.add(MailText.Trait.MIXED_SCRIPTS);
        }
        return traits;
    }

    /** A single Greek letter beside a few Latin ones is a quantity, not a disguise. */
    private static boolean isMixed(int latin, int foreign) {
        return latin >= 2 && foreign >= 1 && latin + foreign >= 4;
    }

    /** The text as it is drawn. */
    static String drawn(String text) {
        return withoutInvisible(turned(text));
    }

    /**
     * The text as it is read where characters turn its direction: what stands between U+202E and U+202C, or the end of the
     * line, is drawn from its end (Unicode Bidirectional Algorithm, explicit overrides).
     */
    private static String turned(String text) {
        int start = text.indexOf('\u202E');
        if (start < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        while (start >= 0) {
            int end = start + 1;
            while (end < text.length() && text.charAt(end) != '\u202C' && text.charAt(end) != '\n') {
                end++;
            }
            out.append(text, from, start).append(new StringBuilder(text.substring(start + 1, end)).reverse());
            from = end;
            start = text.indexOf('\u202E', end);
        }
        return out.append(text, from, text.length()).toString();
    }

    /** The text without its invisible characters. Joiners stay where writing needs them: between letters beyond Latin. */
    public static String withoutInvisible(String text) {
        int first = 0;
        while (first < text.length() && !isInvisible(text.charAt(first))) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean joiner = c == '\u200C' || c == '\u200D';
            boolean needed = joiner && i > 0 && text.charAt(i - 1) > 0x36F && !isInvisible(text.charAt(i - 1));
            if (!isInvisible(c) || needed) {
                out.append(c);
            }
        }
        return out.toString();
    }

    static boolean isInvisible(char c) {
        if (c < 0xAD) {
            return false;
        }
        return c == '\u00AD'
                || c == '\u034F'
                || c == '\u180E'
                || (c >= '\u200B' && c <= '\u200F')
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2060' && c <= '\u2064')
                || c == '\uFEFF'
                || c == '\u115F'
                || c == '\u1160'
                || c == '\u3164';
    }

    private static boolean betweenLatin(String text, int index) {
        if (index + 1 >= text.length() || !isLatin(text.charAt(index + 1))) {
            return false;
        }
        int before = index - 1;
        while (before >= 0 && isInvisible(text.charAt(before))) {
            before--;
        }
        return before >= 0 && isLatin(text.charAt(before));
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
    }

    private static boolean isGreekOrCyrillic(char c) {
        return c >= 0x370 && c <= 0x52F && Character.isLetter(c);
    }
}
