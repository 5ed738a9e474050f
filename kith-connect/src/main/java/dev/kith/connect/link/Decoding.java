package dev.kith.connect.link;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Undoes the encodings that addresses are written in. Total: what is malformed stays as it stands. */
final class Decoding {
    private Decoding() {}

    /** Percent-decoding (RFC 3986), as UTF-8; a plus sign stays. */
    static String percent(String text) {
        int first = text.indexOf('%');
        if (first < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length && bytes[i] == '%' ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(bytes[i + 2], 16) : -1;
            if (low >= 0) {
                bytes[length++] = (byte) (high << 4 | low);
                i += 2;
            } else {
                bytes[length++] = bytes[i];
            }
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /** Decodes a value whose own scheme is still percent-encoded once more than expected ({@code http%3A%2F%2F}). */
    static String percentUntilScheme(String text) {
        String decoded = percent(text);
        return startsWithEncodedScheme(decoded) ? percent(decoded) : decoded;
    }

    private static boolean startsWithEncodedScheme(String text) {
        return text.regionMatches(true, 0, "http%3a", 0, 7) || text.regionMatches(true, 0, "https%3a", 0, 8);
    }

    /** Base64 in the standard or the URL alphabet, padded or not. Empty where other characters stand in it. */
    static Optional<byte[]> base64(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '=') {
            end--;
        }
        byte[] out = new byte[end * 3 / 4];
        int length = 0;
        int bits = 0;
        int held = 0;
        for (int i = 0; i < end; i++) {
            int value = base64Value(text.charAt(i));
            if (value < 0) {
                return Optional.empty();
            }
            bits = bits << 6 | value;
            held += 6;
            if (held >= 8) {
                held -= 8;
                out[length++] = (byte) (bits >> held);
            }
        }
        return Optional.of(length == out.length ? out : Arrays.copyOf(out, length));
    }

    /** Value of a character in either base64 alphabet (RFC 4648), -1 for any other. */
    static int base64Value(char c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        if (c == '+' || c == '-') {
            return 62;
        }
        return c == '/' || c == '_' ? 63 : -1;
    }

    /** Base64 that holds text. Empty where it is not base64 or not printable. */
    static Optional<String> base64Text(String text) {
        return base64(text)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .filter(Decoding::printable);
    }

    private static boolean printable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\uFFFD' || (c < ' ' && c != '\t' && c != '\n' && c != '\r')) {
                return false;
            }
        }
        return true;
    }

    /** The ampersand's entity, left behind by careless conversion to plain text. */
    static String ampersands(String text) {
        return text.indexOf("&amp;") < 0 ? text : text.replace("&amp;", "&");
    }
}
