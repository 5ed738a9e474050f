package dev.kith.connect.source;

import dev.kith.event.Event;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts any number of events with bounded memory: external merge sort (Knuth, The Art of Computer Programming 3, 5.4).
 * Events are collected up to the memory budget, sorted and written as a run; runs are merged at the end, {@value
 * #FAN_IN_MAX} at a time. Few events never touch the disk. Safe for use by several threads until {@link #sorted()}.
 */
final class EventSorter {
    /** Chosen by hand: 64 buffers of 64 KiB, and 16 GB of events in one merge with the default budget. */
    static final int FAN_IN_MAX = 64;

    private final long memoryBytes;
    private final Runs runs;
    private final List<Runs.Run> spilled = new ArrayList<>();
    private List<Event> held = new ArrayList<>();
    private long heldBytes;
    private long events;

    EventSorter(long memoryBytes, Runs runs) {
        this.memoryBytes = memoryBytes;
        this.runs = runs;
    }

    synchronized void add(List<Event> batch) {
        for (Event event : batch) {
            held.add(event);
            heldBytes += EventSize.bytes(event);
        }
        events += batch.size();
        if (heldBytes > memoryBytes) {
            spill();
        }
    }

    synchronized long events() {
        return events;
    }

    synchronized int spilledRuns() {
        return spilled.size();
    }

    /** All events in order, to be read once. Nothing may be added afterwards. */
    synchronized Iterator<Event> sorted() throws IOException {
        if (spilled.isEmpty()) {
            List<Event> all = held;
            held = new ArrayList<>();
            all.sort(EventOrder.BY_TIME);
            return all.iterator();
        }
        if (!held.isEmpty()) {
            spill();
        }
        while (spilled.size() > FAN_IN_MAX) {
            List<Runs.Run> first = List.copyOf(spilled.subList(0, FAN_IN_MAX));
            spilled.subList(0, FAN_IN_MAX).clear();
            spilled.add(write(new Merge(runs.readAll(first))));
            for (Runs.Run run : first) {
                runs.delete(run);
            }
        }
        return new Merge(runs.readAll(spilled));
    }

    /** Removes the runs from disk, once all has been read. */
    synchronized void deleteRuns() throws IOException {
        for (Runs.Run run : spilled) {
            runs.delete(run);
        }
        spilled.clear();
    }

    private void spill() {
        held.sort(EventOrder.BY_TIME);
        try {
            spilled.add(write(held.iterator()));
        } catch (IOException e) {
            throw TemporarySpaceException.unchecked(runs.folder(), e);
        }
        held = new ArrayList<>();
        heldBytes = 0;
    }

    private Runs.Run write(Iterator<Event> sorted) throws IOException {
        try (Runs.Writer writer = runs.write()) {
            while (sorted.hasNext()) {
                writer.add(sorted.next());
            }
            return writer.done();
        }
    }

    /** The runs as one, in order. */
    private static final class Merge implements Iterator<Event> {
        private final PriorityQueue<Source> queue = new PriorityQueue<>();

        Merge(List<Runs.Reader> readers) {
            for (Runs.Reader reader : readers) {
                if (reader.hasNext()) {
                    queue.add(new Source(reader.next(), reader));
                }
            }
        }

        @Override
        public boolean hasNext() {
            return !queue.isEmpty();
        }

        @Override
        public Event next() {
            Source source = queue.remove();
            if (source.rest.hasNext()) {
                queue.add(new Source(source.rest.next(), source.rest));
            }
            return source.event;
        }
    }

    private record Source(Event event, Runs.Reader rest) implements Comparable<Source> {
        @Override
        public int compareTo(Source other) {
            return EventOrder.BY_TIME.compare(event, other.event);
        }
    }
}
