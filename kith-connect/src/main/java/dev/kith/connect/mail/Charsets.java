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
 * narrow names stand for their supersets: ISO-8859-1 for windows-1252, GB2312 for GB18030; a byte order mark goes before
 * any name. Where the bytes contradict the name beyond doubt they are believed, so that a false name hides no word.
 */
final class Charsets {
    private static final int NAME_CHARS_MAX = 40;
    private static final int LOOK_BYTES_MAX = 512; // chosen by hand: a few lines tell how wide characters are
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

    /** Whether bytes declared as this can be read: a set by that name, or none that would be needed. */
    static boolean isKnown(String name) {
        return named(name).isPresent()
                || Utf7.isName(name)
                || name.isEmpty()
                || Words.lower(name).endsWith("ascii");
    }

    /** Decodes by the declared set; without one as UTF-8 where it is valid, else as windows-1252. */
    static String decode(byte[] bytes, int from, int to, String declared) {
        Optional<Charset> wide = wideMark(bytes, from, to).or(() -> wide(bytes, from, to, declared));
        if (wide.isPresent()) {
            return withoutMark(new String(bytes, from, to - from, wide.get()));
        }
        if (isAscii(bytes, from, to) && !mayShift(declared)) {
            String ascii = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
            return Utf7.isName(declared) ? Utf7.decode(ascii) : ascii;
        }
        Optional<Charset> charset = named(declared);
        boolean utf8Declared = charset.isPresent() && charset.get().equals(StandardCharsets.UTF_8);
        if (charset.isPresent() && !utf8Declared && !hasOneByteCharacters(charset.get())) {
            return new String(bytes, from, to - from, charset.get());
        }
        String utf8 = utf8(bytes, from, to);
        if (utf8 != null) {
            return withoutMark(utf8);
        }
        if (utf8Declared) {
            String cut = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            return isMostlyBroken(cut) ? new String(bytes, from, to - from, WINDOWS_1252) : withoutMark(cut);
        }
        return new String(bytes, from, to - from, charset.orElse(WINDOWS_1252));
    }

    /** UTF-16 by its byte order mark. */
    static Optional<Charset> wideMark(byte[] bytes, int from, int to) {
        if (to - from < 4) {
            return Optional.empty();
        }
        boolean little = bytes[from] == (byte) 0xff && bytes[from + 1] == (byte) 0xfe;
        boolean big = bytes[from] == (byte) 0xfe && bytes[from + 1] == (byte) 0xff;
        return little
                ? Optional.of(StandardCharsets.UTF_16LE)
                : big ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    /** UTF-16 by its zeros, whatever is declared; and the byte order where UTF-16 is declared without saying which. */
    private static Optional<Charset> wide(byte[] bytes, int from, int to, String declared) {
        int pairs = Math.min(LOOK_BYTES_MAX, to - from) / 2;
        int first = 0;
        int second = 0;
        for (int i = 0; i < pairs; i++) {
            first += bytes[from + 2 * i] == 0 ? 1 : 0;
            second += bytes[from + 2 * i + 1] == 0 ? 1 : 0;
        }
        boolean big = first * 2 > pairs && second * 10 < pairs;
        boolean little = second * 2 > pairs && first * 10 < pairs;
        if (pairs > 3 && (big || little)) {
            return Optional.of(big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
        }
        boolean orderOpen = Words.lower(leadingName(declared.strip())).equals("utf-16");
        return orderOpen ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
    }

    private static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** In the sets of one byte each, a valid UTF-8 text of more than ASCII would be a heap of odd signs. */
    private static boolean hasOneByteCharacters(Charset charset) {
        String name = Words.lower(charset.name());
        return name.startsWith("windows-125") || name.startsWith("iso-8859-") || name.startsWith("koi8");
    }

    /** More characters lost than characters beyond ASCII read: the text never was UTF-8. */
    private static boolean isMostlyBroken(String decoded) {
        int lost = 0;
        int read = 0;
        for (int i = 0; i < decoded.length(); i++) {
            char c = decoded.charAt(i);
            lost += c == '\ufffd' ? 1 : 0;
            read += c > 0x7f && c != '\ufffd' ? 1 : 0;
        }
        return lost > read;
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
