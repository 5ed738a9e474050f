package dev.kith.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.connect.source.InputSettings;
import dev.kith.connect.source.ReadReport;
import dev.kith.connect.source.Timeline;
import dev.kith.event.ApiActivity;
import dev.kith.event.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class HostileLogsTest {
    private static final Path SAMPLES = Path.of("src/test/resources/dev/kith/connect/golden");

    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void damagedSamples_areReadAsFarAsTheyGo() throws IOException {
        int seed = 0;
        for (Path sample : samples()) {
            byte[] bytes = Files.readAllBytes(sample);
            for (int i = 0; i < 40; i++) {
                Files.write(folder.resolve(sample.getFileName() + "-" + seed), damaged(bytes, new Random(seed)));
                seed++;
            }
        }
        try (Timeline timeline = Logs.read(InputSettings.defaults(), folder)) {
            ReadReport report = timeline.report();
            assertThat(report.problemsByCode()).doesNotContainKey("reader-failed");
            assertThat(report.problemsByCode()).containsKeys("record-broken", "record-cut-off", "row-broken");
            assertThat(report.pieces()).isEqualTo(seed);
            assertThat(report.events()).isPositive();
        }
    }

    @Test
    void aLineOfTenMegabytes_isOneEvent_cut() throws IOException {
        String start =
                "{\"CreationTime\":\"2026-03-02T08:00:00\",\"Id\":\"big\",\"Operation\":\"Big\",\"RecordType\":99,"
                        + "\"UserId\":\"ida@harbour.example\",\"Text\":\"";
        Files.writeString(folder.resolve("big.json"), start + "x".repeat(10 << 20) + "\"}", StandardCharsets.UTF_8);
        try (Timeline timeline = Logs.read(InputSettings.defaults(), folder)) {
            ApiActivity event = (ApiActivity) timeline.iterator().next();
            assertThat(event.details().get("Text")).hasSize(1_000);
        }
    }

    @Test
    void thousandsOfFields_areBounded_andThisIsSaid() throws IOException {
        StringBuilder record = new StringBuilder("{\"CreationTime\":\"2026-03-02T08:00:00\",\"Id\":\"wide\",")
                .append("\"Operation\":\"Wide\",\"RecordType\":99,\"UserId\":\"ida@harbour.example\"");
        for (int i = 0; i < 5_000; i++) {
            record.append(",\"f").append(i).append("\":").append(i);
        }
        Files.writeString(folder.resolve("wide.json"), record.append('}'));
        try (Timeline timeline = Logs.read(InputSettings.defaults(), folder)) {
            ApiActivity event = (ApiActivity) timeline.iterator().next();
            assertThat(event.details()).hasSize(60);
            assertThat(event.problems()).extracting(problem -> problem.code()).containsExactly("details-cut");
        }
    }

    @Test
    void threadsAndMemory_changeNothing() throws IOException {
        InputSettings settings = InputSettings.defaults();
        List<Event> expected = new ArrayList<>();
        ReadReport report;
        try (Timeline timeline = Logs.read(settings.withThreads(1), SAMPLES)) {
            timeline.forEach(expected::add);
            report = timeline.report();
        }
        for (int threads = 1; threads <= 3; threads++) {
            InputSettings small = settings.withThreads(threads).withMemoryBytes(64 * 1024);
            try (Timeline timeline = Logs.read(small.withTemporary(folder), SAMPLES)) {
                assertThat(timeline).containsExactlyElementsOf(expected);
                assertThat(timeline.report()).isEqualTo(report);
            }
        }
        assertThat(report.merged()).isPositive();
    }

    @Test
    void recordsWithoutAnId_areKnownAgainInAnotherExport_andCountedInOne() throws IOException {
        String send = "{\"CreationTime\":\"2026-03-02T08:00:00\",\"Operation\":\"Send\",\"RecordType\":2,"
                + "\"Workload\":\"Exchange\",\"UserId\":\"ida@harbour.example\",\"ClientIP\":\"198.51.100.7\"}";
        String other = send.replace("ida@", "kim@");
        Files.write(folder.resolve("a.jsonl"), List.of(send, send, send, other));
        String cell = ",\"" + send.replace("\"", "\"\"") + "\"";
        Files.write(
                folder.resolve("b.csv"), List.of("Operations,AuditData", "Send" + cell, "Send" + cell, "Send" + cell));
        try (Timeline timeline = Logs.read(InputSettings.defaults(), folder)) {
            assertThat(timeline).hasSize(4);
            assertThat(timeline.report().repeats()).isEqualTo(3);
        }
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(file -> !file.toString().endsWith(".expected.json"))
                    .sorted()
                    .toList();
        }
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        byte[] copy = bytes.clone();
        byte[] marks = "{}[]\",:\\\n\u0000;'9".getBytes(StandardCharsets.US_ASCII);
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = random.nextInt(copy.length);
            switch (random.nextInt(4)) {
                case 0 -> copy[at] = (byte) random.nextInt(256);
                case 1 -> copy[at] = marks[random.nextInt(marks.length)];
                case 2 -> {
                    int from = random.nextInt(copy.length);
                    int length = Math.min(random.nextInt(200), copy.length - Math.max(at, from));
                    System.arraycopy(copy, from, copy, at, length);
                }
                default -> copy = random.nextInt(4) == 0 ? Arrays.copyOf(copy, Math.max(1, at)) : copy;
            }
        }
        return copy;
    }
}
