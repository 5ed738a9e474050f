package dev.kith.simulate;

import dev.kith.simulate.m365.App;
import dev.kith.simulate.m365.Cmdlet;
import dev.kith.simulate.m365.Device;
import dev.kith.simulate.m365.FileRecord;
import dev.kith.simulate.m365.FileRecord.Item;
import dev.kith.simulate.m365.Guid;
import dev.kith.simulate.m365.MailProgram;
import dev.kith.simulate.m365.MailboxRecord;
import dev.kith.simulate.m365.MailboxRecord.Mail;
import dev.kith.simulate.m365.Place;
import dev.kith.simulate.m365.SignIn;
import dev.kith.simulate.m365.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The account side of the hijacked partners. The head of the house opens a lure; three hours later somebody signs in as him
 * from where nobody of the house has ever been, reads, searches, shares the passwords and the card transactions with the
 * whole world and fetches them by those very links, hides answers by a rule, and writes to colleagues. Two of them fall for
 * it. On the next day the account writes to the world; at its end the house takes it back.
 */
final class Takeover implements Mailboxes.MailStory {
    private static final List<String> TECHNIQUES = List.of(
            "T1566.002",
            "T1586.002",
            "T1078.004",
            "T1114.002",
            "T1213.002",
            "T1530",
            "T1567.002",
            "T1564.008",
            "T1534");

    /** From the opened lure to the stranger's sign-in. */
    private static final Duration UNTIL_SIGN_IN = Duration.ofHours(3);

    /** How many of those who get the taken account's mails fall for them, and of how many at least it can be chosen. */
    private static final int VICTIMS = 2;

    private static final int READERS_MIN = 4;

    private final Cloud cloud;
    private final CloudUser head;
    private final Intruder intruder;
    private final Device machine;
    private final ScenarioNotes notes;
    private final Dice dice;
    private boolean lured;
    private int lateral;
    private int victims;
    private boolean outflow;

    Takeover(Cloud cloud, PartnerHijack plot) {
        this.cloud = cloud;
        this.intruder = plot.intruder();
        this.machine = machine(intruder.address());
        this.dice = cloud.dice("takeover");
        this.head = cloud.user(cloud.stage().organisation().head().address()).orElseThrow();
        this.notes = cloud.story(ScenarioNotes.attack("partner-hijack", "partner-hijack", TECHNIQUES));
        notes.account(head.address());
        notes.mustName(head.address() + "|" + head.person().name());
        notes.mustName(intruder.address());
        plot.hijacked().forEach(partner -> notes.mustName(partner.company().domain()));
        notes.mustName(cloud.library().passwords(head).name());
        notes.mustName(cloud.library().cards().name());
    }

    /** The machine of an intruder who comes from that address: an ordinary one, with an ordinary browser. */
    static Device machine(String address) {
        int version = 143 + Guid.number(5, "version", address);
        boolean mac = Guid.number(4, "system", address) == 0;
        String agent = "Mozilla/5.0 (" + (mac ? "Macintosh; Intel Mac OS X 10_15_7" : "Windows NT 10.0; Win64; x64")
                + ") AppleWebKit/537.36 (KHTML, like Gecko) Chrome/" + version + ".0.0.0 Safari/537.36";
        return Device.unknown(mac ? "MacOs" : "Windows", "Chrome " + version + ".0.0", agent);
    }

    @Override
    public void posted(Posted mail, Optional<Stamp> sent) {
        Mailing.Mark mark = mail.mailing().mark();
        if (mark.truth() != Label.Truth.ATTACK) {
            return;
        }
        notes.note(mark.step(), mail.received(), mail.messageId());
        switch (mark.step()) {
            case "lure" -> lure(mail);
            case "lateral" -> lateral(mail);
            case "burst" -> outflow(mail, 75, 130);
            case "drip" -> outflow(mail, 800, 900);
            default -> throw new IllegalStateException("no step of this story: " + mark.step());
        }
        sent.ifPresent(stamp -> {
            notes.taken(mark.step() + "-sent", stamp);
            notes.same(mail.messageId(), stamp.id());
        });
    }

    /** Of the lures to him the head opens the first, within the hour. */
    private void lure(Posted mail) {
        boolean his = mail.recipients().stream().anyMatch(who -> who.address().equals(head.address()));
        if (his && !lured) {
            lured = true;
            cloud.stage().later(mail.received().plusSeconds(dice.between(300, 2_400)), (at, there) -> opened(mail, at));
        }
    }

