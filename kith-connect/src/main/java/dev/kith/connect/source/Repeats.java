package dev.kith.connect.source;

import dev.kith.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Lets every event through once. Takes events in order and hands them on in order, each held back until the window behind it
 * is over, so that two records of one event can be merged ({@link SameEvent}) although they stand some time apart. Of
 * records further apart the later is dropped, as long as {@link RecentIds} remembers the first.
 *
 * <p>Memory: the events of one window, at most a stated number (when it is reached the window shrinks, and this is counted),
 * and the remembered ids.
 */
final class Repeats {
    private final Duration window;
    private final int heldMax;
    private final Consumer<Event> out;
    private final ArrayDeque<Held> held = new ArrayDeque<>();
    private final Map<String, Held> byKey = new HashMap<>();
    private final RecentIds remembered = new RecentIds();
    private long repeats;
    private long merged;
    private long shortened;

    private static final class Held {
        final String key;
        Event event;
        boolean gone;

        Held(String key, Event event) {
            this.key = key;
            this.event = event;
        }
    }

    Repeats(Duration window, int heldMax, Consumer<Event> out) {
        this.window = window;
        this.heldMax = heldMax;
        this.out = out;
    }

    void add(Event event) {
        release(event.occurredAt().minus(window));
        String key = SameEvent.key(event);
        Held earlier = byKey.get(key);
        if (earlier != null) {
            if (!SameEvent.isRepeat(earlier.event, event)) {
                hold(key, event);
                return;
            }
            meet(earlier, event);
        } else if (SameEvent.hasOwnId(event) && remembered.contains(event.id())) {
            repeats++;
        } else {
            hold(key, event);
        }
    }

    /** Hands on whatever is still held back. */
    void end() {
        while (!held.isEmpty()) {
            releaseOldest();
        }
    }

    /** Records dropped because their event is there already, merged ones included. */
    long repeats() {
        return repeats;
    }

    /** Pairs of records of different sources that became one event. */
    long merged() {
        return merged;
    }

    /** Events handed on before their window was over, for want of room. */
    long shortened() {
        return shortened;
    }

    private void meet(Held earlier, Event later) {
        repeats++;
        if (SameEvent.sameRecord(earlier.event, later)) {
            return;
        }
        merged++;
        Event one = SameEvent.merge(earlier.event, later);
        if (one.occurredAt().equals(earlier.event.occurredAt())) {
            earlier.event = one;
        } else {
            earlier.gone = true;
            hold(earlier.key, one);
        }
    }

    private void hold(String key, Event event) {
        Held slot = new Held(key, event);
        held.addLast(slot);
        byKey.put(key, slot);
        if (held.size() > heldMax) {
            shortened++;
            releaseOldest();
        }
    }

    private void release(Instant before) {
        while (!held.isEmpty() && held.getFirst().event.occurredAt().isBefore(before)) {
            releaseOldest();
        }
    }

    private void releaseOldest() {
        Held oldest = held.removeFirst();
        byKey.remove(oldest.key, oldest);
        if (!oldest.gone) {
            if (SameEvent.hasOwnId(oldest.event)) {
                remembered.add(oldest.event.id());
            }
            out.accept(oldest.event);
        }
    }
}
