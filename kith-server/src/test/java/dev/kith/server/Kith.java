package dev.kith.server;

import dev.kith.connect.source.InputSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The command line run within the test's own process: what it answers, and what it says where. */
final class Kith {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false,
            Map.of(),
            () -> 0);

    private Kith() {}

    /** The whole program. */
    static Said run(String... args) {
        Kith kith = new Kith();
        return kith.said(Main.execute(kith.terminal, Main.commands(kith.terminal), args));
    }

    /** {@code kith scan} over another scan, such as one that fails. */
    static Said runWith(Scan scan, String... args) {
        Kith kith = new Kith();
        return kith.said(Main.execute(kith.terminal, List.of(new ScanCommand(kith.terminal, scan)), args));
    }

    /** {@code kith scan}, reading as the settings say. */
    static Said runWith(InputSettings settings, String... args) {
        return runWith(new LocalScan(Main::formats, settings), args);
    }

    private Said said(int status) {
        return new Said(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Exit status, standard output, standard error. */
    record Said(int status, String out, String err) {}
}
