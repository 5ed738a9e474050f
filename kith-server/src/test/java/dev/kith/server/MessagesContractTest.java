package dev.kith.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.detect.Tag;
import dev.kith.event.Link;
import dev.kith.server.report.ReportDirectory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts and dashboards rely on: the fields of messages.jsonl, their kinds and their ranges. */
class MessagesContractTest {
    private static final Set<String> ACTIONS = Set.of("none", "tag", "lock_links", "strip_attachment", "junk", "hold");

    @TempDir
    private static Path folder;

    private static House house;
    private static Path zip;
    private static Path report;
    private static List<JsonNode> messages;

    @BeforeAll
    static void scanAFolderAndAnArchive() throws IOException {
        house = House.hijacked(folder.resolve("house"), 10, 28, 5);
        zip = folder.resolve("more.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream archive = new ZipOutputStream(out)) {
            for (int i = 1; i <= 20; i++) {
                archive.putNextEntry(new ZipEntry("old/berth-" + i + ".eml"));
                archive.write(SomeMail.text(i).getBytes(StandardCharsets.UTF_8));
            }
        }
        report = folder.resolve("report");
        List<String> arguments = new ArrayList<>(List.of(
                "scan", "--quiet", "--out", report.toString(), house.mail().toString()));
        arguments.add(zip.toString());
        Kith.Said said = Kith.run(arguments.toArray(String[]::new));
        assertThat(said.status()).as(said.err()).isZero();
        messages = House.messages(report);
        assertThat(messages).hasSizeGreaterThan(300);
    }

    @Test
    void everyMailIsALine_inTimeOrder() throws IOException {
        long mails = house.labels().size() + 20L;
        assertThat(messages).hasSize((int) mails);
        List<Instant> times = messages.stream()
                .map(message -> Instant.parse(message.path("time").asText()))
                .toList();
        assertThat(times).isSorted();
        String lines = Files.readString(report.resolve(ReportDirectory.MESSAGES));
        assertThat(lines).endsWith("}\n").doesNotContain("\r");
    }

    @Test
    void everyFieldStandsInEveryLine_withItsKind() {
        for (JsonNode message : messages) {
            for (String text : List.of("source", "message_id", "time", "direction", "from", "subject", "action")) {
                assertThat(message.path(text).isTextual())
                        .as("%s in %s", text, message)
                        .isTrue();
            }
            for (String array : List.of("to", "tags", "reasons", "links")) {
                assertThat(message.path(array).isArray())
                        .as("%s in %s", array, message)
                        .isTrue();
            }
            assertThat(message.path("score").isNumber())
                    .as("score in %s", message)
                    .isTrue();
            assertThat(message.path("score").asDouble()).isBetween(0.0, 1.0);
            assertThat(message.path("direction").asText()).isIn("inbound", "outbound", "internal");
            assertThat(message.path("action").asText()).isIn(ACTIONS);
            texts(message.path("to"));
        }
        assertThat(messages.stream()
                        .map(message -> message.path("direction").asText())
                        .distinct())
                .containsExactlyInAnyOrder("inbound", "outbound", "internal");
    }

    @Test
    void aMailThatIsActedOn_tellsWhatWouldHaveLetItThrough_andNoOther() {
        for (JsonNode message : messages) {
            boolean acted = !message.path("action").asText().equals("none");
            assertThat(message.has("counterfactual")).as("%s", message).isEqualTo(acted);
            assertThat(message.path("counterfactual").asText().isBlank()).isEqualTo(!acted);
        }
        assertThat(messages.stream().map(message -> message.path("action").asText()))
                .contains("none", "hold");
    }

    @Test
    void timesAreRfc3339InUtc() {
        for (JsonNode message : messages) {
            String time = message.path("time").asText();
            assertThat(time).matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z");
            assertThat(OffsetDateTime.parse(time).getOffset()).isEqualTo(ZoneOffset.UTC);
        }
    }

    @Test
    void aMailsTimeIsThatOfItsTopmostReceived() throws IOException {
        for (JsonNode message : messages) {
            String source = message.path("source").asText();
            if (source.startsWith("mail/")) {
                String unfolded = Files.readString(folder.resolve("house").resolve(source))
                        .replaceAll("\\r?\\n[ \\t]+", " ");
                String received = unfolded.lines()
                        .filter(line -> line.startsWith("Received: "))
                        .findFirst()
                        .orElseThrow();
                String date = received.substring(received.lastIndexOf(';') + 1)
                        .replaceAll("\\(.*?\\)", "")
                        .strip();
                OffsetDateTime stamp = OffsetDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
                assertThat(Instant.parse(message.path("time").asText()))
                        .as("%s", source)
                        .isEqualTo(stamp.toInstant());
            }
        }
    }

