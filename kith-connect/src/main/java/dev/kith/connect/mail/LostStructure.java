package dev.kith.connect.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parts of a message whose header does not tell of them: the boundary is missing or another than the one in use,
 * or the header of the whole was lost and stands in the body. A reader's program may show such a mail as raw text; what it
 * says is judged all the same. Linear in the content.
 */
final class LostStructure {
    private static final int DELIMITER_CHARS_MAX = 200; // RFC 2046 allows 70, and two hyphens
    private static final int DELIMITER_CHARS_MIN = 4;
    private static final int GUESSES_MAX = 20; // lines of dashes for which the whole is searched; chosen by hand
    private static final int HEADER_LINES_MAX = 40; // chosen by hand: a part's header has seldom more than six
    private static final int NAME_CHARS_MAX = 40; // chosen by hand: Content-Transfer-Encoding has 25

    private LostStructure() {}

    /**
     * The content under a header that declares its boundary.
     *
     * @param type what to call the whole; a multipart type
     * @return null where no delimiter is found
     */
    static byte @Nullable [] rebuilt(byte[] content, String type) {
        int guesses = 0;
        for (int line = 0; line < content.length; line = nextLine(content, line)) {
            boolean owed = guesses < GUESSES_MAX;
            guesses += owed && content[line] == '-' ? 1 : 0;
            String boundary = boundaryAt(content, line, owed);
            if (boundary != null) {
                return withBoundary(content, line, type, boundary);
            }
        }
        return null;
    }

    /** The same for content that is declared as text, where nothing but a delimiter and a part's header may come first. */
    static byte @Nullable [] rebuiltText(byte[] content) {
        int line = firstVisibleLine(content);
        String boundary = boundaryAt(content, line, false);
        return boundary == null ? null : withBoundary(content, line, "multipart/mixed", boundary);
    }

    /** Whether content begins with MIME fields and an empty line: the header was torn apart above it. */
    static boolean beginsWithHeader(byte[] content) {
        int line = firstVisibleLine(content);
        boolean tells = false;
        for (int i = 0; i < HEADER_LINES_MAX && line < content.length; i++) {
            int end = lineEnd(content, line);
            if (end == line) {
                return tells;
            }
            boolean folded = i > 0 && (content[line] == ' ' || content[line] == '\t');
            if (!folded && !isField(content, line, end)) {
                return false;
            }
            tells |= startsWith(content, line, "content-") || startsWith(content, line, "mime-version");
            line = nextLine(content, line);
        }
        return false;
    }

    private static byte[] withBoundary(byte[] content, int from, String type, String boundary) {
        String quoted = boundary.replace("\\", "\\\\").replace("\"", "\\\"");
        ByteArrayOutputStream rebuilt = new ByteArrayOutputStream(content.length + 100);
        rebuilt.writeBytes(("Content-Type: " + type + "; boundary=\"" + quoted + "\"\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        rebuilt.write(content, from, content.length - from);
        return rebuilt.toByteArray();
    }

    /**
     * The boundary whose delimiter fills a line: a part's header follows; or, where a boundary is owed, an empty line and
     * somewhere the closing delimiter.
     */
    private static @Nullable String boundaryAt(byte[] content, int line, boolean owed) {
        if (line + 2 >= content.length || content[line] != '-' || content[line + 1] != '-') {
            return null;
        }
        int end = lineEnd(content, line);
        while (end > line && (content[end - 1] == ' ' || content[end - 1] == '\t')) {
            end--;
        }
        int next = nextLine(content, line);
        if (end - line < DELIMITER_CHARS_MIN || end - line > DELIMITER_CHARS_MAX || next >= content.length) {
            return null;
        }
        String boundary = new String(content, line + 2, end - line - 2, StandardCharsets.ISO_8859_1);
        if (startsWith(content, next, "content-") && isField(content, next, lineEnd(content, next))) {
            return boundary;
        }
        boolean empty = owed && lineEnd(content, next) == next;
        byte[] closing = ("\n--" + boundary + "--").getBytes(StandardCharsets.ISO_8859_1);
        return empty && FileType.indexOf(content, closing, next, content.length) >= 0 ? boundary : null;
    }

    private static boolean isField(byte[] content, int from, int end) {
        int at = from;
        while (at < end
                && at - from < NAME_CHARS_MAX
                && (Words.isAsciiLetter((char) content[at]) || content[at] == '-')) {
            at++;
        }
        int nameEnd = at;
        while (at < end && content[at] == ' ') {
            at++;
        }
        return nameEnd > from && at < end && content[at] == ':';
    }

    private static boolean startsWith(byte[] content, int at, String lowerCase) {
        if (at + lowerCase.length() > content.length) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            if (Character.toLowerCase((char) content[at + i]) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int firstVisibleLine(byte[] content) {
        int at = 0;
        while (at < content.length && (content[at] == '\n' || content[at] == '\r' || content[at] == ' ')) {
            at++;
        }
        return at;
    }

    /** Without CR. */
    private static int lineEnd(byte[] content, int line) {
        int end = line;
        while (end < content.length && content[end] != '\n') {
            end++;
        }
        return end > line && content[end - 1] == '\r' ? end - 1 : end;
    }

    private static int nextLine(byte[] content, int line) {
        int at = line;
        while (at < content.length && content[at] != '\n') {
            at++;
        }
        return at + 1;
    }
}
