package dev.kith.connect.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files written into a text by uuencode (POSIX.1, {@code begin 644 name} to {@code end}): Outlook and others show them as
 * attachments. Linear in the text.
 */
final class UuFiles {
    private static final int FILES_MAX = 20; // chosen by hand
    private static final int LINE_BYTES_MAX = 45; // POSIX.1
    private static final String BEGIN = "begin ";

    /**
     * One file.
     *
     * @param start where its first line begins in the text
     * @param end where the line after its last begins
     */
    @SuppressWarnings("ArrayRecordComponent") // content is shared for speed, never compared
    record UuFile(String name, byte[] content, int start, int end) {}

    private UuFiles() {}

    static List<UuFile> in(String text) {
        List<UuFile> files = new ArrayList<>();
        int at = text.startsWith(BEGIN) ? 0 : nextBegin(text, 0);
        while (at >= 0 && files.size() < FILES_MAX) {
            UuFile file = fileAt(text, at);
            if (file != null) {
                files.add(file);
            }
            at = nextBegin(text, file == null ? at : file.end() - 1);
        }
        return files;
    }

    /** The text with the files cut out. */
    static String without(String text, List<UuFile> files) {
        StringBuilder rest = new StringBuilder(text.length());
        int from = 0;
        for (UuFile file : files) {
            rest.append(text, from, file.start());
            from = file.end();
        }
        return rest.append(text, from, text.length()).toString();
    }

    /** The first file of an encoded part; the part itself where it holds none. */
    static byte[] decoded(byte[] encoded) {
        List<UuFile> files = in(new String(encoded, StandardCharsets.ISO_8859_1));
        return files.isEmpty() ? encoded : files.get(0).content();
    }

    private static int nextBegin(String text, int from) {
        int found = text.indexOf("\n" + BEGIN, from);
        return found < 0 ? -1 : found + 1;
    }

    private static @Nullable UuFile fileAt(String text, int start) {
        int line = lineEnd(text, start);
        String name = name(text.substring(start + BEGIN.length(), line));
        if (name.isEmpty()) {
            return null;
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int at = line + 1;
        while (at < text.length()) {
            int end = lineEnd(text, at);
            int bytes = end == at ? 0 : text.charAt(at) - ' ' & 63;
            boolean last = bytes == 0 || (text.startsWith("end", at) && end <= at + 4);
            if (last || bytes > LINE_BYTES_MAX || end - at < 1 + (bytes * 4 + 2) / 3) {
                break;
            }
            line(text, at + 1, end, bytes, content);
            at = end + 1;
        }
        return content.size() == 0 ? null : new UuFile(name, content.toByteArray(), start, end(text, at));
    }

    /** Past the line of no bytes and the line that says end. */
    private static int end(String text, int from) {
        int at = Math.min(from, text.length());
        for (int i = 0; i < 2 && at < text.length(); i++) {
            int end = lineEnd(text, at);
            String line = text.substring(at, end).strip();
            if (!line.equals("end") && !line.equals("`") && !line.isEmpty()) {
                break;
            }
            at = Math.min(text.length(), end + 1);
        }
        return at;
    }

    /** The name after the file mode, {@code 644 name}; empty where none stands there. */
    private static String name(String modeAndName) {
        int at = 0;
        while (at < modeAndName.length() && modeAndName.charAt(at) >= '0' && modeAndName.charAt(at) <= '7') {
            at++;
        }
        boolean mode = (at == 3 || at == 4) && at < modeAndName.length() && modeAndName.charAt(at) == ' ';
        return mode ? Words.printable(modeAndName.substring(at).strip()) : "";
    }

    private static void line(String text, int from, int end, int bytes, ByteArrayOutputStream out) {
        int written = 0;
        for (int at = from; written < bytes; at += 4) {
            int group = 0;
            for (int i = 0; i < 4; i++) {
                int value = at + i < end ? text.charAt(at + i) - ' ' & 63 : 0;
                group = group << 6 | value;
            }
            for (int shift = 16; shift >= 0 && written < bytes; shift -= 8) {
                out.write(group >> shift & 0xff);
                written++;
            }
        }
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
