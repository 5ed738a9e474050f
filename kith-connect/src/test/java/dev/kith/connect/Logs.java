package dev.kith.connect;

import dev.kith.connect.intel.Intel;
import dev.kith.connect.source.InputReader;
import dev.kith.connect.source.InputSettings;
import dev.kith.connect.source.Progress;
import dev.kith.connect.source.Timeline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads an input that holds logs and no mail, as a scan does. */
final class Logs {
    private Logs() {}

    static Timeline read(InputSettings settings, Path input) throws IOException {
        return new InputReader(
                        Formats.all(
                                (bytes, where) -> {
                                    throw new IllegalStateException("taken for a mail");
                                },
                                Intel.unknown(),
                                settings),
                        settings)
                .read(List.of(input), Progress.none());
    }
}
