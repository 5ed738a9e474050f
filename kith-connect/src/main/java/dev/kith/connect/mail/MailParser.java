package dev.kith.connect.mail;

import dev.kith.connect.intel.Intel;
import dev.kith.event.Attachment;
import dev.kith.event.EmailActivity;
import dev.kith.event.EventId;
import dev.kith.event.Link;
import dev.kith.event.MailAddress;
import dev.kith.event.MailText;
import dev.kith.event.MailThread;
import dev.kith.event.Problem;
import dev.kith.event.SourceRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Bytes of one message into an {@link EmailActivity}. Total: whatever the bytes are, an event comes of them, with
 * {@link Problem}s for what could not be read. Bounded: every limit is named in {@link Budget}. Pure: the same bytes give
 * the same event, on every machine. Safe for use by several threads if the readers given are.
 */
public final class MailParser {
    private static final int SUBJECT_CHARS_MAX = 300; // chosen by hand: what a list shows, several times over
    static final int WORDS_FEW = 25; // chosen by hand: "See attached." with a signature

    private final OriginReader origins;
    private final LinkReader linkReader;
    private final TextAnalyser texts;

    public MailParser(Intel intel, LinkReader links, TextAnalyser texts) {
        this.origins = new OriginReader(intel);
        this.linkReader = links;
        this.texts = texts;
    }

    /**
     * Reads one message.
     *
     * @param message raw bytes (RFC 5322), without the separator line of a mailbox file
     * @param source where they stood
     */
    public EmailActivity parse(byte[] message, SourceRef source) {
        Budget budget = new Budget();
        Part outer = MimeReader.read(message, budget);
        Optional<JournalReport> journal = JournalReport.of(outer, budget);
        Part root = journal.map(JournalReport::message).orElse(outer);
        HeaderBlock headers = root.headers();

        Authorship authorship = Authorship.read(headers, budget);
        MessageBody body = MessageBody.of(root, budget);
        long shape = Handwriting.of(headers, body.skeleton(), root.contentType().parameter("boundary"));
        OriginReader.Way way = origins.read(headers, shape, budget);
        List<MailAddress> deliveredTo = delivered(headers, way, journal);
        Content content = new Content(linkReader, authorship.recipients(deliveredTo), budget);
        content.read(body);
        List<String> references = MessageIds.references(headers);
        if (references.isEmpty()) {
            content.ownWhatIsQuoted();
        }

        String subject = Words.cut(headers.text("subject"), SUBJECT_CHARS_MAX);
        SubjectMarks marks = SubjectMarks.of(subject);
        String id = MessageIds.first(headers.first("message-id"));
        return new EmailActivity(
                new EventId(id.isEmpty() ? source.path() + "#" + source.line() : id),
                Instant.ofEpochSecond(occurredAt(way, outer, budget)),
                source,
                authorship.from(),
                authorship.sender(),
                authorship.replyTo(),
                authorship.returnPath().or(() -> journal.flatMap(JournalReport::sender)),
                authorship.to(),
                authorship.cc(),
                deliveredTo,
                subject,
                new MailThread(
                        references,
                        marks.key(),
                        marks.reply(),
                        marks.forward(),
                        !content.quoted().isBlank()),
                KindReader.of(root, authorship.from(), subject),
                way.origin(),
                AuthenticationReader.read(headers),
                texts.analyse(subject, content.authorText(), content.quoted(), content.traits(subject)),
                content.links(),
                content.attachments(),
                message.length,
                Hash.of(message),
                problems(budget, content, authorship));
    }

    private static Link unquoted(Link link) {
        if (!link.traits().contains(Link.Trait.QUOTED)) {
            return link;
        }
        Set<Link.Trait> traits = EnumSet.copyOf(link.traits());
        traits.remove(Link.Trait.QUOTED);
        return new Link(
                link.text(),
                link.href(),
                link.wrappers(),
                link.target(),
                link.host(),
                link.domain(),
                link.tenant(),
                link.kind(),
                link.place(),
                traits);
    }

