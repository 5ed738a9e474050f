package dev.kith.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of the organisation's own, from the command line. */
class OwnModelsTest {
    private static final String RULE = """
            title: Retention hold changed
            id: 11111111-2222-4333-8444-555555555555
            tags: [attack.t1562.008]
            logsource: {product: m365, service: exchange}
            detection:
              selection:
                Operation: Set-Mailbox
                Parameters|contains: RetentionHoldEnabled
              condition: selection
            level: high
            """;

    private static final String MODEL = """
            - id: any-file
              title: "House / Files::Any File"
              acts: [FILE_OPEN]
              condition: person
              score: 0.1
              techniques: [T1530]
              misses: nothing
              benign: [work]
            """;

    @TempDir
    private Path folder;

    private Path models;
    private Path log;

    @BeforeEach
    void write() throws IOException {
        models = Files.createDirectories(folder.resolve("models"));
        log = folder.resolve("audit.jsonl");
        StringBuilder records = new StringBuilder();
        Instant start = Instant.parse("2026-03-02T08:00:00Z");
        for (int day = 0; day < 10; day++) {
            for (int i = 0; i < 8; i++) {
                Instant at = start.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(30L * i));
                records.append(record(day + "-" + i, at, "FileAccessed", "SharePoint", ""));
            }
        }
        records.append(record(
                "hold",
                start.plus(Duration.ofDays(10)),
                "Set-Mailbox",
                "Exchange",
                ",\"Parameters\":[{\"Name\":\"RetentionHoldEnabled\",\"Value\":\"True\"}]"));
        Files.writeString(log, records.toString());
    }

    private static String record(String id, Instant at, String operation, String workload, String more) {
        return "{\"CreationTime\":\"" + at.toString().replace("Z", "") + "\",\"Id\":\"" + id + "\",\"Operation\":\""
                + operation + "\",\"Workload\":\"" + workload + "\",\"RecordType\":"
                + (workload.equals("Exchange") ? 1 : 6) + ",\"UserType\":0,\"UserId\":\"ann@wharf.example\","
                + "\"ClientIP\":\"198.51.100.7\",\"ObjectId\":\"https://wharf.sharepoint.com/sites/a/plan.docx\""
                + more + "}\n";
    }

    @Test
    void ruleThatMatches_opensACaseThatItAloneDoesNotDecide() throws IOException {
        put("rule.yml", RULE);
        Path report = folder.resolve("report");
        assertThat(scan(report).status()).isZero();
        assertThat(Files.readAllLines(report.resolve("detections.jsonl")))
                .anyMatch(line -> line.contains("\"model\":\"Sigma / Microsoft 365::Retention hold changed\"")
                        && line.contains("\"events\":[\"hold\"]")
                        && line.contains("T1562.008"));
        assertThat(Files.readAllLines(report.resolve("incidents.jsonl")))
                .anyMatch(line -> line.contains("\"question\":\"own-model\"") || line.contains("own model fired on"));
        assertThat(Files.readString(report.resolve("incidents.jsonl"))).doesNotContain("\"category\":\"critical\"");
    }

    @Test
    void sameModelsAndInput_giveTheSameReport() throws IOException {
        put("rule.yml", RULE);
        put("model.yaml", MODEL);
        scan(folder.resolve("one"));
        scan(folder.resolve("two"));
        for (String file : List.of("detections.jsonl", "incidents.jsonl")) {
            assertThat(folder.resolve("one").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("two").resolve(file));
        }
    }

    @Test
    void wrongModels_areAllNamedAndNothingIsScanned() throws IOException {
        put("a.yaml", MODEL.replace("FILE_OPEN", "FILES"));
        put("b.yml", RULE.replace("m365", "zeek"));
        for (Kith.Said said : List.of(
                scan(folder.resolve("report")),
                Kith.run("backtest", "--models", models.toString(), log.toString()),
                Kith.run("models", "check", models.toString()),
                Kith.run("models", "test", models.toString()),
                Kith.run("models", "list", "--models", models.toString()))) {
            assertThat(said.status()).isEqualTo(2);
            assertThat(said.err())
                    .contains("a.yaml:3: acts: there is no act FILES")
                    .contains("b.yml:4: logsource: product zeek, service exchange: this source is not read yet");
        }
        assertThat(folder.resolve("report")).doesNotExist();
        assertThat(Kith.run("scan", "--models", folder.resolve("nowhere").toString(), log.toString())
                        .status())
                .isEqualTo(2);
    }

    @Test
    void backtest_tellsWhomAModelWouldHaveAlarmed() throws IOException {
        put("model.yaml", MODEL);
        put("rule.yml", RULE.replace("RetentionHoldEnabled", "NothingOfTheKind"));
        put("other.yml", RULE.replace("Parameters|contains", "Colour").replace("11111111", "22222222"));
        Path out = folder.resolve("backtest.json");
        String[] command = {
            "backtest", "--quiet", "--models", models.toString(), "--out", out.toString(), log.toString()
        };
        Kith.Said said = Kith.run(command);
        assertThat(said.status()).isZero();
        assertThat(said.out())
                .contains("House / Files::Any File")
                .contains("10 alarms, 0.91 a day, on 10 days, at most 1 on 2026-03-02")
                .contains("ann@wharf.example 10")
                .contains("Nobody would have been alarmed.")
                .contains("looks at Colour, which no record");
        assertThat(Files.readString(out))
                .contains("\"alarms\":10")
                .contains("\"event\":\"0-0\"")
                .contains("\"shipped\":{");
        assertThat(Kith.run(command).out()).isEqualTo(said.out());
        assertThat(Kith.run("backtest", "--quiet", "--json", "--models", models.toString(), log.toString())
                        .out())
                .isEqualTo(Files.readString(out));
    }

    @Test
    void modelsAreListed_withWhereTheyComeFrom() throws IOException {
        put("model.yaml", MODEL + "- id: download-burst\n  enabled: false\n");
        Kith.Said table = Kith.run("models", "list", "--models", models.toString());
        assertThat(table.status()).isZero();
        assertThat(table.out()).contains("any-file").contains("model.yaml:1").contains("off: model.yaml:9");
        List<String> lines = Kith.run("models", "list", "--models", models.toString(), "--json")
                .out()
                .lines()
                .toList();
        assertThat(lines).anyMatch(l -> l.startsWith("{\"id\":\"any-file\"") && l.contains("\"kind\":\"own\""));
        assertThat(lines).anyMatch(l -> l.contains("\"id\":\"download-burst\"") && l.contains("\"enabled\":false"));
    }

    @Test
    void samplesOfShippedModels_pass_andAFailingOneIsTold() throws IOException {
        assertThat(Kith.run("models", "test").status()).isZero();
        put("model.yaml", MODEL + "  samples:\n    fires: [{person: false}]\n    silent: []\n");
        Kith.Said said = Kith.run("models", "test", models.toString());
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.out()).contains("any-file, sample at line 10, which should fire: does not hold: person");
    }

    private Kith.Said scan(Path report) {
        return Kith.run("scan", "--quiet", "--models", models.toString(), "--out", report.toString(), log.toString());
    }

    private void put(String name, String text) throws IOException {
        Files.writeString(models.resolve(name), text, StandardCharsets.UTF_8);
    }
}
