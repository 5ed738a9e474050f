package dev.kith.simulate;

import dev.kith.simulate.m365.App;
import dev.kith.simulate.m365.Device;
import dev.kith.simulate.m365.MailProgram;
import dev.kith.simulate.m365.MailboxRecord;
import dev.kith.simulate.m365.Place;
import dev.kith.simulate.m365.Stamp;
import dev.kith.simulate.m365.TraceRow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * Somebody invites firms to an evening, one by one over a working day, from the own desk: five an hour, to addresses that the
 * house never wrote to. The honest twin of a slow drip. As with {@link MailMerges} these mails show in the logs alone.
 */
final class Invitations implements Cloud.Daily {
    private static final int MAILS = 40;
    private static final Duration LASTS = Duration.ofHours(8);

    private final Cloud cloud;
    private final CloudUser host;
    private final LocalDate planned;
    private final ScenarioNotes notes;

    Invitations(Cloud cloud, CloudUser host, LocalDate planned) {
        this.cloud = cloud;
        this.host = host;
        this.planned = planned;
        this.notes = cloud.story(ScenarioNotes.benign("invitations"));
    }

    @Override
    public void plan(LocalDate day) {
        if (!day.equals(planned)) {
            return;
        }
        notes.account(host.address());
        Dice dice = cloud.dice("invitations", day);
        Instant begin = day.atTime(LocalTime.of(9, dice.below(30)))
                .atZone(host.person().zone())
                .toInstant();
        String evening = dice.pickOf("Invitation to our summer evening", "You are invited to our open day");
        for (int i = 0; i < MAILS; i++) {
            Dice own = dice.child();
            Instant at = begin.plusMillis((long) (LASTS.toMillis() * (i + own.unit()) / MAILS));
            cloud.stage().later(at, (now, there) -> send(evening, now, own));
        }
    }

    private void send(String evening, Instant at, Dice dice) {
        LocalDate day = Whereabouts.day(host.person(), at);
        Place place = cloud.whereabouts().computer(host, at, dice);
        Device device = host.belongings().computer(day);
        MailProgram program = host.belongings().desktopMail(day);
        String session = cloud.signIns().ensure(host, App.OFFICE, device, place, at, dice);
        MailboxRecord mailbox = new MailboxRecord(cloud.tenant(), host.user(), place.address(), program, session);
        String messageId = ClientProgram.OUTLOOK.messageId(dice, cloud.tenant().domain());
        Person guest = new People(cloud.stage().settings(), dice.child()).stranger();
        // Some are asked in words of their own.
        String subject = dice.chance(0.2)
                ? guest.name() + ", will you join us? "
                        + dice.pickOf(Culture.values()).coinedName(dice)
                : evening;
        long bytes = 21_000L + dice.below(4_000);
        Stamp stamp = cloud.trail().stamp(at);
        cloud.trail().audit(stamp, mailbox.send(stamp, messageId, subject, bytes, List.of()));
        notes.note("sent", stamp);
        Stamp passage = cloud.trail().stamp(at.plusSeconds(dice.between(1, 4)));
        TraceRow row = new TraceRow(
                messageId,
                host.address(),
                guest.address(),
                subject,
                "Delivered",
                "",
                Network.MICROSOFT.address(dice),
                bytes);
        cloud.trail().trace(passage.at(), row.text(passage, cloud.tenant()));
    }
}
