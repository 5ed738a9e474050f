package dev.kith.connect.intel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A text's lines in UTF-8, within limits: a line too long is cut and said to be so, a text too long ends early. */
final class Lines {
    /** Chosen by hand: the longest line of the known lists has some 200 characters. */
    private static final int LINE_BYTES_MAX = 4096;

    /** Chosen by hand: ten times the largest known list, unpacked. */
    private static final long TEXT_BYTES_MAX = 256L << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private final byte[] text = new byte[LINE_BYTES_MAX];
    private int at;
    private int end;
    private long line;
    private long bytes;
    private boolean cut;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Number of the line read last, from 1. */
    long line() {
        return line;
    }

    /** Whether the line read last was longer than a line may be. */
    boolean cut() {
        return cut;
    }

    /** Whether the text was longer than a text may be. */
    boolean tooLong() {
        return bytes > TEXT_BYTES_MAX;
    }

    /** Goes to the next line; null after the last. */
    @Nullable
    String next() throws IOException {
        cut = false;
        if (!fill() || tooLong()) {
            return null;
        }
        line++;
        int length = 0;
        boolean ended = false;
        while (!ended && !tooLong() && fill()) {
            int feed = at;
            while (feed < end && buffer[feed] != '\n') {
                feed++;
            }
            int taken = Math.min(feed - at, LINE_BYTES_MAX - length);
            System.arraycopy(buffer, at, text, length, taken);
            length += taken;
            cut |= taken < feed - at;
            ended = feed < end;
            int next = ended ? feed + 1 : feed;
            bytes += next - at;
            at = next;
        }
        if (length > 0 && text[length - 1] == '\r') {
            length--;
        }
        return new String(text, 0, length, StandardCharsets.UTF_8);
    }

    /** Makes sure that a byte is there; false at the end. */
    private boolean fill() throws IOException {
        if (at == end) {
            end = Math.max(0, in.read(buffer));
            at = 0;
        }
        return end > 0;
    }
}
