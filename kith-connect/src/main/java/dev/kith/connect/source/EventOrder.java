package dev.kith.connect.source;

import dev.kith.event.EmailActivity;
import dev.kith.event.Event;
import java.util.Comparator;

/**
 * The order in which events are judged: by time, then id, then source; mail without a time after all others. Total, so it
 * depends on nothing but the events.
 */
final class EventOrder {
    static final Comparator<Event> BY_TIME = Comparator.comparing(EventOrder::undated)
            .thenComparing(Event::occurredAt)
            .thenComparing(event -> event.id().value())
            .thenComparing(event -> event.source().path())
            .thenComparingLong(event -> event.source().line());

    private EventOrder() {}

    /** Whether nobody knows when it happened. */
    static boolean undated(Event event) {
        return event instanceof EmailActivity mail && !mail.dated();
    }
}
