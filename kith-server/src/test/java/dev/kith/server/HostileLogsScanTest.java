package dev.kith.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.connect.source.InputSettings;
import dev.kith.server.report.ReportDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A whole scan of logs into which an intruder wrote, and of logs that were exported badly. */
class HostileLogsScanTest {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final String OBJECT = "8ce32bb2-be78-4949-95d7-77bf7d2b036e";
    private static final String WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0 Safari/537.36";
    private static final String MARKUP = "<img src=x onerror=alert(1)>\\u202e\\u0000\\r\\n\\ud800\\u2028password.docx";

    @TempDir
    private Path folder;

    private final List<String> audit = new ArrayList<>();

    @Test
    @Timeout(120)
    void whatAnIntruderWroteIntoTheLogs_isReportedBoundedAndHarmless() throws IOException {
        life("ida@wharf.example", 40, 0);
        Instant then = START.plus(Duration.ofDays(41));
        signIn("ida@wharf.example", then, "185.220.101.7", "x".repeat(1 << 20));
        for (int i = 0; i < 30; i++) {
            audit(
                    "AnonymousLinkCreated",
                    14,
                    "ida@wharf.example",
                    then.plusSeconds(60 + i),
                    "185.220.101.7",
                    ",\"ObjectId\":\"https://wharf.example/" + i + MARKUP + "\",\"SourceFileName\":\"" + MARKUP
                            + "\",\"UserAgent\":\"" + MARKUP + "\"");
        }
        audit(
                "New-InboxRule",
                1,
                "ida@wharf.example",
                then.plusSeconds(200),
                "185.220.101.7",
                ",\"Workload\":\"Exchange\",\"Parameters\":[{\"Name\":\"DeleteMessage\",\"Value\":\"True\"},"
                        + "{\"Name\":\"SubjectContainsWords\",\"Value\":\"" + MARKUP.repeat(200) + "\"}]");
        audit(
                "Noise",
                99,
                "ida@wharf.example",
                then.plusSeconds(300),
                "not an address",
                ",\"Deep\":" + "[".repeat(60) + "]".repeat(60) + ",\"Wide\":[" + "1,".repeat(1_000_000) + "1]");
        audit(
                "TooDeep",
                99,
                "ida@wharf.example",
                then.plusSeconds(301),
                "",
                ",\"D\":" + "[".repeat(90_000) + "]".repeat(90_000));

        Kith.Said said = scan("once", InputSettings.defaults());
        assertThat(said.status()).as(said.err()).isZero();
        Path once = folder.resolve("once");
        String page = Files.readString(once.resolve(ReportDirectory.REPORT));
        assertThat(page).contains("ida@wharf.example").doesNotContain("<img src=x", "\u202e", "\u0000");
        assertThat(page.length()).isLessThan(2_000_000);
        assertThat(page).contains("The record is large", "The address of a client is none", "The record is broken");
        assertThat(Files.readAllLines(once.resolve("incidents.jsonl")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.length()).isLessThan(200_000));
        assertThat(said.out()).doesNotContain("\u202e", "\u0000", "\u001b");

        Kith.Said again = scan("again", InputSettings.defaults().withThreads(1).withMemoryBytes(64 * 1024));
        assertThat(again.status()).isZero();
        same(once, folder.resolve("again"));
    }

    @Test
    @Timeout(120)
    void anAccountThatIsRenamed_goesOnAsItWas_andTheReportSaysSo() throws IOException {
        life("ida.holm@wharf.example", 30, 0);
        life("ida.berg@wharf.example", 20, 30);
        Kith.Said said = scan("renamed", InputSettings.defaults());
        assertThat(said.status()).as(said.err()).isZero();
        assertThat(said.out()).contains("no case was raised");
        assertThat(folder.resolve("renamed").resolve("detections.jsonl")).isEmptyFile();
        assertThat(Files.readString(folder.resolve("renamed").resolve(ReportDirectory.REPORT)))
                .contains("Odd about the input", "are one account by its id");
    }

    @Test
    @Timeout(120)
    void recordsThatComeLateOutOfOrderAndTwice_changeNothing() throws IOException {
        life("ida@wharf.example", 40, 0);
        signIn("ida@wharf.example", START.plus(Duration.ofDays(41)), "185.220.101.7", "curl/8");
        Kith.Said once = scan("straight", InputSettings.defaults());
        List<String> straight = List.copyOf(audit);
        audit.clear();
        for (int i = straight.size() - 1; i >= 0; i--) {
            audit.add(straight.get(i));
            if (i % 3 == 0) {
                audit.add(straight.get(straight.size() - 1 - i));
            }
        }
        StringBuilder table = new StringBuilder("CreationDate,UserIds,Operations,AuditData\n");
        straight.forEach(record -> table.append("2026-03-02,x,y,\"")
                .append(record.replace("\"", "\"\""))
                .append("\"\n"));
        Files.createDirectories(folder.resolve("logs"));
        Files.writeString(folder.resolve("logs").resolve("same.csv"), table);
        Kith.Said crooked = scan("crooked", InputSettings.defaults());
        assertThat(once.status() + crooked.status()).isZero();
        for (String file : List.of("detections.jsonl", "incidents.jsonl")) {
            assertThat(Files.readString(folder.resolve("crooked").resolve(file)))
                    .isNotEmpty()
                    .isEqualTo(Files.readString(folder.resolve("straight").resolve(file)));
        }
    }

    private void life(String user, int days, int from) {
        for (int day = from; day < from + days; day++) {
            for (int hour = 0; hour < 6; hour++) {
                Instant at = START.plus(Duration.ofDays(day)).plus(Duration.ofHours(hour));
                signIn(user, at, "84.208.20.3" + day % 2, WINDOWS);
                audit("MailItemsAccessed", 50, user, at.plusSeconds(60), "84.208.20.3" + day % 2, "");
            }
        }
    }

    private void signIn(String user, Instant at, String address, String agent) {
        audit(
                "UserLoggedIn",
                15,
                user,
                at,
                address,
                ",\"ExtendedProperties\":[{\"Name\":\"UserAgent\",\"Value\":\"" + agent + "\"}]");
    }

    private void audit(String operation, int type, String user, Instant at, String address, String more) {
        audit.add(
                "{\"CreationTime\":\"" + at + "\",\"Id\":\"r" + at.getEpochSecond() + operation + "\",\"Operation\":\""
                        + operation + "\",\"RecordType\":" + type + ",\"UserType\":0,\"UserKey\":\"" + OBJECT
                        + "\",\"UserId\":\"" + user + "\",\"ClientIP\":\"" + address + "\"" + more + "}");
    }

    private Kith.Said scan(String out, InputSettings settings) throws IOException {
        Path logs = Files.createDirectories(folder.resolve("logs"));
        Files.write(logs.resolve("audit.jsonl"), audit, StandardCharsets.UTF_8);
        return Kith.runWith(
                settings,
                "scan",
                "--org",
                "wharf.example",
                "--out",
                folder.resolve(out).toString(),
                logs.toString());
    }

    private static void same(Path one, Path other) throws IOException {
        try (Stream<Path> files = Files.list(one)) {
            for (Path file : files.toList()) {
                assertThat(other.resolve(one.relativize(file))).hasSameBinaryContentAs(file);
            }
        }
    }
}
