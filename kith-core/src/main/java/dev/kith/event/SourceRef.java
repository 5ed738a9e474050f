package dev.kith.event;

/**
 * Where a piece of input stands.
 *
 * @param path the path inside the input, members of containers after {@code !}: {@code export.zip!mail/17.eml}
 * @param line the line or record number, from 1; 0 where the file as a whole is meant
 */
public record SourceRef(String path, long line) {
    public SourceRef {
        if (line < 0) {
            throw new IllegalArgumentException("line below 0: " + line);
        }
    }

    public static SourceRef of(String path) {
        return new SourceRef(path, 0);
    }

    @Override
    public String toString() {
        return line == 0 ? path : path + "#" + line;
    }
}
