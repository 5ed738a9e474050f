package dev.kith.event;

import java.time.Instant;
import java.util.List;

/**
 * Something that happened in an organisation's mail, accounts or network. The kinds are named after OCSF 1.8 classes.
 *
 * <p>Events are built by normalisers that are total: whatever could not be read is named in {@link #problems()}.
 */
public sealed interface Event
        permits EmailActivity,
                EmailTrace,
                Authentication,
                FileHostingActivity,
                UserManagement,
                MailboxActivity,
                ApiActivity,
                DetectionFinding,
                NetworkActivity {

    /** The source's own id: Message-ID for mail, record Id for Microsoft 365, {@code source#line} where there is none. */
    EventId id();

    /** When it happened, by the source's clock. */
    Instant occurredAt();

    /** Where the bytes stood. */
    SourceRef source();

    /** What could not be read, and other evidence of malformation. Empty for a clean event. */
    List<Problem> problems();
}
