package dev.kith.connect.source;

import dev.kith.event.EmailActivity;
import dev.kith.event.Event;
import java.util.Map;
import java.util.NavigableMap;

/**
 * Tells the times that cannot be: those of a few events that lie far from all others, because a clock was wrong or somebody
 * wrote what date he liked. Believed they would age every profile, or make an account look known for years. A mail that a
 * server received is always believed, and so is an old mail, which people keep.
 */
final class BelievableTimes {
    /** Few events tell nothing of each other. Chosen by hand. */
    private static final long EVENTS_MIN = 50;

    /** Events far from all others are believed from one in so many on. Chosen by hand. */
    private static final long FEW = 100;

    /** Half a year without a single event is a gap. Chosen by hand: audit logs are kept for so long. */
    private static final long GAP_DAYS = 180;

    private final long firstRecordDay;
    private final long lastDay;

    private BelievableTimes(long firstRecordDay, long lastDay) {
        this.firstRecordDay = firstRecordDay;
        this.lastDay = lastDay;
    }

    static BelievableTimes of(DayCounts counts) {
        NavigableMap<Long, Long> records = counts.records();
        long recorded = records.values().stream().mapToLong(Long::longValue).sum();
        long first = edge(records, recorded);
        long last = edge(counts.all().descendingMap(), counts.total());
        return new BelievableTimes(first == NONE ? Long.MIN_VALUE : first, last == NONE ? Long.MAX_VALUE : last);
    }

    private static final long NONE = Long.MIN_VALUE;

    /** The day behind the last gap that only few events lie before, in the order of the map. */
    private static long edge(NavigableMap<Long, Long> days, long total) {
        long few = Math.max(1, total / FEW);
        long edge = NONE;
        long passed = 0;
        long before = 0;
        for (Map.Entry<Long, Long> day : days.entrySet()) {
            if (total < EVENTS_MIN || passed > few) {
                return edge;
            }
            if (passed > 0 && Math.abs(day.getKey() - before) > GAP_DAYS) {
                edge = day.getKey();
            }
            passed += day.getValue();
            before = day.getKey();
        }
        return edge;
    }

    /** Whether it can have happened then. To be asked of events that have a time. */
    boolean believes(Event event) {
        long day = DayCounts.day(event.occurredAt());
        return event instanceof EmailActivity mail
                ? day <= lastDay || DayCounts.received(mail)
                : day >= firstRecordDay && day <= lastDay;
    }
}
