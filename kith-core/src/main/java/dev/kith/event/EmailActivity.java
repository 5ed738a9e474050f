package dev.kith.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One mail, as features (OCSF Email Activity, 4009). The body itself is not kept.
 *
 * @param id the Message-ID with its angle brackets, or {@code source#line} where it has none
 * @param occurredAt time of the topmost readable {@code Received}, else of {@code Date}; see {@link #dated}
 * @param from the author; where a list rewrote From ("X via list"), the address of Reply-To or X-Original-From
 * @param sender the {@code Sender} header where it differs from From
 * @param returnPath envelope sender as recorded by the final host; empty where none is recorded
 * @param to recipients in {@code To}
 * @param cc recipients in {@code Cc} and {@code Bcc}
 * @param deliveredTo envelope recipients as recorded (Delivered-To, X-Original-To, Envelope-To, {@code for} clauses)
 * @param subject decoded subject, cut to a stated length
 * @param thread what it answers
 * @param kind what sort of mail it is by its headers
 * @param origin where it came from
 * @param authentication every result recorded, topmost header first; believed only from a trusted host
 * @param text what its words are like
 * @param links every link, bounded, in order of appearance
 * @param attachments every attachment and archive member, bounded, in order of appearance
 * @param sizeBytes size of the raw message
 * @param contentHash 64-bit hash of the raw bytes, tells exact repeats
 */
public record EmailActivity(
        EventId id,
        Instant occurredAt,
        SourceRef source,
        Mailbox from,
        Optional<Mailbox> sender,
        List<Mailbox> replyTo,
        Optional<MailAddress> returnPath,
        List<Mailbox> to,
        List<Mailbox> cc,
        List<MailAddress> deliveredTo,
        String subject,
        MailThread thread,
        Kind kind,
        MailOrigin origin,
        List<MailAuthentication> authentication,
        MailText text,
        List<Link> links,
        List<Attachment> attachments,
        long sizeBytes,
        long contentHash,
        List<Problem> problems)
        implements Event {
    /** The code of the problem of a mail whose time cannot be read. */
    public static final String TIME_MISSING = "time-missing";

    public EmailActivity {
        replyTo = List.copyOf(replyTo);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        deliveredTo = List.copyOf(deliveredTo);
        authentication = List.copyOf(authentication);
        links = List.copyOf(links);
        attachments = List.copyOf(attachments);
        problems = List.copyOf(problems);
    }

    /** Whether its time is known. Where it is not, {@link #occurredAt} only says where it stands among the others. */
    public boolean dated() {
        return problems.stream().noneMatch(problem -> problem.code().equals(TIME_MISSING));
    }

    /** The same mail with its time not believed, standing at another. */
    public EmailActivity undated(Instant time) {
        List<Problem> more = new ArrayList<>(problems);
        more.add(Problem.of(TIME_MISSING, "dated " + occurredAt + ", which cannot be"));
        return at(time, more);
    }

    /** The same mail, standing at another time. */
    public EmailActivity at(Instant time) {
        return at(time, problems);
    }

    private EmailActivity at(Instant time, List<Problem> found) {
        return new EmailActivity(
                id,
                time,
                source,
                from,
                sender,
                replyTo,
                returnPath,
                to,
                cc,
                deliveredTo,
                subject,
                thread,
                kind,
                origin,
                authentication,
                text,
                links,
                attachments,
                sizeBytes,
                contentHash,
                found);
    }

    /** By headers alone: LIST has List-Id or the like, BULK is sent to many by a mailer (List-Unsubscribe, Precedence: bulk, ESP marks). */
    public enum Kind {
        PERSONAL,
        LIST,
        BULK,
        AUTO_REPLY,
        BOUNCE,
        REPORT,
        CALENDAR
    }
}
