package dev.kith.connect.mail;

import dev.kith.event.Attachment.Trait;
import dev.kith.event.Link;
import dev.kith.event.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Files that a reader opens and reads: what they say, where they lead, and what they would do. */
final class DocumentReader {
    private static final int TEXT_CHARS_MAX = 8_000; // chosen by hand: a page and a half
    private static final int SHORTCUT_BYTES_MAX = 64 << 10; // chosen by hand: shortcuts have a few hundred
    private static final int SHORTCUT_ADDRESSES_MAX = 5; // chosen by hand

    private final LinkReader linkReader;
    private final Set<String> recipients;
    private final Budget budget;
    private final OfficeReader office;
    private final QrReader codes;
    private final List<Link> links = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String organizer = "";

    DocumentReader(LinkReader linkReader, Set<String> recipients, Budget budget) {
        this.linkReader = linkReader;
        this.recipients = recipients;
        this.budget = budget;
        this.office = new OfficeReader(budget);
        this.codes = new QrReader(budget);
    }

    List<Link> links() {
        return links;
    }

    /** Text that the reader of the documents would read, cut. */
    String text() {
        return text.toString();
    }

    /** Address of the organiser of the first calendar file; empty where none. */
    String organizer() {
        return organizer;
    }

    /**
     * Reads a file of a type by its marks, adds what it would do, and tells the finer type.
     *
     * @param charset as declared; empty where not
     */
    String read(String type, byte[] content, String charset, Set<Trait> found) {
        switch (type) {
            case "ole" -> {
                return office(office.ofCompound(content), found);
            }
            case "rtf" -> office(office.ofRichText(content), found);
            case "one" -> office(office.ofNotebook(content), found);
            case "pdf" -> pdf(content, found);
            case "html", "svg" -> html(MessageBody.text(content, charset, true, budget), found);
            case "png", "jpg", "gif", "bmp", "tiff" -> codes(codes.read(content), found);
            case "ics" -> calendar(MessageBody.text(content, charset, false, budget));
            case "vcf" -> shortcut(content);
            default -> {
                // nothing that a reader would be shown
            }
        }
        return type;
    }

    /** An office file, or what else a package was found to be. */
    String office(OfficeReader.Office read, Set<Trait> found) {
        found.addAll(read.traits());
        links.addAll(linkReader.fromUris(read.addresses(), Link.Place.OFFICE, recipients));
        addText(read.text());
        for (byte[] picture : read.pictures()) {
            codes(codes.read(picture), found);
        }
        return read.type();
    }

    /** Where a shortcut leads; its strings stand in one byte for a character or in two. */
    void shortcut(byte[] content) {
        int length = Math.min(content.length, SHORTCUT_BYTES_MAX);
        List<String> addresses = new ArrayList<>(
                Uris.in(new String(content, 0, length, StandardCharsets.ISO_8859_1), SHORTCUT_ADDRESSES_MAX));
        addresses.addAll(Uris.in(
                new String(content, 0, length, StandardCharsets.ISO_8859_1).replace("\0", ""), SHORTCUT_ADDRESSES_MAX));
        links.addAll(
                linkReader.fromUris(addresses.stream().distinct().toList(), Link.Place.HTML_ATTACHMENT, recipients));
    }

    /** What is to be fetched from elsewhere (RFC 2046 5.2.3). */
    void elsewhere(String address) {
        links.addAll(linkReader.fromUris(List.of(address), Link.Place.REDIRECT, recipients));
    }

    private void pdf(byte[] content, Set<Trait> found) {
        PdfReader.Pdf pdf = PdfReader.read(content, budget);
        found.addAll(pdf.traits());
        links.addAll(linkReader.fromUris(pdf.addresses().stream().distinct().toList(), Link.Place.PDF, recipients));
        codes(pdf.codes(), found);
        addText(pdf.text());
    }

    /** Searches the pictures that a page carries, and those it draws in characters, for codes. */
    void pictures(String html, String visible) {
        Set<Trait> ignored = EnumSet.noneOf(Trait.class);
        for (byte[] image : DataImages.in(html)) {
            codes(codes.read(image), ignored);
        }
        DrawnCode.in(visible, budget).ifPresent(image -> codes(codes.read(image), ignored));
    }

    private void codes(List<String> texts, Set<Trait> found) {
        if (texts.isEmpty()) {
            return;
        }
        found.add(Trait.QR_CODE);
        links.addAll(linkReader.fromUris(texts, Link.Place.QR_CODE, recipients));
    }

    private void html(String html, Set<Trait> found) {
        LinkReader.HtmlReading page = linkReader.fromHtml(html, recipients);
        pictures(html, page.visibleText());
        if (page.hasForm()) {
            found.add(Trait.HTML_FORM);
        }
        if (page.hasScript()) {
            found.add(Trait.HTML_SCRIPT);
        }
        if (page.smuggling()) {
            found.add(Trait.HTML_SMUGGLING);
        }
        for (Link link : page.links()) {
            links.add(Links.placed(link, Link.Place.HTML_ATTACHMENT));
        }
        for (Problem problem : page.problems()) {
            budget.problem(problem.code(), problem.detail());
        }
        addText(page.title() + "\n" + page.visibleText());
    }

    private void calendar(String ics) {
        CalendarReader calendar = CalendarReader.read(ics);
        links.addAll(linkReader.fromUris(calendar.addresses(), Link.Place.CALENDAR, recipients));
        addText(calendar.text());
        organizer = organizer.isEmpty() ? calendar.organizer() : organizer;
    }

    /** The text of an attached message. */
    void body(MessageBody body) {
        for (String plain : body.plain()) {
            links.addAll(linkReader.fromText(plain, false, recipients));
            addText(plain);
        }
        for (String html : body.html()) {
            LinkReader.HtmlReading page = linkReader.fromHtml(html, recipients);
            links.addAll(page.links());
            pictures(html, page.visibleText());
            addText(page.visibleText());
        }
    }

    private void addText(String more) {
        int left = TEXT_CHARS_MAX - text.length();
        if (left > 0 && !more.isBlank()) {
            text.append(Words.cut(more.strip(), left)).append('\n');
        }
    }
}
