package dev.kith.connect.source;

import dev.kith.event.Problem;
import dev.kith.event.SourceRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.util.Enumeration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads the files of the input. A zip file is taken apart here, by its directory, so that its members can be read at once by
 * several threads; one whose directory is damaged is read from the front instead, as far as it goes.
 */
final class FileReader {
    private final PieceReader pieces;
    private final Tally tally;
    private final InputSettings settings;
    private final Consumer<Runnable> work;
    private final LongConsumer done;

    /**
     * @param work takes a piece of work to be done at some time by some thread
     * @param done hears of bytes of the input dealt with
     */
    FileReader(PieceReader pieces, Tally tally, InputSettings settings, Consumer<Runnable> work, LongConsumer done) {
        this.pieces = pieces;
        this.tally = tally;
        this.settings = settings;
        this.work = work;
        this.done = done;
    }

    void read(InputFile file) {
        Optional<ZipFile> zip = settings.containerDepthMax() > 0 ? zip(file) : Optional.empty();
        if (zip.isPresent()) {
            members(file, zip.get());
        } else {
            work.accept(() -> stream(file));
        }
    }

    private void stream(InputFile file) {
        try (InputStream in = Files.newInputStream(file.path())) {
            pieces.read(file.name(), in, Expansion.of(file, settings), 0);
        } catch (AccessDeniedException e) {
            tally.problem(SourceRef.of(file.name()), Problem.of("no-permission", "may not be read by this user"));
        } catch (IOException e) {
            tally.problem(SourceRef.of(file.name()), Problem.of("unreadable", PieceReader.message(e)));
        } finally {
            done.accept(file.bytes());
        }
    }

    /** The file as a zip, if it is one and its directory can be read. */
    private static Optional<ZipFile> zip(InputFile file) {
        if (file.bytes() == 0) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file.path())) {
            if (Container.of(new Head(in.readNBytes(1024))) != Container.ZIP) {
                return Optional.empty();
            }
        } catch (IOException e) {
            return Optional.empty(); // reported when it is read as a stream
        }
        return open(file, StandardCharsets.UTF_8).or(() -> open(file, StandardCharsets.ISO_8859_1));
    }

    /** @param names how the names of members are written that do not say so themselves */
    private static Optional<ZipFile> open(InputFile file, Charset names) {
        try {
            return Optional.of(new ZipFile(file.path().toFile(), names));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void members(InputFile file, ZipFile zip) {
        Expansion expansion = Expansion.of(file, settings);
        AtomicInteger open = new AtomicInteger(1);
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            Optional<Expansion> share = expansion.share(entry, file.bytes());
            if (share.isEmpty()) {
                tally.problem(
                        SourceRef.of(file.name() + "!" + entry.getName()),
                        Problem.of("container-bomb", "this and what follows was not opened: members overlap"));
                break;
            }
            if (!entry.isDirectory()) {
                open.incrementAndGet();
                work.accept(() -> {
                    try {
                        member(file, zip, entry, share.get());
                    } finally {
                        done.accept(Math.max(0, entry.getCompressedSize()));
                        release(zip, open);
                    }
                });
            }
        }
        release(zip, open);
    }

    private void member(InputFile file, ZipFile zip, ZipEntry entry, Expansion expansion) {
        String name = file.name() + "!" + entry.getName();
        try (InputStream in = zip.getInputStream(entry)) {
            pieces.read(name, expansion.counted(in), expansion, 1);
        } catch (IOException e) {
            tally.problem(SourceRef.of(name), Problem.of("unreadable", PieceReader.message(e)));
        }
    }

    private static void release(ZipFile zip, AtomicInteger open) {
        if (open.decrementAndGet() == 0) {
            try {
                zip.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
