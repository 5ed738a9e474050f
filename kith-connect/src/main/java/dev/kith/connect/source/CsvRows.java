package dev.kith.connect.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of a CSV file (RFC 4180), one at a time, as bytes, since most of the bytes are JSON in a cell that is parsed from
 * bytes again. Total: a quote where none may stand is taken as it is. A row remembers the line it begins on, for cells hold
 * line ends. Rows beyond a length are given up, and reading goes on at the next line.
 */
final class CsvRows {
    private static final int BUFFER_BYTES = 64 * 1024;
    /** Chosen by hand: twenty times the columns of the widest export seen (43). */
    private static final int CELLS_MAX = 1_000;

    private final InputStream in;
    private final int rowBytesMax;
    private final byte delimiter;
    private final byte[] buffer;
    private int position;
    private int limit;
    private long nextLine = 1;

    private byte[] row = new byte[8 * 1024];
    private int rowLength;
    private int[] cellEnds = new int[64];
    private int cells;
    private long line;
    private boolean tooLong;

    CsvRows(InputStream in, char delimiter, int rowBytesMax) {
        this(in, new byte[BUFFER_BYTES], 0, delimiter, rowBytesMax);
    }

    private CsvRows(InputStream in, byte[] buffer, int filled, char delimiter, int rowBytesMax) {
        this.in = in;
        this.buffer = buffer;
        this.limit = filled;
        this.delimiter = (byte) delimiter;
        this.rowBytesMax = rowBytesMax;
    }

    /** The rows of a head, read where it lies: every mail is asked whether it is a table. */
    static CsvRows of(Head head, char delimiter) {
        return new CsvRows(InputStream.nullInputStream(), head.bytes(), head.size(), delimiter, Head.BYTES_MAX);
    }

    /** Goes to the next row that is not empty; false at the end. */
    boolean next() throws IOException {
        do {
            rowLength = 0;
            cells = 0;
            tooLong = false;
            line = nextLine;
            if (!row()) {
                return false;
            }
        } while (cells == 1 && rowLength == 0 && !tooLong);
        return true;
    }

    int cells() {
        return cells;
    }

    /** Whether the row was given up for its length; it has no cells then. */
    boolean tooLong() {
        return tooLong;
    }

    /** Line the row begins on, from 1. */
    long line() {
        return line;
    }

    byte[] buffer() {
        return row;
    }

    int offset(int cell) {
        return cell == 0 ? 0 : cellEnds[cell - 1];
    }

    int length(int cell) {
        return cellEnds[cell] - offset(cell);
    }

    String text(int cell) {
        return new String(row, offset(cell), length(cell), StandardCharsets.UTF_8);
    }

    List<String> texts() {
        List<String> texts = new ArrayList<>(cells);
        for (int i = 0; i < cells; i++) {
            texts.add(text(i));
        }
        return texts;
    }

    private boolean row() throws IOException {
        int value = read();
        if (value < 0) {
            return false;
        }
        while (true) {
            if (value == '"') {
                value = quoted();
            }
            while (value >= 0 && value != delimiter && value != '\n') {
                if (value != '\r' || peek() != '\n') {
                    add(value);
                }
                value = read();
            }
            endCell();
            if (value != delimiter) {
                return true;
            }
            value = read();
        }
    }

    /** A quoted cell behind its first quote; the byte behind its last. */
    private int quoted() throws IOException {
        while (true) {
            addPlain();
            int value = read();
            if (value < 0) {
                return value;
            }
            if (value == '"') {
                int next = read();
                if (next != '"') {
                    return next;
                }
            }
            if (!add(value) && value == '\n') {
                return value; // too long: the quote was most likely never closed, go on behind this line
            }
        }
    }

    /** Adds what stands in the buffer up to the next quote or line end, in one go: nearly all bytes are of such cells. */
    private void addPlain() {
        int i = position;
        int stop = Math.min(limit, position + rowBytesMax - rowLength);
        while (i < stop && buffer[i] != '"' && buffer[i] != '\n') {
            i++;
        }
        int length = i - position;
        if (rowLength + length > row.length) {
            row = Arrays.copyOf(row, Math.min(rowBytesMax, Math.max(row.length * 2, rowLength + length)));
        }
        System.arraycopy(buffer, position, row, rowLength, length);
        rowLength += length;
        position = i;
    }

    private boolean add(int value) {
        if (rowLength >= rowBytesMax) {
            tooLong = true;
            return false;
        }
        if (rowLength == row.length) {
            row = Arrays.copyOf(row, Math.min(rowBytesMax, row.length * 2));
        }
        row[rowLength++] = (byte) value;
        return true;
    }

    private void endCell() {
        if (cells == CELLS_MAX) {
            tooLong = true;
            return;
        }
        if (cells == cellEnds.length) {
            cellEnds = Arrays.copyOf(cellEnds, cells * 2);
        }
        cellEnds[cells++] = rowLength;
    }

    private int read() throws IOException {
        int value = peek();
        if (value >= 0) {
            position++;
            if (value == '\n') {
                nextLine++;
            }
        }
        return value;
    }

    private int peek() throws IOException {
        if (position == limit) {
            limit = in.read(buffer);
            position = 0;
            if (limit <= 0) {
                limit = 0;
                return -1;
            }
        }
        return buffer[position] & 0xff;
    }
}
