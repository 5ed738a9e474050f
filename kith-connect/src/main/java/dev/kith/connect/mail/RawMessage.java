package dev.kith.connect.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes of a message as programs have stored them, put into the form of RFC 5322: lines that end with LF, no mark before. */
final class RawMessage {
    private static final int LOOK_BYTES_MAX = 8 << 10; // chosen by hand: the first header fields

    private RawMessage() {}

    /** The bytes themselves where nothing is to be repaired. */
    static byte[] repaired(byte[] message, Budget budget) {
        byte[] bytes = message;
        if (Charsets.wideMark(bytes, 0, bytes.length).isPresent()) {
            budget.problem("message-in-utf-16", "the whole message is stored in UTF-16");
            bytes = Charsets.decode(bytes, 0, bytes.length, "").getBytes(StandardCharsets.UTF_8);
        }
        int look = Math.min(LOOK_BYTES_MAX, bytes.length);
        boolean lineFeeds = indexOf(bytes, '\n', look) >= 0;
        int carriageReturn = indexOf(bytes, '\r', look);
        if (carriageReturn >= 0 && !lineFeeds) {
            budget.problem("line-ends-cr", "lines end with CR alone");
            return withLineFeeds(bytes);
        }
        boolean doubled = carriageReturn >= 0 && carriageReturn + 1 < look && bytes[carriageReturn + 1] == '\r';
        return doubled ? withLineFeeds(bytes) : bytes;
    }

    /** Passes over a byte order mark and empty lines before the header. */
    static int start(byte[] message) {
        int at = message.length > 2 && message[0] == (byte) 0xef && message[1] == (byte) 0xbb ? 3 : 0;
        while (at < message.length && (message[at] == '\n' || message[at] == '\r')) {
            at++;
        }
        return at;
    }

    private static int indexOf(byte[] bytes, char wanted, int limit) {
        for (int i = 0; i < limit; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** CR, CR LF and CR CR LF as LF. */
    private static byte[] withLineFeeds(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        int i = 0;
        while (i < bytes.length) {
            if (bytes[i] != '\r') {
                out.write(bytes[i++]);
                continue;
            }
            int end = i;
            while (end < bytes.length && bytes[end] == '\r' && end - i < 2) {
                end++;
            }
            boolean lineFeed = end < bytes.length && bytes[end] == '\n';
            out.write('\n');
            i = lineFeed ? end + 1 : i + 1;
        }
        return out.toByteArray();
    }
}
