package dev.kith.connect.mail;

import dev.kith.connect.intel.Intel;
import dev.kith.event.EmailActivity;
import dev.kith.event.EventId;
import dev.kith.event.MailAddress;
import dev.kith.event.MailAuthentication;
import dev.kith.event.MailThread;
import dev.kith.event.Problem;
import dev.kith.event.SourceRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Bytes of one message into an {@link EmailActivity}. Total: whatever the bytes are, an event comes of them, with
 * {@link Problem}s for what could not be read. Bounded: every limit is named in {@link Budget}. Pure: the same bytes give
 * the same event, on every machine. Safe for use by several threads if the readers given are.
 */
public final class MailParser {
    private static final int SUBJECT_CHARS_MAX = 300; // chosen by hand: what a list shows, several times over

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

        List<MailAuthentication> results = AuthenticationReader.read(headers);
        Authorship authorship = Authorship.read(headers, results, budget);
        MessageBody body = MessageBody.of(root, budget);
        long shape = Handwriting.of(headers, body.skeleton(), root.contentType().parameter("boundary"));
        OriginReader.Way way = origins.read(headers, shape, budget);
        Instant occurredAt = occurredAt(way, outer, budget);
        List<MailAddress> deliveredTo = delivered(headers, way, journal);
        MailContent content = new MailContent(linkReader, authorship.recipients(deliveredTo), budget);
        content.read(body);
        List<String> references = MessageIds.references(headers);
        String subject = Words.cut(headers.text("subject"), SUBJECT_CHARS_MAX);
        SubjectMarks marks = SubjectMarks.of(subject);
        content.ownWhatIsQuoted(!references.isEmpty() && marks.reply());
        String id = MessageIds.first(headers.first("message-id"));
        return new EmailActivity(
                new EventId(id.isEmpty() ? source.path() + "#" + source.line() : id),
                occurredAt,
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
                results,
                texts.analyse(subject, content.authorText(), content.quoted(), content.traits(subject)),
                content.links(),
                content.attachments(),
                message.length,
                Hash.of(message),
                problems(budget, content, authorship));
    }

    private static List<MailAddress> delivered(
            HeaderBlock headers, OriginReader.Way way, Optional<JournalReport> journal) {
        List<MailAddress> all =
                new ArrayList<>(journal.map(JournalReport::recipients).orElse(List.of()));
        all.addAll(Authorship.deliveredTo(headers, way.recipients()));
        return all.stream().distinct().limit(AddressReader.ADDRESSES_MAX).toList();
    }

    /** The epoch where no clock was read, which a problem tells: noted before the content can fill the list of problems. */
    private static Instant occurredAt(OriginReader.Way way, Part outer, Budget budget) {
        if (way.occurredAt() != 0) {
            return Instant.ofEpochSecond(way.occurredAt());
        }
        Optional<DateReader.Read> wrapper = DateReader.parse(outer.headers().first("date"));
        if (wrapper.isEmpty()) {
            budget.problem(EmailActivity.TIME_MISSING, "neither a Received line nor Date can be read");
        }
        return Instant.ofEpochSecond(wrapper.map(DateReader.Read::epochSecond).orElse(0L));
    }

    private static List<Problem> problems(Budget budget, MailContent content, Authorship authorship) {
        String organizer = content.organizer();
        if (!organizer.isEmpty()
                && !organizer.equals(authorship.from().address().toString())) {
            budget.problem("calendar-organizer-differs", organizer);
        }
        return budget.problems();
    }
}
