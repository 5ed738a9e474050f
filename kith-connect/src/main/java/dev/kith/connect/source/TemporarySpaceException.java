package dev.kith.connect.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Events could not be put aside on disk, or not be had back: most often because the disk is full. */
public final class TemporarySpaceException extends IOException {
    private static final long serialVersionUID = 1L;

    TemporarySpaceException(Path folder, IOException cause) {
        super(
                "cannot keep events in the temporary folder " + folder + " (" + reason(cause)
                        + "): it needs about the size of the unpacked input; free some space or name another folder",
                cause);
    }

    private static String reason(IOException cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }

    /** The same for interfaces that declare no exception. */
    static UncheckedIOException unchecked(Path folder, IOException cause) {
        return new UncheckedIOException(new TemporarySpaceException(folder, cause));
    }
}
