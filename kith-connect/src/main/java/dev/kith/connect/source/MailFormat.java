package dev.kith.connect.source;

import dev.kith.event.EmailActivity;
import dev.kith.event.Problem;
import dev.kith.event.SourceRef;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;

/** A single mail (RFC 5322), as {@code .eml} files and Maildir hold it. */
public final class MailFormat implements SourceFormat {
    /** Fields that alone make a mail of a text that begins with one of them, spelt just so. */
    private static final Set<String> OPENING = Set.of("From", "Subject", "To", "Date");

    /**
     * Header fields that mark a text as a mail, from RFC 5322 and what gateways add. A head needs one of them that is rare
     * in other texts, or two of any.
     */
    private static final Set<String> COMMON = Set.of("from", "to", "date", "subject", "cc", "bcc", "sender");

    private static final Set<String> TELLING = Set.of(
            "received",
            "return-path",
            "message-id",
            "mime-version",
            "delivered-to",
            "envelope-to",
            "reply-to",
            "content-type",
            "content-transfer-encoding",
            "dkim-signature",
            "arc-seal",
            "arc-message-signature",
            "arc-authentication-results",
            "authentication-results",
            "received-spf",
            "in-reply-to",
            "references",
            "resent-from",
            "list-id",
            "x-original-to",
            "x-mailer",
            "x-account-key",
            "x-mozilla-status",
            "x-gm-thrid",
            "x-gmail-labels",
            "x-ms-exchange-organization-authas");

    private final BiFunction<byte[], SourceRef, EmailActivity> parser;
    private final int bytesMax;

    /**
     * @param parser makes an event of a mail's bytes; total, and safe for several threads
     * @param bytesMax longest mail handed to it; what goes beyond is cut and named
     */
    public MailFormat(BiFunction<byte[], SourceRef, EmailActivity> parser, int bytesMax) {
        this.parser = parser;
        this.bytesMax = bytesMax;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public boolean recognises(Head head) {
        return looksLikeHeaders(head.latin1(), head.firstVisible());
    }

    @Override
    public void read(Piece piece, EventSink sink) throws IOException {
        byte[] bytes = piece.bytes().readNBytes(bytesMax);
        if (bytes.length == bytesMax && piece.bytes().read() >= 0) {
            sink.problem(piece.whole(), cut(bytesMax));
        }
        sink.record(name());
        parse(parser, bytes, piece.whole(), sink);
    }

    /** Has one mail parsed. A mistake of ours costs this mail, and no other of its file. */
    static void parse(
            BiFunction<byte[], SourceRef, EmailActivity> parser, byte[] bytes, SourceRef where, EventSink sink) {
        EmailActivity mail;
        try {
            mail = parser.apply(bytes, where);
        } catch (RuntimeException | StackOverflowError e) {
            sink.problem(where, Problem.of("reader-failed", "mail: " + e));
            return;
        }
        if (!mail.dated()) {
            sink.problem(where, Problem.of(EmailActivity.TIME_MISSING, "judged after all mail that has a time"));
        }
        sink.event(mail);
    }

    static Problem cut(int bytesMax) {
        return Problem.of("mail-too-long", "cut after " + bytesMax + " bytes");
    }

    /**
     * Whether header fields of a mail stand here, before the first empty line. Lines that are no field are passed over; lines
     * end with LF, CR or both.
     */
    static boolean looksLikeHeaders(String text, int from) {
        int common = OPENING.contains(spelledName(text, from, lineEnd(text, from))) ? 1 : 0;
        int telling = 0;
        int start = from;
        while (start < text.length() && telling == 0 && common < 2) {
            int end = lineEnd(text, start);
            if (text.substring(start, end).isBlank()) {
                break;
            }
            String name = spelledName(text, start, end).toLowerCase(Locale.ROOT);
            common += COMMON.contains(name) ? 1 : 0;
            telling += TELLING.contains(name) ? 1 : 0;
            boolean both = end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
            start = end + (both ? 2 : 1);
        }
        return telling > 0 || common >= 2;
    }

    private static int lineEnd(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** The name before the colon as it is spelt; empty where the line is no header field. */
    static String spelledName(String text, int start, int end) {
        int i = start;
        while (i < end && text.charAt(i) > ' ' && text.charAt(i) < 127 && text.charAt(i) != ':') {
            i++;
        }
        int nameEnd = i;
        while (i < end && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        boolean field = nameEnd > start && i < end && text.charAt(i) == ':';
        return field ? text.substring(start, nameEnd) : "";
    }
}
