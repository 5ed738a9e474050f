package dev.kith.connect.model;

/**
 * Why something in a file of models is refused, or what is doubtful in it.
 *
 * @param file as it is told to the reader
 * @param line from 1; 0 where it is about the file as a whole
 * @param field the field, with dots between names of nested ones; empty where it is about no field
 */
public record Fault(String file, int line, String field, String reason) implements Comparable<Fault> {
    @Override
    public int compareTo(Fault other) {
        int byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : Integer.compare(line, other.line);
    }

    /** Such as {@code odd.yaml:12: acts: there is no act SIGNIN}. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + (field.isEmpty() ? "" : field + ": ") + reason;
    }
}
