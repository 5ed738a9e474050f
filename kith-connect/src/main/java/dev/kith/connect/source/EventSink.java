package dev.kith.connect.source;

import dev.kith.event.Event;
import dev.kith.event.Problem;
import dev.kith.event.SourceRef;

/** Takes what a format finds in a piece. Used by one thread at a time. */
public interface EventSink {
    void event(Event event);

    /** Names something that could not be read, and so is not in any event. */
    void problem(SourceRef where, Problem problem);

    /** Counts one record as read by a format: what the report shows beside the pieces. */
    void record(String format);
}
