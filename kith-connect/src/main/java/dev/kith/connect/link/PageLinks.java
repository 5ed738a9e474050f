package dev.kith.connect.link;

import dev.kith.event.Link;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.parser.Parser;

/** The links of a page: addresses made whole by the page's base, and the buttons that stand in comments. */
final class PageLinks {
    private final LinkCollector links;
    private final List<String> comments = new ArrayList<>();
    private String base = "";

    PageLinks(LinkCollector links) {
        this.links = links;
    }

    LinkCollector collector() {
        return links;
    }

    /** Takes the page's base address; the first counts. */
    void base(String href) {
        base = base.isEmpty() ? href.strip() : base;
    }

    /** Takes a comment that may hold a button drawn by Outlook alone. */
    void comment(String data) {
        if (data.contains("href=") && data.contains("v:")) {
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
                .map(origin -> origin.scheme() + "://" + origin.host() + (href.startsWith("/") ? "" : "/") + href)
                .orElse("");
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
