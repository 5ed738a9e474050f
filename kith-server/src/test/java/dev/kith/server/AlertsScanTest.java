package dev.kith.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.server.report.ReportDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Other products' alerts, and questions by hand, over the records of a small house. */
@Timeout(180)
class AlertsScanTest {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final int PEOPLE = 10;
    private static final int DAYS = 30;

    @TempDir
    Path folder;

    private Path logs;

    @BeforeEach
    void aQuietHouse() throws IOException {
        logs = Files.createDirectories(folder.resolve("logs"));
        List<String> lines = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            for (int person = 0; person < PEOPLE; person++) {
                for (int hour = 0; hour < 3; hour++) {
                    Instant at = START.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(60L * hour + 3L * person));
                    lines.add("{\"CreationTime\":\"" + at + "\",\"Id\":\"r-" + day + "-" + person + "-" + hour
                            + "\",\"Operation\":\"UserLoggedIn\",\"RecordType\":15,\"Workload\":\"AzureActiveDirectory\","
                            + "\"UserId\":\"p" + person + "@wharf.example\",\"ClientIP\":\"198.51.100." + (person + 1)
                            + "\",\"ResultStatus\":\"Success\"}");
                }
            }
        }
        Files.write(logs.resolve("audit.jsonl"), lines);
    }

    @Test
    void thousandsOfNoisyAlerts_areNoIncident_andAllAreListed() throws IOException {
        List<String> alerts = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            Instant at = START.plus(Duration.ofMinutes(8L * i));
            String who = i % 5 == 4 ? "nobody" + i + "@elsewhere.example" : "p" + i % PEOPLE + "@wharf.example";
            alerts.add(alert("n-" + i, "Noise " + i % 12, 2 + i % 3, at, who));
        }
        Files.write(logs.resolve("alerts.jsonl"), alerts);
        Path report = scan();
        List<JsonNode> told = lines(report.resolve(ReportDirectory.ALERTS));
        assertThat(told).hasSize(5_000);
        assertThat(told).extracting(a -> a.path("id").asText()).doesNotHaveDuplicates();
        assertThat(told)
                .filteredOn(a -> a.path("verdict").asText().equals("no_account"))
                .hasSize(1_000);
        assertThat(told).noneMatch(a -> a.path("in_incident").asBoolean());
        assertThat(told)
                .filteredOn(a -> !a.path("accounts").isEmpty())
                .allMatch(a -> !a.path("case").asText().isEmpty());
        assertThat(lines(report.resolve(ReportDirectory.INCIDENTS)))
                .allMatch(i -> i.path("raised_at").isNull());
        assertThat(Files.readString(report.resolve(ReportDirectory.REPORT)))
                .contains("Alerts in", "Incidents out", "5,000");
    }

    @Test
    void aGraveAlertAlone_decidesNothing_andTheCaseRefersToIt() throws IOException {
        Instant at = START.plus(Duration.ofDays(25));
        Files.write(logs.resolve("alerts.jsonl"), List.of(alert("a-1", "Token stolen", 5, at, "p3@wharf.example")));
        Path report = scan();
        JsonNode told = lines(report.resolve(ReportDirectory.ALERTS)).get(0);
        assertThat(told.path("weight").asText()).isEqualTo("grave");
        assertThat(told.path("in_incident").asBoolean()).isFalse();
        JsonNode ended = lines(report.resolve(ReportDirectory.INCIDENTS)).stream()
                .filter(i -> i.path("id").equals(told.path("case")))
                .findFirst()
                .orElseThrow();
        assertThat(ended.path("alerts").get(0).path("id").asText()).isEqualTo("a-1");
        assertThat(ended.path("alerts").get(0).path("product").asText()).isEqualTo("Watch");
        assertThat(ended.path("steps").findValuesAsText("question")).contains("alerts");
        assertThat(ended.path("cases").get(0).path("trigger").asText()).isEqualTo("Alert / Watch::Token stolen");
    }

    @Test
    void whatIsAskedByHand_isInvestigated() {
        Kith.Said text = ask("--account", "p3@wharf.example");
        assertThat(text.status()).as(text.err()).isZero();
        assertThat(text.out()).contains("p3@wharf.example", "How it was investigated", "What it may be");
        Kith.Said json = ask("--ip", "198.51.100.4", "--at", "2026-03-20T09:00:00Z", "--json");
        assertThat(json.status()).as(json.err()).isZero();
        assertThat(json.out()).startsWith("{").contains("\"p3@wharf.example\"", "2026-03-20");
        assertThat(folder.resolve("kith-report")).doesNotExist();
    }

    @Test
    void whatHasNoRecord_isSaid() {
        Kith.Said unknown = ask("--account", "ghost@wharf.example");
        assertThat(unknown.status()).isEqualTo(ExitStatus.NOTHING_FOUND);
        assertThat(unknown.err()).contains("No record of an account is about ghost@wharf.example");
        assertThat(ask("--account", "p3@wharf.example", "--at", "2027-01-01").status())
                .isEqualTo(ExitStatus.NOTHING_FOUND);
        assertThat(ask("--account", " ").status()).isEqualTo(ExitStatus.USAGE);
    }

    private Kith.Said ask(String... about) {
        List<String> arguments = new ArrayList<>(List.of("investigate", "--quiet", "--org", "wharf.example"));
        arguments.addAll(List.of(about));
        arguments.add(logs.toString());
        return Kith.run(arguments.toArray(new String[0]));
    }

    private Path scan() {
        Path report = folder.resolve("report");
        Kith.Said said =
                Kith.run("scan", "--quiet", "--org", "wharf.example", "--out", report.toString(), logs.toString());
        assertThat(said.status()).as(said.err()).isZero();
        return report;
    }

    private static String alert(String id, String title, int severity, Instant at, String account) {
        return "{\"class_uid\":2004,\"time\":\"" + at + "\",\"severity_id\":" + severity
                + ",\"metadata\":{\"product\":{\"name\":\"Watch\"}},\"finding_info\":{\"uid\":\"" + id
                + "\",\"title\":\""
                + title + "\"},\"actor\":{\"user\":{\"name\":\"" + account + "\"}}}";
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> all = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            all.add(mapper.readTree(line));
        }
        return all;
    }
}
