package dev.kith.connect.link;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Marks by which mail programs set an earlier mail apart. As written by Gmail, Outlook, Thunderbird, Apple, Yahoo and others. */
final class QuoteMarks {
    /** First words of the header that Outlook repeats above a quoted mail. */
    private static final Set<String> FROM = Set.of(
            "from", "von", "de", "da", "van", "från", "fra", "od", "lähettäjä", "от", "发件人", "差出人", "από", "kimden");

    /** Words in the line of dashes above a quoted mail. */
    private static final List<String> ORIGINAL = List.of(
            "original message",
            "ursprüngliche nachricht",
            "originalnachricht",
            "message d'origine",
            "message d’origine",
            "mensaje original",
            "mensagem original",
            "messaggio originale",
            "oorspronkelijk bericht",
            "forwarded message",
            "weitergeleitete nachricht");

    private static final List<String> CLASSES = List.of(
            "gmail_attr", "yahoo_quoted", "protonmail_quote", "moz-cite-prefix", "outlookmessageheader", "zmail_extra");

    /** Nodes looked at for the first word of an element. Chosen by hand: header blocks begin at once. */
    private static final int PEEK_NODES_MAX = 30;

    private QuoteMarks() {}

    /** Whether the element as a whole is quotation. */
    static boolean quotes(Element element) {
        String classes = element.attr("class").toLowerCase(Locale.ROOT);
        if (element.normalName().equals("blockquote")) {
            return element.attr("type").equalsIgnoreCase("cite")
                    || !element.attr("cite").isEmpty()
                    || classes.contains("quote")
                    || element.attr("style").contains("border-left");
        }
        if (classes.isEmpty()) {
            return false;
        }
        for (String mark : CLASSES) {
            if (classes.contains(mark)) {
                return true;
            }
        }
        return false;
    }

    /** Gmail's container: it begins with the quotation, and what follows the quotation in it is the author's again. */
    static boolean isContainer(Element element) {
        return element.normalName().equals("div") && element.attr("class").contains("gmail_quote");
    }

    /** Whether everything from the element to the end of the page is quotation. */
    static boolean beginsQuotation(Element element) {
        String id = element.attr("id");
        if (!id.isEmpty()
                && (id.endsWith("divRplyFwdMsg")
                        || id.endsWith("OLK_SRC_BODY_SECTION")
                        || id.contains("reference-message-container"))) {
            return true;
        }
        String style = element.attr("style");
        return style.contains("border-top") && !style.contains("border-top:none") && FROM.contains(firstWord(element));
    }

    /** Whether a text begins the line of dashes above a quoted mail. */
    static boolean isDashedLine(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) <= ' ') {
            start++;
        }
        if (!text.startsWith("---", start)) {
            return false;
        }
        String line = text.substring(start, Math.min(text.length(), start + 80)).toLowerCase(Locale.ROOT);
        for (String words : ORIGINAL) {
            if (line.contains(words)) {
                return true;
            }
        }
        return false;
    }

    private static String firstWord(Element element) {
        Node node = element;
        for (int i = 0; i < PEEK_NODES_MAX; i++) {
            if (node instanceof TextNode text && !text.isBlank()) {
                return word(text.getWholeText());
            }
            Node next = next(node, element);
            if (next.equals(element)) {
                return "";
            }
            node = next;
        }
        return "";
    }

    /** The next node in order of appearance within an element; the element itself at its end. */
    private static Node next(Node node, Element within) {
        if (node.childNodeSize() > 0) {
            return node.childNode(0);
        }
        Node at = node;
        while (!at.equals(within)) {
            Node sibling = at.nextSibling();
            if (sibling != null) {
                return sibling;
            }
            Node parent = at.parent();
            if (parent == null) {
                return within;
            }
            at = parent;
        }
        return within;
    }

    private static String word(String text) {
        String stripped = text.replace('\u00A0', ' ').strip().toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < stripped.length() && Character.isLetter(stripped.charAt(end))) {
            end++;
        }
        return stripped.substring(0, end);
    }
}
