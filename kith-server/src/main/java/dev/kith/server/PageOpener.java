package dev.kith.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Opens a page in the desktop's browser, where there is one. */
interface PageOpener {
    /** Whether it was handed to a browser. Never fails. */
    boolean open(Path page);

    /** The desktop of this process, if any. */
    static PageOpener ofDesktop(Terminal terminal) {
        Optional<String> program = program(System.getProperty("os.name", ""), terminal.environment());
        return page -> program.isPresent()
                && start(List.of(program.get(), page.toAbsolutePath().toString()));
    }

    /** What opens pages here: nothing within CI or without a screen. */
    static Optional<String> program(String system, Map<String, String> environment) {
        if (environment.containsKey("CI")) {
            return Optional.empty();
        }
        if (system.toLowerCase(Locale.ROOT).startsWith("mac")) {
            return Optional.of("open");
        }
        boolean screen = environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
        return screen ? Optional.of("xdg-open") : Optional.empty();
    }

    private static boolean start(List<String> command) {
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
