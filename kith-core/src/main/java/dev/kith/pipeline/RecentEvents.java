package dev.kith.pipeline;

import dev.kith.detect.Remembered;
import dev.kith.event.AccountId;
import dev.kith.investigate.EvidenceStore;
import dev.kith.investigate.Foothold;
import dev.kith.investigate.MailTrace;
import dev.kith.investigate.Trace;
import dev.kith.profile.AccountFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The evidence of the last {@value #DAYS} days, in memory, bounded for each account, block and mailbox and in all. What had
 * to go is the oldest; a question then finds less, never something else.
 */
final class RecentEvents implements EvidenceStore {
    static final int DAYS = 14;
    static final int PER_ACCOUNT_MAX = 5_000;
    static final int PER_BLOCK_MAX = 3_000;
    static final int PER_MAILBOX_MAX = 500;

    /** Accounts, blocks and mailboxes remembered at least. Chosen by hand. */
    private static final int KEYS_MAX = 200_000;

    /** Records remembered in all. Chosen by hand: some 400 bytes each, with what they share with nothing else. */
    static final int TRACES_MAX = 1_000_000;

    /** Raised cases of an account that are remembered. Chosen by hand. */
    private static final int SUSPICIONS_MAX = 50;

    /** Mails remembered in all. Chosen by hand. */
    private static final int MAILS_MAX = 500_000;

    private final Footholds footholds = new Footholds();
    private final Kept<Trace> traces;
    private final Kept<MailTrace> mailTraces = new Kept<>(MAILS_MAX);
    private final Remembered<String, Deque<Trace>> accounts = new Remembered<>(KEYS_MAX);
    private final Remembered<String, Deque<Trace>> blocks = new Remembered<>(KEYS_MAX);
    private final Remembered<String, Deque<Trace>> receivers = new Remembered<>(KEYS_MAX);
    private final Remembered<String, Deque<MailTrace>> mailboxes = new Remembered<>(KEYS_MAX);
    private final Remembered<String, MailTrace> mails = new Remembered<>(KEYS_MAX);
    private final Remembered<String, Deque<MailTrace>> campaigns = new Remembered<>(KEYS_MAX);
    private final Remembered<String, Deque<MailTrace>> suspiciousBySender = new Remembered<>(KEYS_MAX);

    private record Suspicion(String opened, Instant at) {}

    private final Remembered<String, List<Suspicion>> suspicions = new Remembered<>(KEYS_MAX);

    private final Function<AccountId, List<AccountId>> peers;

    /** @param peers the peers of an account */
    RecentEvents(Function<AccountId, List<AccountId>> peers) {
        this(TRACES_MAX, peers);
    }

    RecentEvents(int tracesMax, Function<AccountId, List<AccountId>> peers) {
        this.traces = new Kept<>(tracesMax);
        this.peers = peers;
    }

    @Override
    public List<AccountId> peersOf(AccountId account) {
        return peers.apply(account);
    }

    /**
     * Notes that a case of this account was raised; of many the latest are known.
     *
     * @param opened id of the detection that opened it
     */
    void suspect(AccountId account, String opened, Instant at) {
        List<Suspicion> of = suspicions.computeIfAbsent(account.value(), k -> new ArrayList<>(1));
        if (of.size() >= SUSPICIONS_MAX) {
            of.remove(0);
        }
        of.add(new Suspicion(opened, at));
    }

    /** Notes that a case which was raised does not stand any more. */
    void acquit(AccountId account, String opened) {
        suspicions.getOrDefault(account.value(), new ArrayList<>()).removeIf(s -> s.opened.equals(opened));
    }

    @Override
    public boolean suspected(AccountId account, String but, Instant from, Instant to) {
        return suspicions.getOrDefault(account.value(), List.of()).stream()
                .anyMatch(s -> !s.at.isBefore(from) && !s.at.isAfter(to) && !s.opened.equals(but));
    }

    @Override
    public boolean suspected(AccountId account, Instant since) {
        return suspicions.getOrDefault(account.value(), List.of()).stream().anyMatch(s -> !s.at.isBefore(since));
    }

    /** Takes in what a record sets or unsets for its account. */
    void state(AccountFacts facts, Trace trace) {
        footholds.take(facts, trace);
    }

    @Override
    public List<Foothold> inForce(AccountId account) {
        return footholds.of(account);
    }

    void add(Trace trace) {
        List<Deque<Trace>> where = new ArrayList<>(2);
        where.add(add(accounts, trace.account().value(), trace, PER_ACCOUNT_MAX));
        if (trace.act().givesRights()
                && !trace.object().equalsIgnoreCase(trace.account().value())) {
            where.add(add(receivers, trace.object().toLowerCase(Locale.ROOT), trace, PER_MAILBOX_MAX));
        }
        trace.endpoint().ifPresent(e -> where.add(add(blocks, e.ip().block(), trace, PER_BLOCK_MAX)));
        traces.add(trace, trace.at(), where);
    }

    void add(MailTrace mail) {
        List<Deque<MailTrace>> where = new ArrayList<>(2);
        mails.put(mail.id(), mail);
        if (!mail.campaign().isEmpty()) {
            where.add(add(campaigns, mail.campaign(), mail, PER_MAILBOX_MAX));
        }
        if (mail.suspicious()) {
            where.add(add(suspiciousBySender, mail.from(), mail, PER_MAILBOX_MAX));
        }
        for (String to : mail.to()) {
            where.add(add(mailboxes, to, mail, PER_MAILBOX_MAX));
        }
        mailTraces.add(mail, mail.at(), where);
    }

    private static <T> Deque<T> add(Remembered<String, Deque<T>> map, String key, T trace, int most) {
        Deque<T> of = map.computeIfAbsent(key, k -> new ArrayDeque<>(2));
        if (of.size() >= most) {
            of.removeFirst();
        }
        of.addLast(trace);
        return of;
    }

    /**
     * Everything remembered, in order of arrival. What is old, and the oldest beyond so many, goes from wherever it still is:
     * it stands first there. So accounts that are heard of no more leave nothing behind.
     */
    private static final class Kept<T> {
        private record Item<T>(T what, Instant at, List<Deque<T>> where) {}

        private final int most;
        private final Deque<Item<T>> items = new ArrayDeque<>();

        Kept(int most) {
            this.most = most;
        }

        void add(T what, Instant at, List<Deque<T>> where) {
            items.addLast(new Item<>(what, at, List.copyOf(where)));
            Instant since = since(at);
            while (items.size() > most || items.getFirst().at.isBefore(since)) {
                Item<T> oldest = items.removeFirst();
                for (Deque<T> of : oldest.where) {
                    if (of.peekFirst() == oldest.what) {
                        of.removeFirst();
                    }
                }
            }
        }
    }

    /** What happened before is old. */
    private static Instant since(Instant now) {
        return now.minus(Duration.ofDays(DAYS));
    }

    @Override
    public List<Trace> ofAccount(AccountId account, Instant from, Instant to) {
        return between(accounts.get(account.value()), from, to);
    }

    @Override
    public List<Trace> fromBlock(String block, Instant from, Instant to) {
        return between(blocks.get(block), from, to);
    }

    @Override
    public List<Trace> rightsOf(AccountId account, Instant from, Instant to) {
        return between(receivers.get(account.value()), from, to);
    }

    private static List<Trace> between(@org.jspecify.annotations.Nullable Deque<Trace> all, Instant from, Instant to) {
        if (all == null) {
            return List.of();
        }
        List<Trace> found = new ArrayList<>();
        Iterator<Trace> newest = all.descendingIterator();
        while (newest.hasNext()) {
            Trace trace = newest.next();
            if (trace.at().isBefore(from)) {
                break;
            }
            if (!trace.at().isAfter(to)) {
                found.add(trace);
            }
        }
        Collections.reverse(found);
        return found;
    }

    @Override
    public List<MailTrace> mailTo(AccountId account, Instant from, Instant to) {
        Deque<MailTrace> all = mailboxes.get(account.value());
        return all == null
                ? List.of()
                : all.stream()
                        .filter(m -> !m.at().isBefore(from) && !m.at().isAfter(to))
                        .toList();
    }

    @Override
    public List<MailTrace> campaign(String id) {
        Deque<MailTrace> all = campaigns.get(id);
        return all == null ? List.of() : List.copyOf(all);
    }

    @Override
    public List<MailTrace> suspiciousFrom(String sender) {
        Deque<MailTrace> all = suspiciousBySender.get(sender);
        return all == null ? List.of() : List.copyOf(all);
    }

    @Override
    public List<MailTrace> mail(String messageId) {
        MailTrace mail = mails.get(messageId);
        return mail == null ? List.of() : List.of(mail);
    }
}
