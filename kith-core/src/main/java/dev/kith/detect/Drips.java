package dev.kith.detect;

import dev.kith.event.AccountId;
import dev.kith.event.EmailActivity;
import dev.kith.event.EmailTrace;
import dev.kith.event.MailAddress;
import dev.kith.event.MailboxActivity;
import dev.kith.profile.AccountFacts;
import dev.kith.profile.Act;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds accounts that send like mail to ever more new addressees, a few an hour. Mails and message traces tell of the
 * addressees, records of the place. Bounded: {@value #ACCOUNTS_MAX} accounts at least; whoever is forgotten begins anew with
 * everybody new, which a habit that is yet to be learnt makes a drip at worst.
 */
public final class Drips {
    /** Chosen by hand: those who write; 2 KB each in the mean. */
    private static final int ACCOUNTS_MAX = 50_000;

    /** An account under suspicion since does not teach. Chosen by hand: a drip is days. */
    private static final Duration SUSPECTED = Duration.ofDays(7);

    private final Predicate<MailAddress> owns;
    private final Function<MailAddress, AccountId> names;
    private final Suspicion suspicion;
    private final Remembered<AccountId, Outreach> accounts = new Remembered<>(ACCOUNTS_MAX);

    /**
     * @param owns tells our addresses
     * @param names whose account an address is
     * @param suspicion tells what was found so far: what a suspect sends teaches nothing
     */
    public Drips(Predicate<MailAddress> owns, Function<MailAddress, AccountId> names, Suspicion suspicion) {
        this.owns = owns;
        this.names = names;
        this.suspicion = suspicion;
    }

    /** Takes in a mail, whoever sent it. */
    public void take(EmailActivity mail) {
        if (!mail.dated() || mail.kind() != EmailActivity.Kind.PERSONAL) {
            return;
        }
        MailAddress from = mail.from().address();
        heard(Approach.recipients(mail), from);
        if (owns.test(from)) {
            sent(from, Approach.of(mail));
        }
    }

    /** Takes in a row of a message trace, whoever sent the mail. */
    public void take(EmailTrace row) {
        if (row.messageId().isEmpty()) {
            return;
        }
        heard(Set.of(row.recipient()), row.sender());
        if (owns.test(row.sender())) {
            sent(row.sender(), Approach.of(row));
        }
    }

    private void heard(Set<MailAddress> recipients, MailAddress from) {
        for (MailAddress recipient : recipients) {
            if (owns.test(recipient)) {
                of(names.apply(recipient)).heardFrom(from.toString());
            }
        }
    }

    private void sent(MailAddress from, Approach approach) {
        AccountId account = names.apply(from);
        boolean teaches = !suspicion.suspected(account, approach.at().minus(SUSPECTED));
        of(account).sent(approach, teaches);
    }

    /** The drip to which a record belongs that tells of sending, if most of the drip came from where the record did. */
    public Optional<Drip> of(AccountFacts facts, Optional<Visit> visit) {
        Outreach outreach = facts.act() == Act.MAIL_SEND ? accounts.get(facts.account()) : null;
        if (outreach == null || !(facts.event() instanceof MailboxActivity record)) {
            return Optional.empty();
        }
        record.messageIds().forEach(id -> outreach.sentFrom(id, visit));
        Instant now = record.occurredAt();
        return outreach.drip(now, visit);
    }

    private Outreach of(AccountId account) {
        return accounts.computeIfAbsent(account, k -> new Outreach());
    }
}
