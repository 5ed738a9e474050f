package dev.kith.server.report;

import dev.kith.event.Problem;
import dev.kith.event.SourceRef;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was read, and what was not.
 *
 * @param inputs as the user named them, in order of name
 * @param bytes their size
 * @param pieces files and members of containers read, by name of their format
 * @param events events by kind: the simple name of their class
 * @param repeats records that came again and were dropped
 * @param outOfOrder records that stood behind one of a later time and were put in their place
 * @param lateMost how far behind the worst of these was
 * @param unknownPieces pieces of no known format; they are also among the problems
 * @param problemCount everything that could not be read
 * @param problemsByCode the same by code
 * @param problems the first of them, with file and line
 * @param forgotten what there was no room for
 * @param notes what is odd about the input as a whole: a clock that is off, accounts with several names
 */
public record ReadFacts(
        List<String> inputs,
        long bytes,
        SortedMap<String, Long> pieces,
        SortedMap<String, Long> events,
        long repeats,
        long outOfOrder,
        Duration lateMost,
        long unknownPieces,
        long problemCount,
        SortedMap<String, Long> problemsByCode,
        List<Unreadable> problems,
        Forgotten forgotten,
        List<String> notes) {
    public ReadFacts {
        notes = List.copyOf(notes);
        inputs = List.copyOf(inputs);
        pieces = sorted(pieces);
        events = sorted(events);
        problemsByCode = sorted(problemsByCode);
        problems = List.copyOf(problems);
        if (problemCount < problems.size()) {
            throw new IllegalArgumentException("fewer problems than are listed: " + problemCount);
        }
    }

    /** All events. */
    public long eventCount() {
        return events.values().stream().mapToLong(Long::longValue).sum();
    }

    /** All pieces read. */
    public long pieceCount() {
        return pieces.values().stream().mapToLong(Long::longValue).sum();
    }

    private static SortedMap<String, Long> sorted(Map<String, Long> counts) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** Mails read, whether judged or not. */
    public long mails() {
        return events.getOrDefault("EmailActivity", 0L);
    }

    /**
     * What there was no room for.
     *
     * @param profiles profiles dropped for others
     * @param lookAlikes whether those who became known last are not protected against imitation
     * @param repeats events handed on before all their repeats could be seen
     * @param cases cases of accounts that were never raised, dropped for others
     * @param raised cases that were raised, dropped where there were no others
     */
    public record Forgotten(long profiles, boolean lookAlikes, long repeats, long cases, long raised) {
        /** There was room for all. */
        public static final Forgotten NOTHING = new Forgotten(0, false, 0, 0, 0);
    }

    /** A part that could not be read. */
    public record Unreadable(SourceRef at, Problem problem) {}
}
