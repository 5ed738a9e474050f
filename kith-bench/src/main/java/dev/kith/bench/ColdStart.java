package dev.kith.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times the program as its users start it: from the launcher to the end of a scan of one mail, report included. */
public final class ColdStart {
    /** Starts not counted: the first one may build the program and makes its class archive. */
    private static final int WARM_UP_STARTS = 2;

    private static final int STARTS = 9;

    private ColdStart() {}

    /** {@code LAUNCHER}: the {@code kith} script. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length != 1 || !Files.isExecutable(Path.of(args[0]))) {
            System.err.println("usage: ColdStart LAUNCHER   (the kith script)");
            System.exit(2);
        }
        Path folder = Files.createTempDirectory("kith-cold-start");
        Path mail = Files.write(folder.resolve("mail.eml"), Samples.listMail());
        List<String> scan =
                List.of(args[0], "scan", "--out", folder.resolve("report").toString(), mail.toString());
        List<Clock.Spell> starts = new ArrayList<>();
        for (int i = 0; i < WARM_UP_STARTS + STARTS; i++) {
            Clock clock = Clock.start();
            Process process = new ProcessBuilder(scan)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException("kith ended with " + process.exitValue() + "; see " + folder.resolve("output"));
            }
            Clock.Spell start = clock.lap();
            if (i >= WARM_UP_STARTS) {
                starts.add(start);
            }
        }
        double fastest =
                starts.stream().mapToDouble(Clock.Spell::wallSeconds).min().orElseThrow();
        System.out.println(String.format(
                Locale.ROOT,
                "start to end of a scan of one mail: median of %d starts %.2f s, fastest %.2f s",
                STARTS,
                Clock.wallMedian(starts),
                fastest));
    }
}
