package dev.kith.server.report;

import dev.kith.detect.Detection;
import dev.kith.investigate.Incident;
import dev.kith.server.report.Backtest.Tally;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What is told of a backtest, in text and as JSON. */
public final class BacktestWords {
    /** Accounts and alarms named in text; all accounts are in the JSON. Chosen by hand. */
    private static final int NAMED_MAX = 5;

    private static final int[] SAMPLE = {22, 40};

    private BacktestWords() {}

    /**
     * For people.
     *
     * @param notes what they should know of the models and the input
     */
    public static String text(Backtest test, List<String> notes, boolean coloured) {
        TextLayout out = new TextLayout(coloured);
        out.paragraph(
                0,
                TextLayout.Look.BOLD,
                Figures.count(test.tallies().size(), "model", "models") + " of your own over "
                        + Figures.count(test.days(), "day", "days") + period(test) + ", "
                        + Figures.count(test.events(), "event", "events"));
        for (Tally tally : test.tallies()) {
            model(tally, test.days(), out);
        }
        out.gap().paragraph(0, TextLayout.Look.BOLD, "Beside kith's own catalogue");
        out.paragraph(
                2,
                TextLayout.Look.PLAIN,
                "Kith's own models alone: "
                        + Figures.count(test.shippedDetections(), "detection", "detections") + ", "
                        + raised(test.shippedIncidents()) + ".");
        out.paragraph(2, TextLayout.Look.PLAIN, "With yours: " + raised(test.incidents()) + ".");
        incidents("Raised only with yours", test.newlyRaised(), out);
        incidents("No longer raised", test.noLongerRaised(), out);
        if (!notes.isEmpty()) {
            out.gap().paragraph(0, TextLayout.Look.BOLD, "To be known");
            notes.forEach(note -> out.paragraph(2, TextLayout.Look.CARE, Shown.line(note, 500)));
        }
        return out.toString();
    }

    private static String period(Backtest test) {
        return test.first().isEmpty() || test.last().isEmpty()
                ? ""
                : " (" + test.first().get().toString().substring(0, 10) + " to "
                        + test.last().get().toString().substring(0, 10) + ")";
    }

    private static void model(Tally tally, long days, TextLayout out) {
        out.gap()
                .paragraph(
                        0,
                        tally.alarms > 0 ? TextLayout.Look.CARE : TextLayout.Look.PLAIN,
                        Shown.line(tally.entry.model().title(), 200));
        out.paragraph(
                2,
                TextLayout.Look.DIM,
                Shown.line(tally.entry.model().id(), 120) + ", " + Shown.line(tally.entry.from(), 200) + ":"
                        + tally.entry.line());
        if (tally.alarms == 0) {
            out.paragraph(2, TextLayout.Look.PLAIN, "Nobody would have been alarmed.");
            return;
        }
        Map.Entry<LocalDate, Integer> most = most(tally);
        out.paragraph(
                2,
                TextLayout.Look.PLAIN,
                Figures.count(tally.alarms, "alarm", "alarms") + ", " + aDay(tally.alarms, days) + " a day, on "
                        + Figures.count(tally.days.size(), "day", "days") + ", at most " + most.getValue() + " on "
                        + most.getKey() + "; " + Figures.count(tally.foundAnyway)
                        + " of them within a day of an incident that kith raises anyway.");
        out.paragraph(
                2,
                TextLayout.Look.PLAIN,
                Figures.count(tally.accounts.size(), "account", "accounts") + ": "
                        + tally.accounts.entrySet().stream()
                                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                                        .thenComparing(Map.Entry.comparingByKey()))
                                .limit(NAMED_MAX)
                                .map(each -> Shown.line(each.getKey(), 80) + " " + each.getValue())
                                .collect(Collectors.joining(", "))
                        + (tally.accounts.size() > NAMED_MAX ? " and others" : ""));
        for (Detection sample : tally.samples.subList(0, Math.min(NAMED_MAX, tally.samples.size()))) {
            out.row(
                    4,
                    SAMPLE,
                    sample.time().toString().substring(0, 19) + "Z",
                    Shown.line(sample.account().value(), 80),
                    Shown.line(sample.eventId(), 120));
        }
    }

    private static Map.Entry<LocalDate, Integer> most(Tally tally) {
        return tally.days.entrySet().stream()
                .max(Map.Entry.<LocalDate, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow();
    }

    private static String aDay(int alarms, long days) {
        return String.format(Locale.ROOT, "%.2f", alarms / (double) days);
    }

    private static String raised(List<Incident> incidents) {
        long raised = incidents.stream().filter(Incident::raised).count();
        long undecided = incidents.stream().filter(Incident::undecided).count();
        return Figures.count(raised, "incident", "incidents") + " raised, " + Figures.count(undecided)
                + " not decided, " + Figures.count(incidents.size() - raised - undecided) + " closed as benign";
    }

    private static void incidents(String what, List<Incident> incidents, TextLayout out) {
        incidents.forEach(incident -> out.paragraph(
                2,
                TextLayout.Look.PLAIN,
                what + ": " + Shown.line(String.join(", ", incident.accounts()), 200) + ", "
                        + incident.first().toString().substring(0, 10) + ", "
                        + String.join(", ", incident.techniques())));
    }

    /** One line of JSON. */
    public static String json(Backtest test, List<String> notes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonLines json = new JsonLines(bytes)) {
            json.line(() -> {
                json.time("first", test.first());
                json.time("last", test.last());
                json.count("days", test.days());
                json.count("events", test.events());
                json.objects("models", test.tallies(), tally -> model(json, tally, test.days()));
                json.object("shipped", () -> {
                    json.count("detections", test.shippedDetections());
                    incidents(json, test.shippedIncidents());
                });
                json.object("together", () -> incidents(json, test.incidents()));
                json.objects("newly_raised", test.newlyRaised(), incident -> incident(json, incident));
                json.objects("no_longer_raised", test.noLongerRaised(), incident -> incident(json, incident));
                json.texts("notes", notes);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void model(JsonLines json, Tally tally, long days) throws IOException {
        json.text("id", tally.entry.model().id());
        json.text("title", tally.entry.model().title());
        json.text("from", tally.entry.from());
        json.count("line", tally.entry.line());
        json.count("alarms", tally.alarms);
        json.number("alarms_a_day", tally.alarms / (double) days);
        json.count("found_anyway", tally.foundAnyway);
        json.objects("days", tally.days.entrySet(), day -> {
            json.text("day", day.getKey().toString());
            json.count("alarms", day.getValue());
        });
        json.objects("accounts", tally.accounts.entrySet(), account -> {
            json.text("account", account.getKey());
            json.count("alarms", account.getValue());
        });
        json.objects("samples", tally.samples, sample -> {
            json.text("time", sample.time().toString());
            json.text("account", sample.account().value());
            json.text("event", sample.eventId());
            json.reasons(sample.reasons());
        });
    }

    private static void incidents(JsonLines json, List<Incident> incidents) throws IOException {
        json.count("raised", incidents.stream().filter(Incident::raised).count());
        json.count("undecided", incidents.stream().filter(Incident::undecided).count());
        json.count("cases", incidents.size());
    }

    private static void incident(JsonLines json, Incident incident) throws IOException {
        json.texts("accounts", incident.accounts());
        json.text("first", incident.first().toString());
        json.text("last", incident.last().toString());
        json.texts("techniques", incident.techniques());
        json.count("priority", incident.priority());
    }
}
