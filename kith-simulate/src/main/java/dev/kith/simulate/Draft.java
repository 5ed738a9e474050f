package dev.kith.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A mail as its author means it, before a program writes it and servers carry it.
 *
 * @param references Message-IDs of the thread, oldest first; the last is the one answered
 * @param headers further headers that its program or service sets
 * @param calendar an invitation to set as an alternative part; empty where there is none
 */
record Draft(
        Correspondent from,
        List<Correspondent> to,
        List<Correspondent> cc,
        String subject,
        Body body,
        List<Attachment> attachments,
        List<String> references,
        List<Header> headers,
        Layout layout,
        Optional<String> calendar) {
    Draft {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        attachments = List.copyOf(attachments);
        references = List.copyOf(references);
        headers = List.copyOf(headers);
    }

    static Draft of(Correspondent from, List<Correspondent> to, String subject, Body body) {
        return new Draft(
                from, to, List.of(), subject, body, List.of(), List.of(), List.of(), Layout.PERSONAL, Optional.empty());
    }

    Draft copyTo(List<Correspondent> copied) {
        return new Draft(from, to, copied, subject, body, attachments, references, headers, layout, calendar);
    }

    Draft attach(Attachment attachment) {
        List<Attachment> more = new ArrayList<>(attachments);
        more.add(attachment);
        return new Draft(from, to, cc, subject, body, more, references, headers, layout, calendar);
    }

    Draft answering(List<String> thread) {
        return new Draft(from, to, cc, subject, body, attachments, thread, headers, layout, calendar);
    }

    Draft header(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Draft(from, to, cc, subject, body, attachments, references, more, layout, calendar);
    }

    Draft laidOut(Layout as) {
        return new Draft(from, to, cc, subject, body, attachments, references, headers, as, calendar);
    }

    Draft inviting(String ics) {
        return new Draft(from, to, cc, subject, body, attachments, references, headers, layout, Optional.of(ics));
    }

    Draft withBody(Body changed) {
        return new Draft(from, to, cc, subject, changed, attachments, references, headers, layout, calendar);
    }

    /** A header field. */
    record Header(String name, String value) {}

    /** How the text is set. */
    enum Layout {
        /** As the author's program sets a letter. */
        PERSONAL,
        /** A designed page with a title, as services and newsletters send. */
        DESIGNED,
        /** Plain text only. */
        PLAIN
    }
}
