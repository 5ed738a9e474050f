package dev.kith.connect.link;

import dev.kith.connect.intel.Intel;
import dev.kith.event.Link;
import java.util.Locale;
import java.util.Set;

/**
 * Finds addresses in plain text in one pass: with a scheme, beginning with www, and bare domains where a reader's program
 * would take them for a link. {@code label <address>} and {@code label<address>}, as programs write links out, keep their
 * label.
 */
final class TextScan {
    /** Endings under which a bare domain without a path is taken for an address. Chosen by hand. */
    private static final Set<String> PLAIN_TLDS = Set.of("com", "net", "org", "info", "biz", "edu", "gov");

    /** Endings that are those of files or words at least as often. Chosen by hand. */
    private static final Set<String> WORD_TLDS = Set.of(
            "zip", "mov", "md", "py", "sh", "rs", "ps", "cc", "so", "cab", "pm", "mk", "st", "ms", "in", "is", "it",
            "pl");

    /** How far back a label is looked for. Chosen by hand: a phrase. */
    private static final int LABEL_CHARS_MAX = 100;

    private final Intel intel;
    private final String text;
    private final boolean quoted;
    private final LinkCollector links;

    /** Everything before belongs to what was already read. */
    private int done;

    private int lastLinkEnd = -1;

    TextScan(Intel intel, String text, boolean quoted, LinkCollector links) {
        this.intel = intel;
        this.text = text;
        this.quoted = quoted;
        this.links = links;
    }

    void scan() {
        int dot = text.indexOf('.');
        int colon = text.indexOf(':');
        while (dot >= 0 || colon >= 0) {
            boolean dotFirst = dot >= 0 && (colon < 0 || dot < colon);
            int end = dotFirst ? afterDot(dot) : afterColon(colon);
            int from = (dotFirst ? dot : colon) + 1;
            if (end >= from) {
                done = end;
                from = end;
            }
            dot = dot >= 0 && dot < from ? text.indexOf('.', from) : dot;
            colon = colon >= 0 && colon < from ? text.indexOf(':', from) : colon;
        }
    }

    /** End of the address whose scheme ends here; -1 where there is none. */
    private int afterColon(int colon) {
        if (text.startsWith("//", colon + 1)) {
            int start = endsWith("https", colon) ? colon - 5 : endsWith("http", colon) ? colon - 4 : -1;
            return start < done ? -1 : take(start, colon + 3);
        }
        return endsWith("mailto", colon) && colon - 6 >= done ? take(colon - 6, colon + 1) : -1;
    }

    private boolean endsWith(String scheme, int end) {
        return text.regionMatches(true, end - scheme.length(), scheme, 0, scheme.length());
    }

    private int afterDot(int dot) {
        if (dot + 1 >= text.length() || !isHostChar(text.charAt(dot + 1)) || dot == 0) {
            return -1;
        }
        int start = dot;
        while (start > done && isHostChar(text.charAt(start - 1))) {
            start--;
        }
        int end = dot;
        while (end < text.length() && isHostChar(text.charAt(end))) {
            end++;
        }
        if (start == dot || (start > 0 && "@/:_=\\$%#&".indexOf(text.charAt(start - 1)) >= 0)) {
            return end;
        }
        if (text.regionMatches(true, start, "www.", 0, 4)) {
            return take(start, end);
        }
        boolean path = end < text.length() && text.charAt(end) == '/';
        if (end < text.length() && !path && "@:_=\\(".indexOf(text.charAt(end)) >= 0) {
            return end;
        }
        String host = text.substring(start, end);
        while (host.endsWith(".") || host.endsWith("-")) {
            host = host.substring(0, host.length() - 1);
        }
        return isLinked(host, path) ? take(start, end) : end;
    }

    private boolean isLinked(String host, boolean path) {
        String tld = host.substring(host.lastIndexOf('.') + 1);
        if (tld.length() < 2 || WORD_TLDS.contains(tld) || !isLowerCaseWord(tld)) {
            return false;
        }
        String lower = host.toLowerCase(Locale.ROOT);
        boolean linked =
                path || PLAIN_TLDS.contains(tld) || !intel.traits(lower).isEmpty();
        return linked && ShownAddress.isDomain(lower);
    }

