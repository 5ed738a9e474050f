package dev.kith.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something done to a hosted file (OCSF File Hosting Activity, 6006).
 *
 * @param operation the source's own name of it, such as {@code AnonymousLinkCreated}
 * @param object the source's full name of the file or folder (URL or id); joins creation and use of a link
 * @param name file name; empty where unknown
 * @param sharingId id of a sharing link; empty where there is none
 * @param target whom it was shared with; empty where nobody is named
 */
public record FileHostingActivity(
        EventId id,
        Instant occurredAt,
        SourceRef source,
        Actor actor,
        Activity activity,
        String operation,
        String object,
        String name,
        String sharingId,
        String target,
        Optional<Endpoint> endpoint,
        Client client,
        Map<String, String> details,
        List<Problem> problems)
        implements Event {
    public FileHostingActivity {
        details = Map.copyOf(details);
        problems = List.copyOf(problems);
    }

    /** OCSF activities, with sharing told apart by who can use the share. */
    public enum Activity {
        UPLOAD,
        DOWNLOAD,
        SYNC,
        OPEN,
        PREVIEW,
        UPDATE,
        RENAME,
        MOVE,
        COPY,
        DELETE,
        RESTORE,
        SHARE,
        UNSHARE,
        ANONYMOUS_LINK_CREATED,
        ANONYMOUS_LINK_USED,
        ANONYMOUS_LINK_REMOVED,
        OTHER
    }
}
