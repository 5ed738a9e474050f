package dev.kith.simulate;

import dev.kith.simulate.m365.App;
import dev.kith.simulate.m365.Device;
import dev.kith.simulate.m365.Guid;
import dev.kith.simulate.m365.MailProgram;
import dev.kith.simulate.m365.MailboxRecord;
import dev.kith.simulate.m365.MailboxRecord.Mail;
import dev.kith.simulate.m365.Place;
import dev.kith.simulate.m365.Stamp;
import dev.kith.simulate.m365.TraceRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What mail leaves behind in the cloud: a row of the trace for each recipient, a record of its sending, and records of its
 * being opened when its reader next looks.
 */
final class Mailboxes implements Witness {
    /** Minutes until somebody at work looks into the mailbox after a mail has come: median and sigma (chosen by hand). */
    private static final double LOOK_MINUTES = 28;

    private static final double LOOK_SIGMA = 1.1;

    /** Chance that a mail off hours is looked at on the telephone before the next day (chosen by hand). */
    private static final double PHONE_OFF_HOURS = 0.35;

    /** Mails opened at one look (chosen by hand). */
    private static final int OPENED_MAX = 25;

    private final Cloud cloud;
    private final List<MailStory> stories = new ArrayList<>();

    Mailboxes(Cloud cloud) {
        this.cloud = cloud;
    }

    /** A story that hangs on mails. */
    interface MailStory {
        /** A mail was posted; {@code sent} is the record of it where one of us wrote it. */
        default void posted(Posted mail, Optional<Stamp> sent) {}

        /** Somebody has opened mails. */
        default void opened(CloudUser reader, List<Mail> mails, Stamp record) {}
    }

    void tell(MailStory story) {
        stories.add(story);
    }

    @Override
    public void posted(Posted mail) {
        Dice dice = cloud.dice("posted", mail.messageId());
        LocalDate day = mail.received().atZone(ZoneOffset.UTC).toLocalDate();
        trace(mail, day, dice);
        Optional<Stamp> sent = mail.fromUs() && mail.written()
                ? cloud.user(mail.from().address()).map(author -> send(author, mail, dice))
                : Optional.empty();
        if (mail.mailing().mark().truth() != Label.Truth.SPAM) {
            Dice own = dice.child();
            cloud.stage().later(mail.received(), (at, there) -> deliver(mail, day, own));
        }
        stories.forEach(story -> story.posted(mail, sent));
    }

    private void deliver(Posted mail, LocalDate day, Dice dice) {
        for (CloudUser reader : readers(mail, day)) {
            reader.receive(new Mail(mail.messageId(), mail.subject()));
            look(reader, mail.received(), dice);
        }
    }

    /** Those of ours who get a mail; mail to all goes to everybody who is here. */
    List<CloudUser> readers(Posted mail, LocalDate day) {
        List<CloudUser> readers = new ArrayList<>();
        for (Correspondent recipient : mail.recipients()) {
            if (toAll(recipient)) {
                readers.addAll(cloud.present(day));
            } else {
                cloud.user(recipient.address())
                        .filter(reader -> reader.person().employed(day))
                        .ifPresent(readers::add);
            }
        }
        return readers;
    }

    private boolean toAll(Correspondent recipient) {
        return recipient.address().equals("all@" + cloud.tenant().domain());
    }

    private void trace(Posted mail, LocalDate day, Dice dice) {
        Stamp stamp = cloud.trail().stamp(mail.received());
        for (Correspondent recipient : mail.recipients()) {
            boolean ours = recipient.domain().equals(cloud.tenant().domain());
            if (!ours && !mail.fromUs()) {
                continue; // it never came by us
            }
            row(
                    mail,
                    stamp,
                    recipient.address(),
                    toAll(recipient) ? "Expanded" : status(mail, recipient, ours, day, dice),
                    ours);
            if (toAll(recipient)) {
                cloud.present(day).forEach(reader -> row(mail, stamp, reader.address(), "Delivered", true));
            }
        }
    }

    private String status(Posted mail, Correspondent recipient, boolean ours, LocalDate day, Dice dice) {
        if (mail.mailing().mark().truth() == Label.Truth.SPAM) {
            return dice.chance(0.75) ? "FilteredAsSpam" : "Quarantined";
        }
        boolean gone = ours
                && cloud.user(recipient.address())
                        .filter(reader -> !reader.person().employed(day))
                        .isPresent();
        return gone || (!ours && dice.chance(0.004)) ? "Failed" : "Delivered";
    }

    private void row(Posted mail, Stamp stamp, String recipient, String status, boolean ours) {
        Dice dice = cloud.dice("relay", recipient);
        String to = ours ? "" : Network.MICROSOFT.address(dice);
        cloud.trail()
                .trace(
                        mail.received(),
                        new TraceRow(
                                        mail.messageId(),
                                        mail.written() ? mail.from().address() : "<>",
                                        recipient,
                                        mail.subject(),
                                        status,
                                        mail.relay(),
                                        to,
                                        mail.bytes())
                                .text(stamp, cloud.tenant()));
    }

    private Stamp send(CloudUser author, Posted mail, Dice dice) {
        Presence presence = mail.mailing().presence();
        Place place = cloud.whereabouts().ofMail(author, presence.address(), mail.at());
        LocalDate day = Whereabouts.day(author.person(), mail.at());
        boolean own = mail.mailing().mark().truth() != Label.Truth.ATTACK;
        MailProgram program = program(author, presence, day, own);
        String session = own
                ? cloud.signIns()
                        .ensure(author, program.app(), device(author, presence.program(), day), place, mail.at(), dice)
                : Guid.of("session", author.address(), place.address());
        Stamp stamp = cloud.trail().stamp(mail.at());
        List<String> attachments = mail.mailing().draft().attachments().stream()
                .map(Attachment::name)
                .toList();
        return cloud.trail()
                .audit(
                        stamp,
                        new MailboxRecord(cloud.tenant(), author.user(), place.address(), program, session)
                                .send(stamp, mail.messageId(), mail.subject(), mail.bytes(), attachments));
    }

