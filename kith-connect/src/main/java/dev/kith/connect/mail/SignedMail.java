package dev.kith.connect.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * S/MIME parts that hold a whole message in one piece (RFC 8551 3.5.2, "opaque" signing, and encryption): CMS content info
 * (RFC 5652) in DER or BER. The message within a signature is read; the signature is not checked. What is encrypted stays
 * closed.
 */
final class SignedMail {
    private static final byte[] SIGNED = oid(2);
    private static final byte[] ENVELOPED = oid(3);
    private static final byte[] DATA = oid(1);
    private static final int LOOK_BYTES_MAX = 64; // the type stands at the beginning, after two lengths
    private static final int DATA_LOOK_BYTES_MAX = 512; // chosen by hand: version and digest names come before
    private static final int PIECES_MAX = 100_000; // chosen by hand: pieces of 1,000 bytes are usual

    private SignedMail() {}

    /** The object identifier 1.2.840.113549.1.7.n with its tag. */
    private static byte[] oid(int last) {
        byte[] oid = "\6\11\52\206\110\206\367\15\1\7\0".getBytes(StandardCharsets.ISO_8859_1);
        oid[oid.length - 1] = (byte) last;
        return oid;
    }

    static boolean isType(String mediaType) {
        return mediaType.equals("application/pkcs7-mime") || mediaType.equals("application/x-pkcs7-mime");
    }

    static boolean isEncrypted(byte[] cms) {
        return FileType.indexOf(cms, ENVELOPED, 0, LOOK_BYTES_MAX) >= 0;
    }

    /** The bytes that were signed; empty where there are none, or the part is of another kind. */
    static Optional<byte[]> content(byte[] cms) {
        int signed = FileType.indexOf(cms, SIGNED, 0, LOOK_BYTES_MAX);
        if (signed < 0) {
            return Optional.empty();
        }
        int data = FileType.indexOf(cms, DATA, signed + SIGNED.length, signed + DATA_LOOK_BYTES_MAX);
        int at = data + DATA.length;
        if (data < 0 || at >= cms.length || (cms[at] & 0xff) != 0xa0) {
            return Optional.empty();
        }
        Length wrapper = Length.at(cms, at + 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        strings(cms, wrapper.start(), wrapper.end(), out);
        return out.size() == 0 ? Optional.empty() : Optional.of(out.toByteArray());
    }

    /** One octet string, or a constructed one of many pieces. */
    private static void strings(byte[] cms, int from, int to, ByteArrayOutputStream out) {
        int at = from;
        int end = to;
        for (int i = 0; i < PIECES_MAX && at + 1 < end; i++) {
            int tag = cms[at] & 0xff;
            Length length = Length.at(cms, at + 1);
            if (tag == 0x24) {
                end = Math.min(end, length.end());
                at = length.start();
            } else if (tag == 0x04) {
                out.writeBytes(Arrays.copyOfRange(cms, length.start(), length.end()));
                at = length.end();
            } else {
                return;
            }
        }
    }

    /**
     * Where a value stands.
     *
     * @param end after it; the end of all bytes where its length is left open
     */
    private record Length(int start, int end) {
        static Length at(byte[] bytes, int at) {
            if (at >= bytes.length) {
                return new Length(bytes.length, bytes.length);
            }
            int first = bytes[at] & 0xff;
            int octets = first & 0x7f;
            int start = Math.min(bytes.length, at + 1 + (first > 0x7f ? octets : 0));
            if (first <= 0x7f) {
                return new Length(start, Math.min(bytes.length, start + first));
            }
            long length = 0;
            for (int i = at + 1; i < start && octets <= 4; i++) {
                length = length << 8 | (bytes[i] & 0xff);
            }
            boolean open = octets == 0 || octets > 4;
            return new Length(start, open ? bytes.length : (int) Math.min(bytes.length, start + length));
        }
    }
}