    private static boolean isLowerCaseWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 'a' || c > 'z') {
                return false;
            }
        }
        return true;
    }

    private static boolean isHostChar(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || (c > 0x7F && Character.isLetter(c));
    }

    /** Takes the address from start on, at least up to a given place. Returns its end. */
    private int take(int start, int atLeast) {
        int end = Math.min(atLeast, text.length());
        while (end < text.length() && !endsAddress(text.charAt(end))) {
            end++;
        }
        end = withoutTrail(start, Math.max(end, atLeast));
        if (end <= atLeast && text.charAt(Math.max(end - 1, start)) == '/') {
            return atLeast;
        }
        boolean inAngles = start > 0 && text.charAt(start - 1) == '<';
        boolean inBrackets = start > 0 && text.charAt(start - 1) == '[';
        if (inBrackets && text.startsWith("]<http", end)) {
            return end; // the source of an image whose link follows
        }
        String href = text.substring(start, end);
        String label = inAngles || inBrackets ? label(start - 1, inAngles) : "";
        if (!label.isEmpty()
                && lastLinkEnd == labelEnd(start - 1)
                && !links.links().isEmpty()) {
            links.dropLast();
        }
        Sight sight = new Sight(label.isEmpty() ? href : label, Link.Place.TEXT, quoted);
        lastLinkEnd = links.add(sight, Decoding.ampersands(href)) ? end : -1;
        return end;
    }

    private static boolean endsAddress(char c) {
        return c <= ' '
                || c == '<'
                || c == '>'
                || c == '"'
                || c == '\u00A0'
                || c == '“'
                || c == '”'
                || c == '«'
                || c == '»'
                || c == '\u2028'
                || c == '\u3000';
    }

    /** Punctuation that ends the sentence, not the address; closing brackets only where none was opened inside. */
    private int withoutTrail(int start, int end) {
        int last = end;
        while (last > start) {
            char c = text.charAt(last - 1);
            boolean closing = c == ')' || c == ']' || c == '}';
            if (closing ? opened(start, last - 1, c) : ".,;:!?'*|~…’‘".indexOf(c) < 0) {
                return last;
            }
            last--;
        }
        return last;
    }

    private boolean opened(int start, int end, char closing) {
        char opening = closing == ')' ? '(' : closing == ']' ? '[' : '{';
        int unopened = 1;
        for (int i = end - 1; i >= Math.max(start, end - LABEL_CHARS_MAX) && unopened > 0; i--) {
            char c = text.charAt(i);
            unopened += c == closing ? 1 : c == opening ? -1 : 0;
        }
        return unopened == 0;
    }

    private int labelEnd(int bracket) {
        int end = bracket;
        while (end > 0 && text.charAt(end - 1) == ' ' && bracket - end < 2) {
            end--;
        }
        return end;
    }

    /** What stands before the bracket on its line: the last word if it is an address, else a phrase touching the bracket. */
    private String label(int bracket, boolean inAngles) {
        int end = labelEnd(bracket);
        int from = end;
        int limit = Math.max(end - LABEL_CHARS_MAX, Math.max(lastLinkEnd == end ? 0 : lastLinkEnd, 0));
        while (from > limit && text.charAt(from - 1) != '\n' && text.charAt(from - 1) != '>') {
            from--;
        }
        String line = text.substring(from, end).strip();
        int space = Math.max(line.lastIndexOf(' '), line.lastIndexOf('\t'));
        String word = line.substring(space + 1);
        if ((word.indexOf('[') < 0 && ShownAddress.in(word).isPresent()) || isMailAddress(word)) {
            return word;
        }
        boolean touches = inAngles && end == bracket && !line.endsWith("]");
        return touches ? line : "";
    }

    private static boolean isMailAddress(String word) {
        return word.indexOf('@') > 0 && word.indexOf('[') < 0;
    }
}
