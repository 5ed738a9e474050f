package dev.kith.connect.mail;

import dev.kith.event.MailAddress;
import dev.kith.event.Mailbox;
import java.util.ArrayList;
import java.util.List;

/**
 * Address lists (RFC 5322) as they are found rather than as they should be: names with bare commas
 * ({@code Doe, Jane <jane@a.example>}), encoded words, groups, comments for names, several addresses, no address at all.
 * One pass, linear in the text.
 */
final class AddressReader {
    static final int ADDRESSES_MAX =
            2_000; // chosen by hand: above any limit of recipients a server accepts in a header
    private static final int NAME_CHARS_MAX = 200;
    private static final int ADDRESS_CHARS_MAX = 320; // RFC 3696 erratum 1690: 64 + 1 + 254

    private static final char QUOTED_SPACE = '\ue000'; // private use: stands for a space within a quoted local part

    private final String text;
    private final List<Mailbox> found = new ArrayList<>();
    private final StringBuilder phrase = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private final int lastSemicolon;
    private boolean quotedName;
    private int at;

    private AddressReader(String text) {
        this.text = text;
        this.lastSemicolon = text.lastIndexOf(';');
    }

    static List<Mailbox> parse(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        AddressReader reader = new AddressReader(text);
        reader.read();
        return List.copyOf(reader.found);
    }

    private void read() {
        while (at < text.length() && found.size() < ADDRESSES_MAX) {
            char c = text.charAt(at);
            switch (c) {
                case '"' -> quoted();
                case '(' -> comment();
                case '<' -> angle();
                case ',', ';' -> {
                    at++;
                    separator(c);
                }
                case ':' -> colon();
                default -> {
                    phrase.append(c);
                    at++;
                }
            }
        }
        end();
    }

    private void quoted() {
        boolean closed = false;
        int i = at + 1;
        StringBuilder inner = new StringBuilder();
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '"') {
                closed = true;
                break;
            }
            if (c == '\\' && i + 1 < text.length()) {
                i++;
            }
            inner.append(text.charAt(i++));
        }
        if (!closed) {
            at++; // a lone quotation mark means nothing
            return;
        }
        boolean local = i + 1 < text.length() && text.charAt(i + 1) == '@';
        if (local) {
            phrase.append(inner.toString().replace(' ', QUOTED_SPACE));
        } else {
            phrase.append(phrase.isEmpty() ? "" : " ").append(inner);
            quotedName = true;
        }
        at = i + 1;
    }

    private void comment() {
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length()) {
                comment.append(text.charAt(at++));
            } else if (c == '(' && depth++ > 0) {
                comment.append(c);
            } else if (c == ')' && --depth == 0) {
                return;
            } else if (depth > 0 && c != '(') {
                comment.append(c);
            }
        }
    }

    /** {@code <address>}, or {@code <<address>>}, or an angle never closed. */
    private void angle() {
        int start = at + 1;
        while (start < text.length() && text.charAt(start) == '<') {
            start++;
        }
        int end = start;
        while (end < text.length() && text.charAt(end) != '>') {
            if (text.charAt(end) == '<') {
                break;
            }
            end++;
        }
        String inside = text.substring(start, end).strip();
        int route = inside.startsWith("@") ? inside.indexOf(':') : -1;
        add(phrase.toString(), inside.substring(route + 1));
        while (end < text.length() && text.charAt(end) == '>') {
            end++;
        }
        at = end;
    }

    private void separator(char c) {
        String words = phrase.toString().strip();
        if (words.isEmpty()) {
            clear();
        } else if (isAddress(words) && !quotedName) {
            end();
        } else if (c == ',' && addressFollows()) {
            phrase.append(c); // a bare comma within a name
        } else {
            end();
        }
    }

    /** Whether an angle address comes before any plain address: then the comma was part of a name. */
    private boolean addressFollows() {
        int last = Math.min(text.length(), at + NAME_CHARS_MAX);
        for (int i = at; i < last; i++) {
            char c = text.charAt(i);
            if (c == '<' || (c == '(' && i + 1 < last && text.charAt(i + 1) == '<')) {
                return true;
            }
            if (c == '@' || c == ';') {
                return false;
            }
        }
        return false;
    }

    /** The name of a group ends at a colon; {@code mailto:} is passed over. */
    private void colon() {
        String words = phrase.toString().strip();
        at++;
        if ((words.indexOf('@') < 0 && at <= lastSemicolon) || words.equalsIgnoreCase("mailto")) {
            phrase.setLength(0);
        } else {
            phrase.append(':');
        }
    }

    private void end() {
        String words = phrase.toString().strip();
        String hidden = comment.toString().strip();
        boolean addressInComment = words.indexOf('@') < 0 && hidden.startsWith("<") && hidden.endsWith(">");
        if (addressInComment) {
            comment.setLength(0);
            add(words, hidden.substring(1, hidden.length() - 1)); // Name,(<a@b.example>)
        } else if (!words.isEmpty()) {
            if (isAddress(words) || words.indexOf(' ') < 0) {
                add("", words);
            } else {
                int space = lastWordWithAt(words);
                if (space >= 0) {
                    add(words.substring(0, space), words.substring(space + 1));
                } else {
                    add(words, "");
                }
            }
        }
        clear();
    }

    private void clear() {
        phrase.setLength(0);
        comment.setLength(0);
        quotedName = false;
    }

    private static int lastWordWithAt(String words) {
        int space = words.lastIndexOf(' ');
        return space >= 0 && words.indexOf('@', space) > 0 ? space : -1;
    }

    private static boolean isAddress(String words) {
        return words.indexOf('@') > 0 && words.indexOf(' ') < 0;
    }

    private void add(String name, String address) {
        String shown = clean(EncodedWords.decode(name.strip()));
        String noted = comment.toString().strip();
        if (shown.isEmpty() && !noted.isEmpty()) {
            shown = clean(EncodedWords.decode(noted));
        }
        String spec = address;
        if (address.contains("=?")) {
            spec = EncodedWords.decode(address);
        }
        spec = Words.cut(Words.printable(spec).replace("\"", "").strip(), ADDRESS_CHARS_MAX);
        if (Words.startsWithIgnoreCase(spec, "mailto:")) {
            spec = spec.substring(7);
        }
        if (spec.indexOf(' ') >= 0 && spec.indexOf('@') >= 0) {
            spec = spec.replace(" ", "");
        }
        spec = spec.replace(QUOTED_SPACE, ' ');
        if (!shown.isEmpty() || !spec.isEmpty()) {
            found.add(new Mailbox(shown, MailAddress.of(spec)));
        }
        clear();
    }

    private static String clean(String name) {
        String text = Words.squeeze(Words.printable(name));
        while (text.length() > 1 && isMark(text.charAt(0)) && text.charAt(0) == text.charAt(text.length() - 1)) {
            text = text.substring(1, text.length() - 1).strip();
        }
        while (text.endsWith(",") || text.startsWith(",")) {
            text = (text.endsWith(",") ? text.substring(0, text.length() - 1) : text.substring(1)).strip();
        }
        return Words.cut(text, NAME_CHARS_MAX);
    }

    private static boolean isMark(char c) {
        return c == '\'' || c == '"';
    }
}
