package dev.kith.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.server.report.ReportDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong use: told in one line that names the value, with the way to the help, status 2, and nothing done. */
class ScanUsageTest {
    @TempDir
    private Path folder;

    private Path mail;
    private Path report;

    @BeforeEach
    void someMail() throws IOException {
        mail = SomeMail.in(folder.resolve("mail"), 3);
        report = folder.resolve("report");
    }

    static Stream<Arguments> wrongOptions() {
        return Stream.of(
                Arguments.of(List.of("--frobnicate"), "Unknown option: '--frobnicate'"),
                Arguments.of(List.of("--learn-until", "yesterday"), "--learn-until: neither a day like 2026-10-01"),
                Arguments.of(List.of("--learn-until", "2026-13-01"), "2026-13-01"),
                Arguments.of(List.of("--learn-until", "2026-10-01T06:00:00"), "a moment like 2026-10-01T06:00:00Z"),
                Arguments.of(List.of("--learn-until"), "--learn-until"),
                Arguments.of(List.of("--org", "two words"), "--org: not a domain: two words"),
                Arguments.of(List.of("--org", ""), "--org: not a domain"),
                Arguments.of(List.of("--org", "a..example"), "--org: not a domain: a..example"),
                Arguments.of(List.of("--org", "-a.example"), "--org: not a domain: -a.example"),
                Arguments.of(List.of("--org", "ida@harbour.example"), "for one address use --mailbox"),
                Arguments.of(List.of("--mailbox", "ida"), "--mailbox: not a mail address: ida"),
                Arguments.of(List.of("--mailbox", "ida@"), "--mailbox: not a mail address: ida@"),
                Arguments.of(List.of("--intel", "no-such-folder"), "--intel: there is no folder no-such-folder"),
                Arguments.of(List.of("--directory", "no-such.csv"), "--directory: there is no file no-such.csv"),
                Arguments.of(List.of("no-such-input"), "there is no no-such-input"),
                Arguments.of(List.of(""), "an INPUT is empty"));
    }

    @ParameterizedTest
    @MethodSource("wrongOptions")
    void aWrongOption_isNamed_andNothingIsDone(List<String> options, String complaint) throws IOException {
        List<String> args = new ArrayList<>(List.of("scan", "--out", report.toString(), mail.toString()));
        args.addAll(options);
        refused(Kith.run(args.toArray(String[]::new)), complaint);
    }

    @Test
    void withoutInput_theMissingArgumentIsNamed() throws IOException {
        refused(Kith.run("scan", "--out", report.toString()), "Missing required parameter: 'INPUT'");
    }

