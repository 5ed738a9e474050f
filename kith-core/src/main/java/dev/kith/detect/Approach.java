package dev.kith.detect;

import com.google.common.base.Splitter;
import dev.kith.event.EmailActivity;
import dev.kith.event.EmailTrace;
import dev.kith.event.Link;
import dev.kith.event.MailAddress;
import dev.kith.event.Mailbox;
import dev.kith.profile.MailFacts;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A mail that an account sent, as far as it can be like another: from the mail itself, or from a row of a message trace, which
 * tells its subject only.
 *
 * @param subject words of the subject without what tailors it
 * @param text SimHash of the words; 0 where unknown or too short to be told from others
 * @param places corners of hosts that anybody can have, to which it leads; a few
 */
record Approach(
        String messageId, Instant at, List<String> recipients, Set<String> subject, long text, Set<String> places) {
    /** Words that like subjects have in common, and half of all of both. Chosen by hand: trades and forms of firms differ. */
    private static final int WORDS_MIN = 2;

    /** Chosen by hand: lures lead to one place. */
    private static final int PLACES_MAX = 8;

    /** Addresses of one mail. Chosen by hand, as {@code Outbox} holds. */
    private static final int RECIPIENTS_MAX = 100;

    private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

    static Approach of(EmailActivity mail) {
        Set<String> to = new LinkedHashSet<>();
        recipients(mail).forEach(address -> to.add(address.toString()));
        Set<String> places = new LinkedHashSet<>();
        for (Link link : mail.links()) {
            if (places.size() < PLACES_MAX && MailFacts.anybodysPlace(link)) {
                places.add(link.tenant().isEmpty() ? link.target() : MailFacts.place(link));
            }
        }
        return new Approach(
                mail.id().value(),
                mail.occurredAt(),
                List.copyOf(to),
                subject(
                        mail.thread().subjectKey(),
                        mail.from().name() + " " + mail.from().address(),
                        to),
                SeenMail.compared(mail) ? mail.text().simHash() : 0,
                places);
    }

    /** To whom a mail goes, as far as it says; at most {@value #RECIPIENTS_MAX}. */
    static Set<MailAddress> recipients(EmailActivity mail) {
        Set<MailAddress> to = new LinkedHashSet<>();
        Stream.of(
                        mail.to().stream().map(Mailbox::address),
                        mail.cc().stream().map(Mailbox::address),
                        mail.deliveredTo().stream())
                .flatMap(addresses -> addresses)
                .limit(RECIPIENTS_MAX)
                .forEach(to::add);
        return to;
    }

    static Approach of(EmailTrace row) {
        MailAddress to = row.recipient();
        return new Approach(
                row.messageId(),
                row.occurredAt(),
                List.of(to.toString()),
                subject(row.subject(), row.sender().toString(), Set.of(to.toString())),
                0,
                Set.of());
    }

    /** A mail to one person is tailored with the reader's names, too. */
    private static Set<String> subject(String subject, String sender, Set<String> to) {
        String names = to.size() == 1 ? sender + " " + to.iterator().next() : sender;
        return Set.copyOf(WORDS.splitToList(SeenMail.subjectCore(subject, names)));
    }

    boolean isLike(Approach other) {
        return likeSubject(other.subject)
                || text != 0 && other.text != 0 && SeenMail.near(text, other.text)
                || places.stream().anyMatch(other.places::contains);
    }

    private boolean likeSubject(Set<String> other) {
        int common = 0;
        for (String word : subject) {
            common += other.contains(word) ? 1 : 0;
        }
        return common >= WORDS_MIN && 2 * common >= subject.size() + other.size() - common;
    }

    /** The same mail with all that two sources tell of it. */
    Approach with(Approach other) {
        Set<String> all = new LinkedHashSet<>(places);
        other.places.stream().limit(PLACES_MAX).forEach(all::add);
        return new Approach(
                messageId,
                at,
                List.of(),
                subject.isEmpty() ? other.subject : subject,
                text == 0 ? other.text : text,
                all);
    }
}
