package dev.kith.connect.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decoding of bytes whose declared character set is missing, wrong or unknown. As browsers do (WHATWG Encoding), the
 * narrow names stand for their supersets: ISO-8859-1 for windows-1252, GB2312 for GB18030.
 */
final class Charsets {
    private static final int NAME_CHARS_MAX = 40;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Map<String, String> SUPERSETS = Map.of(
            "iso-8859-1", "windows-1252",
            "latin1", "windows-1252",
            "gb2312", "gb18030",
            "gbk", "gb18030",
            "ks_c_5601-1987", "ms949",
            "euc-kr", "ms949",
            "shift_jis", "windows-31j",
            "iso-8859-9", "windows-1254",
            "iso-8859-8-i", "iso-8859-8",
            "utf8", "utf-8");

    private Charsets() {}

    /** The named set; empty for none, an unknown one, and US-ASCII, which tells nothing once a byte is above 127. */
    static Optional<Charset> named(String name) {
        String key = Words.lower(leadingName(name.strip()));
        if (key.equals("utf-8")) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (key.isEmpty() || key.length() > NAME_CHARS_MAX || key.endsWith("ascii")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(SUPERSETS.getOrDefault(key, key)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** What stands before the first character that no name has: mail programs forget quotation marks and semicolons. */
    private static String leadingName(String text) {
        int end = 0;
        while (end < text.length()
                && (Words.isAsciiLetter(text.charAt(end))
                        || Words.isAsciiDigit(text.charAt(end))
                        || "-_.:+".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return text.substring(0, end);
    }

    /** Decodes by the declared set; without one as UTF-8 where it is valid, else as windows-1252. */
    static String decode(byte[] bytes, int from, int to, String declared) {
        if (isAscii(bytes, from, to) && !mayShift(declared)) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        Optional<Charset> charset = named(declared);
        if (charset.isPresent() && !charset.get().equals(StandardCharsets.UTF_8)) {
            return new String(bytes, from, to - from, charset.get());
        }
        String utf8 = utf8(bytes, from, to);
        if (utf8 != null) {
            return utf8;
        }
        return new String(bytes, from, to - from, charset.isPresent() ? StandardCharsets.UTF_8 : WINDOWS_1252);
    }

    /** Sets whose ASCII bytes are not ASCII text. */
    private static boolean mayShift(String declared) {
        return declared.length() > 4
                && (Words.startsWithIgnoreCase(declared, "iso-2022")
                        || Words.startsWithIgnoreCase(declared, "hz-")
                        || Words.startsWithIgnoreCase(declared, "utf-16")
                        || Words.startsWithIgnoreCase(declared, "utf-32"));
    }

    static boolean isAscii(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String utf8(byte[] bytes, int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
