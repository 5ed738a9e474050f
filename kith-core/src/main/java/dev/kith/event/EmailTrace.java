package dev.kith.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A row of a message trace: that a mail passed, without its content (OCSF Email Activity, 4009, activity Trace).
 *
 * @param messageId Message-ID with its angle brackets, as the source gives it; empty where unknown
 * @param status what the source says became of it: Delivered, FilteredAsSpam ...
 * @param sizeBytes size; 0 where unknown
 */
public record EmailTrace(
        EventId id,
        Instant occurredAt,
        SourceRef source,
        String messageId,
        MailAddress sender,
        MailAddress recipient,
        String subject,
        String status,
        Optional<Endpoint> origin,
        long sizeBytes,
        List<Problem> problems)
        implements Event {
    public EmailTrace {
        problems = List.copyOf(problems);
    }
}
