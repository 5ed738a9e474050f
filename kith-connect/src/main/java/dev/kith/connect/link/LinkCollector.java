package dev.kith.connect.link;

import dev.kith.event.Link;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The links found so far in one piece of mail, without exact repeats, up to a limit. */
final class LinkCollector {
    /** Links kept of one piece of a mail. Chosen by hand: the richest newsletters seen hold about 300. */
    static final int LINKS_MAX = 500;

    private final LinkMaking making;
    private final Set<String> recipients;
    private final List<Link> links = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> hrefs = new HashSet<>();
    private boolean full;

    LinkCollector(LinkMaking making, Set<String> recipients) {
        this.making = making;
        this.recipients = recipients;
    }

    /** Whether the link was taken: it leads somewhere, is no repeat, and the limit is not reached. */
    boolean add(Sight sight, String href) {
        if (links.size() >= LINKS_MAX) {
            full = true;
            return false;
        }
        String key = sight.place() + "\n" + sight.quoted() + "\n" + sight.text() + "\n"
                + LinkMaking.cut(href, LinkMaking.HREF_CHARS_MAX);
        if (!seen.add(key)) {
            return false;
        }
        Optional<Link> link = making.link(sight, href, recipients);
        link.ifPresent(found -> {
            links.add(found);
            hrefs.add(found.href());
        });
        return link.isPresent();
    }

    /** Takes a link found in a nested document. */
    void addAll(List<Link> found) {
        for (Link link : found) {
            if (links.size() >= LINKS_MAX) {
                full = true;
                return;
            }
            links.add(link);
        }
    }

    /** An empty collector for a document inside this one. */
    LinkCollector fresh() {
        return new LinkCollector(making, recipients);
    }

    boolean holds(String href) {
        return hrefs.contains(href);
    }

    void dropLast() {
        links.remove(links.size() - 1);
    }

    boolean isFull() {
        return full;
    }

    List<Link> links() {
        return links;
    }
}
