package dev.kith.connect.source;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Limits of reading. None of them but the limits on containers, mails and repeats changes what is read, only how.
 *
 * @param memoryBytes estimated size of events held in memory before they are spilled to disk, at least 64 KiB
 * @param temporary folder in which a folder for spilled events is made when it is needed
 * @param threads pieces read at once, at least 1
 * @param containerDepthMax how many containers may lie one in another; deeper ones are named and not opened
 * @param expansionRatioMax how many times its own size a container may unfold to, with all that lies in it, beyond
 *     {@code expansionFreeBytes}
 * @param expansionFreeBytes what any container may unfold to, however small it is
 * @param mailBytesMax longest mail; what goes beyond is cut and named
 * @param repeatWindow how far apart in time two records with one id may stand to be merged, and not merely dropped
 * @param repeatEventsMax events held back at most while waiting for such a record
 */
public record InputSettings(
        long memoryBytes,
        Path temporary,
        int threads,
        int containerDepthMax,
        int expansionRatioMax,
        long expansionFreeBytes,
        int mailBytesMax,
        Duration repeatWindow,
        int repeatEventsMax) {
    private static final long MEMORY_BYTES_MIN = 64 * 1024;

    public InputSettings {
        if (memoryBytes < MEMORY_BYTES_MIN) {
            throw new IllegalArgumentException("memory for events below 64 KiB: " + memoryBytes);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads below 1: " + threads);
        }
        if (containerDepthMax < 0 || expansionRatioMax < 1 || expansionFreeBytes < 0) {
            throw new IllegalArgumentException("container limits below their least: depth " + containerDepthMax
                    + ", ratio " + expansionRatioMax + ", free bytes " + expansionFreeBytes);
        }
        if (mailBytesMax < Head.BYTES_MAX) {
            throw new IllegalArgumentException("longest mail below " + Head.BYTES_MAX + ": " + mailBytesMax);
        }
        if (repeatWindow.isNegative() || repeatEventsMax < 1) {
            throw new IllegalArgumentException("repeat limits: " + repeatWindow + ", " + repeatEventsMax);
        }
    }

    /**
     * A quarter of the heap, at most 256 MB, for events; all processors; containers 4 deep that unfold to at most 250 times
     * their size (audit logs shrink 20 to 60 times, DEFLATE ends at 1,032) beyond 64 MB; mails of 50 MB (chosen by hand:
     * Exchange Online's own limit is 150 MB, its default 36 MB); repeats 10 minutes apart (a sign-in and its audit record
     * lie seconds apart), waited for with at most 20,000 events. Chosen by hand where no reason is given.
     */
    public static InputSettings defaults() {
        long quarter = Runtime.getRuntime().maxMemory() / 4;
        return new InputSettings(
                Math.max(MEMORY_BYTES_MIN, Math.min(256L << 20, quarter)),
                Path.of(System.getProperty("java.io.tmpdir")),
                Runtime.getRuntime().availableProcessors(),
                4,
                250,
                64L << 20,
                50 << 20,
                Duration.ofMinutes(10),
                20_000);
    }

    public InputSettings withMemoryBytes(long bytes) {
        return new InputSettings(
                bytes,
                temporary,
                threads,
                containerDepthMax,
                expansionRatioMax,
                expansionFreeBytes,
                mailBytesMax,
                repeatWindow,
                repeatEventsMax);
    }

    public InputSettings withTemporary(Path folder) {
        return new InputSettings(
                memoryBytes,
                folder,
                threads,
                containerDepthMax,
                expansionRatioMax,
                expansionFreeBytes,
                mailBytesMax,
                repeatWindow,
                repeatEventsMax);
    }

    public InputSettings withThreads(int count) {
        return new InputSettings(
                memoryBytes,
                temporary,
                count,
                containerDepthMax,
                expansionRatioMax,
                expansionFreeBytes,
                mailBytesMax,
                repeatWindow,
                repeatEventsMax);
    }
}
