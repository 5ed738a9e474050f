package dev.kith.simulate;

import dev.kith.simulate.m365.App;
import dev.kith.simulate.m365.Cmdlet;
import dev.kith.simulate.m365.Device;
import dev.kith.simulate.m365.DirectoryChange;
import dev.kith.simulate.m365.DirectoryChange.Changed;
import dev.kith.simulate.m365.MailboxRecord;
import dev.kith.simulate.m365.Place;
import dev.kith.simulate.m365.Stamp;
import dev.kith.simulate.m365.User;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * New things in people's lives with the cloud: another computer or telephone, a rule for the mailbox, a program that is let
 * into the account, another second factor, a calendar shared, an answer while away.
 */
final class Novelties implements Cloud.Daily {
    /** Chances on a working day (chosen by hand: some in a year each). */
    private static final double RULE = 0.006;

    private static final double CONSENT = 0.0022;
    private static final double FACTOR = 0.002;
    private static final double CALENDAR = 0.003;

    private final Cloud cloud;

    Novelties(Cloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public void plan(LocalDate day) {
        for (CloudUser who : cloud.present(day)) {
            Dice dice = cloud.dice("novelties", who, day);
            machines(who, day, dice);
            if (!cloud.stage().calendar().working(who.person(), day)) {
                continue;
            }
            if (dice.chance(RULE)) {
                later(who, day, dice, this::rule);
            }
            if (dice.chance(CONSENT)) {
                later(
                        who,
                        day,
                        dice,
                        (one, at, own) -> Consent.give(
                                cloud,
                                one,
                                App.foreign(cloud.library().say("app.office", own)),
                                "User.Read Calendars.ReadWrite",
                                at,
                                own));
            }
            if (dice.chance(FACTOR)) {
                later(who, day, dice, (one, at, own) -> SecondFactor.register(cloud, one, at, own));
            }
            if (dice.chance(CALENDAR)) {
                later(who, day, dice, this::shareCalendar);
            }
            Optional<LocalDate> away = cloud.stage().calendar().vacation(who.person(), day.plusDays(1));
            if (away.isPresent() && dice.chance(0.7)) {
                later(who, day, dice, this::autoReply);
            }
        }
    }

    private interface Act {
        void by(CloudUser who, Instant at, Dice dice);
    }

    private void later(CloudUser who, LocalDate day, Dice dice, Act act) {
        Dice own = dice.child();
        cloud.stage()
                .later(cloud.stage().calendar().moment(who.person(), day, own), (at, there) -> act.by(who, at, own));
    }

    private void machines(CloudUser who, LocalDate day, Dice dice) {
        Instant at = day.atTime(LocalTime.of(10, dice.below(60)))
                .atZone(who.person().zone())
                .toInstant();
        Dice own = dice.child();
        if (who.belongings().newComputer().equals(Optional.of(day))) {
            cloud.stage().later(at, (now, there) -> computer(who, now, own));
        }
        if (who.belongings().newPhone().equals(Optional.of(day))) {
            cloud.stage().later(at, (now, there) -> phone(who, now, own));
        }
    }

    private void computer(CloudUser who, Instant at, Dice dice) {
        Device device = who.belongings().computer(Whereabouts.day(who.person(), at));
        Place place = cloud.whereabouts().computer(who, at, dice);
        cloud.signIns().interactive(who, App.WINDOWS, device, place, at, dice);
        DirectoryChange change =
                new DirectoryChange(cloud.tenant(), User.servicePrincipal("Device Registration Service"), "");
        Stamp added = cloud.trail().stamp(at);
        cloud.trail()
                .audit(
                        added,
                        change.ofDevice(
                                added,
                                "Add device.",
                                device,
                                Changed.to("DeviceOSType", "[\r\n  \"" + device.os() + "\"\r\n]")));
        Stamp owned = cloud.trail().stamp(at.plusSeconds(1));
        cloud.trail()
                .audit(
                        owned,
                        change.ofUser(
                                owned,
                                "Add registered owner to device.",
                                who.user(),
                                Changed.to("Device.ObjectID", device.id()),
                                Changed.to("Device.DisplayName", device.name())));
        cloud.signIns().interactive(who, App.OFFICE, device, place, at.plusSeconds(400), dice);
        cloud.signIns().interactive(who, App.TEAMS, device, place, at.plusSeconds(520), dice);
    }

    private void phone(CloudUser who, Instant at, Dice dice) {
        cloud.signIns().phoneGone(who);
        if (who.habits().strong()) {
            SecondFactor.register(cloud, who, at, dice);
        }
        Place place = cloud.whereabouts().phone(who, at, dice);
        Device phone = who.belongings().phone(Whereabouts.day(who.person(), at));
        cloud.signIns().interactive(who, who.belongings().phoneApp(), phone, place, at.plusSeconds(300), dice);
    }

    private void rule(CloudUser who, Instant at, Dice dice) {
        Mailboxes.Access access = cloud.mailboxes().access(who, at, false, dice);
        String name = cloud.library().say("rule", dice);
        Stamp stamp = cloud.trail().stamp(at);
        if (access.program().app().equals(App.OUTLOOK_WEB)) {
            cloud.trail()
                    .audit(
                            stamp,
                            cmdlet(who, access)
                                    .run(
                                            stamp,
                                            "New-InboxRule",
                                            who.person().given() + "\\" + name,
                                            List.of(
                                                    "AlwaysDeleteOutlookRulesBlob",
                                                    "False",
                                                    "Force",
                                                    "False",
                                                    "Name",
                                                    name,
                                                    "SubjectContainsWords",
                                                    name.toLowerCase(Locale.ROOT),
                                                    dice.chance(0.85) ? "MoveToFolder" : "MarkAsRead",
                                                    name,
                                                    "StopProcessingRules",
                                                    "True")));
        } else {
            MailboxRecord mailbox = access.mailbox(cloud, who);
            cloud.trail()
                    .audit(
                            stamp,
                            mailbox.rule(
                                    stamp,
                                    name,
                                    "(SubjectProperty contains '" + name + "')",
                                    "[{\"ActionType\":\"Move\",\"Folder\":\"" + name + "\"}]"));
        }
    }

    private Cmdlet cmdlet(CloudUser who, Mailboxes.Access access) {
        return new Cmdlet(
                cloud.tenant(),
                who.user(),
                access.place().address(),
                access.program().app(),
                access.session());
    }

    private void shareCalendar(CloudUser who, Instant at, Dice dice) {
        CloudUser colleague = dice.pick(cloud.present(Whereabouts.day(who.person(), at)));
        Mailboxes.Access access = cloud.mailboxes().access(who, at, false, dice);
        Stamp stamp = cloud.trail().stamp(at);
        cloud.trail().audit(stamp, access.mailbox(cloud, who).calendarShared(stamp, colleague.user()));
    }

    private void autoReply(CloudUser who, Instant at, Dice dice) {
        Mailboxes.Access access = cloud.mailboxes().access(who, at, false, dice);
        Stamp stamp = cloud.trail().stamp(at);
        cloud.trail()
                .audit(
                        stamp,
                        cmdlet(who, access)
                                .run(
                                        stamp,
                                        "Set-MailboxAutoReplyConfiguration",
                                        who.person().given() + "."
                                                + who.person().family(),
                                        List.of("Identity", who.address(), "AutoReplyState", "Scheduled")));
    }
}
