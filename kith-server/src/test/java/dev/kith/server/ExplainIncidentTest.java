package dev.kith.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.server.report.ReportDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kith explain} of incidents, closed cases and detections, from the report of a scan of mail and logs. */
class ExplainIncidentTest {
    @TempDir
    private static Path folder;

    private static Path report;
    private static List<JsonNode> incidents;
    private static List<JsonNode> detections;

    @BeforeAll
    static void scan() throws IOException {
        House house = House.hijacked(folder.resolve("house"), 10, 28, 5);
        report = folder.resolve("report");
        assertThat(house.scanAll(report).status()).isZero();
        incidents = lines(ReportDirectory.INCIDENTS);
        detections = lines(ReportDirectory.DETECTIONS);
    }

    @Test
    void anIncident_isToldInFull() {
        JsonNode raised = incidents.get(0);
        assertThat(raised.path("category").asText()).isNotEqualTo("benign");
        Kith.Said said = explain("--incident", raised.path("id").asText());
        assertThat(said.status()).as(said.err()).isZero();
        assertThat(said.out())
                .contains("What to do now", "How it was investigated", "What happened", "What is not known")
                .contains("Active mode would", "Benign explanations weighed");
        String joined = said.out().replaceAll("\\s+", "");
        for (JsonNode step : raised.path("steps")) {
            assertThat(joined).contains(step.path("asked").asText().replaceAll("\\s+", ""));
        }
        for (JsonNode moment : raised.path("timeline")) {
            assertThat(joined).contains(moment.path("events").path(0).asText());
        }
    }

    @Test
    void everyCaseAndDetection_canBeExplained() {
        assertThat(detections).isNotEmpty();
        for (JsonNode incident : incidents) {
            Kith.Said said = explain("--incident", incident.path("id").asText().toLowerCase(Locale.ROOT));
            assertThat(said.status()).as(said.err()).isZero();
            assertThat(said.out()).contains(incident.path("id").asText());
        }
        for (JsonNode detection : detections) {
            Kith.Said said = explain("--detection", detection.path("id").asText());
            assertThat(said.status()).as(said.err()).isZero();
            assertThat(said.out()).contains(detection.path("model").asText(), "What it does not see");
        }
    }

    @Test
    void anIdThatIsNotThere_namesThoseThatAre() {
        Kith.Said said = explain("--incident", "INC-99");
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err())
                .contains("No incident INC-99", incidents.get(0).path("id").asText());
    }

    @Test
    void oneThingIsAskedFor_neverTwo() {
        assertThat(explain().status()).isEqualTo(2);
        assertThat(explain("--incident", "INC-1", "--detection", "DET-1").status())
                .isEqualTo(2);
        assertThat(explain("--incident", " ").status()).isEqualTo(2);
    }

    private static Kith.Said explain(String... options) {
        List<String> arguments = new ArrayList<>(List.of("explain", "--report", report.toString()));
        arguments.addAll(List.of(options));
        return Kith.run(arguments.toArray(String[]::new));
    }

    private static List<JsonNode> lines(String name) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(report.resolve(name), StandardCharsets.UTF_8)) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }
}
