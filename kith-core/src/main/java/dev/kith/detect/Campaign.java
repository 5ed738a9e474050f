package dev.kith.detect;

import java.time.Instant;
import java.util.List;

/**
 * Mails of several senders, or of one sender to many, that are copies of one another.
 *
 * @param id stable for the same input
 * @param takenIn ids of campaigns that turned out to be this one, which earlier judgements name
 * @param subject the subject most of them bear
 * @param shared what they have in common: subject, words, link place
 * @param senders their senders, in order of appearance, bounded
 * @param mails source and Message-ID of its mails, in time order, bounded
 * @param size how many mails belong to it
 * @param knownSenders how many of the senders were known correspondents: probably hijacked partners
 */
public record Campaign(
        String id,
        List<String> takenIn,
        String subject,
        String shared,
        List<Sender> senders,
        List<Member> mails,
        int size,
        int knownSenders,
        Instant first,
        Instant last) {
    public Campaign {
        takenIn = List.copyOf(takenIn);
        senders = List.copyOf(senders);
        mails = List.copyOf(mails);
    }

    /** A sender in it. */
    public record Sender(String address, boolean known, int mails) {}

    /** A mail in it. */
    public record Member(String source, String messageId, Instant time, String from, MailAction action, double score) {}
}
