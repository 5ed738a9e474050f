package dev.kith.connect.source;

import java.nio.charset.StandardCharsets;

/**
 * How a piece begins: its first bytes, at most {@value #BYTES_MAX}, in UTF-8 where the piece began with a byte order mark.
 * Formats recognise their own by it.
 */
public final class Head {
    /** Chosen by hand: enough for the headers of nearly every mail and the first record of every log seen. */
    public static final int BYTES_MAX = 64 * 1024;

    private final byte[] bytes;
    private final String text;

    public Head(byte[] bytes) {
        if (bytes.length > BYTES_MAX) {
            throw new IllegalArgumentException("head of " + bytes.length + " bytes");
        }
        this.bytes = bytes.clone();
        this.text = new String(bytes, StandardCharsets.ISO_8859_1);
    }

    public int size() {
        return bytes.length;
    }

    /** The byte at this place, from 0 to 255. */
    public int at(int index) {
        return bytes[index] & 0xff;
    }

    byte[] bytes() {
        return bytes;
    }

    /** The bytes as characters, one for each byte (ISO 8859-1), so that ASCII marks can be looked for. */
    public String latin1() {
        return text;
    }

    /** Index of the first byte that is not blank; {@link #size()} where all are. */
    public int firstVisible() {
        int i = 0;
        while (i < bytes.length && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r' || bytes[i] == '\n')) {
            i++;
        }
        return i;
    }
}