    private void opened(Posted mail, Instant at) {
        // He may have opened it with his other mail before.
        head.open(mail.messageId());
        List<Mail> mails = List.of(new Mail(mail.messageId(), mail.subject()));
        boolean away = !cloud.whereabouts().atWork(head.person(), at);
        cloud.mailboxes()
                .open(head, mails, at, away && head.person().pocket().isPresent(), dice.child())
                .ifPresent(stamp -> notes.note("lure-opened", stamp));
        Instant signIn = at.plus(UNTIL_SIGN_IN).plusSeconds(dice.between(-420, 420));
        Session session = new Session(head, place(intruder.address()), "takeover");
        cloud.stage().later(signIn, (now, there) -> takeOver(session, now));
        cloud.stage().later(signIn.plusSeconds(600), (now, there) -> files(session, now));
        cloud.stage().later(signIn.plusSeconds(dice.between(2_000, 2_300)), (now, there) -> hide(session, now));
    }

    private Place place(String address) {
        return Geography.at(address, intruder.network());
    }

    private void takeOver(Session session, Instant at) {
        notes.taken("sign-in", session.signIn(App.OFFICE_HOME, at, true));
        notes.taken("sign-in", session.signIn(App.OUTLOOK_WEB, at.plusSeconds(dice.between(4, 20)), false));
        read(session, at.plusSeconds(dice.between(60, 140)), dice.between(3, 6));
    }

    /** Reads what has come lately, some mails at a time. */
    private void read(Session session, Instant from, int times) {
        List<Mail> recent = session.owner().recent();
        Instant at = from;
        for (int i = 0; i < times && !recent.isEmpty(); i++) {
            List<Mail> some = new ArrayList<>();
            for (int k = dice.between(2, 9); k > 0; k--) {
                some.add(dice.pick(recent));
            }
            Stamp stamp = cloud.trail().stamp(at);
            notes.taken(
                    "mail-read",
                    cloud.trail()
                            .audit(
                                    stamp,
                                    session.mailbox()
                                            .opened(
                                                    stamp,
                                                    "Inbox",
                                                    some.stream()
                                                            .map(Mail::messageId)
                                                            .distinct()
                                                            .toList())));
            at = at.plusSeconds(dice.between(50, 150));
        }
    }

    private void files(Session session, Instant at) {
        notes.taken("sign-in", session.signIn(App.SHAREPOINT_ONLINE, at, false));
        Instant now = search(session, "password", at.plusSeconds(dice.between(20, 60)));
        Item passwords = cloud.library().passwords(head);
        now = file(session, "FileAccessed", "file-opened", cloud.library().ownFile(head, dice), now.plusSeconds(25));
        now = file(session, "FileAccessed", "file-opened", passwords, now.plusSeconds(dice.between(20, 60)));
        now = carryOff(session, passwords, now.plusSeconds(dice.between(60, 120)));
        now = search(session, "credit card", now.plusSeconds(dice.between(60, 200)));
        Item cards = cloud.library().cards();
        now = file(session, "FileAccessed", "file-opened", cards, now.plusSeconds(dice.between(20, 60)));
        now = carryOff(session, cards, now.plusSeconds(dice.between(40, 100)));
        file(session, "FileDownloaded", "file-downloaded", cards, now.plusSeconds(dice.between(30, 90)));
    }

    private Instant search(Session session, String words, Instant at) {
        Stamp stamp = cloud.trail().stamp(at);
        notes.taken(
                "file-search",
                cloud.trail()
                        .audit(
                                stamp,
                                session.files().search(stamp, cloud.library().ownSite(session.owner()), words)));
        return at;
    }

    private Instant file(Session session, String operation, String step, Item item, Instant at) {
        Stamp stamp = cloud.trail().stamp(at);
        notes.taken(step, cloud.trail().audit(stamp, session.files().file(stamp, operation, item)));
        return at;
    }

    /** Shares a file with the whole world, and fetches it as the whole world. */
    private Instant carryOff(Session session, Item item, Instant at) {
        Stamp stamp = cloud.trail().stamp(at);
        notes.taken(
                "link-created",
                cloud.trail().audit(stamp, session.files().anonymousLink(stamp, "AnonymousLinkCreated", item, false)));
        Instant used = at.plusSeconds(dice.between(25, 110));
        for (Stamp visit :
                AnonymousVisit.write(cloud, item, "stranger", session.place().address(), machine, used)) {
            notes.taken("link-used", visit);
        }
        return used;
    }

    private void hide(Session session, Instant at) {
        rule(
                session,
                at,
                List.of(
                        "AlwaysDeleteOutlookRulesBlob",
                        "False",
                        "Force",
                        "False",
                        "Name",
                        dice.pickOf(".", "..", "x"),
                        "SubjectContainsWords",
                        "RFP;proposal;hacked;suspicious;phishing",
                        "MarkAsRead",
                        "True",
                        "MoveToFolder",
                        "RSS Feeds",
                        "StopProcessingRules",
                        "True"));
    }

    private void rule(Session session, Instant at, List<String> parameters) {
        Stamp stamp = cloud.trail().stamp(at);
        String name = parameters.get(parameters.indexOf("Name") + 1);
        notes.taken(
                "inbox-rule",
                cloud.trail()
                        .audit(
                                stamp,
                                session.cmdlet()
                                        .run(
                                                stamp,
                                                "New-InboxRule",
                                                session.owner().person().given() + "\\" + name,
                                                parameters)));
    }

