package dev.kith.connect.mail;

import dev.kith.event.Attachment;
import dev.kith.event.Link;
import dev.kith.event.MailText;
import dev.kith.event.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Text, links and attachments of one message. */
final class MailContent {
    private static final int WORDS_FEW = 25; // chosen by hand: "See attached." with a signature
    private static final int WORDS_BESIDE_IMAGE_MAX = 10; // chosen by hand: "Unsubscribe here" and a postal address
    private static final Set<String> IMAGE_TYPES = Set.of("png", "jpg", "gif", "bmp", "webp", "tiff");

    private final LinkReader linkReader;
    private final Set<String> recipients;
    private final Budget budget;
    private final DocumentReader documents;
    private final AttachmentReader attachments;
    private final StringBuilder author = new StringBuilder();
    private final StringBuilder quoted = new StringBuilder();
    private final List<Link> links = new ArrayList<>();
    private final Set<MailText.Trait> traits = EnumSet.noneOf(MailText.Trait.class);
    private int images;

    MailContent(LinkReader linkReader, Set<String> recipients, Budget budget) {
        this.linkReader = linkReader;
        this.recipients = recipients;
        this.budget = budget;
        this.documents = new DocumentReader(linkReader, recipients, budget);
        this.attachments = new AttachmentReader(documents, budget);
    }

    void read(MessageBody body) {
        for (String plain : body.plain()) {
            plain(plain);
        }
        for (String html : body.html()) {
            html(html);
        }
        boolean pageShows = images > 0 || !links.isEmpty() || hasWords(author) || hasWords(quoted);
        if (!body.html().isEmpty() && pageShows) {
            alternative(String.join("\n", body.plainBesideHtml()));
        } else {
            body.plainBesideHtml().forEach(this::plain);
        }
        for (String page : body.otherPages()) {
            addUnknown(linkReader.fromHtml(page, recipients).links());
        }
        for (Part part : body.attached()) {
            attachments.attached(part, 0);
        }
        for (Part message : body.messages()) {
            attachments.message(message, 0);
        }
        tellOfEmptiness();
        if (TelephoneNumbers.isIn(author) || TelephoneNumbers.isIn(quoted)) {
            traits.add(MailText.Trait.TELEPHONE_NUMBER);
        }
    }

    /** A linked picture with next to no words beside it, any picture with none at all; a logo below a letter is neither. */
    private void tellOfEmptiness() {
        boolean linked = links.stream()
                .anyMatch(link -> link.place() == Link.Place.IMAGE || link.place() == Link.Place.IMAGE_MAP);
        boolean attached = attachments.attachments().stream()
                .anyMatch(file -> file.depth() == 0 && IMAGE_TYPES.contains(file.type()));
        boolean silent = !hasWords(author) && !hasWords(quoted);
        boolean few = words(author) + words(quoted) < WORDS_BESIDE_IMAGE_MAX;
        if ((images > 0 && few && (linked || silent)) || (attached && silent)) {
            traits.add(MailText.Trait.IMAGE_ONLY);
        } else if (silent) {
            traits.add(MailText.Trait.EMPTY);
        }
    }

    /**
     * Takes for the author's what is marked as quoted, where it is what the mail has to say: lures are dressed up as
     * answers, and a forward is sent for what it forwards.
     *
     * @param answers whether header and subject both say that the mail answers another
     */
    void ownWhatIsQuoted(boolean answers) {
        int words = words(author);
        if (words > WORDS_FEW || (answers && words > 0)) {
            return;
        }
        author.append('\n').append(quoted);
        quoted.setLength(0);
        links.replaceAll(Links::unquoted);
    }

    private void plain(String text) {
        Quotation.Split split = Quotation.split(text);
        LinkReader.Drawn drawn = linkReader.drawn(split.author());
        author.append(drawn.text()).append('\n');
        traits.addAll(drawn.traits());
        documents.pictures("", text);
        quoted.append(split.quoted()).append('\n');
        links.addAll(linkReader.fromText(split.author(), false, recipients));
        if (!split.aside().isEmpty()) {
            links.addAll(linkReader.fromText(split.aside(), false, recipients));
        }
        if (!split.quoted().isEmpty()) {
            links.addAll(linkReader.fromText(split.quoted(), true, recipients));
        }
    }

    private void html(String html) {
        LinkReader.HtmlReading page = linkReader.fromHtml(html, recipients);
        Quotation.Split split =
                Quotation.split(page.visibleText(), !page.quotedText().isBlank());
        author.append(split.author()).append('\n');
        quoted.append(split.quoted()).append('\n').append(page.quotedText()).append('\n');
        links.addAll(page.links());
        traits.addAll(page.traits());
        images += page.images();
        documents.pictures(html, page.visibleText());
        for (Problem problem : page.problems()) {
            budget.problem(problem.code(), problem.detail());
        }
    }

    /** The plain form beside the HTML: compared with it, and searched for links that only it has. */
    private void alternative(String plain) {
        if (plain.isBlank()) {
            return;
        }
        if (MessageBody.differ(plain, author + " " + quoted)) {
            traits.add(MailText.Trait.PARTS_DIFFER);
        }
        addUnknown(linkReader.fromText(Quotation.split(plain).author(), false, recipients));
    }

    private void addUnknown(List<Link> found) {
        Set<String> known = new HashSet<>();
        for (Link link : links) {
            known.add(link.href());
            known.add(link.target());
        }
        for (Link link : found) {
            if (!known.contains(link.href()) && !known.contains(link.target())) {
                links.add(link);
            }
        }
    }

    private static boolean hasWords(CharSequence text) {
        return words(text) > 0;
    }

    /** Words that hold a letter or digit; counted up to one more than are few. */
    private static int words(CharSequence text) {
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length() && words <= WORDS_FEW; i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                inWord = false;
            } else if (!inWord && (Character.isLetterOrDigit(c) || Character.isHighSurrogate(c))) {
                words++;
                inWord = true;
            }
        }
        return words;
    }

    /** What the author wrote; where that is next to nothing, with what the attachments say. */
    String authorText() {
        String written = author.toString().strip();
        String attached = documents.text();
        if (attached.isBlank() || words(written) > WORDS_FEW) {
            return written;
        }
        return (written + "\n" + attached).strip();
    }

    String quoted() {
        return quoted.toString().strip();
    }

    Set<MailText.Trait> traits(String subject) {
        if (attachments.encrypted() && (PasswordHint.in(author.toString()) || PasswordHint.in(subject))) {
            traits.add(MailText.Trait.PASSWORD_GIVEN);
        }
        return traits;
    }

    List<Link> links() {
        List<Link> all = new ArrayList<>(links);
        all.addAll(documents.links());
        if (all.size() > Budget.LINKS_MAX) {
            budget.problem("too-many-links", all.size() + " links");
        }
        return all.subList(0, Math.min(all.size(), Budget.LINKS_MAX));
    }

    List<Attachment> attachments() {
        return attachments.attachments();
    }

    String organizer() {
        return documents.organizer();
    }
}
