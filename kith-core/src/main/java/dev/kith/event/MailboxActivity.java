package dev.kith.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something done in or to a mailbox, as an audit log tells it (OCSF 6001/4009 have no closer class): rules, forwarding,
 * delegation, items read, sent, moved and deleted.
 *
 * @param operation the source's own name of it, such as {@code New-InboxRule}
 * @param mailbox whose mailbox; empty where the source does not say
 * @param subject subject of the (first) item; empty where there is none
 * @param messageIds Message-IDs of the items, bounded by the normaliser
 * @param details parameters by name, bounded by the normaliser
 */
public record MailboxActivity(
        EventId id,
        Instant occurredAt,
        SourceRef source,
        Actor actor,
        Activity activity,
        String operation,
        String mailbox,
        String subject,
        List<String> messageIds,
        Optional<Endpoint> endpoint,
        Client client,
        Map<String, String> details,
        List<Problem> problems)
        implements Event {
    public MailboxActivity {
        messageIds = List.copyOf(messageIds);
        details = Map.copyOf(details);
        problems = List.copyOf(problems);
    }

    /** What was done. */
    public enum Activity {
        ITEMS_ACCESSED,
        SEND,
        CREATE,
        UPDATE,
        MOVE,
        SOFT_DELETE,
        HARD_DELETE,
        RULE_CREATED,
        RULE_CHANGED,
        RULE_REMOVED,
        FORWARDING_CHANGED,
        DELEGATION_ADDED,
        DELEGATION_REMOVED,
        TRANSPORT_RULE_CHANGED,
        SIGN_IN,
        SETTING_CHANGED,
        OTHER
    }
}
