package dev.kith.server;

import dev.kith.connect.source.InputSettings;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** {@code kith scan} that judges one mail, says so, and then waits to be ended. */
public final class HaltingScan {
    static final String HALFWAY = "halfway";

    private HaltingScan() {}

    public static void main(String[] args) {
        Terminal terminal = Terminal.ofProcess();
        Scan scan = (request, judged, progress) -> new LocalScan(Main::formats, InputSettings.defaults())
                .run(
                        request,
                        judgement -> {
                            judged.accept(judgement);
                            terminal.out().println(HALFWAY);
                            waitForTheEnd();
                        },
                        progress);
        System.exit(Main.execute(terminal, List.of(new ScanCommand(terminal, scan)), args));
    }

    private static void waitForTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
