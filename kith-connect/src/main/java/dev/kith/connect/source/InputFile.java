package dev.kith.connect.source;

import java.nio.file.Path;

/**
 * A file to be read.
 *
 * @param name its path inside the input, with {@code /} between parts
 * @param bytes its size; 0 where it is none of a file (a pipe)
 */
record InputFile(Path path, String name, long bytes) {}
