package dev.kith.server;

import dev.kith.connect.source.TemporarySpaceException;
import dev.kith.server.report.Shown;
import dev.kith.server.report.Wording;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;

/** Failures of the world in plain words: what failed, what was changed, what to do. */
final class Failures {
    private Failures() {}

    /** One or two sentences. */
    static String words(Throwable failure) {
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        String lower = message.toLowerCase(Locale.ROOT);
        if (failure instanceof OutOfMemoryError) {
            return "Too little memory. Give it more with KITH_JAVA_OPTS=-Xmx4g, or scan less at once. No report was"
                    + " written.";
        }
        if (failure instanceof TemporarySpaceException) {
            return Wording.capital(Shown.line(message, 600)) + " with KITH_JAVA_OPTS=-Djava.io.tmpdir=DIR.";
        }
        if (lower.contains("no space left") || lower.contains("disk quota") || lower.contains("not enough space")) {
            return "The disk is full" + place(failure) + ". Free some space, or name another disk with --out.";
        }
        if (failure instanceof AccessDeniedException || lower.contains("permission denied")) {
            return "No permission" + place(failure) + ". Make it accessible to this user, or name another place.";
        }
        if (failure instanceof ReadOnlyFileSystemException || lower.contains("read-only file system")) {
            return "The disk cannot be written to" + place(failure) + ". Name another one with --out.";
        }
        if (failure instanceof NoSuchFileException) {
            return "Not found" + place(failure) + ".";
        }
        if (failure instanceof FileSystemException system && system.getReason() == null) {
            return "The file system refuses" + place(failure) + " ("
                    + failure.getClass().getSimpleName().replace("Exception", "") + ").";
        }
        String what = message.isEmpty() ? failure.getClass().getSimpleName() : message;
        return Shown.line(what, 300) + (what.endsWith(".") ? "" : ".");
    }

    private static String place(Throwable failure) {
        if (failure instanceof FileSystemException system && system.getFile() != null) {
            return ": " + Shown.line(system.getFile(), 200);
        }
        return "";
    }

    /** The I/O failure that another only carries, or the failure itself. */
    static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof UncheckedIOException && cause != null ? cause : failure;
    }
}
