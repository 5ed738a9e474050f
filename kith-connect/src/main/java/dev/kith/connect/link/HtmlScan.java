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
import java.util.Set;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
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

    private final Intel intel;
    private final PageLinks links;
    private final int nesting;
    private final PageText words = new PageText();
    private final DrawnCells cells = new DrawnCells();
    private final Looks looks;
    private final TextRun run;
    private final Scripts scripts;
    private final Set<Element> openQuotes = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable OpenAnchor anchor;
    private String title = "";
    private boolean quotedToEnd;
    private boolean hasForm;
    private int images;
    private int nodes;
    private int preformatted;
    private int forms;

    private HtmlScan(Intel intel, Document page, LinkCollector links, int nesting) {
        this.intel = intel;
        this.links = new PageLinks(page, links);
        this.looks = new Looks(page);
        this.run = new TextRun(intel, links);
        this.scripts = new Scripts(address -> link("", Link.Place.SCRIPT, address));
        this.nesting = nesting;
    }

    static HtmlReading read(Intel intel, String html, LinkCollector links, int nesting) {
        String read = LinkMaking.cut(html, HTML_CHARS_MAX);
        Document page = Parser.htmlParser().setMaxDepth(DEPTH_MAX).parseInput(read, "");
        HtmlScan scan = new HtmlScan(intel, page, links, nesting);
        if (html.length() > HTML_CHARS_MAX) {
            scan.problems.add(
                    Problem.of("html-too-long", "read " + HTML_CHARS_MAX + " of " + html.length() + " characters"));
            scan.scripts.beyond(html);
        }
        page.filter(scan);
        return scan.reading();
    }

    private HtmlReading reading() {
        closeAnchor();
        run.flush();
        links.addButtonsOfComments();
        if (links.collector().isFull()) {
            problems.add(Problem.of("links-too-many", "kept the first " + LinkCollector.LINKS_MAX));
        }
        if (words.isCut()) {
            problems.add(Problem.of("html-text-too-long", "kept the first " + PageText.TEXT_CHARS_MAX + " characters"));
        }
        String visible = words.visible();
        EnumSet<MailText.Trait> traits = EnumSet.noneOf(MailText.Trait.class);
        traits.addAll(TextOddities.of(visible));
        if (hidesText()) {
            traits.add(MailText.Trait.HIDDEN_TEXT);
        }
        return new HtmlReading(
                withoutEmptyEnds(TextOddities.drawn(visible)),
                TextOddities.drawn(words.quoted()).strip(),
                links.collector().links(),
                traits,
                hasForm,
                scripts.any(),
                scripts.smuggling(),
                images,
                title,
                problems);
    }

    /** Blanks that begin a preformatted line stay: they may be part of a drawing. */
    private static String withoutEmptyEnds(String text) {
        int start = 0;
        for (int i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
            start = text.charAt(i) == '\n' ? i + 1 : start;
        }
        return text.substring(start).stripTrailing();
    }

    private boolean hidesText() {
        return words.hiddenLetters() >= HIDDEN_LETTERS_MIN
                || words.hiddenBeforeText() > PREHEADER_LETTERS_MAX
                || words.hiddenInWords() >= SPLIT_WORDS_MIN;
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
            words.hidden(text);
            return;
        }
        if (!quotedToEnd && text.length() > 10 && QuoteMarks.isDashedLine(text)) {
            quotedToEnd = true;
        }
        words.text(text, preformatted > 0, inQuote());
        if (anchor != null) {
            anchor.text(text);
        } else {
            run.add(text, inQuote());
        }
    }

    private FilterResult enter(Element element) {
        String name = element.normalName();
        boolean plain = element.attributesSize() == 0;
        Look look = looks.enter(element);
        if (Tags.isSkipped(name)) {
            special(element, name);
            return FilterResult.SKIP_CHILDREN;
        }
        if (!plain || forms > 0) {
            attributes(element, name);
            quotation(element);
        }
        if (Tags.isBlock(name) || Tags.isBox(name)) {
            apart(Tags.isBlock(name));
        }
        if (name.equals("tr")) {
            cells.begin();
        }
        preformatted += name.equals("pre") ? 1 : 0;
        if (anchor != null) {
            anchor.inside(look);
            if (look.picture() && !look.gone()) {
                images++;
                anchor.image("");
            }
        }
        forms += name.equals("form") ? 1 : 0;
        return FilterResult.CONTINUE;
    }

    private void apart(boolean line) {
        run.flush();
        if (line) {
            words.line(inQuote());
        } else {
            words.space(inQuote());
        }
        if (anchor != null) {
            anchor.text(" ");
        }
    }

    private void leave(Element element) {
        Look look = looks.leave();
        String name = element.normalName();
        if (name.equals("td")) {
            cells.cell(element, look);
        } else if (name.equals("tr")) {
            words.text(cells.end(), true, inQuote());
        }
        if (name.equals("a")) {
            closeAnchor();
        }
        if (Tags.isBlock(name)) {
            words.line(inQuote());
            run.flush();
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
            case "script" -> {
                scripts.read(element.data());
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
            case "img", "amp-img" -> image(element);
            case "form" -> form(element);
            case "input", "button", "textarea" -> {
                hasForm |= (forms > 0 && !element.attr("type").equalsIgnoreCase("hidden"))
                        || element.attr("type").equalsIgnoreCase("password");
                if (element.attr("type").equalsIgnoreCase("image")) {
                    image(element);
                }
                link(element.attr("value"), Link.Place.FORM, element.attr("formaction"));
            }
            case "meta" -> link("", Link.Place.REDIRECT, PageLinks.refresh(element));
            case "iframe", "frame", "embed" -> {
                link("", Link.Place.REDIRECT, element.attr("src"));
                page(element.attr("srcdoc"));
            }
            default -> {
                if (name.startsWith("v:")) {
                    link("", Link.Place.BUTTON, element.attr("href")); // drawn by Outlook
                }
            }
        }
        scripts.handlers(element);
    }

    private void form(Element element) {
        Element submit = element.selectFirst("input[type=submit], button");
        String text = submit == null ? "" : submit.normalName().equals("input") ? submit.attr("value") : submit.text();
        link(text, Link.Place.FORM, element.attr("action"));
        link(text, Link.Place.FORM, element.attr("action-xhr"));
    }

    private void openAnchor(Element element) {
        closeAnchor();
        if (element.hasAttr("href") || element.hasAttr("xlink:href")) {
            run.flush();
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
        if (scripts.ofAddress(href, closing.isDownload())) {
            return;
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

    private void link(String text, Link.Place place, String href) {
        if (!href.isEmpty()) {
            nested(links.add(new Sight(OpenAnchor.collapse(text), place, inQuote()), href));
        }
    }

    /** A page carried in a data: address is read too, once. */
    private void nested(String href) {
        if (!href.regionMatches(true, 0, "data:text/html", 0, 14)) {
            return;
        }
        int comma = href.indexOf(',');
        if (comma < 0) {
            return;
        }
        String content = href.substring(comma + 1);
        page(
                href.substring(0, comma).contains("base64")
                        ? Decoding.base64Text(Decoding.percent(content)).orElse("")
                        : Decoding.percent(content));
    }

    private void page(String inner) {
        if (nesting >= NESTED_MAX || inner.isEmpty()) {
            return;
        }
        HtmlReading reading = read(intel, inner, links.collector().fresh(), nesting + 1);
        links.collector().addAll(reading.links());
        hasForm |= reading.hasForm();
        scripts.add(reading.hasScript(), reading.smuggling());
    }
}