    private static List<MailAddress> delivered(
            HeaderBlock headers, OriginReader.Way way, Optional<JournalReport> journal) {
        List<MailAddress> all =
                new ArrayList<>(journal.map(JournalReport::recipients).orElse(List.of()));
        all.addAll(Authorship.deliveredTo(headers, way.recipients()));
        return all.stream().distinct().limit(AddressReader.ADDRESSES_MAX).toList();
    }

    /** The epoch itself where no clock was read: the event is kept, and its problem says why it stands there. */
    private static long occurredAt(OriginReader.Way way, Part outer, Budget budget) {
        if (way.occurredAt() != 0) {
            return way.occurredAt();
        }
        Optional<DateReader.Read> wrapper = DateReader.parse(outer.headers().first("date"));
        if (wrapper.isEmpty()) {
            budget.problem("time-missing", "neither a Received line nor Date can be read");
        }
        return wrapper.map(DateReader.Read::epochSecond).orElse(0L);
    }

    private static List<Problem> problems(Budget budget, Content content, Authorship authorship) {
        String organizer = content.organizer();
        if (!organizer.isEmpty()
                && !organizer.equals(authorship.from().address().toString())) {
            budget.problem("calendar-organizer-differs", organizer);
        }
        return budget.problems();
    }

    /** Text, links and attachments of one message. */
    private static final class Content {
        private final LinkReader linkReader;
        private final Set<String> recipients;
        private final Budget budget;
        private final AttachmentReader attachments;
        private final StringBuilder author = new StringBuilder();
        private final StringBuilder quoted = new StringBuilder();
        private final List<Link> links = new ArrayList<>();
        private final Set<MailText.Trait> traits = EnumSet.noneOf(MailText.Trait.class);

        Content(LinkReader linkReader, Set<String> recipients, Budget budget) {
            this.linkReader = linkReader;
            this.recipients = recipients;
            this.budget = budget;
            this.attachments = new AttachmentReader(linkReader, recipients, budget);
        }

        void read(MessageBody body) {
            for (String plain : body.plain()) {
                plain(plain);
            }
            for (String html : body.html()) {
                html(html);
            }
            if (!body.html().isEmpty()) {
                alternative(String.join("\n", body.plainBesideHtml()));
            } else {
                body.plainBesideHtml().forEach(this::plain);
            }
            for (Part part : body.attached()) {
                attachments.attached(part, 0);
            }
            for (Part message : body.messages()) {
                attachments.message(message, 0);
            }
        }

        /** A mail that answers nothing and says nothing but a quotation says that quotation: lures are dressed up as answers. */
        private void ownWhatIsQuoted() {
            if (author.toString().strip().split("\\s+", WORDS_FEW + 1).length > WORDS_FEW) {
                return;
            }
            author.append('\n').append(quoted);
            quoted.setLength(0);
            links.replaceAll(MailParser::unquoted);
        }

        private void plain(String text) {
            Quotation.Split split = Quotation.split(text);
            author.append(split.author()).append('\n');
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
            Quotation.Split split = Quotation.split(page.visibleText());
            author.append(split.author()).append('\n');
            quoted.append(split.quoted()).append('\n').append(page.quotedText()).append('\n');
            links.addAll(page.links());
            traits.addAll(page.traits());
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
            Set<String> known = new HashSet<>();
            for (Link link : links) {
                known.add(link.href());
                known.add(link.target());
            }
            Quotation.Split split = Quotation.split(plain);
            for (Link link : linkReader.fromText(split.author(), false, recipients)) {
                if (!known.contains(link.href()) && !known.contains(link.target())) {
                    links.add(link);
                }
            }
        }

        /** What the author wrote; where that is next to nothing, with what the attachments say. */
        String authorText() {
            String written = author.toString().strip();
            String attached = attachments.text();
            if (attached.isBlank() || written.split("\\s+", WORDS_FEW + 1).length > WORDS_FEW) {
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
            all.addAll(attachments.links());
            if (all.size() > Budget.LINKS_MAX) {
                budget.problem("too-many-links", all.size() + " links");
            }
            return all.subList(0, Math.min(all.size(), Budget.LINKS_MAX));
        }

        List<Attachment> attachments() {
            return attachments.attachments();
        }

        String organizer() {
            return attachments.organizer();
        }
    }
}
