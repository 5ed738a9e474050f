package dev.kith.connect.mail;

import dev.kith.event.MailAuthentication;
import dev.kith.event.MailAuthentication.Verdict;
import dev.kith.event.Mailbox;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The author of a mail in whose From a list has put itself, as lists do for the sake of DMARC (RFC 7960 4.1.3.2). What they
 * leave of the author:
 *
 * <ul>
 *   <li>Mailman 2.1 and 3: {@code Jane via Team <team@lists.example>}, Reply-To, or Cc where replies go to the list;
 *   <li>Google Groups: {@code 'Jane' via Team <team@...>}, X-Original-From, X-Original-Sender, Reply-To;
 *   <li>Sympa: {@code Jane (via Team Mailing List) <team@...>}, X-Original-From;
 *   <li>groups.io: {@code Jane via groups.io <jane=a.example@groups.io>};
 *   <li>LISTSERV: {@code Jane <0123-dmarc-request@...>}, nothing else: the pseudonym stands for the author.
 * </ul>
 *
 * Anybody can write all this. So the author is taken only where the mail shows the list, and where the host that delivered
 * it recorded results, one of them passes for the list or for the author himself; a mail without any result is as
 * forgeable in its From as in its Reply-To. Whoever runs a list of his own can still name any author: the list stays in
 * the sender, so that it can be judged whether the list is known.
 */
final class ListAuthor {
    private static final String VIA = " via ";
    private static final List<String> LIST_HEADERS =
            List.of("list-post", "x-beenthere", "x-mailing-list", "mailing-list", "x-loop");
    private static final Set<String> METHODS = Set.of("spf", "dkim", "dmarc");

    private final Mailbox written;
    private final List<Mailbox> replyTo;
    private final List<Mailbox> cc;
    private final HeaderBlock headers;
    private final Set<String> lists;

    private ListAuthor(Mailbox written, List<Mailbox> replyTo, List<Mailbox> cc, HeaderBlock headers) {
        this.written = written;
        this.replyTo = replyTo;
        this.cc = cc;
        this.headers = headers;
        this.lists = addresses(headers);
    }

    /**
     * The author behind a list's address.
     *
     * @param written the From as it stands
     * @param results what was recorded about the mail
     * @return empty where From is the author's own, or nothing speaks for the author that is named
     */
    static Optional<Mailbox> of(
            Mailbox written,
            List<Mailbox> replyTo,
            List<Mailbox> cc,
            HeaderBlock headers,
            List<MailAuthentication> results,
            Budget budget) {
        ListAuthor reader = new ListAuthor(written, replyTo, cc, headers);
        Optional<Mailbox> author = reader.isRewritten() ? reader.author() : Optional.empty();
        if (author.isPresent() && !reader.isVouchedFor(author.get(), results)) {
            budget.problem("list-not-proven", "no result of the final host speaks for " + written.address());
            return Optional.empty();
        }
        return author;
    }

    private boolean isRewritten() {
        boolean via = written.name().contains(VIA) || written.name().contains("(via ");
        if (lists.contains(written.address().toString())) {
            return via || headers.has("x-original-from") || headers.has("x-original-sender");
        }
        return isByHost() || (via && (isOfList() || !groupsIoAuthor().isEmpty()));
    }

    /** {@code 'X' via team <team@lists.example.org>}: some hosts leave no other trace of the list in the mail. */
    private boolean isByHost() {
        String domain = written.address().domain();
        return written.name().endsWith(VIA + written.address().local())
                && (domain.equals("googlegroups.com") || domain.startsWith("lists.") || domain.startsWith("groups."));
    }

    private boolean isOfList() {
        for (String list : lists) {
            if (list.endsWith("@" + written.address().domain())) {
                return true;
            }
        }
        return false;
    }

    /** {@code jane=a.example@groups.io} is jane@a.example; empty for any other form. */
    private String groupsIoAuthor() {
        String local = written.address().local();
        int equals = local.lastIndexOf('=');
        return equals > 0 && written.address().domain().equals("groups.io")
                ? local.substring(0, equals) + "@" + local.substring(equals + 1)
                : "";
    }

    private Optional<Mailbox> author() {
        if (!groupsIoAuthor().isEmpty()) {
            return Optional.of(Mailbox.of(name(), groupsIoAuthor()));
        }
        for (String header : List.of("x-original-from", "x-original-sender")) {
            for (Mailbox original : AddressReader.parse(headers.first(header))) {
                if (!original.address().domain().isEmpty()) {
                    return Optional.of(named(original));
                }
            }
        }
        for (Mailbox reply : replyTo) {
            if (isOutside(reply)) {
                return Optional.of(named(reply));
            }
        }
        for (Mailbox copied : cc) {
            if (isOutside(copied) && !name().isEmpty() && copied.name().equals(name())) {
                return Optional.of(copied);
            }
        }
        return Optional.empty();
    }

    private boolean isOutside(Mailbox box) {
        return !box.address().domain().isEmpty()
                && !lists.contains(box.address().toString())
                && !box.address().equals(written.address());
    }

    private Mailbox named(Mailbox author) {
        return author.name().isEmpty() ? new Mailbox(name(), author.address()) : author;
    }

    /** The author's name in the rewritten one. */
    private String name() {
        String whole = written.name();
        int via = Math.max(whole.lastIndexOf(VIA), whole.lastIndexOf(" (via "));
        String name = via < 0 ? whole : whole.substring(0, via);
        return name.length() > 1 && name.startsWith("'") && name.endsWith("'")
                ? name.substring(1, name.length() - 1)
                : name;
    }

    /**
     * Whether the topmost host recorded a pass for the list or the author, or nobody recorded any result. Where the list's
     * own headers are there, it does not speak against it that nothing was found to check, nor that the author's signature
     * is broken: lists break it.
     */
    private boolean isVouchedFor(Mailbox author, List<MailAuthentication> results) {
        List<MailAuthentication> told = results.stream()
                .filter(result -> !result.arc() && METHODS.contains(result.method()))
                .filter(result -> lists.isEmpty() || speaks(result, author))
                .toList();
        return told.isEmpty()
                || told.stream()
                        .filter(result -> result.authservId().equals(told.get(0).authservId()))
                        .filter(result -> result.verdict() == Verdict.PASS)
                        .anyMatch(result -> within(
                                        result.domain(), written.address().domain())
                                || within(result.domain(), author.address().domain()));
    }

    private static boolean speaks(MailAuthentication result, Mailbox author) {
        boolean broken = result.verdict() != Verdict.PASS
                && within(result.domain(), author.address().domain());
        return result.verdict() != Verdict.NONE && !broken;
    }

    /** Whether one of the names is the other or lies below it. */
    private static boolean within(String one, String other) {
        return one.equals(other)
                || (one.indexOf('.') > 0 && other.endsWith("." + one))
                || (other.indexOf('.') > 0 && one.endsWith("." + other));
    }

    /** Addresses of the list a mail came through: where to post, in any of the headers lists write. */
    static Set<String> addresses(HeaderBlock headers) {
        Set<String> addresses = new TreeSet<>();
        for (String name : LIST_HEADERS) {
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
}
