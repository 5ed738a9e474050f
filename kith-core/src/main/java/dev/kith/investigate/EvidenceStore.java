package dev.kith.investigate;

import dev.kith.detect.Visit;
import dev.kith.event.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happened lately, as the analyst may ask for it. All answers are in time order and bounded. */
public interface EvidenceStore {
    /** What an account did, whoever used it, in order of time. */
    List<Trace> ofAccount(AccountId account, Instant from, Instant to);

    /** What was done from a block of addresses, by any account or none, in order of time. */
    List<Trace> fromBlock(String block, Instant from, Instant to);

    /** Mail to an account. */
    List<MailTrace> mailTo(AccountId account, Instant from, Instant to);

    /** Whether another case of the account, about another visit, was raised since then. */
    boolean suspected(AccountId account, Optional<Visit> visit, Instant since);

    /** Whether any case of the account was raised since then. */
    boolean suspected(AccountId account, Instant since);

    /** What others did to give an account rights or means of signing in. */
    List<Trace> rightsOf(AccountId account, Instant from, Instant to);

    /** Mails of a campaign. */
    List<MailTrace> campaign(String id);

    /** Suspicious mail by a sender. */
    List<MailTrace> suspiciousFrom(String sender);

    /** Mail by Message-ID; empty where it is not known. */
    List<MailTrace> mail(String messageId);
}
