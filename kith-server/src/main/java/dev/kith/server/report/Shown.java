package dev.kith.server.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Foreign text made fit to be looked at, in a page or on a terminal.
 *
 * <p>Mail is written by anybody. What would act on the reader's screen instead of standing on it is made visible:
 * control characters (a terminal obeys them), direction marks and other invisible format characters (they make
 * {@code exe.fdp} read as {@code pdf.exe}), heaps of combining marks (they run over the lines around), and halves of
 * surrogate pairs. Everything else stays as it is. Escaping for HTML is the templates' part and is not done here.
 */
public final class Shown {
    /** Chosen by hand: no living script stacks more marks upon one letter. */
    private static final int MARKS_MAX = 4;

    /** Chosen by hand: about four full lines of the report. */
    static final int LINE_CHARS_MAX = 400;

    /** Chosen by hand: longer than any name of a file that is read as one. */
    private static final int WORD_CHARS_MAX = 200;

    private static final String CUT = "\u2026";

    private Shown() {}

    /** One line of at most {@value #LINE_CHARS_MAX} characters. */
    public static String line(String foreign) {
        return line(foreign, LINE_CHARS_MAX);
    }

    /**
     * One line: white space folded, what cannot be seen made visible, cut with an ellipsis.
     *
     * @param charsMax at least 1; characters of the result
     */
    public static String line(String foreign, int charsMax) {
        StringBuilder out = new StringBuilder(Math.min(foreign.length() + 16, charsMax + 16));
        int marks = 0;
        int i = 0;
        while (i < foreign.length()) {
            if (out.length() > charsMax) {
                return cut(out, charsMax);
            }
            int c = foreign.codePointAt(i);
            int next = i + Character.charCount(c);
            marks = isMark(c) ? marks + 1 : 0;
            if (isSpace(c)) {
                if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
            } else if (isInvisible(c)) {
                next = endOfRun(foreign, next, c);
                appendName(out, c, (next - i) / Character.charCount(c));
            } else if (c >= 0xD800 && c <= 0xDFFF) {
                out.append('\uFFFD');
            } else if (marks <= MARKS_MAX) {
                out.appendCodePoint(c);
            }
            i = next;
        }
        String text = out.toString().stripTrailing();
        return text.length() > charsMax ? cut(new StringBuilder(text), charsMax) : text;
    }

    /** A paragraph of ours with foreign words in it, each of which is cut to {@value #WORD_CHARS_MAX} characters. */
    static String prose(String text, int charsMax) {
        StringBuilder out = new StringBuilder();
        for (String word : line(text, charsMax).split(" ", -1)) {
            out.append(out.isEmpty() ? "" : " ").append(line(word, WORD_CHARS_MAX));
        }
        return out.toString();
    }

    /**
     * The places where a long line may break: after the dots, slashes and signs of hosts and addresses. The pieces put
     * together are the text.
     */
    public static List<String> pieces(String shown) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < shown.length() - 1; i++) {
            if (".@/?&=_:;,-".indexOf(shown.charAt(i)) >= 0 && i - start >= 3) {
                pieces.add(shown.substring(start, i + 1));
                start = i + 1;
            }
        }
        pieces.add(shown.substring(start));
        return pieces;
    }

    /** The text itself, with halves of surrogate pairs replaced, so that every encoder can write it. */
    static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints()
                        .map(c -> c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }

    private static String cut(StringBuilder text, int charsMax) {
        int end = Math.max(0, charsMax - CUT.length());
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + CUT;
    }

    private static int endOfRun(String text, int from, int c) {
        int i = from;
        while (i < text.length() && text.codePointAt(i) == c) {
            i += Character.charCount(c);
        }
        return i;
    }

    private static void appendName(StringBuilder out, int c, int times) {
        out.append('\u27E8').append("U+").append(hex(c));
        if (times > 1) {
            out.append(" \u00D7").append(times);
        }
        out.append('\u27E9');
    }

    private static String hex(int c) {
        String digits = Integer.toHexString(c).toUpperCase(Locale.ROOT);
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || Character.isSpaceChar(c);
    }

    /** Controls and format characters, but for the joiners that scripts and emoji need. */
    private static boolean isInvisible(int c) {
        if (c == 0x200C || c == 0x200D) {
            return false;
        }
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x3164
                || c == 0xFFA0;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }
}
