package dev.kith.connect.source;

import dev.kith.event.EmailActivity;
import dev.kith.event.Event;
import dev.kith.event.Problem;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that was read, each event once, in the order of {@code occurredAt}, then id, then source; last the mail without a
 * time, which is given that of the last event that has one. Can be gone through any number of times, by one thread at a
 * time. Closing it removes what lies on disk.
 */
public final class Timeline implements Iterable<Event>, AutoCloseable {
    private final List<Event> held;
    private final Optional<Runs.Run> spilled;
    private final Runs runs;
    private final ReadReport report;

    private Timeline(List<Event> held, Optional<Runs.Run> spilled, Runs runs, ReadReport report) {
        this.held = held;
        this.spilled = spilled;
        this.runs = runs;
        this.report = report;
    }

    static Timeline of(EventSorter sorter, Runs runs, InputSettings settings, Tally tally, long bytes)
            throws TemporarySpaceException {
        try {
            return inOrder(sorter, runs, settings, tally, bytes);
        } catch (TemporarySpaceException e) {
            throw e;
        } catch (IOException e) {
            throw new TemporarySpaceException(runs.folder(), e);
        }
    }

    private static Timeline inOrder(EventSorter sorter, Runs runs, InputSettings settings, Tally tally, long bytes)
            throws IOException {
        ClockCheck clocks = new ClockCheck();
        Iterator<Event> sorted = new Placed(sorter.sorted(), tally, clocks);
        if (sorter.spilledRuns() == 0) {
            List<Event> events = new ArrayList<>();
            Repeats repeats = new Repeats(settings.repeatWindow(), settings.repeatEventsMax(), events::add);
            sorted.forEachRemaining(repeats::add);
            repeats.end();
            return new Timeline(
                    events, Optional.empty(), runs, tally.report(events.size(), repeats, clocks.findings(), bytes));
        }
        try (Runs.Writer writer = runs.write()) {
            Repeats repeats = new Repeats(settings.repeatWindow(), settings.repeatEventsMax(), event -> {
                try {
                    writer.add(event);
                } catch (IOException e) {
                    throw TemporarySpaceException.unchecked(runs.folder(), e);
                }
            });
            sorted.forEachRemaining(repeats::add);
            repeats.end();
            Runs.Run run = writer.done();
            sorter.deleteRuns();
            return new Timeline(
                    List.of(), Optional.of(run), runs, tally.report(run.events(), repeats, clocks.findings(), bytes));
        }
    }

    /**
     * The events whose time can be. Mail without a time, which comes last, stands at the time of the last event before it; mail
     * with one that cannot be is taken for mail without; a record with one is left out and named.
     */
    private static final class Placed implements Iterator<Event> {
        private final Iterator<Event> sorted;
        private final Tally tally;
        private final ClockCheck clocks;
        private final BelievableTimes times;
        private final Map<String, Long> named = new HashMap<>();
        private Instant last = Instant.EPOCH;
        private Optional<Event> next;

        Placed(Iterator<Event> sorted, Tally tally, ClockCheck clocks) {
            this.sorted = sorted;
            this.tally = tally;
            this.clocks = clocks;
            this.times = tally.believable();
            this.next = advance();
        }

        @Override
        public boolean hasNext() {
            return next.isPresent();
        }

        @Override
        public Event next() {
            Event event = next.orElseThrow();
            next = advance();
            return event;
        }

        private Optional<Event> advance() {
            while (sorted.hasNext()) {
                Event event = sorted.next();
                if (EventOrder.undated(event)) {
                    return Optional.of(((EmailActivity) event).at(last));
                }
                if (times.believes(event)) {
                    last = event.occurredAt();
                    clocks.see(event);
                    return Optional.of(event);
                }
                boolean mail = event instanceof EmailActivity;
                Problem problem = Problem.of(
                        mail ? "date-unbelievable" : "record-time-unbelievable",
                        event.occurredAt() + ", half a year and more from everything else");
                long before = named.merge(problem.code() + event.source().path(), 1L, Long::sum);
                tally.problem(event.source(), problem, before <= PieceSink.NAMED_MAX);
                if (mail) {
                    return Optional.of(((EmailActivity) event).undated(last));
                }
            }
            return Optional.empty();
        }
    }

    public ReadReport report() {
        return report;
    }

    /** Number of events. */
    public long size() {
        return report.events();
    }

    /**
     * The events from the first on.
     *
     * @throws java.io.UncheckedIOException around a {@link TemporarySpaceException}, if spilled events cannot be had back
     */
    @Override
    public Iterator<Event> iterator() {
        if (spilled.isEmpty()) {
            return Collections.unmodifiableList(held).iterator();
        }
        try {
            return runs.read(spilled.get());
        } catch (IOException e) {
            throw TemporarySpaceException.unchecked(runs.folder(), e);
        }
    }

    @Override
    public void close() {
        runs.close();
    }
}
