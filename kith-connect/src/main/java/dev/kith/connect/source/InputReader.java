package dev.kith.connect.source;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Reads all inputs and lays what happened out in order. The result depends on the inputs alone, not on the number of
 * threads, the memory given, or the order in which a disk lists its files.
 */
public final class InputReader {
    /** Pieces waiting for a thread. Chosen by hand: enough that no thread ever waits for the walk. */
    private static final int WAITING_MAX = 256;

    private final List<SourceFormat> formats;
    private final InputSettings settings;

    /**
     * @param formats in order: a piece is read by the first that recognises it
     */
    public InputReader(List<SourceFormat> formats, InputSettings settings) {
        this.formats = List.copyOf(formats);
        this.settings = settings;
    }

    /** Reads all of the inputs. */
    public Timeline read(List<Path> inputs, Progress progress) throws TemporarySpaceException {
        return read(inputs, Optional.empty(), progress);
    }

    /**
     * Reads files, folders to any depth, zip and gzip files and what lies in them.
     *
     * @param spared a folder that is not read where it lies within an input: the place of earlier results
     * @return everything read, to be closed after use; with no event in it if nothing could be read
     * @throws TemporarySpaceException if events cannot be put aside on disk; nothing is left behind then
     */
    public Timeline read(List<Path> inputs, Optional<Path> spared, Progress progress) throws TemporarySpaceException {
        Runs runs = new Runs(settings.temporary());
        boolean complete = false;
        try {
            Timeline timeline = read(inputs, spared, progress, runs);
            complete = true;
            return timeline;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof TemporarySpaceException full) {
                throw full;
            }
            throw e;
        } finally {
            if (!complete) {
                runs.close();
            }
        }
    }

    private Timeline read(List<Path> inputs, Optional<Path> spared, Progress progress, Runs runs)
            throws TemporarySpaceException {
        Tally tally = new Tally();
        EventSorter sorter = new EventSorter(settings.memoryBytes(), runs);
        long total = size(inputs, spared);
        PieceReader pieces = new PieceReader(formats, settings, sorter, tally);
        ProgressMeter meter = new ProgressMeter(progress, total, sorter);
        inParallel(work -> {
            FileReader files = new FileReader(pieces, tally, settings, work, meter::done);
            new InputWalk(files::read, tally::problem, spared).walk(inputs);
        });
        meter.end();
        return Timeline.of(sorter, runs, settings, tally, total);
    }

    private static long size(List<Path> inputs, Optional<Path> spared) {
        long[] bytes = new long[1];
        new InputWalk(file -> bytes[0] += file.bytes(), (where, problem) -> {}, spared).walk(inputs);
        return bytes[0];
    }

    /** Lets the caller hand out work, and returns when all of it is done. The first failure ends the rest and is thrown. */
    private void inParallel(Consumer<Consumer<Runnable>> giveWork) {
        if (settings.threads() == 1) {
            giveWork.accept(Runnable::run);
            return;
        }
        AtomicReference<Throwable> failure = new AtomicReference<>();
        int threads = settings.threads() - 1; // the walk's own thread works too, when the others have enough to do
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING_MAX),
                new ThreadPoolExecutor.CallerRunsPolicy());
        try {
            giveWork.accept(job -> {
                if (failure.get() == null) {
                    pool.execute(() -> guarded(job, failure));
                }
            });
        } finally {
            pool.shutdown();
            await(pool);
        }
        if (failure.get() instanceof Error error) {
            throw error;
        }
        if (failure.get() instanceof RuntimeException failed) {
            throw failed;
        }
    }

    /** Errors too: a piece whose thread ran out of memory must not be missing from a report that looks whole. */
    private static void guarded(Runnable job, AtomicReference<Throwable> failure) {
        if (failure.get() != null) {
            return;
        }
        try {
            job.run();
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }

    private static void await(ThreadPoolExecutor pool) {
        boolean interrupted = false;
        while (!pool.isTerminated()) {
            try {
                pool.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
                pool.shutdownNow();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells how far reading has come, but not for every small file. */
    private static final class ProgressMeter {
        /** Chosen by hand: some hundred reports for an ordinary input. */
        private static final long STEP_BYTES = 256 * 1024;

        private final Progress progress;
        private final long total;
        private final EventSorter sorter;
        private long done;
        private long told = -STEP_BYTES;

        ProgressMeter(Progress progress, long total, EventSorter sorter) {
            this.progress = progress;
            this.total = total;
            this.sorter = sorter;
        }

        synchronized void done(long bytes) {
            done += bytes;
            if (done - told >= STEP_BYTES) {
                told = done;
                progress.reading(Math.min(done, total), total, sorter.events());
            }
        }

        synchronized void end() {
            progress.reading(total, total, sorter.events());
        }
    }
}
