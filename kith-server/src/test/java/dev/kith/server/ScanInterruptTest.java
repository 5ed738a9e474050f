package dev.kith.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.server.report.ReportDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scan ended from outside in the middle of judging, in a process of its own. */
class ScanInterruptTest {
    @TempDir
    private Path folder;

    private Path mail;
    private Path report;

    @BeforeEach
    void someMail() throws IOException {
        mail = SomeMail.in(folder.resolve("mail"), 3);
        report = folder.resolve("report");
    }

    @Test
    void anInterruptedScan_leavesNothingBehind() throws Exception {
        Program.Started scan = halfway();
        assertThat(names()).as("written so far").anyMatch(name -> name.startsWith(".kith-partial-"));
        scan.process().destroy();
        Kith.Said said = scan.end();
        assertThat(said.status()).as("ended by SIGTERM").isEqualTo(128 + 15);
        assertThat(names()).containsExactly("mail");
    }

    @Test
    void aKilledScan_leavesNoReport_andTheEarlierOneAsItWas() throws Exception {
        assertThat(Kith.run("scan", "--quiet", "--out", report.toString(), mail.toString())
                        .status())
                .isEqualTo(ExitStatus.OK);
        String page = Files.readString(report.resolve(ReportDirectory.REPORT));
        Program.Started scan = halfway();
        scan.process().destroyForcibly();
        assertThat(scan.end().status()).as("ended by SIGKILL").isEqualTo(128 + 9);
        assertThat(report.resolve(ReportDirectory.REPORT)).hasContent(page);
        List<String> left = names();
        assertThat(left).hasSize(3).contains("mail", "report");
        assertThat(left.get(0)).as("what could not be cleared away says so").startsWith(".kith-partial-");
        assertThat(folder.resolve(left.get(0)).resolve(ReportDirectory.REPORT)).doesNotExist();
    }

    @Test
    void whatAKilledScanLeft_isClearedByTheNext_butNotWhatAnotherIsWriting() throws Exception {
        Program.Started killed = halfway();
        List<String> left = names();
        killed.process().destroyForcibly();
        killed.end();
        Program.Started running = halfway();
        assertThat(names()).as("the next run clears").doesNotContainAnyElementsOf(left.subList(0, 1));
        List<String> writing = names();
        assertThat(Kith.run("scan", "--quiet", "--out", report.toString(), mail.toString())
                        .status())
                .isEqualTo(ExitStatus.OK);
        assertThat(names()).contains(writing.get(0)).contains("report");
        running.process().destroy();
        running.end();
        assertThat(names()).containsExactly("mail", "report");
    }

    private Program.Started halfway() throws IOException, InterruptedException {
        Program.Started scan = Program.start(
                folder, Program.ofTests(HaltingScan.class, "scan", "--out", report.toString(), mail.toString()));
        scan.until(HaltingScan.HALFWAY);
        return scan;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> !name.startsWith("out") && !name.startsWith("err"))
                    .sorted()
                    .toList();
        }
    }
}
