package dev.kith.server.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.server.report.TextLayout.Look;
import java.util.ArrayList;
import java.util.List;

/** One detection in full, for a terminal, from its line of {@code detections.jsonl}. */
public final class DetectionExplanation {
    private static final int LABEL = 11;

    private DetectionExplanation() {}

    /** The detection in words; fields that are missing are left out. */
    public static String of(JsonNode line, boolean coloured) {
        TextLayout out = new TextLayout(coloured);
        out.paragraph(0, Look.BOLD, JsonText.shown(line, "model"));
        fact(out, "detection", JsonText.shown(line, "id") + ", score " + Figures.score(JsonText.number(line, "score")));
        fact(out, "time", JsonText.time(JsonText.text(line, "time")));
        for (JsonNode entity : line.path("entities")) {
            fact(out, JsonText.shown(entity, "kind"), JsonText.shown(entity, "id"));
        }
        fact(out, "record", String.join(", ", JsonText.texts(line, "events")));
        fact(out, "techniques", String.join(", ", JsonText.texts(line, "techniques")));
        out.gap().paragraph(0, Look.BOLD, "Why: what was observed, and what is usual");
        for (JsonNode reason : line.path("reasons")) {
            String code = JsonText.text(reason, "code");
            String expected = JsonText.text(reason, "expected");
            out.labelled(2, LABEL, Figures.score(JsonText.number(reason, "weight")), Look.BOLD, Wording.reason(code));
            sub(out, "observed", ReasonWords.observed(code, JsonText.text(reason, "observed"), expected));
            sub(out, "expected", ReasonWords.expected(code, expected));
        }
        list(out, "What it does not see", List.of(JsonText.shown(line, "misses")));
        list(out, "What else it can be", JsonText.texts(line, "benign_causes"));
        return out.toString();
    }

    /** What it is called in a list. */
    public static String title(JsonNode line) {
        List<String> words = new ArrayList<>();
        words.add(JsonText.text(line, "id") + "  " + JsonText.text(line, "model"));
        line.path("entities").forEach(entity -> words.add(JsonText.text(entity, "id")));
        return String.join(", ", words);
    }

    private static void list(TextLayout out, String title, List<String> lines) {
        List<String> said = lines.stream().filter(l -> !l.isEmpty()).toList();
        if (!said.isEmpty()) {
            out.gap().paragraph(0, Look.BOLD, title);
            said.forEach(l -> out.labelled(2, 4, "-", Look.PLAIN, l));
        }
    }

    private static void fact(TextLayout out, String label, String value) {
        if (!value.isEmpty()) {
            out.labelled(0, LABEL, label, Look.PLAIN, value);
        }
    }

    private static void sub(TextLayout out, String label, String value) {
        if (!value.isEmpty()) {
            out.labelled(LABEL, LABEL + 10, label, Look.PLAIN, value);
        }
    }
}
