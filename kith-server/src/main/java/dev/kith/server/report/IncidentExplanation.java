package dev.kith.server.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.investigate.BlastRadius;
import dev.kith.investigate.Conclusion;
import dev.kith.investigate.Containment;
import dev.kith.investigate.Hypothesis;
import dev.kith.server.report.TextLayout.Look;
import java.util.List;
import java.util.Map;

/** One incident or closed case in full, for a terminal, from its line of {@code incidents.jsonl}. */
public final class IncidentExplanation {
    private static final int LABEL = 11;
    private static final int ALERTS_MAX = 10;
    private static final int OUTSIDE_MAX = 40;

    private final JsonNode line;
    private final IncidentReading reading;
    private final boolean raised;
    private final TextLayout out;

    private IncidentExplanation(JsonNode line, boolean coloured) {
        this.line = line;
        this.reading = new IncidentReading(line);
        this.raised = !JsonText.text(line, "category").equals("benign");
        this.out = new TextLayout(coloured);
    }

    /** The incident in words; fields that are missing are left out. */
    public static String of(JsonNode line, boolean coloured) {
        IncidentExplanation explanation = new IncidentExplanation(line, coloured);
        explanation.head();
        explanation.acting();
        explanation.todo();
        explanation.belief();
        explanation.timeline();
        explanation.outside();
        explanation.rest();
        return explanation.out.toString();
    }

    /** What it is called in a list: {@code INC-1  critical, 96: Hijacked account of ...}. */
    public static String title(JsonNode line) {
        return JsonText.text(line, "id") + "  " + JsonText.text(line, "category") + ", "
                + JsonText.text(line, "priority") + ": " + JsonText.text(line, "title");
    }

    private void head() {
        boolean undecided = !raised && reading.conclusion().verdict() == Conclusion.Verdict.INSUFFICIENT_DATA;
        out.paragraph(0, raised ? Look.ALARM : undecided ? Look.BOLD : Look.GOOD, JsonText.shown(line, "title"));
        fact(
                "incident",
                JsonText.shown(line, "id") + ", " + JsonText.shown(line, "category") + ", priority "
                        + JsonText.shown(line, "priority") + " of 100");
        fact("accounts", String.join(", ", JsonText.texts(line, "accounts")));
        fact("first", JsonText.time(JsonText.text(line, "first_activity")));
        fact("last", JsonText.time(JsonText.text(line, "last_activity")));
        fact(
                "raised",
                raised
                        ? JsonText.time(JsonText.text(line, "raised_at"))
                        : undecided ? "never: not decided, a person should look at it" : "never: closed as benign");
        fact("events", Figures.count(line.path("events").size()));
        fact("techniques", String.join(", ", JsonText.texts(line, "techniques")));
        alerts();
        fact("detections", String.join(", ", JsonText.texts(line, "detections")));
        out.gap();
        JsonText.texts(line, "told").forEach(said -> out.labelled(0, 2, "-", Look.PLAIN, said));
    }

    private void alerts() {
        int shown = 0;
        for (JsonNode alert : line.path("alerts")) {
            if (shown++ == ALERTS_MAX) {
                fact("", "and " + Figures.count(line.path("alerts").size() - (long) ALERTS_MAX) + " more");
                return;
            }
            fact(
                    shown == 1 ? "alerts" : "",
                    JsonText.shown(alert, "product") + " " + JsonText.shown(alert, "id") + ": "
                            + JsonText.shown(alert, "title") + ", " + JsonText.shown(alert, "severity") + ", "
                            + JsonText.time(JsonText.text(alert, "time")));
        }
    }

    private void acting() {
        List<Containment> replays = reading.containment();
        if (!replays.isEmpty()) {
            out.gap().paragraph(0, Look.BOLD, ContainmentWords.lead(replays));
            ContainmentWords.sentences(replays, new Moments(true)).forEach(s -> out.paragraph(2, Look.PLAIN, s));
        }
    }

    private void todo() {
        List<CaseView.Todo> todo =
                Advice.todo(reading.actions(), reading.conclusion().leading(), reading.radius());
        if (todo.isEmpty()) {
            return;
        }
        out.gap().paragraph(0, Look.BOLD, "What to do now: nothing was touched, [ ] active mode would do");
        for (CaseView.Todo each : todo) {
            boolean would = each.mark().icon().equals("i-lock");
            out.labelled(2, 6, would ? "[ ]" : " - ", Look.PLAIN, each.what());
            if (!each.detail().isEmpty()) {
                out.paragraph(6, Look.DIM, each.detail());
            }
        }
    }

