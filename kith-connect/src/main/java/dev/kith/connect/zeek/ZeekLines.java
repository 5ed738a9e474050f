package dev.kith.connect.zeek;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Lines of a file, one at a time, as bytes. Those beyond a length are given up, and reading goes on at the next. */
final class ZeekLines {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final InputStream in;
    private final int lineBytesMax;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;
    private byte[] line = new byte[1024];
    private int length;
    private boolean tooLong;
    private long number;

    ZeekLines(InputStream in, int lineBytesMax) {
        this.in = in;
        this.lineBytesMax = lineBytesMax;
    }

    /** Goes to the next line; false at the end. */
    boolean next() throws IOException {
        length = 0;
        tooLong = false;
        boolean any = false;
        while (true) {
            if (position == limit) {
                limit = Math.max(0, in.read(buffer));
                position = 0;
                if (limit == 0) {
                    number += any ? 1 : 0;
                    return any;
                }
            }
            any = true;
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            take(end);
            boolean whole = end < limit;
            position = whole ? end + 1 : end;
            if (whole) {
                length -= length > 0 && line[length - 1] == '\r' ? 1 : 0;
                number++;
                return true;
            }
        }
    }

    private void take(int end) {
        int more = end - position;
        if (tooLong || length + more > lineBytesMax) {
            tooLong = true;
            length = 0;
            return;
        }
        if (line.length < length + more) {
            line = Arrays.copyOf(line, Math.max(2 * line.length, length + more));
        }
        System.arraycopy(buffer, position, line, length, more);
        length += more;
    }

    boolean isHead() {
        return length > 0 && line[0] == '#';
    }

    boolean tooLong() {
        return tooLong;
    }

    /** From 1. */
    long number() {
        return number;
    }

    /** The bytes of the line, of which {@link #length()} count; overwritten by the next. */
    byte[] bytes() {
        return line;
    }

    int length() {
        return length;
    }

    String text() {
        return new String(line, 0, length, StandardCharsets.UTF_8);
    }
}
