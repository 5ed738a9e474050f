package dev.kith.simulate;

import dev.kith.simulate.m365.App;
import dev.kith.simulate.m365.Device;
import dev.kith.simulate.m365.MailProgram;
import dev.kith.simulate.m365.MailboxRecord;
import dev.kith.simulate.m365.Place;
import dev.kith.simulate.m365.Stamp;
import dev.kith.simulate.m365.TraceRow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * Whoever does the marketing writes to many at once, from the own desk: a small letter every month, and once, when kith already
 * watches, about 1,200 mails in 25 minutes. These go out by a program for serial mail; the journal of mail does not hold them,
 * so that they show in the logs alone.
 */
final class MailMerges implements Cloud.Daily {
    /** The big one: mails, and for each account of the house, so that a small house has a small one; and how long it takes. */
    private static final int BIG_MAX = 1_200;

    private static final int BIG_PER_ACCOUNT = 20;
    private static final Duration BIG_LASTS = Duration.ofMinutes(25);

    /** The monthly ones, for each account (chosen by hand). */
    private static final int MONTHLY_PER_ACCOUNT = 2;

    private static final int MONTHLY_MAX = 250;

    private final Cloud cloud;
    private final LocalDate bigDay;
    private final ScenarioNotes notes;

    MailMerges(Cloud cloud, LocalDate bigDay) {
        this.cloud = cloud;
        this.bigDay = bigDay;
        this.notes = cloud.story(ScenarioNotes.benign("marketing-burst"));
    }

    @Override
    public void plan(LocalDate day) {
        List<CloudUser> sales = cloud.department("Sales", day);
        if (sales.isEmpty()) {
            return;
        }
        // The same person does it all the time, while there.
        CloudUser author = sales.get(0);
        int accounts = cloud.stage().settings().accounts();
        Dice dice = cloud.dice("mail merge", day);
        boolean monthly = day.getDayOfWeek() == DayOfWeek.TUESDAY && day.getDayOfMonth() <= 7;
        Instant at = day.atTime(LocalTime.of(10, dice.below(40)))
                .atZone(author.person().zone())
                .toInstant();
        if (day.equals(bigDay)) {
            int mails = Math.min(BIG_MAX, accounts * BIG_PER_ACCOUNT);
            notes.account(author.address());
            cloud.stage().later(at, (now, there) -> merge(author, mails, BIG_LASTS, now, dice, true));
        } else if (monthly) {
            int mails = Math.min(MONTHLY_MAX, accounts * MONTHLY_PER_ACCOUNT);
            Duration lasts = Duration.ofSeconds(mails * 4L);
            cloud.stage().later(at, (now, there) -> merge(author, mails, lasts, now, dice, false));
        }
    }

    private void merge(CloudUser author, int mails, Duration lasts, Instant begin, Dice dice, boolean big) {
        LocalDate day = Whereabouts.day(author.person(), begin);
        Place place = cloud.whereabouts().computer(author, begin, dice);
        Device device = author.belongings().computer(day);
        MailProgram program = author.belongings().desktopMail(day);
        String session = cloud.signIns().ensure(author, App.OFFICE, device, place, begin, dice);
        MailboxRecord mailbox = new MailboxRecord(cloud.tenant(), author.user(), place.address(), program, session);
        Company company = cloud.stage().organisation().company();
        String subject = cloud.stage()
                .grammar("en")
                .say(
                        "circular.subject",
                        dice,
                        Scene.of(company, company, day, dice).variables());
        for (int i = 0; i < mails; i++) {
            Dice own = dice.child();
            Instant at = begin.plusMillis((long) (lasts.toMillis() * (i + own.unit()) / mails));
            cloud.stage().later(at, (now, there) -> send(author, mailbox, subject, now, own, big));
        }
    }

    private void send(CloudUser author, MailboxRecord mailbox, String subject, Instant at, Dice dice, boolean big) {
        String messageId = ClientProgram.OUTLOOK.messageId(dice, cloud.tenant().domain());
        long bytes = 38_000L + dice.below(900);
        Stamp stamp = cloud.trail().stamp(at);
        cloud.trail().audit(stamp, mailbox.send(stamp, messageId, subject, bytes, List.of()));
        if (big) {
            notes.note("sent", stamp);
        }
        Culture culture = dice.pickOf(Culture.values());
        String recipient = Person.slug(culture.givenName(dice)) + "." + Person.slug(culture.familyName(dice)) + "@"
                + Person.slug(culture.coinedName(dice)) + dice.pickOf("-trade", "-group", "", "-cargo") + ".example";
        Stamp passage = cloud.trail().stamp(at.plusSeconds(dice.between(1, 4)));
        TraceRow row = new TraceRow(
                messageId,
                author.address(),
                recipient,
                subject,
                dice.chance(0.03) ? "Failed" : "Delivered",
                "",
                Network.MICROSOFT.address(dice),
                bytes);
        cloud.trail().trace(passage.at(), row.text(passage, cloud.tenant()));
    }
}