    private void belief() {
        Conclusion conclusion = reading.conclusion();
        if (conclusion.steps().isEmpty()) {
            return;
        }
        out.gap().paragraph(0, Look.BOLD, "How it was investigated: each answer, and what it was worth");
        CaseView.Belief belief = BeliefViews.of(
                conclusion,
                "",
                IncidentViews.percent(conclusion.malicious()) + " malicious, "
                        + (conclusion.verdict() == Conclusion.Verdict.SUSPICIOUS ? "above" : "below")
                        + " the bar to raise, 80 %");
        int step = 0;
        for (CaseView.Row row : belief.rows()) {
            if (row.event()) {
                out.labelled(2, LABEL, "=", Look.BOLD, row.asked());
                continue;
            }
            out.labelled(2, LABEL, String.valueOf(step + 1), Look.BOLD, row.asked());
            out.paragraph(LABEL, Look.PLAIN, row.found());
            out.paragraph(
                    LABEL,
                    Look.DIM,
                    row.strong() + ", " + row.weak() + "; malicious "
                            + IncidentViews.percent(malicious(conclusion, step, false)) + ", then "
                            + IncidentViews.percent(malicious(conclusion, step, true)));
            out.paragraph(LABEL, Look.DIM, row.records());
            step++;
        }
        out.gap().paragraph(0, Look.BOLD, "What it may be, beforehand and in the end");
        conclusion
                .beliefs()
                .forEach((h, end) -> out.row(
                        2,
                        new int[] {-8, -8, 60},
                        IncidentViews.percent(h.prior()),
                        IncidentViews.percent(end),
                        h.title() + (h.malicious() ? " (malicious)" : "")));
    }

    private static double malicious(Conclusion conclusion, int step, boolean after) {
        Map<Hypothesis, Double> beliefs = after
                ? conclusion.steps().get(step).after()
                : conclusion.steps().get(step).before();
        return beliefs.entrySet().stream()
                .filter(e -> e.getKey().malicious())
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private void timeline() {
        if (line.path("timeline").isEmpty()) {
            return;
        }
        out.gap().paragraph(0, Look.BOLD, "What happened");
        for (JsonNode moment : line.path("timeline")) {
            String at = JsonText.instant(moment, "time").map(Figures::moment).orElse("");
            out.labelled(2, 20, at, Look.PLAIN, JsonText.shown(moment, "what"));
            List<String> events = JsonText.texts(moment, "events");
            if (!events.isEmpty()) {
                out.paragraph(
                        20,
                        Look.DIM,
                        events.get(0)
                                + (events.size() > 1 ? " and " + Figures.count(events.size() - 1L) + " more" : ""));
            }
        }
    }

    private void outside() {
        BlastRadius radius = reading.radius();
        if (radius.outside().isEmpty()) {
            return;
        }
        out.gap()
                .paragraph(
                        0,
                        Look.BOLD,
                        "Whom it was sent to: " + Figures.count(radius.addressees(), "address", "addresses") + " in "
                                + Figures.count(radius.organisations(), "organisation", "organisations"));
        radius.outside().stream()
                .limit(OUTSIDE_MAX)
                .forEach(o -> out.row(
                        2,
                        new int[] {-10, 40},
                        Figures.count(o.mails(), "mail", "mails"),
                        Shown.line(o.domain(), 120),
                        Figures.count(o.count(), "address", "addresses")));
        int more =
                radius.organisations() - Math.min(OUTSIDE_MAX, radius.outside().size());
        if (more > 0) {
            out.paragraph(2, Look.DIM, "and " + Figures.count(more) + " more");
        }
    }

    private void rest() {
        Conclusion conclusion = reading.conclusion();
        said(
                conclusion.leading().malicious() ? "Benign explanations weighed" : "Malicious explanations weighed",
                Advice.weighed(conclusion));
        said("What is not known", Advice.unknown(raised, conclusion, reading.radius()));
    }

    private void said(String title, List<CaseView.Said> said) {
        if (!said.isEmpty()) {
            out.gap().paragraph(0, Look.BOLD, title);
            said.forEach(s -> out.labelled(2, 4, "-", Look.PLAIN, s.lead() + " " + s.rest()));
        }
    }

    private void fact(String label, String value) {
        if (!value.isEmpty()) {
            out.labelled(0, LABEL, label, Look.PLAIN, value);
        }
    }
}
