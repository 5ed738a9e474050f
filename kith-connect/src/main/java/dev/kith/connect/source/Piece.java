package dev.kith.connect.source;

import dev.kith.event.SourceRef;
import java.io.InputStream;

/**
 * One file, or one member of a container.
 *
 * @param path the path inside the input, members of containers after {@code !}
 * @param head how it begins
 * @param bytes all of it from the start, readable once; closed by whoever opened it
 */
public record Piece(String path, Head head, InputStream bytes) {
    public SourceRef whole() {
        return SourceRef.of(path);
    }

    /** A line or record of it, from 1. */
    public SourceRef at(long line) {
        return new SourceRef(path, line);
    }
}
