package dev.kith.connect.mail;

import dev.kith.event.MailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An Exchange journal report, or another bare wrapper around one message: the message within, with the envelope that the
 * report states (sender, recipients, also blind ones and those of expanded groups).
 */
record JournalReport(Part message, Optional<MailAddress> sender, List<MailAddress> recipients) {
    private static final int LINES_MAX = 5_000; // chosen by hand: the largest distribution of one message
    private static final List<String> RECIPIENT_LABELS = List.of("recipient:", "to:", "cc:", "bcc:", "on-behalf-of:");

    /** Empty where the mail is no wrapper. */
    static Optional<JournalReport> of(Part outer, Budget budget) {
        if (outer.isMessage()
                && outer.children().size() == 1
                && outer.headers().first("from").isEmpty()) {
            return Optional.of(new JournalReport(outer.children().get(0), Optional.empty(), List.of()));
        }
        boolean marked =
                outer.headers().has("x-ms-journal-report") || outer.headers().has("x-ms-exchange-journal-report");
        if (!outer.isMultipart() || outer.children().size() < 2) {
            return Optional.empty();
        }
        Part report = outer.children().get(0);
        Part wrapped = outer.children().get(1);
        if (!report.type().equals("text/plain")
                || !wrapped.isMessage()
                || wrapped.children().isEmpty()) {
            return Optional.empty();
        }
        String text = MessageBody.text(report.content(), report.contentType().parameter("charset"), false, budget);
        if (!marked && !looksLikeReport(text)) {
            return Optional.empty();
        }
        return Optional.of(read(text, wrapped.children().get(0)));
    }

    private static boolean looksLikeReport(String text) {
        String lower = Words.lower(Words.cut(text, 4_000)).stripLeading();
        return lower.startsWith("sender:") && lower.contains("\nmessage-id:") && lower.contains("\nrecipient:");
    }

    private static JournalReport read(String text, Part message) {
        Optional<MailAddress> sender = Optional.empty();
        List<MailAddress> recipients = new ArrayList<>();
        for (String line : text.lines().limit(LINES_MAX).toList()) {
            String lower = Words.lower(line);
            if (lower.startsWith("sender:")) {
                sender = address(line.substring(7));
            }
            for (String label : RECIPIENT_LABELS) {
                if (lower.startsWith(label)) {
                    address(line.substring(label.length())).ifPresent(recipients::add);
                }
            }
        }
        return new JournalReport(message, sender, List.copyOf(recipients));
    }

    /** {@code a@b.example, Expanded: c@d.example} names a@b.example. */
    private static Optional<MailAddress> address(String text) {
        int comma = text.indexOf(',');
        String first = (comma < 0 ? text : text.substring(0, comma))
                .replace("<", "")
                .replace(">", "")
                .strip();
        return first.indexOf('@') > 0 && first.length() < 320 ? Optional.of(MailAddress.of(first)) : Optional.empty();
    }
}
