package dev.kith.server;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Where output goes and what stands at the other end.
 *
 * @param out for the human summary
 * @param err for progress and complaints
 * @param outInteractive whether a person's terminal shows {@code out}
 * @param errInteractive whether a person's terminal shows {@code err}
 * @param environment the process's variables
 * @param nanoClock for the pace of progress alone; never reaches a result
 */
record Terminal(
        PrintStream out,
        PrintStream err,
        boolean outInteractive,
        boolean errInteractive,
        Map<String, String> environment,
        LongSupplier nanoClock) {

    /** The process's own. */
    static Terminal ofProcess() {
        return new Terminal(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                interactive(1),
                interactive(2),
                System.getenv(),
                System::nanoTime);
    }

    /** Colours only for a person, and only where they are not unwanted (no-color.org). */
    boolean coloured() {
        return outInteractive && !environment.containsKey("NO_COLOR") && !"dumb".equals(environment.get("TERM"));
    }

    /** UTF-8 wherever it runs, so that output does not depend on the machine. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** Linux tells of each stream; elsewhere Java tells of both together, and from 22 on no more (JDK-8308591). */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean interactive(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return Runtime.version().feature() < 22 && System.console() != null;
        }
    }
}
