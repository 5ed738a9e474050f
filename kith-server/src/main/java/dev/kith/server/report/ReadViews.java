package dev.kith.server.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What was read and what was not. */
final class ReadViews {
    /** Chosen by hand: what somebody would still look through on paper. */
    static final int PROBLEMS_MAX = 200;

    private static final int BAR_WIDTH = 160;

    private ReadViews() {}

    static ReportView.ReadView of(ReadFacts read) {
        List<ReportView.ProblemRow> rows = read.problems().stream()
                .limit(PROBLEMS_MAX)
                .map(part -> new ReportView.ProblemRow(
                        where(part),
                        Wording.problem(part.problem().code()),
                        Shown.line(part.problem().detail(), 200)))
                .toList();
        long others = read.problemCount() - rows.size();
        String inputs = String.join(", ", read.inputs());
        return new ReportView.ReadView(
                Shown.line(inputs, 600) + (read.bytes() > 0 ? ", " + Figures.bytes(read.bytes()) : ""),
                bars(read.pieces(), UnaryOperator.identity()),
                bars(read.events(), Wording::event),
                facts(read),
                bars(read.problemsByCode(), Wording::problem),
                rows,
                others > 0 ? Figures.count(others) + " more, counted above by cause" : "",
                forgotten(read.forgotten()),
                read.notes().stream().map(note -> Shown.line(note, 300)).toList());
    }

    /** Sentences on what was read but could not be kept. */
    private static List<String> forgotten(ReadFacts.Forgotten forgotten) {
        List<String> sentences = new ArrayList<>();
        if (forgotten.profiles() > 0) {
            sentences.add("For want of room " + Figures.count(forgotten.profiles(), "profile was", "profiles were")
                    + " forgotten, the oldest and thinnest first: mail of their owners was then judged as that of"
                    + " strangers.");
        }
        if (forgotten.lookAlikes()) {
            sentences.add("More domains became known than can be compared: an imitation of one that became known late"
                    + " goes unnoticed.");
        }
        if (forgotten.repeats() > 0) {
            sentences.add("More events lie close together than can be compared: of "
                    + Figures.count(forgotten.repeats(), "event", "events") + " a repeat may have been missed.");
        }
        if (forgotten.cases() > 0) {
            sentences.add("For want of room " + Figures.count(forgotten.cases(), "case", "cases")
                    + " of accounts that nothing came of " + (forgotten.cases() == 1 ? "is" : "are")
                    + " not in the report, the oldest first.");
        }
        if (forgotten.raised() > 0) {
            sentences.add("For want of room " + Figures.count(forgotten.raised(), "case", "cases")
                    + " of accounts that had been raised " + (forgotten.raised() == 1 ? "is" : "are")
                    + " not in the report, the oldest first: scan a shorter time to see them.");
        }
        return sentences;
    }

    /** Largest first; codes that share their words are one bar. */
    static List<ReportView.Bar> bars(Map<String, Long> counts, UnaryOperator<String> words) {
        SortedMap<String, Long> named = new TreeMap<>();
        counts.forEach((code, count) -> named.merge(Shown.line(words.apply(code), 80), count, Long::sum));
        long max = named.values().stream().mapToLong(Long::longValue).max().orElse(1);
        List<Map.Entry<String, Long>> entries = new ArrayList<>(named.entrySet());
        entries.sort(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        return entries.stream()
                .map(entry -> new ReportView.Bar(
                        entry.getKey(),
                        Figures.count(entry.getValue()),
                        Parts.px(Math.max(1, (double) entry.getValue() * BAR_WIDTH / Math.max(1, max)))))
                .toList();
    }

    private static List<ReportView.Fact> facts(ReadFacts read) {
        List<ReportView.Fact> facts = new ArrayList<>();
        facts.add(new ReportView.Fact("Came again, dropped", Figures.count(read.repeats()), ""));
        facts.add(new ReportView.Fact(
                "Out of order, put in place",
                Figures.count(read.outOfOrder()),
                read.lateMost().isZero() ? "" : "by at most " + span(read.lateMost())));
        facts.add(new ReportView.Fact("Of no known format", Figures.count(read.unknownPieces()), ""));
        facts.add(new ReportView.Fact(
                "Not readable",
                Figures.count(read.problemCount()),
                read.unknownPieces() > 0 ? "those of no known format among them" : ""));
        return facts;
    }

    private static String span(Duration duration) {
        return Figures.span(Instant.EPOCH, Instant.EPOCH.plus(duration));
    }

    private static String where(ReadFacts.Unreadable part) {
        String at = Shown.line(part.at().toString(), 200);
        long offset = part.problem().offset();
        return offset >= 0 && offset != part.at().line() ? at + ", at " + Figures.count(offset) : at;
    }
}
