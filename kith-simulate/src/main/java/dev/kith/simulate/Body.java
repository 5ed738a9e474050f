package dev.kith.simulate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The words of a mail before any program has set them. Paragraphs are parted by empty lines. A character from the private
 * use area stands where a link goes: {@link #mark(int)} for the link of that index.
 *
 * @param links the links, by index
 * @param quoted the earlier mail below
 */
record Body(String text, List<LinkRef> links, Optional<Quote> quoted) {
    /** First of the marks (start of the private use area of Unicode). */
    private static final char MARK_FIRST = '\uE000';

    /** Text of an earlier mail is kept to this many characters (chosen by hand, bounds the memory of open threads). */
    private static final int QUOTE_CHARS_MAX = 900;

    Body {
        links = List.copyOf(links);
    }

    static Body of(String text) {
        return new Body(text, List.of(), Optional.empty());
    }

    static Body of(String text, LinkRef... links) {
        return new Body(text, List.of(links), Optional.empty());
    }

    static String mark(int index) {
        return String.valueOf((char) (MARK_FIRST + index));
    }

    static boolean isMark(char c) {
        return c >= MARK_FIRST && c < MARK_FIRST + 100;
    }

    LinkRef link(char mark) {
        return links.get(mark - MARK_FIRST);
    }

    Body quoting(Quote quote) {
        return new Body(text, links, Optional.of(quote));
    }

    Body then(String more) {
        return new Body(text + more, links, quoted);
    }

    /** The body with every link changed, the quoted ones too. */
    Body mapLinks(java.util.function.UnaryOperator<LinkRef> change) {
        return new Body(
                text,
                links.stream().map(change).toList(),
                quoted.map(quote -> quote.with(quote.body().mapLinks(change))));
    }

    /** A copy to be quoted: cut in length, and without what lies more than one quotation below. */
    Body forQuoting() {
        String cut =
                text.length() <= QUOTE_CHARS_MAX ? text : text.substring(0, text.lastIndexOf(' ', QUOTE_CHARS_MAX));
        return new Body(cut, links, quoted.map(quote -> quote.with(Body.plainCopy(quote.body()))));
    }

    private static Body plainCopy(Body body) {
        return new Body(body.text(), body.links(), Optional.empty());
    }

    /**
     * A link as its author set it.
     *
     * @param words what the reader sees; the address itself for a bare link
     */
    record LinkRef(String words, String href, Look look) {
        LinkRef to(String target) {
            return new LinkRef(look == Look.BARE ? target : words, target, look);
        }
    }

    enum Look {
        BARE,
        WORDS,
        BUTTON
    }

    /** An earlier mail set under a new one. */
    record Quote(Correspondent author, Correspondent reader, String subject, Instant at, Body body) {
        Quote with(Body changed) {
            return new Quote(author, reader, subject, at, changed);
        }
    }
}
