package dev.kith.connect.mail;

import dev.kith.event.Link;
import dev.kith.event.MailText;
import dev.kith.event.Problem;
import java.util.List;
import java.util.Set;

/** Finds the links of a mail and tells the truth of each. Never resolves a name, never fetches; never throws on input. */
public interface LinkReader {
    /**
     * Links written out in plain text, bounded, in order of appearance.
     *
     * @param quoted whether the text quotes an earlier mail
     * @param recipients addresses of the recipients, lower case
     */
    List<Link> fromText(String text, boolean quoted, Set<String> recipients);

    /** What an HTML body or attachment shows, hides and links to. */
    HtmlReading fromHtml(String html, Set<String> recipients);

    /** Addresses found outside of text: PDF, calendar, QR code, Office relationships. What is no address is left out. */
    List<Link> fromUris(List<String> uris, Link.Place place, Set<String> recipients);

    /** A plain text as a reader sees it: without characters that are not drawn. As it stands, unless the reader knows better. */
    default Drawn drawn(String text) {
        return new Drawn(text, Set.of());
    }

    /**
     * What can be seen of a text.
     *
     * @param traits oddities of its making
     */
    record Drawn(String text, Set<MailText.Trait> traits) {
        public Drawn {
            traits = Set.copyOf(traits);
        }
    }

    /**
     * One HTML document as a reader sees it.
     *
     * @param visibleText what can be seen, without the quotation, a line for each block
     * @param quotedText the part of the visible text that quotes an earlier mail; empty where nothing is quoted
     * @param links every link, bounded, in order of appearance
     * @param hasForm whether it holds a form with an input
     * @param hasScript whether it holds script
     * @param smuggling whether its script builds a file out of data it carries
     * @param images number of images that can be seen
     * @param title its title; empty where none
     */
    record HtmlReading(
            String visibleText,
            String quotedText,
            List<Link> links,
            Set<MailText.Trait> traits,
            boolean hasForm,
            boolean hasScript,
            boolean smuggling,
            int images,
            String title,
            List<Problem> problems) {
        public HtmlReading {
            links = List.copyOf(links);
            traits = Set.copyOf(traits);
            problems = List.copyOf(problems);
        }
    }
}
