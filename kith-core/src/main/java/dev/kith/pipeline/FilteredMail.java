package dev.kith.pipeline;

import dev.kith.event.EmailTrace;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which mails the house's own filter put aside before kith saw them, by the message trace: no recipient was given them in the
 * inbox. Only the trace is believed, for every header of a mail may be its sender's. A Message-ID that was delivered to anybody
 * counts as delivered, so that crude spam cannot lend its fate to a lure of the same id.
 *
 * <p>Bounded: of ids beyond {@value #IDS_MAX} nothing is known, and their mails are dealt with as if there were no trace.
 */
public final class FilteredMail {
    private static final int IDS_MAX = 1_000_000;

    /** What Microsoft's message trace calls mail that went to quarantine or to the junk folder. */
    private static final Set<String> ASIDE = Set.of("quarantined", "filteredasspam");

    /** By Message-ID, whether every row says that it was put aside. */
    private final Map<String, Boolean> aside = new HashMap<>();

    /** Takes a row of the trace in; order does not matter. */
    public void observe(EmailTrace row) {
        if (row.messageId().isEmpty() || (aside.size() >= IDS_MAX && !aside.containsKey(row.messageId()))) {
            return;
        }
        boolean filtered = ASIDE.contains(row.status().toLowerCase(Locale.ROOT));
        aside.merge(row.messageId(), filtered, Boolean::logicalAnd);
    }

    /** Whether a mail was put aside for all its recipients. */
    public boolean contains(String messageId) {
        return aside.getOrDefault(messageId, false);
    }
}
