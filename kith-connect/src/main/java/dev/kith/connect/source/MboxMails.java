package dev.kith.connect.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The mails of an mbox, one after another. Holds two at once, each cut at a stated length. */
final class MboxMails {
    private static final int BUFFER_BYTES = 64 * 1024;
    /** RFC 5322 section 2.1.1 allows 998; a From line beyond this is no separator. */
    private static final int FROM_LINE_BYTES_MAX = 998;

    private final InputStream in;
    private final int bytesMax;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;
    private Optional<byte[]> pending;
    private boolean pendingStarted;

    /** One mail. */
    static final class Mail {
        final byte[] bytes;
        final boolean cut;

        Mail(byte[] bytes, boolean cut) {
            this.bytes = bytes;
            this.cut = cut;
        }
    }

    MboxMails(InputStream in, int bytesMax) throws IOException {
        this.in = in;
        this.bytesMax = bytesMax;
        this.pending = line();
        while (pending.isPresent() && isBlank(pending.get())) {
            pending = line();
        }
    }

    Optional<Mail> next() throws IOException {
        if (pending.isEmpty()) {
            return Optional.empty();
        }
        Optional<byte[]> line = pending;
        if (!pendingStarted && startsWith(line.get(), 0, "From ")) {
            line = line();
        }
        pendingStarted = false;
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        boolean cut = false;
        boolean blankBefore = false;
        while (line.isPresent()) {
            byte[] bytes = line.get();
            Optional<byte[]> following = line();
            if (blankBefore && isFromLine(bytes) && following.isPresent() && isField(following.get())) {
                pending = following;
                pendingStarted = true;
                return Optional.of(new Mail(mail.toByteArray(), cut));
            }
            blankBefore = isBlank(bytes);
            int from = isQuotedFrom(bytes) ? 1 : 0;
            int room = Math.max(0, Math.min(bytes.length - from, bytesMax - mail.size()));
            cut |= room < bytes.length - from;
            mail.write(bytes, from, room);
            line = following;
        }
        pending = Optional.empty();
        return Optional.of(new Mail(mail.toByteArray(), cut));
    }

    /** The next line with its end. Lines longer than the buffer come in parts, which changes nothing for their reader. */
    private Optional<byte[]> line() throws IOException {
        ByteArrayOutputStream parts = new ByteArrayOutputStream(128);
        while (true) {
            if (position == limit) {
                limit = in.read(buffer);
                position = 0;
                if (limit <= 0) {
                    limit = 0;
                    return parts.size() == 0 ? Optional.empty() : Optional.of(parts.toByteArray());
                }
            }
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            boolean complete = end < limit;
            int length = end - position + (complete ? 1 : 0);
            parts.write(buffer, position, length);
            position += length;
            if (complete || parts.size() >= BUFFER_BYTES) {
                return Optional.of(parts.toByteArray());
            }
        }
    }

    private static boolean isBlank(byte[] line) {
        return line.length == 0 || line[0] == '\n' || (line.length == 2 && line[0] == '\r' && line[1] == '\n');
    }

    /** Whether this is a separator by its own form: it bears a time of day, as every mbox writer sets it. */
    static boolean isFromLine(byte[] line) {
        if (line.length > FROM_LINE_BYTES_MAX || !startsWith(line, 0, "From ")) {
            return false;
        }
        for (int i = 5; i + 4 < line.length; i++) {
            if (digit(line[i])
                    && digit(line[i + 1])
                    && line[i + 2] == ':'
                    && digit(line[i + 3])
                    && digit(line[i + 4])) {
                return true;
            }
        }
        return false;
    }

    private static boolean isQuotedFrom(byte[] line) {
        int i = 0;
        while (i < line.length && line[i] == '>') {
            i++;
        }
        return i > 0 && startsWith(line, i, "From ");
    }

    private static boolean isField(byte[] line) {
        String text = new String(line, 0, Math.min(line.length, FROM_LINE_BYTES_MAX), StandardCharsets.ISO_8859_1);
        return text.startsWith(">From ")
                || !MailFormat.spelledName(text, 0, text.length()).isEmpty();
    }

    private static boolean digit(byte value) {
        return value >= '0' && value <= '9';
    }

    private static boolean startsWith(byte[] line, int at, String mark) {
        if (line.length < at + mark.length()) {
            return false;
        }
        for (int i = 0; i < mark.length(); i++) {
            if (line[at + i] != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
