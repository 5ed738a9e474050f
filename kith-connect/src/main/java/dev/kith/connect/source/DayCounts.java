package dev.kith.connect.source;

import dev.kith.event.EmailActivity;
import dev.kith.event.Event;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How many events there are of each day, apart by how far their time is to be believed. Holds at most a number for each day
 * of the years that readers take for a time. Not thread-safe.
 */
final class DayCounts {
    private static final long DAY_SECONDS = 86_400;

    private static final class Count {
        long records;
        long mails;
        long received;
    }

    private final TreeMap<Long, Count> days = new TreeMap<>();
    private long lastDay = Long.MIN_VALUE;
    private Count last = new Count();

    void add(Event event) {
        long day = day(event.occurredAt());
        if (day != lastDay) {
            lastDay = day;
            last = days.computeIfAbsent(day, d -> new Count());
        }
        if (!(event instanceof EmailActivity mail)) {
            last.records++;
        } else if (received(mail)) {
            last.received++;
        } else {
            last.mails++;
        }
    }

    void add(DayCounts other) {
        other.days.forEach((day, count) -> {
            Count sum = days.computeIfAbsent(day, d -> new Count());
            sum.records += count.records;
            sum.mails += count.mails;
            sum.received += count.received;
        });
    }

    static long day(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), DAY_SECONDS);
    }

    /** Whether a server put its own time on it; without one the author's word is all there is. */
    static boolean received(EmailActivity mail) {
        return mail.origin().hops().stream().anyMatch(hop -> hop.epochSecond() > 0);
    }

    /** Days with the number of log records on them. */
    NavigableMap<Long, Long> records() {
        TreeMap<Long, Long> records = new TreeMap<>();
        days.forEach((day, count) -> {
            if (count.records > 0) {
                records.put(day, count.records);
            }
        });
        return records;
    }

    /** Days with the number of events on them, as many as can be where a received mail vouches for the day. */
    NavigableMap<Long, Long> all() {
        TreeMap<Long, Long> all = new TreeMap<>();
        days.forEach((day, count) ->
                all.put(day, count.received > 0 ? Long.MAX_VALUE / 1_000_000 : count.records + count.mails));
        return all;
    }

    long total() {
        return days.values().stream()
                .mapToLong(count -> count.records + count.mails + count.received)
                .sum();
    }
}
