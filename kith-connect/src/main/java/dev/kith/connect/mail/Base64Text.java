package dev.kith.connect.mail;

import java.io.ByteArrayOutputStream;

/** Base64 (RFC 4648) in both alphabets; whatever is no digit of it is passed over. */
final class Base64Text {
    private Base64Text() {}

    static void decode(String text, ByteArrayOutputStream out) {
        int bits = 0;
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = digit(text.charAt(i));
            if (digit < 0) {
                continue;
            }
            bits = bits << 6 | digit;
            count += 6;
            if (count >= 8) {
                count -= 8;
                out.write(bits >> count & 0xff);
            }
        }
    }

    /** Value of a digit of either alphabet; -1 for any other character. */
    static int digit(char c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        return c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
    }
}