    @Test
    void theSourceIsThePathInsideTheInput() {
        int archived = 0;
        for (JsonNode message : messages) {
            String source = message.path("source").asText();
            if (source.startsWith("more.zip!")) {
                archived++;
                assertThat(source).matches("more\\.zip!old/berth-\\d+\\.eml");
            } else {
                assertThat(folder.resolve("house").resolve(source)).isRegularFile();
            }
        }
        assertThat(archived).isEqualTo(20);
        assertThat(messages.stream().map(message -> message.path("source").asText()))
                .doesNotHaveDuplicates();
    }

    @Test
    void addressesAreInLowerCase() {
        List<String> addresses = new ArrayList<>();
        for (JsonNode message : messages) {
            addresses.add(message.path("from").asText());
            addresses.addAll(texts(message.path("to")));
        }
        assertThat(addresses).contains("ragna@osterby.example", "imports@harbour.example");
        assertThat(addresses).allMatch(address -> address.equals(address.toLowerCase(Locale.ROOT)));
        assertThat(addresses).allMatch(address -> address.matches("\\S+@\\S+"));
    }

    @Test
    void messageIdsAreAsTheyStandInTheMail() throws IOException {
        Set<String> labels = house.labels().keySet();
        List<String> ids = messages.stream()
                .map(message -> message.path("message_id").asText())
                .filter(id -> !id.endsWith("@osterby.example>") || labels.contains(id))
                .toList();
        assertThat(ids).hasSize(labels.size()).allMatch(labels::contains);
    }

    @Test
    void reasonsAreCodes_andTheirWeightsAddUpToTheScore() {
        for (JsonNode message : messages) {
            double sum = 0;
            double before = 1;
            for (JsonNode reason : message.path("reasons")) {
                assertThat(reason.path("code").asText()).matches("[a-z0-9]+(-[a-z0-9]+)*");
                assertThat(reason.path("observed").isTextual()).isTrue();
                assertThat(reason.path("expected").isTextual()).isTrue();
                double weight = reason.path("weight").asDouble(Double.NaN);
                assertThat(Math.abs(weight)).as("weightiest first").isLessThanOrEqualTo(before);
                before = Math.abs(weight);
                sum += weight;
            }
            double rounding = 1e-6 * (message.path("reasons").size() + 1);
            assertThat(sum)
                    .as("weights of %s", message)
                    .isCloseTo(message.path("score").asDouble(), within(rounding));
        }
    }

    @Test
    void tagsAreThoseOfTheProduct() {
        Set<String> known = codes(Tag.values());
        Set<String> seen = new TreeSet<>();
        messages.forEach(message -> seen.addAll(texts(message.path("tags"))));
        assertThat(seen).isNotEmpty().allMatch(known::contains);
    }

    @Test
    void linksTellTextAndTruth() {
        Set<String> kinds = codes(Link.Kind.values());
        int links = 0;
        int wrapped = 0;
        for (JsonNode message : messages) {
            for (JsonNode link : message.path("links")) {
                for (String text : List.of("text", "href", "target", "host", "kind")) {
                    assertThat(link.path(text).isTextual())
                            .as("%s in %s", text, link)
                            .isTrue();
                }
                assertThat(link.path("kind").asText()).isIn(kinds);
                assertThat(link.path("host").asText())
                        .isEqualTo(link.path("host").asText().toLowerCase(Locale.ROOT));
                assertThat(link.path("wrappers").isArray()).isTrue();
                if (!texts(link.path("wrappers")).isEmpty()) {
                    wrapped++;
                } else {
                    assertThat(link.path("target")).as("unwrapped %s", link).isEqualTo(link.path("href"));
                }
                links++;
            }
        }
        assertThat(links).isGreaterThan(100);
        assertThat(wrapped).as("links through a gateway").isPositive();
    }

    @Test
    void theOrderOfTheFieldsIsFixed() throws IOException {
        List<String> first = List.of(
                "source",
                "message_id",
                "time",
                "direction",
                "from",
                "from_name",
                "to",
                "subject",
                "score",
                "action",
                "tags",
                "reasons",
                "links");
        try (Stream<String> lines = Files.lines(report.resolve(ReportDirectory.MESSAGES))) {
            for (String line : lines.limit(20).toList()) {
                List<String> names = new ArrayList<>();
                new ObjectMapper().readTree(line).fieldNames().forEachRemaining(names::add);
                assertThat(names).startsWith(first.toArray(String[]::new));
            }
        }
    }

    private static Set<String> codes(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : array) {
            assertThat(each.isTextual()).as("a text: %s", each).isTrue();
            texts.add(each.asText());
        }
        return texts;
    }
}
