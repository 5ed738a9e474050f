package dev.kith.server.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the fields of a line of our files say, as {@link JsonLines} wrote them. A field that is missing says nothing. */
final class JsonText {
    private JsonText() {}

    /** Fit to be looked at. */
    static String shown(JsonNode node, String field) {
        return Shown.line(text(node, field));
    }

    static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    static double number(JsonNode node, String field) {
        return node.path(field).asDouble(0);
    }

    /** Fit to be looked at. */
    static List<String> texts(JsonNode node, String field) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : node.path(field)) {
            texts.add(Shown.line(each.asText()));
        }
        return texts;
    }

    static Optional<Instant> instant(JsonNode node, String field) {
        try {
            return Optional.of(Instant.parse(text(node, field)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A time in words and in full; what is none, as it stands. */
    static String time(String text) {
        try {
            Instant time = Instant.parse(text);
            return Figures.momentOfYear(time) + " (" + Figures.exact(time) + ")";
        } catch (DateTimeException e) {
            return Shown.line(text, 40);
        }
    }
}
