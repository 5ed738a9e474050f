package dev.kith.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.connect.source.InputSettings;
import dev.kith.server.report.ReportDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same input gives the same report, byte for byte, however it is read. */
class SameReportTest {
    @TempDir
    private static Path folder;

    private static House house;
    private static List<String> inputs;
    private static byte[] lines;
    private static String page;

    @BeforeAll
    static void scanOnce() throws IOException {
        house = House.hijacked(folder.resolve("house"), 8, 21, 5);
        try (Stream<Path> folders = Files.list(house.mail())) {
            inputs = new ArrayList<>(folders.map(Path::toString).sorted().toList());
        }
        assertThat(inputs).hasSizeGreaterThan(10);
        inputs.add(oddFiles("odd").toString());
        inputs.add(oddFiles("even").toString());
        Path report = scan("once", InputSettings.defaults().withThreads(1), inputs);
        lines = Files.readAllBytes(report.resolve(ReportDirectory.MESSAGES));
        page = Files.readString(report.resolve(ReportDirectory.REPORT));
        assertThat(lines).hasSizeGreaterThan(100_000);
    }

    @Test
    void severalThreads_changeNothing() throws IOException {
        same(scan("threads", InputSettings.defaults().withThreads(7), inputs));
    }

    @Test
    void littleMemory_changesNothing() throws IOException {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        InputSettings small =
                InputSettings.defaults().withMemoryBytes(64 * 1024).withTemporary(temporary);
        same(scan("memory", small, inputs));
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void theOrderOfTheInputs_changesNothing() throws IOException {
        List<String> turned = new ArrayList<>(inputs);
        Collections.reverse(turned);
        same(scan("turned", InputSettings.defaults(), turned));
    }

    @Test
    void anEarlierReportInItsPlace_changesNothing() throws IOException {
        scan("again", InputSettings.defaults(), inputs);
        same(scan("again", InputSettings.defaults(), inputs));
    }

    /** Sets and maps of another process may come in another order. */
    @Test
    void anotherProcess_changesNothing() throws Exception {
        for (int i = 0; i < 2; i++) {
            Path out = folder.resolve("process-" + i);
            List<String> arguments = house.options(out);
            arguments.addAll(inputs);
            Kith.Said said = Program.run(folder, Program.ofTests(Main.class, arguments.toArray(String[]::new)));
            assertThat(said.status()).as(said.err()).isZero();
            same(out);
        }
    }

    /** Files that cannot be read, so that what is said of them is compared too. */
    private static Path oddFiles(String name) throws IOException {
        Path odd = Files.createDirectory(folder.resolve(name));
        for (int i = 0; i < 5; i++) {
            Files.writeString(odd.resolve("note-" + i), "Note " + i + ": " + "sea ".repeat(i) + "\n");
        }
        Files.write(odd.resolve("cut.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0});
        return odd;
    }

    private static Path scan(String name, InputSettings settings, List<String> inputs) {
        Path out = folder.resolve(name);
        List<String> arguments = house.options(out);
        arguments.addAll(inputs);
        Kith.Said said = Kith.runWith(settings, arguments.toArray(String[]::new));
        assertThat(said.status()).as(said.err()).isZero();
        return out;
    }

    private static void same(Path report) throws IOException {
        assertThat(Files.readAllBytes(report.resolve(ReportDirectory.MESSAGES))).isEqualTo(lines);
        assertThat(Files.readString(report.resolve(ReportDirectory.REPORT))).isEqualTo(page);
    }
}
