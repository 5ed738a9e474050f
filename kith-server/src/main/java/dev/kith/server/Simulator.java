package dev.kith.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Lets an invented organisation live, and writes its mail down. */
public interface Simulator {
    /** The names of the stories, as they are typed. */
    List<String> stories();

    /**
     * Writes a simulation into {@code out}, which is empty or does not exist.
     *
     * @throws IllegalArgumentException for settings outside their range, naming the value
     * @throws IOException when the world fails
     */
    Simulated run(Settings settings, Path out, Progress progress) throws IOException;

    /** What to simulate. The same settings give the same mail. */
    record Settings(String story, int accounts, int days, long seed) {}

    /**
     * What was written.
     *
     * @param mail the folder of its mail
     * @param directory its table of accounts
     * @param domains the organisation's own
     * @param learnUntil the moment up to which only ordinary life happens
     */
    record Simulated(Path mail, Path directory, List<String> domains, Instant learnUntil, long mails) {
        /** What a scan reads: the mail, and the logs that lie beside it. */
        List<Path> inputs() {
            List<Path> all = new ArrayList<>(List.of(mail));
            for (String logs : List.of("audit", "signins", "messagetrace")) {
                Path folder = mail.resolveSibling(logs);
                if (Files.isDirectory(folder)) {
                    all.add(folder);
                }
            }
            return all;
        }
    }
}
