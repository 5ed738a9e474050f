package dev.kith.connect.mail;

import dev.kith.event.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Takes every address as it is written, so that tests of this package see only what this package does. */
final class SimpleLinkReader implements LinkReader {
    @Override
    public List<Link> fromText(String text, boolean quoted, Set<String> recipients) {
        return Uris.in(text, 50).stream()
                .map(uri -> link(uri, uri, Link.Place.TEXT, quoted))
                .toList();
    }

    @Override
    public HtmlReading fromHtml(String html, Set<String> recipients) {
        Document page = Jsoup.parse(html);
        List<Link> links = new ArrayList<>();
        for (Element anchor : page.select("a[href]")) {
            links.add(link(anchor.text(), anchor.attr("href"), Link.Place.ANCHOR, false));
        }
        page.select("br, p").before("\n");
        return new HtmlReading(
                page.body().wholeText(),
                "",
                links,
                Set.of(),
                !page.select("form input").isEmpty(),
                !page.select("script").isEmpty(),
                html.contains("msSaveBlob"),
                page.select("img").size(),
                page.title(),
                List.of());
    }

    @Override
    public List<Link> fromUris(List<String> uris, Link.Place place, Set<String> recipients) {
        return uris.stream().map(uri -> link("", uri, place, false)).toList();
    }

    private static Link link(String text, String href, Link.Place place, boolean quoted) {
        Set<Link.Trait> traits = quoted ? Set.of(Link.Trait.QUOTED) : Set.of();
        return new Link(text, href, List.of(), href, "", "", "", Link.Kind.WEB, place, traits);
    }
}
