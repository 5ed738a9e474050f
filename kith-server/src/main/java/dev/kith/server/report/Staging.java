package dev.kith.server.report;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A folder in which a report comes to be. A file in it is locked as long as its process lives, so that a later run can tell
 * what a killed one left from what another is writing. Where files cannot be locked, nothing is ever taken for left.
 */
final class Staging {
    private static final String PREFIX = ".kith-partial-";
    private static final String OLD = "-old";
    private static final String LOCK = "lock";

    private final Path folder;
    private final @Nullable FileChannel lock;

    private Staging(Path folder, @Nullable FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** A new one, within the folder given. */
    static Staging in(Path parent) throws IOException {
        Path folder = Files.createTempDirectory(parent, PREFIX);
        try {
            return new Staging(folder, lock(folder));
        } catch (IOException e) {
            delete(folder);
            throw e;
        }
    }

    /** Whether a file of this name is a folder like this, of any run. */
    static boolean isOne(String name) {
        return name.startsWith(PREFIX);
    }

    /** Removes what runs that were killed have left in a folder; what cannot be removed stays. */
    static void clear(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return;
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : found) {
                try {
                    if (isLeft(folder)) {
                        delete(folder);
                    }
                } catch (IOException e) {
                    // Another user's, or gone already.
                }
            }
        }
    }

    Path folder() {
        return folder;
    }

    /** Where the report that this one replaces stands meanwhile. */
    Path old() {
        return folder.resolveSibling(folder.getFileName() + OLD);
    }

    /** Ends the lock and leaves nothing of it, so that the folder holds the report alone. */
    void unlock() throws IOException {
        if (lock != null) {
            lock.close();
            Files.deleteIfExists(folder.resolve(LOCK));
        }
    }

    void remove() throws IOException {
        unlock();
        delete(folder);
    }

    /** The lock is taken under another name, so that nobody ever sees the file unlocked while its process lives. */
    private static @Nullable FileChannel lock(Path folder) throws IOException {
        Path file = folder.resolve(LOCK + ".new");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw new IOException("held already");
            }
        } catch (IOException e) {
            channel.close();
            Files.delete(file);
            return null;
        }
        Files.move(file, folder.resolve(LOCK), StandardCopyOption.ATOMIC_MOVE);
        return channel;
    }

    /** Whether the process that made it is gone. A report set aside has no lock, but belongs to the folder beside it. */
    private static boolean isLeft(Path folder) throws IOException {
        String name = String.valueOf(folder.getFileName());
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        if (name.endsWith(OLD)) {
            return Files.notExists(folder.resolveSibling(name.substring(0, name.length() - OLD.length())));
        }
        Path file = folder.resolve(LOCK);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // this process's own
        }
    }

    /** Links are removed, never followed. */
    static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    delete(entry);
                } else {
                    Files.deleteIfExists(entry);
                }
            }
        }
        Files.deleteIfExists(folder);
    }
}
