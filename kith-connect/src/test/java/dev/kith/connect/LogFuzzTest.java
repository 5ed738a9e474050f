package dev.kith.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kith.connect.model.ModelFile;
import dev.kith.connect.source.Details;
import dev.kith.connect.source.InputSettings;
import dev.kith.connect.source.ReadReport;
import dev.kith.connect.source.RecordFields;
import dev.kith.connect.source.Timeline;
import dev.kith.detect.AccountContext;
import dev.kith.detect.Models;
import dev.kith.event.Event;
import dev.kith.investigate.Incident;
import dev.kith.pipeline.AccountJudge;
import dev.kith.pipeline.Desk;
import dev.kith.profile.AccountFacts;
import dev.kith.profile.AccountProfiles;
import dev.kith.profile.Profiles;
import dev.kith.profile.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that somebody tampered with are read, judged and counted, each of them, and give no more than is promised. */
class LogFuzzTest {
    private static final Path SAMPLES = Path.of("src/test/resources/dev/kith/connect/golden");
    private static final Path FUZZ = Path.of("src/test/resources/dev/kith/connect/fuzz");
    private static final int CASES = 4_000;
    private static final Set<String> NO_RECORD =
            Set.of("record-broken", "unknown-record", "record-cut-off", "no-record", "record-too-long");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"audit", "signins", "trace", "alerts"})
    @Timeout(120)
    void mutatedRecord_isAnEventOrAProblem_andIsJudged(String source) throws IOException {
        List<JsonNode> samples = samples(source);
        List<String> lines = new ArrayList<>();
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            JsonNode sample = samples.get(random.nextInt(samples.size()));
            lines.add(LogMutations.mutated(sample, samples.get(random.nextInt(samples.size())), random));
        }
        // Unharmed lines around each, so that neither the first nor a broken one decides what the file is.
        lines.add(0, samples.get(0).toString());
        lines.add(1, samples.get(1).toString());
        Files.write(folder.resolve("mutated.jsonl"), lines);
        check(folder.resolve("mutated.jsonl"), lines.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit", "trace"})
    @Timeout(120)
    void mutatedRow_isAnEventOrAProblem_andIsJudged(String source) throws IOException {
        List<JsonNode> samples = samples(source);
        List<String> columns = new ArrayList<>();
        samples.get(0).fieldNames().forEachRemaining(columns::add);
        boolean wrapped = source.equals("audit");
        List<String> rows = new ArrayList<>();
        rows.add(wrapped ? "CreationDate,UserIds,Operations,AuditData" : String.join(",", columns));
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            JsonNode sample = samples.get(random.nextInt(samples.size()));
            String record = LogMutations.mutated(sample, samples.get(0), random);
            if (wrapped) {
                rows.add("2026-03-02,x,y," + quoted(record));
            } else {
                JsonNode changed = tree(record);
                rows.add(columns.stream()
                        .map(column -> quoted(changed.path(column).asText()))
                        .reduce((a, b) -> a + "," + b)
                        .orElseThrow());
            }
        }
        Files.write(folder.resolve("mutated.csv"), (String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8));
        check(folder.resolve("mutated.csv"), rows.size() - 1);
    }

    @Test
    void formerFindings_areReadAndJudged() throws IOException {
        try (Stream<Path> files = Files.list(FUZZ)) {
            for (Path file : files.sorted().toList()) {
                check(file, Files.readAllLines(file).size());
            }
        }
    }

    private static void check(Path file, int records) throws IOException {
        List<Event> events = new ArrayList<>();
        ReadReport report;
        try (Timeline timeline = Logs.read(InputSettings.defaults(), file)) {
            timeline.forEach(events::add);
            report = timeline.report();
        }
        Map<String, Long> problems = report.problemsByCode();
        assertThat(problems).doesNotContainKey("reader-failed");
        long unread = problems.entrySet().stream()
                .filter(problem -> NO_RECORD.contains(problem.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        long made = sum(report.eventsByKind().values());
        assertThat(sum(report.recordsByFormat().values()) + unread).isEqualTo(records);
        assertThat(made + problems.getOrDefault("no-time", 0L)).isGreaterThanOrEqualTo(records - unread);
        long misdated = problems.getOrDefault("record-time-unbelievable", 0L);
        assertThat(report.events() + report.repeats() + misdated).isEqualTo(made);
        events.forEach(LogFuzzTest::bounded);
        judged(events);
        InputSettings small = InputSettings.defaults().withMemoryBytes(64 * 1024);
        try (Timeline timeline = Logs.read(small, file)) {
            Iterator<Event> again = timeline.iterator();
            for (Event event : events) {
                Event other = again.next();
                assertThat(other.equals(event))
                        .as("spilled: " + event.source() + " " + event.id())
                        .isTrue();
            }
        }
    }

    private static void bounded(Event event) {
        assertThat(event.problems().size()).isLessThan(20);
        AccountFacts.of(event).ifPresent(facts -> {
            assertThat(facts.account().value().length()).isBetween(1, 320);
            assertThat(facts.application().length()).isLessThanOrEqualTo(100);
            assertThat(facts.session().length()).isLessThanOrEqualTo(100);
            assertThat(facts.device().length()).isLessThanOrEqualTo(60);
            assertThat(facts.object().length()).isLessThanOrEqualTo(500);
            assertThat(facts.details().size()).isLessThanOrEqualTo(2 * Details.ENTRIES_MAX + 1);
            facts.details()
                    .values()
                    .forEach(v -> assertThat(v.length()).isLessThanOrEqualTo(RecordFields.VALUE_CHARS_MAX));
        });
    }

    private static void judged(List<Event> events) {
        Desk desk = new Desk(address -> address.domain().equals("harbour.example"));
        AccountJudge judge = new AccountJudge(
                new AccountProfiles(new Profiles(10_000)),
                World.unknown(),
                Models.of(ModelFile.builtIn()),
                new AccountContext(address -> address.domain().equals("harbour.example"), World.unknown()),
                desk);
        for (Event event : events) {
            judge.judge(event).ifPresent(judgement -> desk.take(judgement, true));
        }
        Set<String> ids = new TreeSet<>();
        for (Incident incident : desk.incidents()) {
            assertThat(ids.add(incident.id())).isTrue();
            assertThat(incident.title().toString().length()
                            + incident.summary().toString().length())
                    .isLessThan(100_000);
        }
    }

    private static long sum(Collection<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** The record, or another where no cell could hold it. */
    private static JsonNode tree(String record) {
        try {
            return new JsonMapper().readTree(record);
        } catch (IOException e) {
            return new JsonMapper().createObjectNode();
        }
    }

    private static List<JsonNode> samples(String source) throws IOException {
        List<JsonNode> samples = new ArrayList<>();
        try (Stream<Path> files = Files.list(SAMPLES)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(source) && name.endsWith(".jsonl")) {
                    for (String line : Files.readAllLines(file)) {
                        samples.add(new JsonMapper().readTree(line));
                    }
                }
            }
        }
        return samples;
    }
}