    /** Colleagues who get the taken account's mail; two of them, of whom nothing else is told if possible, fall for it. */
    private void lateral(Posted mail) {
        int left = READERS_MIN - lateral++;
        Optional<CloudUser> reader = cloud.user(mail.recipients().get(0).address());
        boolean must = left <= VICTIMS - victims;
        if (victims == VICTIMS || reader.isEmpty() || (cloud.inStory(reader.get()) && !must)) {
            return;
        }
        victims++;
        cloud.stage()
                .later(
                        mail.received().plusSeconds(dice.between(400, 2_400)),
                        (at, there) -> fooled(reader.get(), mail, at));
    }

    private void fooled(CloudUser victim, Posted mail, Instant at) {
        notes.account(victim.address());
        notes.mustName(victim.address() + "|" + victim.person().name());
        victim.open(mail.messageId());
        boolean away = !cloud.whereabouts().atWork(victim.person(), at);
        cloud.mailboxes()
                .open(
                        victim,
                        List.of(new Mail(mail.messageId(), mail.subject())),
                        at,
                        away && victim.person().pocket().isPresent(),
                        dice.child())
                .ifPresent(stamp -> notes.note("lateral-opened", stamp));
        String address = dice.chance(0.5)
                ? intruder.address()
                : intruder.network().address(Dice.of(cloud.stage().settings().seed(), "second exit", victim));
        Session session = new Session(victim, place(address), "second");
        cloud.stage().later(at.plusSeconds(dice.between(3_000, 9_000)), (now, there) -> second(session, now));
    }

    private void second(Session session, Instant at) {
        notes.taken("more-taken", session.signIn(App.OUTLOOK_WEB, at, true));
        read(session, at.plusSeconds(dice.between(40, 90)), dice.between(2, 4));
        rule(
                session,
                at.plusSeconds(dice.between(700, 1_100)),
                List.of("Name", ".", "From", head.address(), "DeleteMessage", "True", "StopProcessingRules", "True"));
    }

    /** Before the first mail to the world the intruder comes back; some time later the house notices. */
    private void outflow(Posted mail, int minutesMin, int minutesMax) {
        if (outflow) {
            return;
        }
        outflow = true;
        Session session = new Session(head, place(intruder.address()), "burst");
        notes.taken("sign-in", session.signIn(App.OUTLOOK_WEB, mail.at().minusSeconds(dice.between(100, 300)), false));
        cloud.stage().later(mail.at().plus(Duration.ofMinutes(31)), (at, there) -> {
            tidy(session, at);
        });
        cloud.stage()
                .later(
                        mail.at().plus(Duration.ofMinutes(dice.between(minutesMin, minutesMax))),
                        (at, there) -> takeBack(session, at));
    }

    private void tidy(Session session, Instant at) {
        List<Mail> recent = session.owner().recent();
        List<Mail> answers = recent.subList(Math.max(0, recent.size() - 6), recent.size());
        if (answers.isEmpty()) {
            return;
        }
        Stamp stamp = cloud.trail().stamp(at);
        notes.taken(
                "answers-deleted",
                cloud.trail()
                        .audit(stamp, session.mailbox().affected(stamp, "HardDelete", "Deleted Items", "", answers)));
    }

    /** The house notices: new password, no session goes on; the intruder tries once more. */
    private void takeBack(Session session, Instant at) {
        AdminWork.resetPassword(cloud, head, at, dice.child());
        cloud.signIns().withdraw(head);
        for (int i = 0; i < 3; i++) {
            Instant again = at.plusSeconds(900 + i * 40L);
            notes.taken(
                    "shut-out",
                    cloud.signIns()
                            .failed(
                                    head.user(),
                                    App.OUTLOOK_WEB,
                                    machine,
                                    session.place(),
                                    SignIn.WRONG_PASSWORD,
                                    again));
        }
    }

    /** The stranger in somebody's account. */
    private final class Session {
        private final CloudUser owner;
        private final Place place;
        private final String id;

        Session(CloudUser owner, Place place, String key) {
            this.owner = owner;
            this.place = place;
            this.id = Guid.of("stranger", owner.address(), place.address(), key);
        }

        CloudUser owner() {
            return owner;
        }

        Place place() {
            return place;
        }

        Stamp signIn(App app, Instant at, boolean interactive) {
            return cloud.signIns().stranger(owner, app, machine, place, at, interactive);
        }

        MailboxRecord mailbox() {
            return new MailboxRecord(
                    cloud.tenant(), owner.user(), place.address(), MailProgram.web(machine.agent()), id);
        }

        FileRecord files() {
            return new FileRecord(cloud.tenant(), owner.user(), place.address(), App.SHAREPOINT_ONLINE, machine);
        }

        Cmdlet cmdlet() {
            return new Cmdlet(cloud.tenant(), owner.user(), place.address(), App.OUTLOOK_WEB, id);
        }
    }
}
