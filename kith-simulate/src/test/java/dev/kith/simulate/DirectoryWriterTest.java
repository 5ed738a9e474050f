package dev.kith.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryWriterTest {
    @Test
    void folder_holdsMailLabelsOrganisationAndDirectory(@TempDir Path folder) throws IOException {
        Simulation.Result result;
        try (DirectoryWriter writer = new DirectoryWriter(folder)) {
            result = Simulation.runWithLogs(
                    new Simulation.Settings(Story.PARTNER_HIJACK, 8, 20, 9, LocalDate.of(2026, 3, 2)), writer);
        }
        List<String> labels = Files.readAllLines(folder.resolve("labels.jsonl")).stream()
                .filter(line -> !line.contains("\"scenario\""))
                .toList();
        assertThat(labels).hasSize((int) result.mails());
        int attacks = 0;
        for (String line : labels) {
            Map<String, String> label = fields(line);
            assertThat(folder.resolve(label.getOrDefault("path", ""))).isRegularFile();
            assertThat(label.get("path"))
                    .startsWith("mail/" + label.getOrDefault("time", "").substring(0, 10));
            attacks += "attack".equals(label.get("label")) ? 1 : 0;
        }
        assertThat(attacks).isPositive();
        List<String> directory = Files.readAllLines(folder.resolve("directory.csv"));
        assertThat(directory.get(0))
                .isEqualTo("account,display_name,department,manager,title,status,last_day,protected");
        assertThat(directory).hasSize(9);
        assertThat(directory).allMatch(line -> line.split(",", -1).length == 8);
        assertThat(Files.readString(folder.resolve("organisation.json")))
                .contains("\"learn_until\"", result.charter().domains().get(0));
    }

    @Test
    void folder_holdsTheLogsBesideTheMail_andTheTruthAboutWhatRunsThroughThem(@TempDir Path folder) throws IOException {
        try (DirectoryWriter writer = new DirectoryWriter(folder)) {
            Simulation.runWithLogs(
                    new Simulation.Settings(Story.PARTNER_HIJACK, 8, 20, 9, LocalDate.of(2026, 3, 2)), writer);
        }
        assertThat(folder.resolve("audit/audit-2026-03-10.jsonl")).isNotEmptyFile();
        assertThat(folder.resolve("messagetrace/messagetrace-2026-03-10.jsonl")).isNotEmptyFile();
        assertThat(Files.readString(folder.resolve("signins/signins-2026-03-10.json")))
                .startsWith("{\"@odata.context\":")
                .contains("\"value\":[{\"id\":")
                .endsWith("}]}\n");
        assertThat(Files.readAllLines(folder.resolve("labels.jsonl")))
                .anyMatch(line -> line.startsWith("{\"scenario\":\"partner-hijack\"")
                        && line.contains("\"kind\":\"attack\"")
                        && line.contains("\"steps\":["))
                .filteredOn(line -> line.contains("\"same_as\":{\"<"))
                .as("a mail that a record tells of, too, is one event, by the record's id")
                .isNotEmpty()
                .allMatch(line -> {
                    String mail = line.substring(line.indexOf("\"same_as\":{\"") + 12);
                    String quoted = mail.substring(0, mail.indexOf("\":"));
                    return line.indexOf(quoted + "\",") < 0 && line.indexOf(quoted + "\"]") < 0;
                });
    }

    private static Map<String, String> fields(String line) throws IOException {
        Map<String, String> fields = new TreeMap<>();
        try (JsonParser parser = new JsonFactory().createParser(line)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    fields.put(parser.currentName(), parser.getText());
                }
            }
        }
        return fields;
    }
}
