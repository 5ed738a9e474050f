package dev.kith.connect.link;

import dev.kith.connect.intel.Intel;
import dev.kith.connect.mail.LinkReader.HtmlReading;
import dev.kith.event.Link;
import dev.kith.event.MailText;
import dev.kith.event.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** Walks through one HTML document once, as a reader's eye would, and notes text, links and what is hidden. */
final class HtmlScan implements NodeFilter {
    /** Characters of markup read. Chosen by hand: the largest newsletters seen stay below a third of it. */
    static final int HTML_CHARS_MAX = 1_000_000;

    /** Elements nested in one another; jsoup flattens what is deeper. Chosen by hand: newsletters reach about 60. */
    static final int DEPTH_MAX = 256;

    /** Nodes visited. Chosen by hand: about what a million characters of ordinary markup hold. */
    static final int NODES_MAX = 150_000;

    /** Hidden letters among the text from which on they are no layout trick. Measured on mail of 2010 to 2026. */
    private static final int HIDDEN_LETTERS_MIN = 150;

    /** Hidden letters before the text: above this, no preheader. Chosen by hand: mail programs show some 150 of them. */
    private static final int PREHEADER_LETTERS_MAX = 600;

    /** Hidden letters within words from which on they split words. Chosen by hand. */
    private static final int SPLIT_WORDS_MIN = 3;

    /** Documents in data: addresses read inside one another. */
    private static final int NESTED_MAX = 1;

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

    private static final Set<String> SKIPPED =
            Set.of("title", "style", "script", "template", "select", "object", "noembed");

    private final Intel intel;
    private final PageLinks links;
    private final int nesting;
    private final PageText page = new PageText();
    private final Looks looks = new Looks();
    private final Set<Element> openQuotes = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable OpenAnchor anchor;
    private String title = "";
    private boolean quotedToEnd;
    private boolean hasForm;
    private boolean hasScript;
    private boolean smuggling;
    private int images;
    private int nodes;
    private int preformatted;
    private int forms;

    private HtmlScan(Intel intel, LinkCollector links, int nesting) {
        this.intel = intel;
        this.links = new PageLinks(links);
        this.nesting = nesting;
    }

    static HtmlReading read(Intel intel, String html, LinkCollector links, int nesting) {
        HtmlScan scan = new HtmlScan(intel, links, nesting);
        String read = html;
        if (html.length() > HTML_CHARS_MAX) {
            read = LinkMaking.cut(html, HTML_CHARS_MAX);
            scan.problems.add(
                    Problem.of("html-too-long", "read " + HTML_CHARS_MAX + " of " + html.length() + " characters"));
            scan.smuggling = html.contains("<script") && ScriptScan.smuggles(html);
        }
        Parser parser = Parser.htmlParser().setMaxDepth(DEPTH_MAX);
        parser.parseInput(read, "").filter(scan);
        return scan.reading();
    }

    private HtmlReading reading() {
        closeAnchor();
        links.addButtonsOfComments();
        if (links.collector().isFull()) {
            problems.add(Problem.of("links-too-many", "kept the first " + LinkCollector.LINKS_MAX));
        }
        if (page.isCut()) {
            problems.add(Problem.of("html-text-too-long", "kept the first " + PageText.TEXT_CHARS_MAX + " characters"));
        }
        String visible = page.visible();
        EnumSet<MailText.Trait> traits = EnumSet.noneOf(MailText.Trait.class);
        traits.addAll(TextOddities.of(visible));
        if (hidesText()) {
            traits.add(MailText.Trait.HIDDEN_TEXT);
        }
        return new HtmlReading(
                TextOddities.withoutInvisible(visible).strip(),
                TextOddities.withoutInvisible(page.quoted()).strip(),
                links.collector().links(),
                traits,
                hasForm,
                hasScript,
                smuggling,
                images,
                title,
                problems);
    }