    private static MailProgram program(CloudUser author, Presence presence, LocalDate day, boolean own) {
        return switch (presence.program()) {
            case OUTLOOK, OUTLOOK_OLD -> author.belongings().desktopMail(day);
            case OUTLOOK_WEB ->
                own
                        ? author.belongings().webMail(day)
                        : MailProgram.web(Takeover.machine(presence.address()).agent());
            case OUTLOOK_IOS, IPHONE -> author.belongings().phoneMail(day);
            case THUNDERBIRD -> MailProgram.imap(App.THUNDERBIRD);
            default -> MailProgram.rest(App.OFFICE);
        };
    }

    private static Device device(CloudUser author, ClientProgram program, LocalDate day) {
        return switch (program) {
            case OUTLOOK_WEB -> author.belongings().browser(day);
            case OUTLOOK_IOS, IPHONE -> author.belongings().phone(day);
            default -> author.belongings().computer(day);
        };
    }

    /** Puts a look into the mailbox into the calendar, if there is none yet. */
    private void look(CloudUser reader, Instant received, Dice dice) {
        if (reader.readingPlanned()) {
            return;
        }
        Person person = reader.person();
        WorkCalendar calendar = cloud.stage().calendar();
        Instant ready = received.plusSeconds((long) (60 * Math.min(600, dice.logNormal(LOOK_MINUTES, LOOK_SIGMA))));
        boolean off = !cloud.whereabouts().atWork(person, ready);
        boolean phone = off
                && person.pocket().isPresent()
                && ready.atZone(person.zone()).getHour() > 6
                && dice.chance(PHONE_OFF_HOURS);
        Instant at = phone || !off ? ready : calendar.nextWorking(person, ready, dice);
        reader.readingPlanned(true);
        Dice own = dice.child();
        cloud.stage().later(at, (now, there) -> {
            reader.readingPlanned(false);
            if (person.employed(Whereabouts.day(person, now))) {
                List<Mail> opened = reader.open(OPENED_MAX);
                open(reader, opened, now, phone || (person.pocket().isPresent() && own.chance(0.15)), own);
            }
        });
    }

    /** Somebody opens mails, at the desk or on the telephone. */
    Optional<Stamp> open(CloudUser reader, List<Mail> mails, Instant at, boolean phone, Dice dice) {
        if (mails.isEmpty()) {
            return Optional.empty();
        }
        Access access = access(reader, at, phone, dice);
        Stamp stamp = cloud.trail().stamp(at);
        cloud.trail()
                .audit(
                        stamp,
                        access.mailbox(cloud, reader)
                                .opened(
                                        stamp,
                                        "Inbox",
                                        mails.stream().map(Mail::messageId).toList()));
        stories.forEach(story -> story.opened(reader, mails, stamp));
        if (dice.chance(0.3)) {
            tidy(reader, access, mails, at.plusSeconds(dice.between(20, 400)), dice);
        }
        return Optional.of(stamp);
    }

    private void tidy(CloudUser reader, Access access, List<Mail> mails, Instant at, Dice dice) {
        List<Mail> some = List.of(dice.pick(mails));
        double what = dice.unit();
        Stamp stamp = cloud.trail().stamp(at);
        MailboxRecord mailbox = access.mailbox(cloud, reader);
        cloud.trail()
                .audit(
                        stamp,
                        what < 0.6
                                ? mailbox.affected(stamp, "MoveToDeletedItems", "Inbox", "Deleted Items", some)
                                : what < 0.8
                                        ? mailbox.affected(stamp, "Move", "Inbox", "Archive", some)
                                        : what < 0.95
                                                ? mailbox.affected(stamp, "SoftDelete", "Deleted Items", "", some)
                                                : mailbox.affected(
                                                        stamp, "HardDelete", "Recoverable Items\\Deletions", "", some));
    }

    /** How somebody reaches the mailbox at that moment, signed in. */
    Access access(CloudUser reader, Instant at, boolean phone, Dice dice) {
        LocalDate day = Whereabouts.day(reader.person(), at);
        Belongings belongings = reader.belongings();
        boolean web = !phone
                && (reader.person().desk() == ClientProgram.OUTLOOK_WEB
                        || cloud.stage().calendar().withoutComputer(reader.person(), day)
                        || dice.chance(0.04));
        MailProgram program =
                phone ? belongings.phoneMail(day) : web ? belongings.webMail(day) : belongings.desktopMail(day);
        Device device = phone ? belongings.phone(day) : web ? belongings.browser(day) : belongings.computer(day);
        Place place = phone
                ? cloud.whereabouts().phone(reader, at, dice)
                : cloud.whereabouts().computer(reader, at, dice);
        return new Access(
                place, program, device, cloud.signIns().ensure(reader, program.app(), device, place, at, dice));
    }

    /** A way into a mailbox: where from, with what, in which session. */
    record Access(Place place, MailProgram program, Device device, String session) {
        MailboxRecord mailbox(Cloud cloud, CloudUser owner) {
            return new MailboxRecord(cloud.tenant(), owner.user(), place.address(), program, session);
        }
    }
}
