package dev.kith.simulate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Transfer encodings of text and headers (RFC 2045, RFC 2047, RFC 5322). */
final class Encoding {
    /** Longest encoded line, RFC 2045 section 6.7 and 6.8. */
    private static final int LINE_CHARS_MAX = 76;

    /** Bytes of text in one encoded word, so that the word stays within 75 characters (RFC 2047 section 2). */
    private static final int WORD_BYTES_MAX = 42;

    private Encoding() {}

    static boolean ascii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    static String quotedPrintable(String text) {
        StringBuilder out = new StringBuilder(text.length() + 100);
        for (String line : text.split("\n", -1)) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            int column = 0;
            for (int i = 0; i < bytes.length; i++) {
                int value = bytes[i] & 0xff;
                boolean last = i == bytes.length - 1;
                boolean blank = value == ' ' || value == '\t';
                boolean literal = blank ? !last : value > 32 && value < 127 && value != '=';
                int width = literal ? 1 : 3;
                if (column + width > LINE_CHARS_MAX - 1) {
                    out.append("=\r\n");
                    column = 0;
                }
                if (literal) {
                    out.append((char) value);
                } else {
                    out.append('=').append(hex(value >> 4)).append(hex(value & 15));
                }
                column += width;
            }
            out.append("\r\n");
        }
        out.setLength(out.length() - 2);
        return out.toString();
    }

    static String base64Lines(String base64) {
        StringBuilder out = new StringBuilder(base64.length() + base64.length() / 38);
        for (int i = 0; i < base64.length(); i += LINE_CHARS_MAX) {
            out.append(base64, i, Math.min(base64.length(), i + LINE_CHARS_MAX)).append("\r\n");
        }
        return out.toString();
    }

    static String base64Text(String text) {
        return base64Lines(
                Base64.getEncoder().encodeToString(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    /** A header value with words outside ASCII encoded; B where {@code base64}, else Q. */
    static String words(String text, boolean base64) {
        if (ascii(text)) {
            return text;
        }
        List<String> words = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int bytes = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            String character = new String(Character.toChars(text.codePointAt(i)));
            int width = character.getBytes(StandardCharsets.UTF_8).length * (base64 || ascii(character) ? 1 : 3);
            if (bytes + width > WORD_BYTES_MAX) {
                words.add(word(piece.toString(), base64));
                piece.setLength(0);
                bytes = 0;
            }
            piece.append(character);
            bytes += width;
        }
        words.add(word(piece.toString(), base64));
        return String.join(" ", words);
    }

    private static String word(String text, boolean base64) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (base64) {
            return "=?utf-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
        }
        StringBuilder out = new StringBuilder("=?utf-8?Q?");
        for (byte b : bytes) {
            int value = b & 0xff;
            if (value == ' ') {
                out.append('_');
            } else if (Dice.URL.substring(0, 62).indexOf(value) >= 0) {
                out.append((char) value);
            } else {
                out.append('=').append(hex(value >> 4)).append(hex(value & 15));
            }
        }
        return out.append("?=").toString();
    }

    /** A display name, quoted where RFC 5322 asks for it. */
    static String displayName(String name, boolean alwaysQuoted, boolean base64) {
        if (!ascii(name)) {
            return words(name, base64);
        }
        boolean special = name.chars().anyMatch(c -> "()<>[]:;@\\,.\"".indexOf(c) >= 0);
        return special || alwaysQuoted ? "\"" + name.replace("\"", "\\\"") + "\"" : name;
    }

    /** Folds a header line at spaces (RFC 5322 section 2.2.3). */
    static String fold(String name, String value) {
        String line = name + ": " + value;
        if (line.length() <= LINE_CHARS_MAX || value.contains("\r\n")) {
            return line + "\r\n";
        }
        StringBuilder out = new StringBuilder();
        int start = 0;
        while (line.length() - start > LINE_CHARS_MAX) {
            int from = start == 0 ? name.length() + 2 : start + 1;
            int cut = line.lastIndexOf(' ', start + LINE_CHARS_MAX);
            if (cut < from) {
                cut = line.indexOf(' ', Math.max(from, start + LINE_CHARS_MAX));
            }
            if (cut < 0) {
                break;
            }
            out.append(line, start, cut).append("\r\n");
            start = cut;
        }
        return out.append(line.substring(start)).append("\r\n").toString();
    }

    private static char hex(int value) {
        return "0123456789ABCDEF".charAt(value);
    }
}
