package dev.kith.simulate;

import dev.kith.simulate.m365.App;
import dev.kith.simulate.m365.Device;
import dev.kith.simulate.m365.Guid;
import dev.kith.simulate.m365.MailProgram;
import dev.kith.simulate.m365.MailboxRecord;
import dev.kith.simulate.m365.Place;
import dev.kith.simulate.m365.SignIn;
import dev.kith.simulate.m365.Stamp;
import java.time.Instant;
import java.time.LocalDate;

/** Somebody likes another mail program, lets it in, and from then on its servers fetch the mail out of a cloud of others. */
final class MailAppConsent implements Cloud.Daily {
    /** Looks of the program on a day, as logged, and how many of them the label tells of. */
    private static final int LOOKS = 4;

    private static final int TOLD = 8;

    private final Cloud cloud;
    private final CloudUser who;
    private final LocalDate day;
    private final App app;
    private final Place servers;
    private final ScenarioNotes notes;
    private int told;

    MailAppConsent(Cloud cloud, CloudUser who, LocalDate day) {
        this.cloud = cloud;
        this.who = who;
        this.day = day;
        Dice dice = cloud.dice("mail app");
        this.app = App.foreign(cloud.library().say("app.mail", dice));
        this.servers = Geography.at(Network.AMAZON_DUBLIN.address(dice), Network.AMAZON_DUBLIN);
        this.notes = cloud.story(ScenarioNotes.benign("mail-app-consent"));
        notes.account(who.address());
    }

    @Override
    public void plan(LocalDate today) {
        if (today.isBefore(day)) {
            return;
        }
        Dice dice = cloud.dice("mail app", today);
        Instant at =
                today.atTime(12, dice.below(50)).atZone(who.person().zone()).toInstant();
        if (today.equals(day)) {
            cloud.stage()
                    .later(
                            at,
                            (now, there) -> Consent.give(
                                            cloud,
                                            who,
                                            app,
                                            "offline_access User.Read Mail.ReadWrite Mail.Send",
                                            now,
                                            dice)
                                    .forEach(stamp -> notes.note("consent", stamp)));
        }
        for (int i = 0; i < LOOKS; i++) {
            Dice own = dice.child();
            cloud.stage().later(at.plusSeconds(300 + i * 10_800L + own.below(900)), (now, there) -> fetch(now, own));
        }
    }

    private void fetch(Instant at, Dice dice) {
        Device server = Device.unknown("", "", app.name() + "-sync/3.1");
        String session = Guid.of("mail app", who);
        Stamp in = cloud.trail().signIn(at, new SignIn(who.user(), servers, app, server, 0, false, false, session));
        MailboxRecord mailbox =
                new MailboxRecord(cloud.tenant(), who.user(), servers.address(), MailProgram.rest(app), session);
        Stamp stamp = cloud.trail().stamp(at.plusSeconds(dice.between(1, 5)));
        cloud.trail().audit(stamp, mailbox.synced(stamp, "Inbox"));
        if (told++ < TOLD) {
            notes.note("fetched", in);
            notes.note("fetched", stamp);
        }
    }
}
