package dev.kith.investigate;

import dev.kith.detect.SensitiveNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * How far an incident reaches: everything that somebody has to look after.
 *
 * @param accounts ours that were used
 * @param lured ours that the mail it began with reached and that were not seen to be used
 * @param partners outside senders of that mail, who are probably hijacked themselves
 * @param opened files that were opened, changed or fetched
 * @param fetched those of them that were fetched
 * @param secrets those whose names speak of passwords, cards and the like
 * @param links files that anybody with the link can open since
 * @param applications that were let in
 * @param rules made in mailboxes
 * @param colleagues ours that mail was sent to from there
 * @param outside organisations that mail was sent to from there, those with the most mails first
 * @param addressees how many outside addresses those are
 * @param unknown mails sent of which it is not known to whom
 */
public record BlastRadius(
        Named accounts,
        Named lured,
        Named partners,
        Named opened,
        Named fetched,
        Named secrets,
        Named links,
        Named applications,
        Named rules,
        Named colleagues,
        List<Outside> outside,
        int organisations,
        int addressees,
        int unknown) {
    private static final int OUTSIDE_MAX = 200;
    private static final int ADDRESSES_MAX = 20;

    public BlastRadius {
        outside = List.copyOf(outside);
    }

    /**
     * Things counted, and named as far as there is room.
     *
     * @param first at most {@value #NAMED_MAX}, in the order of appearance
     */
    public record Named(int count, List<String> first) {
        private static final int NAMED_MAX = 100;

        public Named {
            first = List.copyOf(first);
        }

        static Named of(Collection<String> all) {
            return new Named(all.size(), all.stream().limit(NAMED_MAX).toList());
        }

        public boolean isEmpty() {
            return count == 0;
        }
    }

    /**
     * An organisation that was written to, by the domain of its addresses.
     *
     * @param mails sent there; one to several of its people is one
     * @param count of its addresses
     * @param addresses at most {@value #ADDRESSES_MAX} of them
     */
    public record Outside(String domain, int mails, int count, List<String> addresses) {
        public Outside {
            addresses = List.copyOf(addresses);
        }
    }

    /**
     * @param acts what was done, in time order
     * @param lures the mails it began with
     * @param sentTo whom a mail was sent to, by its Message-ID
     */
    static BlastRadius of(
            Collection<String> accounts, List<Trace> acts, List<MailTrace> lures, Function<String, Addressees> sentTo) {
        Set<String> lured = new LinkedHashSet<>();
        Set<String> partners = new LinkedHashSet<>();
        for (MailTrace lure : lures) {
            lured.addAll(lure.to());
            if (!lure.internal()) {
                partners.add(lure.from());
            }
        }
        lured.removeAll(accounts);
        Set<String> opened = new LinkedHashSet<>();
        Set<String> fetched = new LinkedHashSet<>();
        Set<String> links = new LinkedHashSet<>();
        Set<String> applications = new LinkedHashSet<>();
        Set<String> rules = new LinkedHashSet<>();
        Sent sent = new Sent();
        for (Trace t : acts) {
            switch (t.act()) {
                case FILE_OPEN, FILE_CHANGE -> opened.add(t.object());
                case FILE_DOWNLOAD, FILE_SYNC, ANONYMOUS_LINK_USED -> {
                    opened.add(t.object());
                    fetched.add(t.object());
                }
                case ANONYMOUS_LINK_CREATED -> {
                    opened.add(t.object());
                    links.add(t.object());
                }
                case CONSENT -> {
                    if (t.note().isPresent()) {
                        applications.add(t.object().isEmpty() ? t.application() : t.object());
                    }
                }
                case INBOX_RULE, FORWARDING ->
                    rules.add(t.object().substring(t.object().lastIndexOf('/') + 1) + " (" + Containment.owner(t) + ")"
                            + (t.about().isEmpty() ? "" : ": " + t.about()));
                case MAIL_SEND -> sent.add(t, sentTo);
                default -> {
                    // Touches nothing that is named here.
                }
            }
        }
        opened.remove("");
        fetched.remove("");
        links.remove("");
        List<Outside> outside = sent.outside();
        return new BlastRadius(
                Named.of(accounts),
                Named.of(lured),
                Named.of(partners),
                Named.of(opened),
                Named.of(fetched),
                Named.of(opened.stream().filter(SensitiveNames::secret).toList()),
                Named.of(links),
                Named.of(applications),
                Named.of(rules),
                Named.of(sent.ours),
                outside.subList(0, Math.min(OUTSIDE_MAX, outside.size())),
                outside.size(),
                outside.stream().mapToInt(Outside::count).sum(),
                sent.unknown);
    }

    /** Counts the mails sent, by organisation. */
    private static final class Sent {
        private final Set<String> ours = new LinkedHashSet<>();
        private final Map<String, Set<String>> addresses = new LinkedHashMap<>();
        private final Map<String, Integer> mails = new LinkedHashMap<>();
        private int unknown;

        void add(Trace act, Function<String, Addressees> sentTo) {
            boolean known = false;
            for (String id : act.messageIds()) {
                Addressees to = sentTo.apply(id);
                known |= to.known();
                ours.addAll(to.ours());
                Set<String> domains = new LinkedHashSet<>();
                for (String address : to.outside()) {
                    String domain = address.substring(address.lastIndexOf('@') + 1);
                    addresses
                            .computeIfAbsent(domain, k -> new LinkedHashSet<>())
                            .add(address);
                    domains.add(domain);
                }
                domains.forEach(d -> mails.merge(d, 1, Integer::sum));
            }
            unknown += known ? 0 : 1;
        }

        List<Outside> outside() {
            List<Outside> all = new ArrayList<>();
            addresses.forEach((domain, of) -> all.add(new Outside(
                    domain,
                    mails.getOrDefault(domain, 0),
                    of.size(),
                    of.stream().limit(ADDRESSES_MAX).toList())));
            all.sort(Comparator.comparingInt(Outside::mails).reversed().thenComparing(Outside::domain));
            return all;
        }
    }
}
