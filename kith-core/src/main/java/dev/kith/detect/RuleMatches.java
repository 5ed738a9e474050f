package dev.kith.detect;

import dev.kith.event.EventId;
import java.util.List;

/**
 * Which rules matched which records. Found out while records are read, since an event does not keep what it was made from;
 * complete before the first event is judged.
 */
public interface RuleMatches {
    /** No rule, no match. */
    RuleMatches NONE = id -> List.of();

    /** The rules that matched the record of that id, always in the same order. */
    List<RuleMatch> of(EventId id);
}
