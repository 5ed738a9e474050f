package dev.kith.connect.source;

import dev.kith.event.EmailActivity;
import dev.kith.event.EventId;
import dev.kith.event.IntList;
import dev.kith.event.MailOrigin;
import dev.kith.event.MailText;
import dev.kith.event.MailThread;
import dev.kith.event.Mailbox;
import dev.kith.event.SourceRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A mail of which only little is known. */
final class SimpleMail {
    private SimpleMail() {}

    static EmailActivity of(
            String id, Instant time, SourceRef source, String subject, String preview, long contentHash) {
        return new EmailActivity(
                new EventId(id),
                time,
                source,
                Mailbox.of("Ida", "ida@harbour.example"),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                subject,
                new MailThread(List.of(), subject, false, false, false),
                EmailActivity.Kind.PERSONAL,
                new MailOrigin(List.of(), Optional.empty(), Optional.empty(), "", "", "", 0, "", Optional.empty(), 0),
                List.of(),
                new MailText("", 0, IntList.of(), 0, Map.of(), List.of(), Set.of(), preview),
                List.of(),
                List.of(),
                preview.length(),
                contentHash,
                List.of());
    }
}
