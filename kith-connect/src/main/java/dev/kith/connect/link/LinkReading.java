package dev.kith.connect.link;

import dev.kith.connect.intel.Intel;
import dev.kith.connect.mail.LinkReader;
import dev.kith.event.Link;
import java.util.List;
import java.util.Set;

/** Reads links out of plain text, HTML and lists of addresses, and tells the truth of each. Safe for use by several threads. */
public final class LinkReading implements LinkReader {
    private final Intel intel;
    private final LinkMaking making;

    public LinkReading(Intel intel) {
        this.intel = intel;
        this.making = new LinkMaking(intel);
    }

    @Override
    public List<Link> fromText(String text, boolean quoted, Set<String> recipients) {
        LinkCollector links = new LinkCollector(making, recipients);
        new TextScan(intel, text, quoted, links).scan();
        return List.copyOf(links.links());
    }

    @Override
    public Drawn drawn(String text) {
        return new Drawn(TextOddities.drawn(text), TextOddities.of(text));
    }

    @Override
    public HtmlReading fromHtml(String html, Set<String> recipients) {
        return HtmlScan.read(intel, html, new LinkCollector(making, recipients), 0);
    }

    @Override
    public List<Link> fromUris(List<String> uris, Link.Place place, Set<String> recipients) {
        LinkCollector links = new LinkCollector(making, recipients);
        for (String uri : uris) {
            links.add(new Sight("", place, false), uri);
        }
        return List.copyOf(links.links());
    }
}
