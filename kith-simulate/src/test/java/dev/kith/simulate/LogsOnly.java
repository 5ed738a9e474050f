package dev.kith.simulate;

import dev.kith.connect.Formats;
import dev.kith.connect.intel.IntelTables;
import dev.kith.connect.source.InputReader;
import dev.kith.connect.source.InputSettings;

/** Reads what the simulation logs, and takes no mail. */
final class LogsOnly {
    private LogsOnly() {}

    static InputReader reader(IntelTables intel) {
        InputSettings settings = InputSettings.defaults();
        return new InputReader(
                Formats.all(
                        (bytes, where) -> {
                            throw new AssertionError("a mail among the logs: " + where);
                        },
                        intel,
                        settings),
                settings);
    }
}
