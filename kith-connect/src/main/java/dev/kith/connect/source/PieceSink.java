package dev.kith.connect.source;

import dev.kith.event.EmailActivity;
import dev.kith.event.Event;
import dev.kith.event.Problem;
import dev.kith.event.SourceRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Takes the events of one piece on to the sorter, in batches, and counts. */
final class PieceSink implements EventSink {
    /** Chosen by hand: few enough to weigh nothing, enough that threads seldom wait for the sorter. */
    private static final int BATCH = 256;

    /** Problems of one code that are named for one piece; more are counted. Chosen by hand. */
    static final int NAMED_MAX = 100;

    private final EventSorter sorter;
    private final Tally tally;
    private final Map<String, Long> records = new TreeMap<>();
    private final Map<Class<?>, Long> kinds = new LinkedHashMap<>();
    private final Map<String, Long> problems = new TreeMap<>();
    private final DayCounts days = new DayCounts();
    private List<Event> batch = new ArrayList<>();
    private Instant newest = Instant.MIN;
    private long late;
    private Duration latest = Duration.ZERO;

    PieceSink(EventSorter sorter, Tally tally) {
        this.sorter = sorter;
        this.tally = tally;
    }

    @Override
    public void event(Event event) {
        if (!EventOrder.undated(event)) {
            place(event.occurredAt());
            days.add(event);
        }
        // Those of a mail are evidence about it, and shown beside it; those of a record would otherwise be told
        // nowhere.
        if (!(event instanceof EmailActivity)) {
            event.problems().forEach(problem -> problem(event.source(), problem));
        }
        kinds.merge(event.getClass(), 1L, Long::sum);
        batch.add(event);
        if (batch.size() >= BATCH) {
            sorter.add(batch);
            batch = new ArrayList<>(BATCH);
        }
    }

    /** Counts what stands behind something later. */
    private void place(Instant time) {
        if (time.isBefore(newest)) {
            late++;
            Duration behind = Duration.between(time, newest);
            latest = behind.compareTo(latest) > 0 ? behind : latest;
        } else {
            newest = time;
        }
    }

    @Override
    public void problem(SourceRef where, Problem problem) {
        long before = problems.merge(problem.code(), 1L, Long::sum);
        tally.problem(where, problem, before <= NAMED_MAX);
    }

    @Override
    public void record(String format) {
        records.merge(format, 1L, Long::sum);
    }

    /** Formats of the records read so far. */
    Set<String> formats() {
        return records.keySet();
    }

    /** Hands on the rest. To be called once, whether reading ended well or not. */
    void end() {
        sorter.add(batch);
        Map<String, Long> events = new TreeMap<>();
        kinds.forEach((kind, count) -> events.put(kind.getSimpleName(), count));
        tally.add(records, events, late, latest);
        tally.add(days);
    }
}
