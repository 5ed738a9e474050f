package dev.kith.connect.link;

import dev.kith.event.Link;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** The links of a page: addresses made whole by the page's base, and the buttons that stand in comments. */
final class PageLinks {
    private final LinkCollector links;
    private final List<String> comments = new ArrayList<>();
    private final String base;

    PageLinks(Document page, LinkCollector links) {
        this.links = links;
        this.base = page.getElementsByTag("base").stream() // the first counts, for links before it too
                .map(element -> element.attr("href").strip())
                .filter(href -> !href.isEmpty())
                .findFirst()
                .orElse("");
    }

    LinkCollector collector() {
        return links;
    }

    /** Takes a comment that may hold a button drawn by Outlook alone. */
    void comment(String data) {
        boolean conditional = data.startsWith("[if");
        if ((conditional || data.contains("v:")) && data.contains("href=")) {
            comments.add(data);
        }
    }

    /** Adds a link. Returns the whole address, empty where it leads nowhere. */
    String add(Sight sight, String href) {
        String target = resolve(href.strip());
        boolean repeats = sight.text().isEmpty() && sight.place() != Link.Place.SCRIPT && links.holds(target);
        if (!target.isEmpty() && !repeats) {
            links.add(sight, target);
        }
        return target;
    }

    /** The whole address; empty where it stays on this page or leads to a place that a mail does not have. */
    String resolve(String href) {
        if (href.isEmpty() || href.charAt(0) == '#') {
            return "";
        }
        boolean whole = href.startsWith("//")
                || href.startsWith("\\\\")
                || href.indexOf(':') > 0
                || ShownAddress.in(href).isPresent();
        if (whole) {
            return href;
        }
        return WebAddress.parse(base)
                .filter(WebAddress::isWeb)
                .map(origin -> origin.scheme() + "://" + origin.host() + folder(origin.path(), href) + href)
                .orElse("");
    }

    /** The path that an address relative to another begins with. */
    private static String folder(String path, String href) {
        if (href.startsWith("/")) {
            return "";
        }
        String kept = href.startsWith("?") ? path : path.substring(0, path.lastIndexOf('/') + 1);
        return kept.isEmpty() ? "/" : kept;
    }

    /** Where a meta element sends the reader at once; empty where nowhere (HTML, shared declarative refresh steps). */
    static String refresh(Element meta) {
        if (!meta.attr("http-equiv").strip().equalsIgnoreCase("refresh")) {
            return "";
        }
        String content = meta.attr("content").strip();
        int at = 0;
        while (at < content.length() && (Character.isDigit(content.charAt(at)) || content.charAt(at) == '.')) {
            at++;
        }
        while (at < content.length() && " ;,\t\n".indexOf(content.charAt(at)) >= 0) {
            at++;
        }
        String address = content.substring(at);
        if (address.regionMatches(true, 0, "url", 0, 3)) {
            String rest = address.substring(3).strip();
            address = rest.startsWith("=") ? rest.substring(1).strip() : address;
        }
        char first = address.isEmpty() ? ' ' : address.charAt(0);
        if (first == '"' || first == '\'') {
            int end = address.indexOf(first, 1);
            return address.substring(1, end < 0 ? address.length() : end);
        }
        return address;
    }

    /** Outlook's own buttons stand in comments; the same button follows in HTML for everybody else. */
    void addButtonsOfComments() {
        for (String comment : comments) {
            int at = comment.indexOf("href=");
            while (at >= 0) {
                char quote = at + 5 < comment.length() ? comment.charAt(at + 5) : ' ';
                int end = quote == '"' || quote == '\'' ? comment.indexOf(quote, at + 6) : -1;
                if (end < 0) {
                    break;
                }
                String href = Parser.unescapeEntities(comment.substring(at + 6, end), true)
                        .strip();
                if (!links.holds(href) && !resolve(href).isEmpty()) {
                    links.add(new Sight("", Link.Place.BUTTON, false), href);
                }
                at = comment.indexOf("href=", end);
            }
        }
    }
}
