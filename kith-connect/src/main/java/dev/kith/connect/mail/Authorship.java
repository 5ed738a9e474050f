package dev.kith.connect.mail;

import dev.kith.event.MailAddress;
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
    private static final String VIA = " via ";

    static Authorship read(HeaderBlock headers, Budget budget) {
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
        Mailbox from = beforeRewriting(written, replyTo, headers);
        Optional<Mailbox> sender = boxes(headers, "sender").stream()
                .filter(box -> !box.address().equals(from.address()))
                .findFirst();
        List<Mailbox> cc = new ArrayList<>(boxes(headers, "cc"));
        cc.addAll(boxes(headers, "bcc"));
        if (authors.isEmpty() && sender.isPresent()) {
            return new Authorship(sender.get(), sender, replyTo, returnPath(headers), boxes(headers, "to"), cc);
        }
        return new Authorship(from, sender, replyTo, returnPath(headers), boxes(headers, "to"), cc);
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

    /** Undoes what lists do to From for the sake of DMARC; only where the address is one of the list. */
    private static Mailbox beforeRewriting(Mailbox written, List<Mailbox> replyTo, HeaderBlock headers) {
        Set<String> lists = listAddresses(headers);
        boolean byList = lists.contains(written.address().toString())
                || (written.name().contains(VIA) && isOfList(written.address(), lists))
                || rewrittenByListHost(written);
        if (!byList) {
            return written;
        }
        for (String header : List.of("x-original-from", "x-original-sender")) {
            for (Mailbox original : boxes(headers, header)) {
                if (!original.address().domain().isEmpty()) {
                    return original.name().isEmpty() ? new Mailbox(nameOf(written), original.address()) : original;
                }
            }
        }
        for (Mailbox reply : replyTo) {
            if (!lists.contains(reply.address().toString())
                    && !reply.address().domain().isEmpty()) {
                return reply.name().isEmpty() ? new Mailbox(nameOf(written), reply.address()) : reply;
            }
        }
        return written;
    }

    /** {@code 'X' via team <team@lists.example.org>}: some hosts leave no other trace of the list in the mail. */
    private static boolean rewrittenByListHost(Mailbox written) {
        String domain = written.address().domain();
        return written.name().endsWith(VIA + written.address().local())
                && (domain.equals("googlegroups.com") || domain.startsWith("lists.") || domain.startsWith("groups."));
    }

    private static boolean isOfList(MailAddress address, Set<String> lists) {
        for (String list : lists) {
            if (list.endsWith("@" + address.domain())) {
                return true;
            }
        }
        return false;
    }

    private static String nameOf(Mailbox rewritten) {
        int via = rewritten.name().lastIndexOf(VIA);
        String name = via < 0 ? rewritten.name() : rewritten.name().substring(0, via);
        return name.length() > 1 && name.startsWith("'") && name.endsWith("'")
                ? name.substring(1, name.length() - 1)
                : name;
    }

    /** Addresses of the list a mail came through: where to post, in any of the headers lists write. */
    static Set<String> listAddresses(HeaderBlock headers) {
        Set<String> addresses = new TreeSet<>();
        for (String name : List.of("list-post", "x-beenthere", "x-mailing-list", "mailing-list", "x-loop")) {
            for (String value : headers.all(name)) {
                String text = value.replace("mailto:", "").replace("list ", "");
                int query = text.indexOf('?');
                for (Mailbox box : AddressReader.parse(query > 0 ? text.substring(0, query) + ">" : text)) {
                    if (!box.address().domain().isEmpty()) {
                        addresses.add(box.address().toString());
                    }
                }
            }
        }
        return addresses;
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