    private boolean hidesText() {
        return page.hiddenLetters() >= HIDDEN_LETTERS_MIN
                || page.hiddenBeforeText() > PREHEADER_LETTERS_MAX
                || page.hiddenInWords() >= SPLIT_WORDS_MIN;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (++nodes > NODES_MAX) {
            problems.add(Problem.of("html-too-many-nodes", "read " + NODES_MAX));
            return FilterResult.STOP;
        }
        if (node instanceof TextNode text) {
            text(text.getWholeText());
        } else if (node instanceof Comment comment) {
            links.comment(comment.getData());
        } else if (node instanceof Element element) {
            return enter(element);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            leave(element);
        }
        return FilterResult.CONTINUE;
    }

    private boolean inQuote() {
        return quotedToEnd || !openQuotes.isEmpty();
    }

    private void text(String text) {
        Look look = looks.current();
        if (look.hidesText()) {
            page.hidden(text);
            return;
        }
        if (!quotedToEnd && text.length() > 10 && QuoteMarks.isDashedLine(text)) {
            quotedToEnd = true;
        }
        page.text(text, preformatted > 0, inQuote());
        if (anchor != null) {
            anchor.text(text);
        } else if (text.length() > 7 && (text.contains("://") || text.contains("www."))) {
            new TextScan(intel, text, inQuote(), links.collector()).scan();
        }
    }

    private FilterResult enter(Element element) {
        String name = element.normalName();
        boolean plain = element.attributesSize() == 0;
        Look look = looks.enter(element);
        if (SKIPPED.contains(name)) {
            special(element, name);
            return FilterResult.SKIP_CHILDREN;
        }
        if (!plain) {
            attributes(element, name);
            quotation(element);
        }
        if (BLOCKS.contains(name)) {
            page.line(inQuote());
            if (anchor != null) {
                anchor.text(" ");
            }
        } else if (name.equals("td") || name.equals("th")) {
            page.space(inQuote());
        }
        preformatted += name.equals("pre") ? 1 : 0;
        if (anchor != null) {
            anchor.inside(look);
        }
        forms += name.equals("form") ? 1 : 0;
        return FilterResult.CONTINUE;
    }

    private void leave(Element element) {
        looks.leave();
        String name = element.normalName();
        if (name.equals("a")) {
            closeAnchor();
        }
        if (BLOCKS.contains(name)) {
            page.line(inQuote());
        }
        preformatted -= name.equals("pre") ? 1 : 0;
        forms -= name.equals("form") ? 1 : 0;
        if (openQuotes.remove(element) && name.equals("blockquote")) {
            Element parent = element.parent();
            if (parent != null && QuoteMarks.isContainer(parent)) {
                openQuotes.remove(parent);
            }
        }
    }

    private void quotation(Element element) {
        if (quotedToEnd) {
            return;
        }
        if (QuoteMarks.beginsQuotation(element)) {
            quotedToEnd = true;
        } else if (QuoteMarks.isContainer(element) || QuoteMarks.quotes(element)) {
            openQuotes.add(element);
        }
    }

    private void special(Element element, String name) {
        switch (name) {
            case "title" ->
                title = title.isEmpty()
                        ? LinkMaking.cut(OpenAnchor.collapse(element.text()), LinkMaking.TEXT_CHARS_MAX)
                        : title;
            case "style" -> looks.style(element.data());
            case "script" -> {
                script(element.data());
                String source = element.attr("src");
                if (!source.isEmpty()) {
                    link("", Link.Place.SCRIPT, source);
                }
            }
            case "object" -> link("", Link.Place.REDIRECT, element.attr("data"));
            default -> {}
        }
    }