    @Test
    void withoutCommandOrWithAnUnknownOne_theHelpIsPointedTo() {
        Kith.Said none = Kith.run();
        Kith.Said unknown = Kith.run("skan", "mail");
        assertThat(none.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(none.err()).contains("Missing required subcommand", "Try: kith --help");
        assertThat(unknown.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(unknown.err()).contains("skan", "Try: kith --help");
    }

    @Test
    void anEmptyOut_isNotTheFolderOneStandsIn() throws IOException {
        refused(Kith.run("scan", "--out", "", mail.toString()), "--out is empty");
    }

    @Test
    void aTableOfAccountsWithoutAnAccount_isRefused_withItsLines() throws IOException {
        Path noHeader = write("noheader.csv", "name,mail\nIda,ida@harbour.example\n");
        Kith.Said said = scan("--directory", noHeader.toString());
        refused(said, "--directory: no account in " + noHeader);
        assertThat(said.err()).contains("line 1: the first line names no column \"account\"");

        refused(scan("--directory", write("empty.csv", "").toString()), "--directory: no account in");
        refused(scan("--directory", folder.toString()), "--directory: " + folder + " is a folder; name a CSV file");
    }

    @Test
    void brokenRowsOfATable_areNamedByLine_andTheRestIsUsed() throws IOException {
        Path table = write("staff.csv", """
                account,display_name,last_day
                imports@harbour.example,Imports,
                nobody,Nobody,
                ida@harbour.example,Ida,soon
                "broken,row
                """);
        Kith.Said said = scan("--directory", table.toString());
        assertThat(said.status()).isEqualTo(ExitStatus.OK);
        assertThat(said.err().lines())
                .contains(
                        table + ", line 3: \"nobody\" is no address",
                        table + ", line 4: \"soon\" is no day like 2026-10-31")
                .anyMatch(line -> line.startsWith(table + ", line ") && line.contains("quotation marks are broken"))
                .noneMatch(line -> line.contains("Exception"));
    }

    @Test
    void brokenRowsOfATable_standInTheReportToo() throws IOException {
        Path table = write("staff.csv", "account,last_day\nnobody,\nida@harbour.example,soon\n");
        assertThat(scan("--directory", table.toString()).out()).containsPattern("Not readable +2 ");
        assertThat(report.resolve(ReportDirectory.REPORT))
                .content()
                .contains("The account is no mail address", "The last day is no date")
                .containsPattern("staff\\.<wbr>csv#2<")
                .containsPattern("staff\\.<wbr>csv#3<");
    }

    @Test
    void manyBrokenRows_areCounted() throws IOException {
        StringBuilder rows = new StringBuilder("account\nida@harbour.example\n");
        for (int i = 0; i < 40; i++) {
            rows.append("nobody-").append(i).append('\n');
        }
        Kith.Said said = scan("--directory", write("staff.csv", rows.toString()).toString());
        assertThat(said.status()).isEqualTo(ExitStatus.OK);
        assertThat(said.err().lines().filter(line -> line.contains("staff.csv")))
                .hasSize(6)
                .last()
                .asString()
                .endsWith("35 more lines are not understood");
    }

    @Test
    void anOutThatIsAFile_isRefused_andStays() throws IOException {
        Path file = write("notes.txt", "keep");
        refused(
                Kith.run("scan", "--out", file.toString(), mail.toString()),
                file + " is a file; the report needs a folder");
        refused(
                Kith.run("scan", "--out", file.resolve("in/it").toString(), mail.toString()),
                file + " is a file; the report needs a folder");
        assertThat(file).hasContent("keep");
    }

    @Test
    void anOutWithForeignFiles_isRefused_andTheyStay() throws IOException {
        Path foreign = Files.createDirectory(folder.resolve("foreign"));
        Files.writeString(foreign.resolve("thesis.txt"), "keep");
        refused(
                Kith.run("scan", "--out", foreign.toString(), mail.toString()),
                foreign + " holds thesis.txt, which is no part of a report; name a new folder with --out");
        Path alike = Files.createDirectory(folder.resolve("alike"));
        Files.writeString(alike.resolve("report.html"), "<title>Somebody else's</title>");
        refused(
                Kith.run("scan", "--out", alike.toString(), mail.toString()),
                "is not empty and holds no report of kith; name a new folder with --out");
        assertThat(foreign.resolve("thesis.txt")).hasContent("keep");
        assertThat(alike.resolve("report.html")).hasContent("<title>Somebody else's</title>");
    }

    @Test
    void anInputWithinTheOutput_isRefused_andStays() throws IOException {
        refused(
                Kith.run("scan", "--out", mail.toString(), mail.toString()),
                mail + " is both an input and where the report goes");
        Path inner = SomeMail.in(report.resolve("inner"), 1);
        Kith.Said said = Kith.run("scan", "--out", report.toString(), inner.toString());
        assertThat(said.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(said.err()).contains(inner + " lies in " + report + ", which the report will replace");
        assertThat(inner.resolve("0001.eml")).exists();
    }

    @Test
    void everyHelp_tellsTheExitStatus() {
        for (String command : List.of("scan", "explain", "simulate", "demo")) {
            Kith.Said said = Kith.run(command, "--help");
            assertThat(said.status()).isEqualTo(ExitStatus.OK);
            assertThat(said.out().lines().map(String::strip))
                    .as(command)
                    .contains("Exit status:", "0     ran to the end", "2     wrong usage")
                    .anyMatch(line -> line.startsWith("1     no readable event"))
                    .anyMatch(line -> line.startsWith("3     the world failed"))
                    .anyMatch(line -> line.startsWith("130   interrupted"));
        }
    }

    private Kith.Said scan(String... options) {
        List<String> args = new ArrayList<>(List.of("scan", "--quiet", "--out", report.toString(), mail.toString()));
        args.addAll(List.of(options));
        return Kith.run(args.toArray(String[]::new));
    }

    private void refused(Kith.Said said, String complaint) throws IOException {
        assertThat(said.status()).as(said.err()).isEqualTo(ExitStatus.USAGE);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains("kith scan: ", complaint);
        assertThat(said.err().lines()).last().asString().isEqualTo("Try: kith scan --help");
        assertThat(report).doesNotExist();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith("."));
        }
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }
}
