package dev.kith.simulate;

import dev.kith.simulate.m365.MailboxRecord.Mail;
import dev.kith.simulate.m365.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A request for proposal that is one: a partner asks for an offer, one of ours reads it and gathers the files to answer it with.
 * The first tender after the learning counts; if none comes for some days, any inquiry does.
 */
final class GenuineRequest implements Mailboxes.MailStory {
    private static final Set<String> TENDERS = Set.of("partner-tender");
    private static final Set<String> INQUIRIES = Set.of("partner-rates", "newcomer-inquiry", "partner-booking");

    /** How long only a tender will do. */
    private static final Duration PATIENCE = Duration.ofDays(4);

    private final Cloud cloud;
    private final FileWork files;
    private final ScenarioNotes notes;
    private Optional<String> messageId = Optional.empty();
    private boolean read;

    GenuineRequest(Cloud cloud, FileWork files) {
        this.cloud = cloud;
        this.files = files;
        this.notes = cloud.story(ScenarioNotes.benign("genuine-rfp"));
    }

    @Override
    public void posted(Posted mail, Optional<Stamp> sent) {
        Instant learnt = cloud.stage().settings().learnUntil();
        String kind = mail.mailing().mark().kind();
        boolean wanted = TENDERS.contains(kind)
                || (INQUIRIES.contains(kind) && mail.received().isAfter(learnt.plus(PATIENCE)));
        if (messageId.isEmpty()
                && wanted
                && mail.direction().equals("inbound")
                && mail.received().isAfter(learnt)) {
            messageId = Optional.of(mail.messageId());
            notes.note("request", mail.received(), mail.messageId());
            notes.mustName(mail.from().address());
            mail.recipients()
                    .forEach(who -> cloud.user(who.address()).ifPresent(reader -> notes.account(reader.address())));
        }
    }

    @Override
    public void opened(CloudUser reader, List<Mail> mails, Stamp record) {
        boolean concerns = messageId.isPresent()
                && mails.stream().anyMatch(mail -> mail.messageId().equals(messageId.get()));
        if (!concerns) {
            return;
        }
        notes.account(reader.address());
        notes.note("opened", record);
        if (!read) {
            read = true;
            Dice dice = cloud.dice("genuine request");
            Instant then = cloud.stage()
                    .calendar()
                    .nextWorking(reader.person(), record.at().plusSeconds(dice.between(900, 5_000)), dice);
            cloud.stage()
                    .later(
                            then,
                            (at, there) -> files.download(reader, dice.between(8, 15), at, dice)
                                    .forEach(stamp -> notes.note("files-gathered", stamp)));
        }
    }
}