    private void attributes(Element element, String name) {
        switch (name) {
            case "a" -> openAnchor(element);
            case "area" -> link(element.attr("alt"), Link.Place.IMAGE_MAP, element.attr("href"));
            case "img" -> image(element);
            case "form" -> {
                Element submit = element.selectFirst("input[type=submit], button");
                String text = submit == null
                        ? ""
                        : submit.normalName().equals("input") ? submit.attr("value") : submit.text();
                link(text, Link.Place.FORM, element.attr("action"));
            }
            case "input", "button", "textarea" -> {
                hasForm |= (forms > 0 && !element.attr("type").equalsIgnoreCase("hidden"))
                        || element.attr("type").equalsIgnoreCase("password");
                link(element.attr("value"), Link.Place.FORM, element.attr("formaction"));
            }
            case "meta" -> refresh(element);
            case "base" -> links.base(element.attr("href"));
            case "iframe", "frame", "embed" -> link("", Link.Place.REDIRECT, element.attr("src"));
            default -> {}
        }
        handlers(element);
    }

    private void openAnchor(Element element) {
        closeAnchor();
        if (element.hasAttr("href") || element.hasAttr("xlink:href")) {
            anchor = new OpenAnchor(element, inQuote(), looks);
        }
    }

    private void closeAnchor() {
        OpenAnchor closing = anchor;
        anchor = null;
        if (closing == null) {
            return;
        }
        String href = closing.href().strip();
        if (href.regionMatches(true, 0, "javascript:", 0, 11)) {
            script(Decoding.percent(href.substring(11)));
            return;
        }
        if (closing.isDownload() && (href.startsWith("data:") || href.startsWith("blob:"))) {
            smuggling = true;
        }
        nested(links.add(closing.sight(), href));
    }

    private void image(Element element) {
        Look look = looks.current();
        boolean dot = isDot(element.attr("width")) || isDot(element.attr("height"));
        if (!look.gone() && !dot) {
            images++;
            if (anchor != null) {
                anchor.image(element.attr("alt"));
            }
        }
    }

    /** Counting pixels are one or two pixels wide. */
    private static boolean isDot(String size) {
        return size.equals("0") || size.equals("1") || size.equals("2") || size.equals("1px") || size.equals("0px");
    }

    private void refresh(Element element) {
        if (!element.attr("http-equiv").equalsIgnoreCase("refresh")) {
            return;
        }
        String content = element.attr("content");
        int at = content.toLowerCase(Locale.ROOT).indexOf("url=");
        if (at >= 0) {
            String address = content.substring(at + 4).strip();
            boolean inQuotes = address.length() > 1 && (address.charAt(0) == '"' || address.charAt(0) == '\'');
            link("", Link.Place.REDIRECT, inQuotes ? address.substring(1, address.length() - 1) : address);
        }
    }

    private void handlers(Element element) {
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey();
            if (key.length() > 4 && key.startsWith("on")) {
                script(attribute.getValue());
            }
        }
    }

    private void script(String script) {
        if (script.isBlank()) {
            return;
        }
        hasScript = true;
        smuggling |= ScriptScan.smuggles(script);
        for (String address : ScriptScan.addresses(script)) {
            link("", Link.Place.SCRIPT, address);
        }
    }

    private void link(String text, Link.Place place, String href) {
        nested(links.add(new Sight(OpenAnchor.collapse(text), place, inQuote()), href));
    }

    /** A page carried in a data: address is read too, once. */
    private void nested(String href) {
        if (nesting >= NESTED_MAX || !href.regionMatches(true, 0, "data:text/html", 0, 14)) {
            return;
        }
        int comma = href.indexOf(',');
        if (comma < 0) {
            return;
        }
        String content = href.substring(comma + 1);
        String inner = href.substring(0, comma).contains("base64")
                ? Decoding.base64Text(Decoding.percent(content)).orElse("")
                : Decoding.percent(content);
        HtmlReading reading = read(intel, inner, links.collector().fresh(), nesting + 1);
        links.collector().addAll(reading.links());
        hasForm |= reading.hasForm();
        hasScript |= reading.hasScript();
        smuggling |= reading.smuggling();
    }
}
