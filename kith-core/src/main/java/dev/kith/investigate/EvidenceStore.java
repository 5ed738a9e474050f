package dev.kith.investigate;

import dev.kith.event.AccountId;
import java.time.Instant;
import java.util.List;

/** What happened lately, as the analyst may ask for it. All answers are in time order and bounded. */
public interface EvidenceStore {
    /** What an account did, whoever used it, in order of time. */
    List<Trace> ofAccount(AccountId account, Instant from, Instant to);

    /** What was done from a block of addresses, by any account or none, in order of time. */
    List<Trace> fromBlock(String block, Instant from, Instant to);

    /** Mail to an account. */
    List<MailTrace> mailTo(AccountId account, Instant from, Instant to);

    /**
     * Whether another case of the account was raised within this time and still stands.
     *
     * @param but id of the detection that opened the case which does not count
     */
    boolean suspected(AccountId account, String but, Instant from, Instant to);

    /** Whether any case of the account was raised since then and still stands. */
    boolean suspected(AccountId account, Instant since);

    /** What others did to give an account rights or means of signing in. */
    List<Trace> rightsOf(AccountId account, Instant from, Instant to);

    /** The accounts that are its peers: colleagues by the directory, and those who work alike. */
    List<AccountId> peersOf(AccountId account);

    /** What is in force for an account of what was set under odd circumstances, however long ago. */
    List<Foothold> inForce(AccountId account);

    /** Mails of a campaign. */
    List<MailTrace> campaign(String id);

    /** Suspicious mail by a sender. */
    List<MailTrace> suspiciousFrom(String sender);

    /** Mail by Message-ID; empty where it is not known. */
    List<MailTrace> mail(String messageId);
}
