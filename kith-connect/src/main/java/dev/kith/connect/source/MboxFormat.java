package dev.kith.connect.source;

import dev.kith.event.EmailActivity;
import dev.kith.event.Problem;
import dev.kith.event.SourceRef;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A file of many mails, each behind a line that begins with {@code From } (RFC 4155, and its kin mboxo, mboxrd, mboxcl). A
 * separator is a {@code From } line with a time of day in it, at the start or after an empty line, with a header field on
 * the next line: so a sentence that begins with "From" parts nothing, quoted or not. {@code Content-Length} is not believed,
 * for it is often wrong and its author may be anyone. One {@code >} is taken off quoted From lines (mboxrd).
 */
public final class MboxFormat implements SourceFormat {
    private final BiFunction<byte[], SourceRef, EmailActivity> parser;
    private final int bytesMax;

    /** As {@link MailFormat#MailFormat}. */
    public MboxFormat(BiFunction<byte[], SourceRef, EmailActivity> parser, int bytesMax) {
        this.parser = parser;
        this.bytesMax = bytesMax;
    }

    @Override
    public String name() {
        return "mbox";
    }

    @Override
    public boolean recognises(Head head) {
        String text = head.latin1();
        int start = head.firstVisible();
        if (!text.startsWith("From ", start)) {
            return false;
        }
        int line = text.indexOf('\n', start);
        return line >= 0 && MailFormat.looksLikeHeaders(text, line + 1);
    }

    /** A file with a single mail in it is named like a mail; else each bears its number, from 1. */
    @Override
    public void read(Piece piece, EventSink sink) throws IOException {
        MboxMails mails = new MboxMails(piece.bytes(), bytesMax);
        Optional<MboxMails.Mail> mail = mails.next();
        long number = 1;
        while (mail.isPresent()) {
            Optional<MboxMails.Mail> next = mails.next();
            SourceRef where = number == 1 && next.isEmpty() ? piece.whole() : piece.at(number);
            if (mail.get().cut) {
                Problem problem = MailFormat.cut(bytesMax);
                sink.problem(where, problem);
            }
            sink.record(name());
            MailFormat.parse(parser, mail.get().bytes, where, sink);
            mail = next;
            number++;
        }
    }
}
