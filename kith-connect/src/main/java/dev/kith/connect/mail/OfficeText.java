package dev.kith.connect.mail;

import dev.kith.event.Attachment.Trait;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jsoup.parser.Parser;

/**
 * What an XML part of an office document says (ECMA-376 WordprocessingML, SpreadsheetML, PresentationML; OpenDocument):
 * text, fields that link, fields that start another program. Linear in the part.
 */
record OfficeText(String text, List<String> addresses, Set<Trait> traits) {
    static final int TEXT_CHARS_MAX = 20_000; // chosen by hand: ten pages
    private static final int PART_CHARS_MAX = 2 << 20; // chosen by hand: a document of some hundred pages
    private static final int ADDRESSES_MAX = 50; // chosen by hand
    private static final int SEARCH_BYTES_MAX = 4 << 20; // chosen by hand: ordinary mail ends before
    private static final int FIELD_CHARS_MAX =
            300; // chosen by hand: what stands between a field's name and its address
    private static final String LINK_FIELD = "HYPERLINK";
    private static final Set<String> LINE_ENDS =
            Set.of("/w:p", "/a:p", "/text:p", "/text:h", "/si", "/row", "w:br/", "w:tab/", "text:line-break/");

    /** Whether a member of a package holds the text that a reader sees first. */
    static boolean holdsText(String member) {
        return member.equals("word/document.xml")
                || member.equals("xl/sharedstrings.xml")
                || member.equals("content.xml")
                || (member.startsWith("ppt/slides/slide") && member.endsWith(".xml"));
    }

    static OfficeText of(byte[] xml) {
        String part = new String(xml, 0, Math.min(xml.length, PART_CHARS_MAX), StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder();
        StringBuilder fields = new StringBuilder();
        List<String> addresses = new ArrayList<>();
        boolean inField = false;
        int at = 0;
        while (at < part.length() && text.length() < TEXT_CHARS_MAX) {
            int open = part.indexOf('<', at);
            int end = open < 0 ? part.length() : open;
            (inField ? fields : text).append(part, at, end);
            int close = open < 0 ? -1 : part.indexOf('>', open);
            if (close < 0) {
                break;
            }
            String tag = part.substring(open + 1, Math.min(close, open + FIELD_CHARS_MAX));
            inField = tag.startsWith("w:instrText");
            text.append(LINE_ENDS.contains(tag) ? "\n" : "");
            int href = tag.startsWith("text:a ") ? tag.indexOf("xlink:href=") : -1;
            if (href >= 0 && addresses.size() < ADDRESSES_MAX) {
                addresses.addAll(Uris.in(Parser.unescapeEntities(tag.substring(href), true), 1));
            }
            at = close + 1;
        }
        String commands = Parser.unescapeEntities(fields.toString(), false);
        addresses.addAll(linked(commands));
        boolean starts = commands.contains("DDEAUTO") || commands.contains("DDE ");
        return new OfficeText(
                Parser.unescapeEntities(Words.cut(text.toString(), TEXT_CHARS_MAX), false),
                addresses,
                starts ? EnumSet.of(Trait.MACRO) : EnumSet.noneOf(Trait.class));
    }

    /** Addresses of the link fields of a binary file, whose text stands in one byte for a character or in two. */
    static List<String> hyperlinks(byte[] bytes) {
        int length = Math.min(bytes.length, SEARCH_BYTES_MAX);
        String narrow = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        List<String> found = new ArrayList<>(linked(narrow));
        if (narrow.contains("H\0Y\0P\0E\0R\0L\0I\0N\0K\0")) {
            found.addAll(linked(narrow.replace("\0", "")));
        }
        return found.stream().distinct().limit(ADDRESSES_MAX).toList();
    }

    private static List<String> linked(String fields) {
        List<String> found = new ArrayList<>();
        int at = fields.indexOf(LINK_FIELD);
        while (at >= 0 && found.size() < ADDRESSES_MAX) {
            int from = at + LINK_FIELD.length();
            int next = fields.indexOf(LINK_FIELD, from);
            int end = Math.min(next < 0 ? fields.length() : next, from + FIELD_CHARS_MAX * 4);
            found.addAll(Uris.in(fields.substring(from, end), 1));
            at = next;
        }
        return found;
    }
}
