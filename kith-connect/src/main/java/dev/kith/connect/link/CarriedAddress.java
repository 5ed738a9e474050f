package dev.kith.connect.link;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * Whether the address of a recipient stands in a link: plain, percent-encoded, in base64 or in hexadecimal digits. Linear in
 * the link, whatever the number of recipients.
 */
final class CarriedAddress {
    /** Shortest encoded piece looked into: base64 of a seven-letter address, such as {@code a@bc.de}. */
    private static final int ENCODED_CHARS_MIN = 10;

    /** Longest encoded piece looked into: chosen by hand, an address is at most 254 characters long. */
    private static final int ENCODED_CHARS_MAX = 1_000;

    private CarriedAddress() {}

    static boolean isIn(String link, Set<String> recipients) {
        if (recipients.isEmpty()) {
            return false;
        }
        String plain = Decoding.percent(Decoding.percent(link));
        return mentions(plain, recipients) || mentionsEncoded(plain, recipients);
    }

    private static boolean mentions(String text, Set<String> recipients) {
        int at = text.indexOf('@');
        while (at >= 0) {
            int start = at;
            while (start > 0 && isLocal(text.charAt(start - 1))) {
                start--;
            }
            int end = at + 1;
            while (end < text.length() && isDomain(text.charAt(end))) {
                end++;
            }
            if (start < at && recipients.contains(text.substring(start, end).toLowerCase(Locale.ROOT))) {
                return true;
            }
            at = text.indexOf('@', Math.max(end, at + 1));
        }
        return false;
    }

    private static boolean isLocal(char c) {
        return isDomain(c) || c == '_' || c == '+' || c == '\'' || c > 0x7F;
    }

    private static boolean isDomain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    }

    private static boolean mentionsEncoded(String text, Set<String> recipients) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean part = i < text.length() && text.charAt(i) != '/' && Decoding.base64Value(text.charAt(i)) >= 0;
            if (part) {
                continue;
            }
            int length = i - start;
            if (length >= ENCODED_CHARS_MIN && length <= ENCODED_CHARS_MAX) {
                String piece = text.substring(start, i);
                if ((holdsAt(piece) && mentionsBytes(Decoding.base64(piece).orElse(new byte[0]), recipients))
                        || (piece.contains("40") && mentionsBytes(hex(piece), recipients))) {
                    return true;
                }
            }
            start = i + 1;
        }
        return false;
    }

    /** Whether base64 text holds an at sign once decoded; found without decoding it into memory. */
    private static boolean holdsAt(String piece) {
        int bits = 0;
        int held = 0;
        for (int i = 0; i < piece.length(); i++) {
            bits = (bits << 6 | Decoding.base64Value(piece.charAt(i))) & 0xFFFF;
            held += 6;
            if (held >= 8) {
                held -= 8;
                if ((bits >> held & 0xFF) == '@') {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean mentionsBytes(byte[] bytes, Set<String> recipients) {
        for (byte b : bytes) {
            if (b == '@') {
                return mentions(new String(bytes, StandardCharsets.ISO_8859_1), recipients);
            }
        }
        return false;
    }

    private static byte[] hex(String piece) {
        byte[] bytes = new byte[piece.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            int high = Character.digit(piece.charAt(2 * i), 16);
            int low = Character.digit(piece.charAt(2 * i + 1), 16);
            if (high < 0 || low < 0) {
                return new byte[0];
            }
            bytes[i] = (byte) (high << 4 | low);
        }
        return bytes;
    }
}
