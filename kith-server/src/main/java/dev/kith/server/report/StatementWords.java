package dev.kith.server.report;

import dev.kith.event.Endpoint;
import dev.kith.investigate.Statement;
import dev.kith.investigate.Statement.Code;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes sentences of statements, for the report, the files and the terminal alike. The words are in the table, a line for each
 * code; there {@code {0}} is a value, {@code {0+}} how many a list of names holds, and {@code {0#mail|mails}} the word that
 * fits its number. What is foreign is cut and cleaned here; escaping is the page's.
 */
final class StatementWords {
    private static final int TEXT_MAX = 300;
    private static final int NAME_MAX = 120;

    /** Chosen by hand: so many names are read, more are counted. */
    private static final int NAMED_MAX = 4;

    private static final Pattern SLOT = Pattern.compile("\\{(\\d)(\\+|#([^|}]*)\\|([^}]*))?}");

    private final Moments moments;

    StatementWords(Moments moments) {
        this.moments = moments;
    }

    /** All in one text. */
    String text(List<Statement> statements) {
        return String.join(" ", sentences(statements));
    }

    List<String> sentences(List<Statement> statements) {
        return statements.stream().map(this::sentence).toList();
    }

    String sentence(Statement statement) {
        List<Statement.Value> values = statement.values();
        boolean examples = statement.code() == Code.OF_SUBJECTS;
        return SLOT.matcher(Wording.phrase(Wording.key(statement.code()))).replaceAll(slot -> {
            Statement.Value value = values.get(Integer.parseInt(slot.group(1)));
            String how = slot.group(2) == null ? "" : slot.group(2);
            return Matcher.quoteReplacement(
                    how.equals("+")
                            ? Figures.count(number(value))
                            : how.isEmpty()
                                    ? examples
                                            ? examples(value)
                                            : words(
                                                    value,
                                                    statement.code().name().startsWith("TITLE") ? 1 : NAMED_MAX)
                                    : number(value) == 1 ? slot.group(3) : slot.group(4));
        });
    }

    /** The first two of many, in quotation marks. */
    private static String examples(Statement.Value value) {
        return value instanceof Statement.Names names
                ? Wording.all(names.first().stream()
                        .limit(2)
                        .map(n -> "\u201C" + Shown.line(n, NAME_MAX) + "\u201D")
                        .toList())
                : "";
    }

    /** In a sentence {@code 80 %}, {@code more than 99.9 %}. */
    private static String percent(double p) {
        return p > 0.9995
                ? "more than 99.9 %"
                : Math.abs(100 * p - Math.round(100 * p)) < 1e-9
                        ? Math.round(100 * p) + " %"
                        : IncidentViews.percent(p).replace("< ", "less than ");
    }

    private static long number(Statement.Value value) {
        if (value instanceof Statement.Count count) {
            return count.n();
        }
        if (value instanceof Statement.Names names) {
            return names.all();
        }
        if (value instanceof Statement.Told told) {
            return told.statements().size();
        }
        throw new IllegalArgumentException("no number in " + value);
    }

    private String words(Statement.Value value, int namedMax) {
        if (value instanceof Statement.Count count) {
            return (count.least() ? "at least " : "") + Figures.count(count.n());
        }
        if (value instanceof Statement.Share share) {
            return percent(share.p());
        }
        if (value instanceof Statement.Text text) {
            return Shown.line(text.text(), TEXT_MAX);
        }
        if (value instanceof Statement.Names names) {
            return Wording.some(
                    names.first().stream().map(n -> Shown.line(n, NAME_MAX)).toList(), names.all(), namedMax);
        }
        if (value instanceof Statement.Span span) {
            return BurstViews.span(span.length());
        }
        if (value instanceof Statement.Period period) {
            return period(period);
        }
        if (value instanceof Statement.Places places) {
            return places(places.all());
        }
        if (value instanceof Statement.Constant constant) {
            return Wording.of(constant.constant());
        }
        if (value instanceof Statement.Told told) {
            return told(told.statements());
        }
        throw new AssertionError("unknown value " + value);
    }

    private String told(List<Statement> statements) {
        List<String> each = sentences(statements);
        boolean words = statements.stream()
                .allMatch(s -> s.code() == Code.DANGER || s.code().name().startsWith("TO_"));
        return words ? Wording.all(each) : String.join("; ", each);
    }

    private String period(Statement.Period period) {
        String from = moments.of(period.from());
        String to = moments.of(period.to());
        int clock = from.length() - 5;
        if (from.equals(to)) {
            return from;
        }
        return from + " to " + (to.startsWith(from.substring(0, clock)) ? to.substring(clock) : to);
    }

    /** Addresses of one network are named together. */
    private static String places(List<Endpoint> all) {
        Map<String, List<String>> byNetwork = new LinkedHashMap<>();
        all.forEach(e ->
                byNetwork.computeIfAbsent(network(e), k -> new ArrayList<>()).add(e.ip().toString()));
        List<String> said = new ArrayList<>();
        byNetwork.forEach((network, addresses) -> said.add(Wording.some(addresses, addresses.size(), NAMED_MAX)
                + (network.isEmpty() ? "" : " (" + network + ")")));
        return Wording.some(said, said.size(), NAMED_MAX);
    }

    /** An address with its network. */
    static String place(Endpoint endpoint) {
        return places(List.of(endpoint));
    }

    private static String network(Endpoint endpoint) {
        List<String> parts = new ArrayList<>();
        if (!endpoint.asName().isEmpty()) {
            parts.add(Shown.line(endpoint.asName(), NAME_MAX));
        }
        if (!endpoint.country().isEmpty()) {
            parts.add(Wording.country(Shown.line(endpoint.country(), 8)));
        }
        endpoint.traits().stream().sorted().map(Wording::of).forEach(parts::add);
        return String.join(", ", parts);
    }
}
