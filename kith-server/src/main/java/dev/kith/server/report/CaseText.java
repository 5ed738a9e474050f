package dev.kith.server.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.investigate.AlertBudget;
import dev.kith.investigate.Incident;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Cases for a terminal or a program, without a report. */
public final class CaseText {
    private CaseText() {}

    /** As lines of {@code incidents.jsonl}. */
    public static String json(List<Incident> cases, AlertBudget budget) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (IncidentLines lines = new IncidentLines(bytes)) {
            for (Incident each : cases) {
                lines.incident(each, budget);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** In words, one below the other. */
    public static String words(List<Incident> cases, boolean coloured) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        StringBuilder words = new StringBuilder();
        for (Incident each : cases) {
            String line = json(List.of(each), AlertBudget.unlimited());
            words.append(words.length() == 0 ? "" : System.lineSeparator())
                    .append(IncidentExplanation.of(mapper.readTree(line), coloured));
        }
        return words.toString();
    }
}
