package dev.kith.connect.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** UTF-7 (RFC 2152), which the platform does not know and some programs of recipients still decode. */
final class Utf7 {
    private Utf7() {}

    static boolean isName(String charset) {
        String name = Words.lower(charset.strip());
        return name.startsWith("utf-7")
                || name.startsWith("unicode-1-1-utf-7")
                || name.startsWith("x-unicode-2-0-utf-7");
    }

    /** {@code +AGE-} as the letter; {@code +-} as a plus sign; what is none of these stays. */
    static String decode(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '+') {
                out.append(c);
                continue;
            }
            int end = at;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
            boolean closed = end < text.length() && text.charAt(end) == '-';
            out.append(end == at ? "+" : wide(text.substring(at, end)));
            at = closed ? end + 1 : end;
        }
        return out.toString();
    }

    private static boolean isDigit(char c) {
        return c != '-' && c != '_' && Base64Text.digit(c) >= 0;
    }

    private static String wide(String digits) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Base64Text.decode(digits, bytes);
        byte[] all = bytes.toByteArray();
        return new String(all, 0, all.length / 2 * 2, StandardCharsets.UTF_16BE);
    }
}
