package dev.kith.connect.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts JSON into its records without parsing it: an array's elements, the elements of a page's inner array, or objects one
 * after another. Since records are parsed each on its own, a broken one costs no other; and since they are counted by lines,
 * each can be named. Works on UTF-8 bytes, in one pass, holding one record at a time.
 *
 * <p>Where each record stands on a line of its own, a line that ends inside a record ends that record: it was cut off.
 */
final class JsonSplitter {
    private static final int BUFFER_BYTES = 64 * 1024;
    /** Containers whose kind is remembered; deeper ones only count. */
    private static final int KINDS_DEPTH_MAX = 63;

    private final InputStream in;
    private final int level;
    private final int recordBytesMax;
    private boolean linewise;

    private byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;
    private int start = -1;
    private long line = 1;
    private long startLine;
    private int depth;
    private long arrays;
    private boolean inString;
    private boolean escaped;
    private boolean tooLong;
    private boolean otherText;
    private End end = End.INPUT;

    /** How the record at hand ended. */
    enum End {
        /** Whole. */
        WHOLE,
        /** The line or the input ended inside it. */
        CUT_OFF,
        /** Longer than allowed; its bytes are gone. */
        TOO_LONG,
        /** The line holds something else than a record. */
        OTHER_TEXT,
        /** There is no record any more. */
        INPUT
    }

    /**
     * @param level containers around a record: 0 for objects one after another, 1 for an array, 2 or more for a page
     * @param linewise whether each record is known to stand on one line; found out by itself if not
     */
    JsonSplitter(InputStream in, int level, boolean linewise, int recordBytesMax) {
        this.in = in;
        this.level = level;
        this.linewise = linewise;
        this.recordBytesMax = recordBytesMax;
    }

    /** Goes to the next record. */
    End next() throws IOException {
        start = -1;
        tooLong = false;
        while (position < limit || fill()) {
            if (inString && !escaped) {
                skipPlain();
                if (position == limit) {
                    continue;
                }
            }
            byte value = buffer[position++];
            if (value == '\n' && newline()) {
                return end;
            }
            if (inString) {
                string(value);
            } else if (structure(value)) {
                return end;
            }
        }
        end = start >= 0 || tooLong ? End.CUT_OFF : otherText ? End.OTHER_TEXT : End.INPUT;
        startLine = end == End.OTHER_TEXT ? line : startLine;
        otherText = false;
        return end;
    }

    byte[] buffer() {
        return buffer;
    }

    int offset() {
        return start;
    }

    int length() {
        return position - start;
    }

    /** Line on which the record begins, from 1. */
    long line() {
        return startLine;
    }

    /** Goes to the next byte of a string that means something: most of a record is text. */
    private void skipPlain() {
        byte[] bytes = buffer;
        int i = position;
        int stop = limit;
        while (i < stop && bytes[i] != '"' && bytes[i] != '\\' && bytes[i] != '\n') {
            i++;
        }
        position = i;
    }

    private void string(byte value) {
        if (escaped) {
            escaped = false;
        } else if (value == '\\') {
            escaped = true;
        } else if (value == '"') {
            inString = false;
        }
    }

    /** A byte outside of strings; true if it ends a record. */
    private boolean structure(byte value) {
        switch (value) {
            case '"' -> inString = start >= 0 || depth > 0;
            case '{' -> open(false);
            case '[' -> open(true);
            case '}', ']' -> {
                return close();
            }
            default -> otherText |= value > ' ' && value != ',' && level == 0 && start < 0 && !tooLong;
        }
        return false;
    }

    private void open(boolean array) {
        if (start < 0 && !tooLong) {
            if (!array && depth == level && (level == 0 || inArray())) {
                start = position - 1;
                startLine = line;
            } else if (level == 0) {
                return; // between records only objects count
            }
        }
        depth++;
        if (depth <= KINDS_DEPTH_MAX) {
            arrays = array ? arrays | 1L << depth : arrays & ~(1L << depth);
        }
    }

    private boolean inArray() {
        return depth > KINDS_DEPTH_MAX || (arrays >>> depth & 1) == 1;
    }

    private boolean close() {
        if (depth == 0) {
            return false;
        }
        depth--;
        if (depth == level && (start >= 0 || tooLong)) {
            end = tooLong ? End.TOO_LONG : End.WHOLE;
            return true;
        }
        return false;
    }

    /** Counts a line; true if it cuts a record off, or held something else. */
    private boolean newline() {
        line++;
        if (start < 0 && !tooLong) {
            linewise |= depth == level && startLine == line - 1;
            inString &= level > 0;
            boolean other = otherText;
            otherText = false;
            startLine = other ? line - 1 : startLine;
            end = End.OTHER_TEXT;
            return other;
        }
        if (!linewise) {
            return false;
        }
        depth = level;
        inString = false;
        escaped = false;
        end = tooLong ? End.TOO_LONG : End.CUT_OFF;
        return true;
    }

    private boolean fill() throws IOException {
        int kept = start < 0 ? position : start;
        if (kept > 0) {
            System.arraycopy(buffer, kept, buffer, 0, limit - kept);
            position -= kept;
            limit -= kept;
            start = start < 0 ? -1 : 0;
        }
        if (limit == buffer.length) {
            if (limit >= recordBytesMax) {
                tooLong = true;
                start = -1;
                position = 0;
                limit = 0;
            } else {
                buffer = Arrays.copyOf(buffer, Math.min(recordBytesMax, buffer.length * 2));
            }
        }
        int read = in.read(buffer, limit, buffer.length - limit);
        if (read <= 0) {
            return false;
        }
        limit += read;
        return true;
    }
}
