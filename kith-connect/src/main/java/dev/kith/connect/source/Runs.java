package dev.kith.connect.source;

import dev.kith.event.Event;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/**
 * Files of events in a temporary folder of our own. The folder is readable by its owner only, is made when first needed and
 * goes with {@link #close()}, at the latest when the program ends.
 */
final class Runs implements AutoCloseable {
    /** Chosen by hand: large enough that the disk reads in one go, small enough for hundreds of runs at once. */
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path parent;
    private final EventCodec codec = new EventCodec();
    private Optional<Path> folder = Optional.empty();
    private Optional<Thread> atExit = Optional.empty();
    private final Set<InputStream> open = new LinkedHashSet<>();
    private int made;

    Runs(Path parent) {
        this.parent = parent;
    }

    Path folder() {
        return folder.orElse(parent);
    }

    /** A file being written. */
    final class Writer implements AutoCloseable {
        private final Path file;
        private final DataOutputStream out;
        private final EventCodec.Writer writer;
        private long events;

        private Writer(Path file) throws IOException {
            this.file = file;
            this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES));
            this.writer = codec.writer(out);
        }

        void add(Event event) throws IOException {
            writer.write(event);
            events++;
        }

        Run done() throws IOException {
            out.close();
            return new Run(file, events);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** A finished file and the number of events in it. */
    record Run(Path file, long events) {}

    /** Events of a run in the order written; holds a file open until read to the end or closed. */
    final class Reader implements Iterator<Event>, AutoCloseable {
        private final DataInputStream in;
        private final EventCodec.Reader reader;
        private Optional<Event> next;

        private Reader(Path file) throws IOException {
            in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES));
            open.add(in);
            reader = codec.reader(in);
            next = reader.read();
        }

        @Override
        public boolean hasNext() {
            return next.isPresent();
        }

        @Override
        public Event next() {
            Event event = next.orElseThrow(NoSuchElementException::new);
            try {
                next = reader.read();
                if (next.isEmpty()) {
                    close();
                }
            } catch (IOException e) {
                throw TemporarySpaceException.unchecked(folder(), e);
            }
            return event;
        }

        @Override
        public void close() throws IOException {
            open.remove(in);
            in.close();
        }
    }

    Writer write() throws IOException {
        if (folder.isEmpty()) {
            Path made = Files.createTempDirectory(parent, "kith-");
            folder = Optional.of(made);
            Thread hook = new Thread(() -> deleteQuietly(made), "kith-temporary-files");
            Runtime.getRuntime().addShutdownHook(hook);
            atExit = Optional.of(hook);
        }
        return new Writer(folder().resolve("run-" + made++));
    }

    Reader read(Run run) throws IOException {
        return new Reader(run.file());
    }

    List<Reader> readAll(List<Run> runs) throws IOException {
        List<Reader> readers = new ArrayList<>();
        try {
            for (Run run : runs) {
                readers.add(read(run));
            }
            return readers;
        } catch (IOException e) {
            for (Reader reader : readers) {
                reader.close();
            }
            throw e;
        }
    }

    void delete(Run run) throws IOException {
        Files.deleteIfExists(run.file());
    }

    @Override
    public void close() {
        for (InputStream in : open) {
            closeQuietly(in);
        }
        open.clear();
        folder.ifPresent(Runs::deleteQuietly);
        folder = Optional.empty();
        atExit.ifPresent(hook -> {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The program is ending already and the hook runs: nothing is left to take back.
                assert e != null;
            }
        });
        atExit = Optional.empty();
    }

    /** A file that was only read loses nothing when it cannot be closed. */
    private static void closeQuietly(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            assert e != null;
        }
    }

    private static void deleteQuietly(Path folder) {
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}
