package dev.kith.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kith.server.report.ReportDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, as a user starts it, in places that refuse it. */
class ProgramIT {
    private static final Path JAR =
            Path.of(System.getProperty("kith.jar", "target/kith.jar")).toAbsolutePath();

    /** The user and group that own nothing. */
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    @TempDir
    private Path folder;

    private Path mail;
    private Path report;

    @BeforeEach
    void someMail() throws IOException {
        open(folder, "rwxrwxrwx");
        mail = SomeMail.in(folder.resolve("mail"), 3);
        report = folder.resolve("report");
    }

    @Test
    void aScan_writesAReport_andAnswers0() throws Exception {
        Kith.Said said = kith(List.of(), List.of(), "scan", "--out", report.toString(), mail.toString());
        assertThat(said.status()).as(said.err()).isZero();
        assertThat(said.out())
                .contains(
                        "Mails judged              3",
                        report.resolve("report.html").toString());
        assertThat(report.resolve(ReportDirectory.MESSAGES)).content().hasLineCount(3);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(report)))
                .as("readable to its owner alone")
                .isEqualTo("rwx------");
    }

    @Test
    void nothingToRead_answers1_andWrongUse2() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(kith(List.of(), List.of(), "scan", empty.toString()).status())
                .isEqualTo(1);
        assertThat(kith(List.of(), List.of(), "scan").status()).isEqualTo(2);
        assertThat(kith(List.of(), List.of(), "--version").out()).startsWith("kith ");
    }

    @Test
    void anInputNobodyMayRead_isNamed_andGivesStatus1() throws Exception {
        open(mail, "---------");
        Kith.Said said = asNobody("scan", "--out", report.toString(), mail.toString());
        open(mail, "rwxrwxrwx");
        assertThat(said.status()).as(said.err()).isEqualTo(1);
        assertThat(said.err()).contains("No readable event in " + mail, "mail: may not be read by this user");
        assertThat(report).doesNotExist();
    }

    @Test
    void anInputBehindAClosedFolder_isNotSaidToBeMissing() throws Exception {
        open(mail, "---------");
        String input = mail.resolve("0001.eml").toString();
        Kith.Said said = asNobody("scan", "--out", report.toString(), input);
        open(mail, "rwxrwxrwx");
        assertThat(said.status()).as(said.err()).isEqualTo(2);
        assertThat(said.err()).contains("no permission to see " + input);
    }

    @Test
    void aMailNobodyMayRead_isCountedAndNamed_andTheRestIsJudged() throws Exception {
        open(mail.resolve("0002.eml"), "---------");
        Kith.Said said = asNobody("scan", "--out", report.toString(), mail.toString());
        assertThat(said.status()).as(said.err()).isZero();
        assertThat(said.out()).contains("Mails judged              2", "Not readable              1");
        assertThat(report.resolve(ReportDirectory.REPORT))
                .content()
                .contains("0002.<wbr>eml", "may not be read by this user");
    }

    @Test
    void anOutThatMayNotBeWritten_isNamedAsTyped() throws Exception {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        open(closed, "r-xr-xr-x");
        String out = closed.resolve("report").toString();
        Kith.Said said = asNobody("scan", "--out", out, mail.toString());
        assertThat(said.status()).as(said.err()).isEqualTo(3);
        assertThat(said.err()).contains("kith: No permission: " + out + ".", "name another place");
        assertThat(closed).isEmptyDirectory();
    }

    @Test
    void aTableOfAccountsNobodyMayRead_isNamed() throws Exception {
        Path table = Files.writeString(folder.resolve("staff.csv"), "account\nida@harbour.example\n");
        open(table, "---------");
        Kith.Said said = asNobody("scan", "--directory", table.toString(), mail.toString());
        assertThat(said.status()).as(said.err()).isEqualTo(2);
        assertThat(said.err()).contains("--directory: no permission to read " + table);
    }

    @Test
    void aFullDisk_isNamed_andNoReportIsLeft() throws Exception {
        Path tiny = Files.createDirectory(folder.resolve("tiny"));
        assume(
                run("mount", "-t", "tmpfs", "-o", "size=24k,mode=777", "tmpfs", tiny.toString()),
                "a small file system cannot be mounted here");
        try {
            Path out = tiny.resolve("report");
            Kith.Said said = kith(List.of(), List.of(), "scan", "--out", out.toString(), mail.toString());
            assertThat(said.status()).as(said.err()).isEqualTo(3);
            assertThat(said.err())
                    .contains("kith: The disk is full: " + out + ". Free some space, or name another disk with --out.");
            assertThat(tiny).isEmptyDirectory();
        } finally {
            run("umount", tiny.toString());
        }
    }

    @Test
    void aWriteThatTheSystemRefuses_isNamed_andNoReportIsLeft() throws Exception {
        assume(Files.isExecutable(Path.of("/bin/bash")), "there is no bash to set a limit with");
        List<String> limited = List.of("/bin/bash", "-c", "ulimit -f 16; exec \"$@\"", "limited");
        Kith.Said said =
                kith(limited, List.of("-XX:-UsePerfData"), "scan", "--out", report.toString(), mail.toString());
        assertThat(said.status()).as(said.err()).isEqualTo(3);
        assertThat(said.err()).contains(report.toString());
        assertThat(report).doesNotExist();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith("."));
        }
    }

    @Test
    void tooLittleMemory_isSaid_andNoReportIsLeft() throws Exception {
        Kith.Said said = kith(List.of(), List.of("-Xmx12m"), "scan", "--out", report.toString(), mail.toString());
        assertThat(said.status()).as(said.err()).isEqualTo(3);
        assertThat(said.err()).contains("kith: Too little memory.", "KITH_JAVA_OPTS=-Xmx");
        assertThat(report).doesNotExist();
    }

    private Kith.Said asNobody(String... args) throws Exception {
        assume("root".equals(System.getProperty("user.name")), "another user can only be had as root");
        assume(run(with(AS_NOBODY, "true")), "setpriv is not installed");
        assume(
                run(with(AS_NOBODY, "test", "-r", JAR.toString(), "-a", "-x", folder.toString())),
                "the program or its temporary folder lies where another user may not look: " + JAR);
        return kith(AS_NOBODY, List.of(), args);
    }

    private Kith.Said kith(List<String> before, List<String> options, String... args) throws Exception {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(Program.java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(List.of(args));
        return Program.run(folder, command);
    }

    private static List<String> with(List<String> before, String... rest) {
        List<String> all = new ArrayList<>(before);
        all.addAll(List.of(rest));
        return all;
    }

    private static boolean run(String... command) throws InterruptedException {
        return run(List.of(command));
    }

    private static boolean run(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Skips the test loudly: a skipped test that nobody notices tests nothing. */
    private static void assume(boolean holds, String otherwise) {
        if (!holds) {
            System.err.println("SKIPPED: " + otherwise);
        }
        assumeTrue(holds, otherwise);
    }

    private static void open(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
}
