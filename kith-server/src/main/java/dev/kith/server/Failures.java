package dev.kith.server;

import dev.kith.server.report.Shown;
import java.io.IOException;
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
        if (lower.contains("no space left") || lower.contains("disk quota") || lower.contains("not enough space")) {
            return "The disk is full" + place(failure) + ". Free some space, or name another disk with --out.";
        }
        if (failure instanceof AccessDeniedException || lower.contains("permission denied")) {
            return "No permission to write" + place(failure) + ". Name a folder of your own with --out.";
        }
        if (failure instanceof ReadOnlyFileSystemException || lower.contains("read-only file system")) {
            return "The disk cannot be written to" + place(failure) + ". Name another one with --out.";
        }
        if (failure instanceof NoSuchFileException) {
            return "Not found" + place(failure) + ".";
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

    /** The I/O failure at the root of another, or the failure itself. */
    static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause instanceof IOException ? cause : failure;
    }
}
