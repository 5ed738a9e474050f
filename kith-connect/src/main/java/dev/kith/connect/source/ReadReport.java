package dev.kith.connect.source;

import dev.kith.event.Problem;
import dev.kith.event.SourceRef;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was read and what was not.
 *
 * @param pieces files and members of containers looked at, containers themselves not counted
 * @param piecesByFormat how many of them held records of a format, by its name; sorted by name
 * @param recordsByFormat records read, by name of the format: a mail, an audit record, a row; sorted by name
 * @param eventsByKind events before repeats were dropped, by simple name of their class; sorted by name
 * @param events events left after repeats were dropped
 * @param repeats records dropped because their event is there already; those merged included
 * @param merged pairs of records of different sources that became one event, such as a sign-in and its audit record
 * @param repeatsUnseen events handed on before the window for repeats was over, for want of room: repeats of them may remain
 * @param outOfOrder records that stand in their piece behind one of a later time
 * @param lateMost how far behind the worst of these is
 * @param unknownPieces pieces of no known kind; each is also among the problems
 * @param problemCount everything that could not be read
 * @param problemsByCode the same by code; sorted by code
 * @param problems the first of them in order of path and line, at most {@value #PROBLEMS_MAX}, and at most 100 of one code
 *     for each piece
 * @param clocks sentences on sources whose clocks differ
 * @param bytes size of the inputs on disk
 */
public record ReadReport(
        long pieces,
        Map<String, Long> piecesByFormat,
        Map<String, Long> recordsByFormat,
        Map<String, Long> eventsByKind,
        long events,
        long repeats,
        long merged,
        long repeatsUnseen,
        long outOfOrder,
        Duration lateMost,
        long unknownPieces,
        long problemCount,
        Map<String, Long> problemsByCode,
        List<Found> problems,
        List<String> clocks,
        long bytes) {
    /** Chosen by hand: what a person might still look through. All are counted. */
    public static final int PROBLEMS_MAX = 5_000;

    public ReadReport {
        piecesByFormat = sorted(piecesByFormat);
        recordsByFormat = sorted(recordsByFormat);
        eventsByKind = sorted(eventsByKind);
        problemsByCode = sorted(problemsByCode);
        problems = List.copyOf(problems);
        clocks = List.copyOf(clocks);
    }

    /** A problem and where it was found. */
    public record Found(SourceRef where, Problem problem) {}

    private static Map<String, Long> sorted(Map<String, Long> counts) {
        return Collections.unmodifiableMap(new TreeMap<>(counts));
    }
}
