package dev.kith.connect.mail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files within {@code winmail.dat} (MS-OXTNEF), in which Outlook packs what it attaches to rich text mail: a stream of
 * attributes, each with level, name, length, data and checksum. Long names stand in MAPI properties, which are not read: the
 * title is the name in its short form where the sender's program shortens it.
 */
final class TnefReader {
    private static final int STREAM_HEADER_BYTES = 6;
    private static final int ATTRIBUTE_HEADER_BYTES = 9;
    private static final int CHECKSUM_BYTES = 2;
    private static final int ATTACH_REND_DATA = 0x00069002; // begins an attachment
    private static final int ATTACH_TITLE = 0x00018010;
    private static final int ATTACH_DATA = 0x0006800f;
    private static final int ATTRIBUTES_MAX = 5_000; // chosen by hand
    private static final int FILES_MAX = 100; // chosen by hand

    /** One file; its name may be empty. */
    @SuppressWarnings("ArrayRecordComponent") // content is shared for speed, never compared
    record TnefFile(String name, byte[] content) {}

    private TnefReader() {}

    static List<TnefFile> files(byte[] tnef) {
        List<TnefFile> files = new ArrayList<>();
        String name = "";
        byte[] content = null;
        int at = STREAM_HEADER_BYTES;
        for (int i = 0; i < ATTRIBUTES_MAX && at + ATTRIBUTE_HEADER_BYTES <= tnef.length; i++) {
            int attribute = (int) u32(tnef, at + 1);
            int start = at + ATTRIBUTE_HEADER_BYTES;
            int end = (int) Math.min(tnef.length, start + u32(tnef, at + 5));
            if (attribute == ATTACH_REND_DATA) {
                add(files, name, content);
                name = "";
                content = null;
            } else if (attribute == ATTACH_TITLE) {
                name = name(tnef, start, end);
            } else if (attribute == ATTACH_DATA) {
                content = Arrays.copyOfRange(tnef, start, end);
            }
            at = end + CHECKSUM_BYTES;
        }
        add(files, name, content);
        return files;
    }

    private static void add(List<TnefFile> files, String name, byte @Nullable [] content) {
        if (content != null && files.size() < FILES_MAX) {
            files.add(new TnefFile(name, content));
        }
    }

    private static String name(byte[] tnef, int start, int end) {
        int to = start;
        while (to < end && tnef[to] != 0) {
            to++;
        }
        return Words.printable(Charsets.decode(tnef, start, to, ""));
    }

    private static long u32(byte[] bytes, int at) {
        return (bytes[at] & 0xffL)
                | (bytes[at + 1] & 0xffL) << 8
                | (bytes[at + 2] & 0xffL) << 16
                | (bytes[at + 3] & 0xffL) << 24;
    }
}
