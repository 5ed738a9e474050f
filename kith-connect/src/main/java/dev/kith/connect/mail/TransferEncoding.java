package dev.kith.connect.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Transfer encodings (RFC 2045 6) that are misspelt, contradict each other or are not declared, as far as the bytes leave no
 * doubt. What is spelt properly has been undone before.
 */
final class TransferEncoding {
    private static final int LOOK_BYTES_MAX = 16 << 10; // chosen by hand: enough to tell one encoding from another
    private static final int BASE64_DIGITS_MIN = 40; // chosen by hand: shorter runs are words, keys and hashes
    private static final int MARKS_MIN = 4; // chosen by hand: a formula may end in "=" or hold one "=20"
    private static final double PRINTABLE_MIN = 0.97; // chosen by hand: text of any set below 32 has next to no bytes
    private static final List<String> KNOWN = List.of("base64", "quoted-printable");

    enum Form {
        NONE,
        BASE64,
        QUOTED,
        UU
    }

    private TransferEncoding() {}

    /** What a field means that is none of the names of the standard; {@code NONE} where it is one, and was undone. */
    static Form misspelt(List<String> fields) {
        if (fields.isEmpty() || undone(fields)) {
            return Form.NONE;
        }
        for (String field : fields) {
            String letters = lettersAndDigits(field);
            if (letters.startsWith("base64") || letters.startsWith("xbase64") || letters.equals("b")) {
                return Form.BASE64;
            }
            if (letters.startsWith("quotedprintable") || letters.equals("q") || letters.equals("qp")) {
                return Form.QUOTED;
            }
            if (letters.startsWith("xuu") || letters.startsWith("uue") || letters.equals("uu")) {
                return Form.UU;
            }
        }
        return Form.NONE;
    }

    /** Whether the first field is spelt as the standard has it, so that the encoding was undone when the part was read. */
    static boolean undone(List<String> fields) {
        return !fields.isEmpty() && KNOWN.contains(Words.lower(fields.get(0)));
    }

    private static String lettersAndDigits(String field) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < field.length() && out.length() < 30; i++) {
            char c = field.charAt(i);
            if (c == ';' || c == '(') {
                break;
            }
            if (Words.isAsciiLetter(c) || Words.isAsciiDigit(c)) {
                out.append(Character.toLowerCase(c));
            }
        }
        return out.toString();
    }

    /** The encoding of a text that declares none, by the look of its first bytes. */
    static Form undeclared(byte[] text) {
        int length = Math.min(text.length, LOOK_BYTES_MAX);
        if (isBase64(text, length)) {
            return Form.BASE64;
        }
        int softBreaks = 0;
        int escapes = 0;
        int others = 0;
        for (int i = 0; i + 2 < length; i++) {
            if (text[i] != '=') {
                continue;
            }
            if (text[i + 1] == '\n' || (text[i + 1] == '\r' && text[i + 2] == '\n')) {
                softBreaks++;
            } else if (isEscape(text, i)) {
                escapes++;
            } else {
                others++;
            }
        }
        boolean enough = softBreaks > 0 && escapes > 0 && softBreaks + escapes >= MARKS_MIN;
        return enough && others * 20 <= softBreaks + escapes ? Form.QUOTED : Form.NONE;
    }

    /** What quoted-printable has to escape: the equals sign itself, blanks before line ends, bytes above 127. */
    private static boolean isEscape(byte[] text, int at) {
        int high = Character.digit(text[at + 1], 16);
        int low = Character.digit(text[at + 2], 16);
        boolean upper = !Character.isLowerCase(text[at + 1]) && !Character.isLowerCase(text[at + 2]);
        int value = high << 4 | low;
        return high >= 0 && low >= 0 && upper && (value == '=' || value == ' ' || value >= 0x80);
    }

    /** Nothing but base64, in lines, that holds a text. */
    private static boolean isBase64(byte[] text, int length) {
        int digits = 0;
        for (int i = 0; i < length; i++) {
            int c = text[i];
            if (Base64Text.digit((char) (c & 0xff)) >= 0) {
                digits++;
            } else if (c != '\r' && c != '\n' && c != '=' && !(c == ' ' && (digits == 0 || i + 1 == length))) {
                return false;
            }
        }
        return digits >= BASE64_DIGITS_MIN && holdsText(base64(text, length));
    }

    private static boolean holdsText(byte[] decoded) {
        int printable = 0;
        int blanks = 0;
        for (byte b : decoded) {
            int c = b & 0xff;
            blanks += c == ' ' || c == '\n' ? 1 : 0;
            printable += c >= 32 || c == '\n' || c == '\r' || c == '\t' ? 1 : 0;
        }
        // random bytes are blanks in one of 128; words are shorter than 30 letters
        return printable >= PRINTABLE_MIN * decoded.length && blanks * 30 >= decoded.length;
    }

    static byte[] decoded(Form form, byte[] encoded) {
        return switch (form) {
            case NONE -> encoded;
            case BASE64 -> base64(encoded, encoded.length);
            case QUOTED -> quoted(encoded);
            case UU -> UuFiles.decoded(encoded);
        };
    }

    private static byte[] base64(byte[] encoded, int length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(length);
        Base64Text.decode(new String(encoded, 0, length, StandardCharsets.ISO_8859_1), out);
        return out.toByteArray();
    }

    private static byte[] quoted(byte[] encoded) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(encoded.length);
        int i = 0;
        while (i < encoded.length) {
            int high = encoded[i] == '=' && i + 2 < encoded.length ? Character.digit(encoded[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(encoded[i + 2], 16) : -1;
            if (low >= 0) {
                out.write(high << 4 | low);
                i += 3;
            } else if (encoded[i] == '=' && i + 1 < encoded.length && encoded[i + 1] == '\n') {
                i += 2;
            } else if (encoded[i] == '=' && i + 2 < encoded.length && encoded[i + 1] == '\r') {
                i += 3;
            } else {
                out.write(encoded[i++]);
            }
        }
        return out.toByteArray();
    }
}
