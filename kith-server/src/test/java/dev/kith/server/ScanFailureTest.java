package dev.kith.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.connect.source.InputSettings;
import dev.kith.server.report.ReportDirectory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Input with nothing in it, and a world that fails: what is said, and that no half report is left. */
class ScanFailureTest {
    @TempDir
    private Path folder;

    private Path mail;
    private Path report;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void someMail() throws IOException {
        mail = SomeMail.in(folder.resolve("mail"), 3);
        report = folder.resolve("report");
    }

    @Test
    void anEmptyFolder_givesStatus1_andNoReport() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Kith.Said said = scan(empty);
        assertThat(said.status()).isEqualTo(ExitStatus.NOTHING_FOUND);
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .contains("No readable event in " + empty + ". No report was written.", "What is read: mail");
        nothingIsLeft();
    }

    @Test
    void inputOfNoKnownKind_isNamed_andGivesStatus1() throws IOException {
        Path odd = Files.createDirectory(folder.resolve("odd"));
        Files.writeString(odd.resolve("poem.txt"), "Sea, sea.\n");
        Files.write(odd.resolve("noise.bin"), new byte[] {0, 1, 2, 3});
        Kith.Said said = scan(odd);
        assertThat(said.status()).isEqualTo(ExitStatus.NOTHING_FOUND);
        assertThat(said.err()).contains("No report was written.", "odd/poem.txt: ", "odd/noise.bin: ");
        nothingIsLeft();
    }

    @Test
    void nothingAfterLearning_isAReportThatSaysSo() {
        Kith.Said said =
                Kith.run("scan", "--quiet", "--learn-until", "2026-06-01", "--out", report.toString(), mail.toString());
        assertThat(said.status()).isEqualTo(ExitStatus.OK);
        assertThat(said.out()).contains("No mail was judged.");
        assertThat(report.resolve(ReportDirectory.REPORT)).content().contains("No mail was judged.");
        assertThat(report.resolve(ReportDirectory.MESSAGES)).isEmptyFile();
    }

    @Test
    void aDiskThatFillsUp_isSaid_andNothingHalfIsLeft() throws IOException {
        failsAfterAMail(
                () -> new IOException("No space left on device"),
                ExitStatus.WORLD_FAILED,
                "kith: The disk is full. Free some space, or name another disk with --out.");
    }

    @Test
    void tooLittleMemory_isSaid_andNothingHalfIsLeft() throws IOException {
        failsAfterAMail(
                () -> new OutOfMemoryError("Java heap space"),
                ExitStatus.WORLD_FAILED,
                "kith: Too little memory. Give it more with KITH_JAVA_OPTS=-Xmx4g");
    }

    @Test
    void aMistakeOfOurOwn_isSaidToBeOne_andNothingHalfIsLeft() throws IOException {
        failsAfterAMail(
                () -> new IllegalStateException("a weight of 7"),
                ExitStatus.OUR_MISTAKE,
                "kith: a mistake of kith's own; please report it with what follows.");
        failsAfterAMail(() -> new AssertionError("an event of no kind"), ExitStatus.OUR_MISTAKE, "no kind");
    }

    @Test
    void aTemporaryFolderThatCannotBeWrittenTo_isNamed_notTheReportsFolder() throws IOException {
        Path many = SomeMail.in(folder.resolve("many"), 120);
        Path gone = folder.resolve("gone");
        InputSettings small =
                InputSettings.defaults().withMemoryBytes(64 * 1024).withTemporary(gone);
        Kith.Said said = Kith.runWith(small, "scan", "--quiet", "--out", report.toString(), many.toString());
        assertThat(said.status()).isEqualTo(ExitStatus.WORLD_FAILED);
        assertThat(said.err())
                .contains("annot keep events in the temporary folder " + gone, "KITH_JAVA_OPTS=-Djava.io.tmpdir=")
                .doesNotContain("--out");
        nothingIsLeft();
    }

    @Test
    void aFailedScan_leavesTheEarlierReportAsItWas() throws IOException {
        assertThat(scan(mail).status()).isEqualTo(ExitStatus.OK);
        String page = Files.readString(report.resolve(ReportDirectory.REPORT));
        String lines = Files.readString(report.resolve(ReportDirectory.MESSAGES));
        Scan failing = failingAfterAMail(() -> new IOException("No space left on device"));
        Kith.Said said = Kith.runWith(failing, "scan", "--quiet", "--out", report.toString(), mail.toString());
        assertThat(said.status()).isEqualTo(ExitStatus.WORLD_FAILED);
        assertThat(report.resolve(ReportDirectory.REPORT)).hasContent(page);
        assertThat(report.resolve(ReportDirectory.MESSAGES)).hasContent(lines);
        assertThat(names(report))
                .containsExactly(
                        "alerts.jsonl",
                        "detections.jsonl",
                        "incidents.jsonl",
                        ReportDirectory.MESSAGES,
                        ReportDirectory.REPORT);
        assertThat(names(folder)).containsExactly("mail", "report");
    }

    @Test
    void anotherScanIntoTheSameFolder_replacesTheReport() throws IOException {
        assertThat(scan(mail).status()).isEqualTo(ExitStatus.OK);
        assertThat(scan(SomeMail.in(folder.resolve("more"), 5)).status()).isEqualTo(ExitStatus.OK);
        assertThat(report.resolve(ReportDirectory.MESSAGES)).content().hasLineCount(5);
        assertThat(names(folder)).containsExactly("mail", "more", "report");
    }

    @Test
    void aReportWithinTheInput_isNotReadByTheNextScan() throws IOException {
        Path inside = mail.resolve("kith-report");
        List<Integer> statuses = new ArrayList<>();
        List<String> pages = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            statuses.add(Kith.run("scan", "--quiet", "--out", inside.toString(), mail.toString())
                    .status());
            pages.add(Files.readString(inside.resolve(ReportDirectory.REPORT)));
        }
        assertThat(statuses).containsOnly(ExitStatus.OK);
        assertThat(pages.get(1)).isEqualTo(pages.get(0)).doesNotContain("messages.jsonl#");
    }

    @Test
    void standardOutputThatCannotBeWritten_isSaid_andAnswers3() throws IOException {
        Terminal full = new Terminal(
                new PrintStream(
                        new OutputStream() {
                            @Override
                            public void write(int b) throws IOException {
                                throw new IOException("No space left on device");
                            }
                        },
                        true,
                        StandardCharsets.UTF_8),
                new PrintStream(said, true, StandardCharsets.UTF_8),
                false,
                false,
                Map.of(),
                () -> 0);
        int status =
                Main.execute(full, Main.commands(full), "scan", "--quiet", "--out", report.toString(), mail.toString());
        assertThat(status).isEqualTo(ExitStatus.WORLD_FAILED);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("kith: Standard output cannot be written to");
        assertThat(report.resolve(ReportDirectory.REPORT)).exists();
        assertThat(Main.execute(full, Main.commands(full), "--help")).isEqualTo(ExitStatus.WORLD_FAILED);
    }

    @Test
    void mailWithoutATime_isToldWithoutOne_andNamed() throws IOException {
        Files.writeString(
                mail.resolve("undated.eml"),
                "From: Ida <ida@osterby.example>\nTo: imports@harbour.example\nSubject: When?\n\nHello.\n");
        Kith.Said scanned =
                Kith.run("scan", "--quiet", "--learn-until", "2026-03-03", "--out", report.toString(), mail.toString());
        assertThat(scanned.out()).contains("3 March 2026 (UTC)").containsPattern("Not readable +1 ");
        List<JsonNode> lines = House.messages(report);
        assertThat(lines).hasSize(2);
        JsonNode last = lines.get(1);
        assertThat(last.path("subject").asText()).isEqualTo("When?");
        assertThat(last.has("time")).isTrue();
        assertThat(last.path("time").isNull()).isTrue();
        assertThat(report.resolve(ReportDirectory.REPORT))
                .content()
                .contains("The mail has no readable time")
                .doesNotContain("1970");
        assertThat(Kith.run("explain", "--message", "undated.eml", "--report", report.toString())
                        .out())
                .contains("time       not known, inbound");
    }

    @Test
    void logsWithoutMail_areCounted_andNoMailIsSaidToBeHarmless() throws IOException {
        Path log = folder.resolve("audit.jsonl");
        Files.writeString(
                log,
                "{\"Id\":\"1\",\"RecordType\":15,\"CreationTime\":\"2026-03-01T08:00:00\",\"Operation\":\"UserLoggedIn\","
                        + "\"Workload\":\"AzureActiveDirectory\",\"UserId\":\"ida@harbour.example\"}\n");
        Kith.Said said = scan(log);
        assertThat(said.status()).as(said.err()).isEqualTo(ExitStatus.OK);
        assertThat(said.out())
                .contains("There was no mail in the input.")
                .contains("1 record of logs was read; no case was raised");
        assertThat(report.resolve(ReportDirectory.REPORT)).content().doesNotContain("both strange here and dangerous");
    }

    private void failsAfterAMail(Supplier<Throwable> failure, int status, String complaint) throws IOException {
        Kith.Said said = Kith.runWith(
                failingAfterAMail(failure), "scan", "--quiet", "--out", report.toString(), mail.toString());
        assertThat(said.status()).isEqualTo(status);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains(complaint);
        nothingIsLeft();
    }

    /** A scan that judges all of its mail, hands over the first, and then fails. */
    private static Scan failingAfterAMail(Supplier<Throwable> failure) {
        return (request, judged, progress) -> new LocalScan(Main::formats, InputSettings.defaults())
                .run(
                        request,
                        judgement -> {
                            judged.accept(judgement);
                            raise(failure.get());
                        },
                        progress);
    }

    private static void raise(Throwable failure) throws IOException {
        if (failure instanceof IOException world) {
            throw world;
        }
        if (failure instanceof RuntimeException ours) {
            throw ours;
        }
        throw (Error) failure;
    }

    private Kith.Said scan(Path input) {
        return Kith.run("scan", "--quiet", "--out", report.toString(), input.toString());
    }

    private void nothingIsLeft() throws IOException {
        assertThat(report).doesNotExist();
        assertThat(names(folder)).noneMatch(name -> name.startsWith("."));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
