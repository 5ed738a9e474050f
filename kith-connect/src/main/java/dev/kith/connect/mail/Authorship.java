package dev.kith.connect.mail;

import dev.kith.event.MailAddress;
import dev.kith.event.MailAuthentication;
import dev.kith.event.Mailbox;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who wrote to whom, by header. */
record Authorship(
        Mailbox from,
        Optional<Mailbox> sender,
        List<Mailbox> replyTo,
        Optional<MailAddress> returnPath,
        List<Mailbox> to,
        List<Mailbox> cc) {
    private static final Mailbox NOBODY = Mailbox.of("", "");

    /** @param results what hosts on the way recorded about the mail */
    static Authorship read(HeaderBlock headers, List<MailAuthentication> results, Budget budget) {
        List<Mailbox> authors = boxes(headers, "from");
        if (headers.all("from").size() > 1) {
            budget.problem("several-from-headers", headers.all("from").size() + " From headers");
        }
        Mailbox written = authors.stream()
                .filter(box -> !box.address().domain().isEmpty())
                .findFirst()
                .orElse(authors.isEmpty() ? NOBODY : authors.get(0));
        if (authors.isEmpty()) {
            budget.problem("from-missing", "no author is named");
        } else if (written.address().domain().isEmpty()) {
            budget.problem("from-without-address", headers.first("from"));
        } else if (authors.size() > 1) {
            budget.problem("several-authors", headers.first("from"));
        }
        List<Mailbox> replyTo = boxes(headers, "reply-to");
        List<Mailbox> cc = new ArrayList<>(boxes(headers, "cc"));
        Optional<Mailbox> author = ListAuthor.of(written, replyTo, cc, headers, results, budget);
        Mailbox from = author.orElse(written);
        Optional<Mailbox> sender = boxes(headers, "sender").stream()
                .filter(box -> !box.address().equals(from.address()))
                .findFirst();
        if (author.isPresent() && sender.isEmpty()) {
            sender = Optional.of(written);
        }
        cc.addAll(boxes(headers, "bcc"));
        Mailbox named = authors.isEmpty() ? sender.orElse(from) : from;
        return new Authorship(named, sender, replyTo, returnPath(headers), boxes(headers, "to"), cc);
    }

    private static List<Mailbox> boxes(HeaderBlock headers, String name) {
        List<String> values = headers.all(name);
        if (values.isEmpty()) {
            return List.of();
        }
        if (values.size() == 1) {
            return AddressReader.parse(values.get(0));
        }
        List<Mailbox> all = new ArrayList<>();
        for (String value : values) {
            if (all.size() < AddressReader.ADDRESSES_MAX) {
                all.addAll(AddressReader.parse(value));
            }
        }
        return all;
    }

    /** The envelope sender as the final host recorded it; {@code <>} is none. */
    private static Optional<MailAddress> returnPath(HeaderBlock headers) {
        for (String name : List.of("return-path", "x-envelope-from", "envelope-from")) {
            for (Mailbox box : AddressReader.parse(headers.first(name))) {
                if (!box.address().domain().isEmpty()) {
                    return Optional.of(box.address());
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the final host recorded that nobody is to be told of a failure (RFC 5321 4.5.5). */
    static boolean nullReturnPath(HeaderBlock headers) {
        return headers.first("return-path").replace(" ", "").equals("<>");
    }

    /** Envelope recipients as recorded. */
    static List<MailAddress> deliveredTo(HeaderBlock headers, List<MailAddress> received) {
        Set<MailAddress> recipients = new LinkedHashSet<>();
        for (String name : List.of(
                "delivered-to",
                "x-original-to",
                "envelope-to",
                "x-envelope-to",
                "x-delivered-to",
                "x-rcpt-to",
                "x-real-to",
                "x-ms-exchange-organization-recipient")) {
            for (String value : headers.all(name)) {
                for (Mailbox box : AddressReader.parse(value)) {
                    if (!box.address().domain().isEmpty()) {
                        recipients.add(box.address());
                    }
                }
            }
        }
        recipients.addAll(received);
        return List.copyOf(recipients);
    }

    /** Every address the mail went to, as text, lower case. */
    Set<String> recipients(List<MailAddress> deliveredTo) {
        Set<String> all = new TreeSet<>();
        to.forEach(box -> all.add(box.address().toString()));
        cc.forEach(box -> all.add(box.address().toString()));
        deliveredTo.forEach(address -> all.add(address.toString()));
        return all;
    }
}
