package dev.kith.connect.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Encoded words of headers (RFC 2047), read as mail programs write them: within quotes, without spaces around them, with
 * a character split over two of them, with spaces inside, with a language tag (RFC 2231). What cannot be decoded stays.
 */
final class EncodedWords {
    private EncodedWords() {}

    static String decode(String text) {
        int start = text.indexOf("=?");
        if (start < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        Pending pending = new Pending(out);
        int at = 0;
        while (start >= 0) {
            int charsetEnd = text.indexOf('?', start + 2);
            int encodingEnd = charsetEnd < 0 ? -1 : text.indexOf('?', charsetEnd + 1);
            int end = encodingEnd < 0 ? -1 : text.indexOf("?=", encodingEnd + 1);
            if (end < 0) {
                break;
            }
            if (encodingEnd != charsetEnd + 2) {
                start = text.indexOf("=?", start + 2);
                continue;
            }
            String between = text.substring(at, start);
            if (!(between.isBlank() && pending.any())) {
                pending.flush();
                out.append(between);
            }
            pending.add(
                    text.substring(start + 2, charsetEnd),
                    text.charAt(charsetEnd + 1),
                    text.substring(encodingEnd + 1, end));
            at = end + 2;
            start = text.indexOf("=?", at);
        }
        pending.flush();
        return out.append(text, at, text.length()).toString();
    }

    /** Decoded bytes not yet turned into characters: a character may be split over adjacent words of one set. */
    private static final class Pending {
        private final StringBuilder out;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private String charset = "";
        private boolean any;

        Pending(StringBuilder out) {
            this.out = out;
        }

        boolean any() {
            return any;
        }

        void add(String declared, char encoding, String encoded) {
            int star = declared.indexOf('*');
            String set = star < 0 ? declared : declared.substring(0, star);
            if (!set.equalsIgnoreCase(charset)) {
                boolean following = any;
                flush();
                any = following;
                charset = set;
            }
            any = true;
            if (encoding == 'B' || encoding == 'b') {
                Base64Text.decode(encoded, bytes);
            } else {
                quoted(encoded);
            }
        }

        private void quoted(String encoded) {
            for (int i = 0; i < encoded.length(); i++) {
                char c = encoded.charAt(i);
                int high = c == '=' && i + 2 < encoded.length() ? Character.digit(encoded.charAt(i + 1), 16) : -1;
                int low = high >= 0 ? Character.digit(encoded.charAt(i + 2), 16) : -1;
                if (low >= 0) {
                    bytes.write(high << 4 | low);
                    i += 2;
                } else if (c == '_') {
                    bytes.write(' ');
                } else if (c < 0x80) {
                    bytes.write(c);
                } else {
                    bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
                }
            }
        }

        void flush() {
            if (bytes.size() > 0) {
                byte[] decoded = bytes.toByteArray();
                out.append(Charsets.decode(decoded, 0, decoded.length, charset));
                bytes.reset();
            }
            any = false;
        }
    }
}
