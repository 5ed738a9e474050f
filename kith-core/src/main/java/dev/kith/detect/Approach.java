package dev.kith.detect;

import dev.kith.event.EmailActivity;
import dev.kith.event.EmailTrace;
import dev.kith.event.Link;
import dev.kith.event.MailAddress;
import dev.kith.profile.MailFacts;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A mail that an account sent, as far as it can be like another: from the mail itself, or from a row of a message trace, which
 * tells its subject only.
 *
 * @param subject what is left of the subject without what tailors it; empty where too little is left
 * @param text SimHash of the words; 0 where unknown or too short to be told from others
 * @param places corners of hosts that anybody can have, to which it leads; a few
 */
record Approach(String messageId, Instant at, List<String> recipients, String subject, long text, Set<String> places) {
    /** Shorter subjects say nothing. Chosen by hand: all are of one account, so that it is less than among all. */
    private static final int SUBJECT_CHARS_MIN = 6;

    /** Chosen by hand: lures lead to one place. */
    private static final int PLACES_MAX = 8;

    /** Addresses of one mail. Chosen by hand, as {@code Outbox} holds. */
    private static final int RECIPIENTS_MAX = 100;

    static Approach of(EmailActivity mail) {
        Set<String> to = new LinkedHashSet<>();
        mail.to().forEach(m -> to.add(m.address().toString()));
        mail.cc().forEach(m -> to.add(m.address().toString()));
        mail.deliveredTo().forEach(a -> to.add(a.toString()));
        Set<String> places = new LinkedHashSet<>();
        for (Link link : mail.links()) {
            if (places.size() < PLACES_MAX && MailFacts.anybodysPlace(link)) {
                places.add(link.tenant().isEmpty() ? link.target() : MailFacts.place(link));
            }
        }
        return new Approach(
                mail.id().value(),
                mail.occurredAt(),
                to.stream().limit(RECIPIENTS_MAX).toList(),
                subject(
                        mail.thread().subjectKey(),
                        mail.from().name() + " " + mail.from().address(),
                        to),
                SeenMail.compared(mail) ? mail.text().simHash() : 0,
                places);
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
    private static String subject(String subject, String sender, Set<String> to) {
        String core = SeenMail.subjectCore(
                subject, to.size() == 1 ? sender + " " + to.iterator().next() : sender);
        return core.length() < SUBJECT_CHARS_MIN ? "" : core;
    }

    boolean isLike(Approach other) {
        return !subject.isEmpty() && subject.equals(other.subject)
                || text != 0 && other.text != 0 && SeenMail.near(text, other.text)
                || places.stream().anyMatch(other.places::contains);
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
