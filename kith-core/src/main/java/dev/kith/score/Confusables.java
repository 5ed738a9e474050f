package dev.kith.score;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/*
 * Letters that a reader takes for others. The idea of a skeleton, a form in which all confusable texts are equal, is that of
 * Unicode Technical Standard 39 (Unicode Security Mechanisms, section 4). The table here is our own and small: letters that
 * domain names may hold (IDNA 2008, lower case), and only those drawn like an ASCII letter in the common sans-serif fonts.
 * A test in kith-connect compares it with the full table of ICU.
 */

/** Skeletons of names: equal for names that look alike. */
public final class Confusables {
    /** Each pair: a letter and the ASCII letter it is drawn like. Cyrillic, Greek, Armenian, Latin, Cherokee and others. */
    private static final String PAIRS =
            // Cyrillic
            "аa еe оo рp сc уy хx ѕs іi јj һh ԁd ԛq ԝw ѵv ӏl ҽe ѡw "
                    // Greek
                    + "οo ρp νv αa ιi γy σo υu "
                    // Armenian
                    + "օo հh սu ոn ցg զq "
                    // Latin beyond ASCII
                    + "ıi ɑa ɡg ɩi ʋu ƽs ɪi ᴠv ᴡw ᴢz ꜱs ᴏo ᴄc ʏy ɯw ƍg ǀl ";

    /** Struck or hooked letters that stand for their base letter once accents are ignored. */
    private static final String STRUCK = "øo łl đd ħh ŧt ƀb ɨi ʉu ɍr ɉj ɇe ƶz ɗd ƙk ƭt ƈc ƒf ɓb ɠg ŋn ";

    private static final Map<Character, Character> LOOKS_LIKE = table(PAIRS);
    private static final Map<Character, Character> BASE = table(STRUCK);

    private Confusables() {}

    private static Map<Character, Character> table(String pairs) {
        Map<Character, Character> table = new HashMap<>();
        for (String pair : pairs.split(" ")) {
            table.put(pair.charAt(0), pair.charAt(1));
        }
        return table;
    }

    /** The table itself, for the test that holds it against ICU's. */
    public static Map<Character, Character> table() {
        return Map.copyOf(LOOKS_LIKE);
    }

    /** Whether a host name with letters beyond ASCII is drawn like one of ASCII letters only, in one label at least. */
    public static boolean looksAscii(String host) {
        int start = 0;
        for (int i = 0; i <= host.length(); i++) {
            if (i == host.length() || host.charAt(i) == '.') {
                if (labelLooksAscii(host, start, i)) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    private static boolean labelLooksAscii(String host, int start, int end) {
        boolean foreign = false;
        for (int i = start; i < end; i++) {
            char c = host.charAt(i);
            if (c > 0x7F) {
                foreign = true;
                if (!LOOKS_LIKE.containsKey(c)) {
                    return false;
                }
            }
        }
        return foreign;
    }

    /** Replaces letters by the ASCII letters they are drawn like; nothing else changes. */
    public static String toAscii(String text) {
        if (isAscii(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c <= 0x7F ? c : LOOKS_LIKE.getOrDefault(c, c).charValue());
        }
        return out.toString();
    }

    /** Takes accents and strokes off: {@code müller} becomes {@code muller}. */
    public static String withoutAccents(String text) {
        if (isAscii(text)) {
            return text;
        }
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder out = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                out.append(BASE.getOrDefault(c, c).charValue());
            }
        }
        return out.toString();
    }

    /**
     * The form in which names that look alike are equal: lower-case ASCII with digits read as letters ({@code 0} as
     * {@code o}, {@code 1} and {@code i} as {@code l}, {@code 5} as {@code s}), {@code rn} as {@code m} and {@code vv} as
     * {@code w}.
     */
    public static String skeleton(String text) {
        String ascii = withoutAccents(toAscii(text));
        StringBuilder out = new StringBuilder(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            char c = ascii.charAt(i);
            char next = i + 1 < ascii.length() ? ascii.charAt(i + 1) : ' ';
            if (c == 'r' && next == 'n') {
                out.append('m');
                i++;
            } else if (c == 'v' && next == 'v') {
                out.append('w');
                i++;
            } else {
                out.append(plain(c));
            }
        }
        return out.toString();
    }

    private static char plain(char c) {
        return switch (c) {
            case '0' -> 'o';
            case '1', 'i', '|', '!' -> 'l';
            case '5' -> 's';
            default -> c;
        };
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }
}
