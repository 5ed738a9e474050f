package dev.kith.pipeline;

import dev.kith.event.AccountId;
import dev.kith.event.Actor;
import dev.kith.event.Client;
import dev.kith.event.EmailActivity;
import dev.kith.event.EmailTrace;
import dev.kith.event.Event;
import dev.kith.event.EventId;
import dev.kith.event.MailAddress;
import dev.kith.event.MailAuthentication;
import dev.kith.event.MailboxActivity;
import dev.kith.event.SourceRef;
import dev.kith.profile.AccountFacts;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What our accounts sent, as mails and message traces tell it where no record of the account does: many organisations do not
 * log sending, and exports leave it out. A mail is told of once, whether record, trace and copies of it are there: they are
 * joined by Message-ID.
 *
 * <p>Used in two steps: every event is {@link #observe observed}, then {@link #of} tells of a mail's sending. Where there are
 * records of accounts, only mail of these is told of, so that printers and newsletters do not become people. Bounded: beyond
 * {@value #RECORDS_MAX} recorded mails nothing is told, for a mail counted twice would be worse than one not counted.
 */
public final class Sendings {
    /** Some 50 MB. Chosen by hand. */
    private static final int RECORDS_MAX = 1_000_000;

    /** Mails remembered as told. Chosen by hand: copies and traces of a mail are hours apart at most. */
    private static final int TOLD_MAX = 100_000;

    private static final int ACCOUNTS_MAX = 200_000;

    private final Set<Long> recorded = new HashSet<>();
    private final Set<String> accounts = new HashSet<>();
    private final Map<Long, Boolean> told = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
            return size() > TOLD_MAX;
        }
    };

    /** Takes an event in; order does not matter. */
    public void observe(Event event) {
        AccountFacts.actor(event)
                .filter(actor -> actor.kind() == Actor.Kind.PERSON && accounts.size() < ACCOUNTS_MAX)
                .ifPresent(actor -> accounts.add(actor.account().value()));
        if (event instanceof MailboxActivity record && record.activity() == MailboxActivity.Activity.SEND) {
            for (String id : record.messageIds()) {
                if (recorded.size() < RECORDS_MAX) {
                    recorded.add(hash(id));
                }
            }
        }
    }

    /**
     * The sending that a mail or a trace tells of; empty where a record tells of it, where it was told before, and where
     * none of our people sent it.
     *
     * @param owns tells our addresses
     * @param names who is who of accounts with several names
     */
    public Optional<MailboxActivity> of(Event event, Predicate<MailAddress> owns, AccountNames.Known names) {
        if (event instanceof EmailActivity mail) {
            return written(mail) && owns.test(mail.from().address())
                    ? first(
                            mail.id().value(),
                            mail.from().address(),
                            mail.subject(),
                            mail.occurredAt(),
                            mail.source(),
                            names)
                    : Optional.empty();
        }
        if (event instanceof EmailTrace trace) {
            return left(trace, owns)
                    ? first(
                            trace.messageId(),
                            trace.sender(),
                            trace.subject(),
                            trace.occurredAt(),
                            trace.source(),
                            names)
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /** Whether somebody wrote it, and nothing says that it only pretends to be ours. */
    private static boolean written(EmailActivity mail) {
        return mail.kind() == EmailActivity.Kind.PERSONAL
                && mail.dated()
                && mail.id().value().startsWith("<")
                && mail.authentication().stream().noneMatch(Sendings::failed);
    }

    private static boolean failed(MailAuthentication result) {
        return result.method().equals("dmarc") && result.verdict() == MailAuthentication.Verdict.FAIL;
    }

    /** Whether our own servers took it from one of ours: what came to us from outside may only pretend. */
    private static boolean left(EmailTrace trace, Predicate<MailAddress> owns) {
        String status = trace.status().toLowerCase(Locale.ROOT);
        boolean stopped = status.contains("spam") || status.contains("quarantine");
        boolean cameIn = trace.origin().isPresent() && owns.test(trace.recipient());
        return owns.test(trace.sender()) && !trace.messageId().isEmpty() && !stopped && !cameIn;
    }

    private Optional<MailboxActivity> first(
            String messageId,
            MailAddress sender,
            String subject,
            Instant at,
            SourceRef source,
            AccountNames.Known names) {
        Actor actor = names.of(new Actor(new AccountId(sender.toString()), Actor.Kind.PERSON, ""));
        boolean ours = accounts.isEmpty() || accounts.contains(actor.account().value());
        long hash = hash(messageId);
        if (!ours
                || recorded.size() >= RECORDS_MAX
                || recorded.contains(hash)
                || told.putIfAbsent(hash, true) != null) {
            return Optional.empty();
        }
        return Optional.of(new MailboxActivity(
                new EventId(messageId),
                at,
                source,
                actor,
                MailboxActivity.Activity.SEND,
                "mail",
                actor.account().value(),
                subject,
                List.of(messageId),
                Optional.empty(),
                Client.UNKNOWN,
                Map.of(),
                List.of()));
    }

    /** FNV-1a of 64 bits: two of a million mails are taken for one with a probability of 3 in 100 million. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
