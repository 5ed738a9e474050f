package dev.kith.simulate;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/** One kind of log, a file for each day. */
final class LogFiles implements Closeable {
    private final Path folder;
    private final String extension;
    private final String head;
    private final String between;
    private final String foot;
    private Optional<Open> open = Optional.empty();

    private LogFiles(Path folder, String extension, String head, String between, String foot) {
        this.folder = folder;
        this.extension = extension;
        this.head = head;
        this.between = between;
        this.foot = foot;
    }

    /** A record on each line: {@code NAME/NAME-DAY.jsonl}. */
    static LogFiles lines(Path folder) {
        return new LogFiles(folder, ".jsonl", "", "\n", "\n");
    }

    /** A page of Graph for each day: {@code NAME/NAME-DAY.json}. */
    static LogFiles pages(Path folder) {
        return new LogFiles(
                folder,
                ".json",
                "{\"@odata.context\":\"https://graph.microsoft.com/beta/$metadata#auditLogs/signIns\",\"value\":[",
                ",",
                "]}\n");
    }

    void write(LocalDate day, String record) throws IOException {
        if (open.isEmpty() || !open.get().day().equals(day)) {
            close();
            Files.createDirectories(folder);
            Path file = folder.resolve(folder.getFileName() + "-" + day + extension);
            BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
            out.write(head);
            open = Optional.of(new Open(day, out));
        } else {
            open.get().out().write(between);
        }
        open.get().out().write(record);
    }

    @Override
    public void close() throws IOException {
        if (open.isPresent()) {
            open.get().out().write(foot);
            open.get().out().close();
            open = Optional.empty();
        }
    }

    private record Open(LocalDate day, BufferedWriter out) {}
}
