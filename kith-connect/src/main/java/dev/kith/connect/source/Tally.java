package dev.kith.connect.source;

import dev.kith.event.Problem;
import dev.kith.event.SourceRef;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts for the {@link ReadReport}, the same whatever order the pieces are read in. Safe for use by several threads. */
final class Tally {
    private static final Comparator<ReadReport.Found> BY_PLACE = Comparator.comparing(
                    (ReadReport.Found found) -> found.where().path())
            .thenComparingLong(found -> found.where().line())
            .thenComparing(found -> found.problem().code())
            .thenComparingLong(found -> found.problem().offset())
            .thenComparing(found -> found.problem().detail());

    private final Map<String, Long> piecesByFormat = new TreeMap<>();
    private final Map<String, Long> recordsByFormat = new TreeMap<>();
    private final Map<String, Long> eventsByKind = new TreeMap<>();
    private final Map<String, Long> problemsByCode = new TreeMap<>();
    private final TreeSet<ReadReport.Found> problems = new TreeSet<>(BY_PLACE);
    private final DayCounts days = new DayCounts();
    private long pieces;
    private long unknownPieces;
    private long problemCount;
    private long outOfOrder;
    private Duration lateMost = Duration.ZERO;

    synchronized void piece() {
        pieces++;
    }

    synchronized void unknownPiece(String path, String lookingLike) {
        unknownPieces++;
        problem(SourceRef.of(path), Problem.of("unknown-kind", lookingLike));
    }

    synchronized void problem(SourceRef where, Problem problem) {
        problem(where, problem, true);
    }

    /**
     * @param named whether it is to be named, if there is room, or only counted
     */
    synchronized void problem(SourceRef where, Problem problem, boolean named) {
        problemCount++;
        problemsByCode.merge(problem.code(), 1L, Long::sum);
        if (!named) {
            return;
        }
        problems.add(new ReadReport.Found(where, problem));
        if (problems.size() > ReadReport.PROBLEMS_MAX) {
            problems.pollLast();
        }
    }

    /** Adds the counts of one piece. */
    synchronized void add(Map<String, Long> records, Map<String, Long> events, long late, Duration latest) {
        records.forEach((format, count) -> {
            piecesByFormat.merge(format, 1L, Long::sum);
            recordsByFormat.merge(format, count, Long::sum);
        });
        events.forEach((kind, count) -> eventsByKind.merge(kind, count, Long::sum));
        outOfOrder += late;
        if (latest.compareTo(lateMost) > 0) {
            lateMost = latest;
        }
    }

    synchronized void add(DayCounts counts) {
        days.add(counts);
    }

    /** The times that can be believed, once all is read. */
    synchronized BelievableTimes believable() {
        return BelievableTimes.of(days);
    }

    synchronized ReadReport report(long events, Repeats repeats, List<String> clocks, long bytes) {
        return new ReadReport(
                pieces,
                piecesByFormat,
                recordsByFormat,
                eventsByKind,
                events,
                repeats.repeats(),
                repeats.merged(),
                repeats.shortened(),
                outOfOrder,
                lateMost,
                unknownPieces,
                problemCount,
                problemsByCode,
                List.copyOf(problems),
                clocks,
                bytes);
    }
}
