package dev.kith.connect.link;

import java.util.Set;

/** What sort of element a tag makes, as far as text is concerned. */
final class Tags {
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "table",
            "tr",
            "li",
            "ul",
            "ol",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "hr",
            "section",
            "article",
            "header",
            "footer",
            "main",
            "nav",
            "aside",
            "figure",
            "figcaption",
            "caption",
            "legend",
            "details",
            "summary",
            "pre",
            "center",
            "form",
            "dl",
            "dt",
            "dd",
            "br",
            "address",
            "fieldset",
            "body");

    private static final Set<String> BOXES = Set.of("td", "th", "button", "option", "input", "label");

    private static final Set<String> SKIPPED =
            Set.of("title", "style", "script", "template", "select", "object", "noembed");

    private Tags() {}

    /** Whether browsers do not draw it though it holds text, unless a style says so. */
    static boolean isUndrawn(String name) {
        return name.equals("datalist");
    }

    /** Whether it begins a line. */
    static boolean isBlock(String name) {
        return BLOCKS.contains(name);
    }

    /** Whether it stands apart from its neighbours on the same line. */
    static boolean isBox(String name) {
        return BOXES.contains(name);
    }

    /** Whether nothing within it is shown as text. */
    static boolean isSkipped(String name) {
        return SKIPPED.contains(name);
    }
}
