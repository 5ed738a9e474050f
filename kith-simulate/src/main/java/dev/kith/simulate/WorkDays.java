package dev.kith.simulate;

import dev.kith.simulate.m365.App;
import dev.kith.simulate.m365.Device;
import dev.kith.simulate.m365.Place;
import dev.kith.simulate.m365.Stamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * What the machines of working people do by themselves: in the morning the computer's programs renew their tokens, during the
 * day some of them again, and the telephone looks for mail wherever it is, on days off too.
 */
final class WorkDays implements Cloud.Daily {
    /** Chance of a second renewal in the afternoon, and of a telephone that shows itself on a day off (chosen by hand). */
    private static final double AFTERNOON = 0.3;

    private static final double PHONE_DAY_OFF = 0.6;

    private final Cloud cloud;

    WorkDays(Cloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public void plan(LocalDate day) {
        for (CloudUser who : cloud.present(day)) {
            Dice dice = cloud.dice("day", who, day);
            boolean works = cloud.stage().calendar().working(who.person(), day);
            if (works) {
                double hour = who.person().startHour() + dice.gauss() * 0.25;
                Instant begin = day.atTime(LocalTime.MIDNIGHT)
                        .plusSeconds((long) (Math.max(3, hour) * 3_600))
                        .atZone(who.person().zone())
                        .toInstant();
                Dice own = dice.child();
                cloud.stage().later(begin, (at, there) -> morning(who, at, own));
                if (dice.chance(AFTERNOON)) {
                    Dice later = dice.child();
                    cloud.stage()
                            .later(
                                    begin.plusSeconds(later.between(4 * 3_600, 8 * 3_600)),
                                    (at, there) -> program(who, App.TEAMS, at, later));
                }
            }
            if (who.person().pocket().isPresent() && dice.chance(works ? 0.9 : PHONE_DAY_OFF)) {
                Dice own = dice.child();
                Instant at = day.atTime(LocalTime.of(dice.between(7, 22), dice.below(60), dice.below(60)))
                        .atZone(who.person().zone())
                        .toInstant();
                cloud.stage().later(at, (now, there) -> phone(who, now, own));
            }
        }
    }

    private void morning(CloudUser who, Instant at, Dice dice) {
        if (cloud.stage().calendar().withoutComputer(who.person(), Whereabouts.day(who.person(), at))) {
            return;
        }
        Mailboxes.Access access = cloud.mailboxes().access(who, at, false, dice);
        if (dice.chance(0.7)) {
            Stamp stamp = cloud.trail().stamp(at.plusSeconds(dice.between(5, 90)));
            cloud.trail()
                    .audit(stamp, access.mailbox(cloud, who).synced(stamp, dice.pickOf("Inbox", "Inbox", "Calendar")));
        }
        if (dice.chance(0.75)) {
            program(who, App.TEAMS, at.plusSeconds(dice.between(10, 600)), dice);
        }
        if (who.habits().syncs()) {
            program(who, App.ONEDRIVE_SYNC, at.plusSeconds(dice.between(10, 200)), dice);
        }
        if (dice.chance(0.06)) {
            program(who, App.OFFICE_HOME, at.plusSeconds(dice.between(600, 9_000)), dice);
        }
    }

    private void program(CloudUser who, App app, Instant at, Dice dice) {
        LocalDate day = Whereabouts.day(who.person(), at);
        Place place = cloud.whereabouts().computer(who, at, dice);
        Device device = app.inBrowser()
                ? who.belongings().browser(day)
                : app.equals(App.ONEDRIVE_SYNC)
                        ? who.belongings().fileSync(day)
                        : who.belongings().computer(day);
        cloud.signIns().ensure(who, app, device, place, at, dice);
    }

    private void phone(CloudUser who, Instant at, Dice dice) {
        LocalDate day = Whereabouts.day(who.person(), at);
        Place place = cloud.whereabouts().phone(who, at, dice);
        cloud.signIns()
                .ensure(who, who.belongings().phoneApp(), who.belongings().phone(day), place, at, dice);
    }
}
