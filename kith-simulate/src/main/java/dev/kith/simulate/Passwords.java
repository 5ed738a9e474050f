package dev.kith.simulate;

import dev.kith.simulate.m365.App;
import dev.kith.simulate.m365.Device;
import dev.kith.simulate.m365.DirectoryChange;
import dev.kith.simulate.m365.Place;
import dev.kith.simulate.m365.SignIn;
import dev.kith.simulate.m365.Stamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * People and their passwords: changed when they expire, forgotten, and remembered by a telephone for some hours too long,
 * which then knocks again and again.
 */
final class Passwords implements Cloud.Daily {
    /** Chances on a working day (chosen by hand: a change in a quarter, a password forgotten in a year). */
    private static final double CHANGED = 1 / 65.0;

    private static final double FORGOTTEN = 1 / 260.0;

    /** Chance that the telephone keeps the old one for some hours. */
    private static final double STALE = 0.5;

    private final Cloud cloud;

    Passwords(Cloud cloud) {
        this.cloud = cloud;
    }

    /** Hears of what happened. */
    interface Heard {
        void of(String step, Stamp stamp);
    }

    @Override
    public void plan(LocalDate day) {
        for (CloudUser who : cloud.present(day)) {
            Dice dice = cloud.dice("passwords", who, day);
            if (!cloud.stage().calendar().working(who.person(), day)) {
                continue;
            }
            Instant morning = day.atTime(LocalTime.MIDNIGHT)
                    .plusSeconds((long) ((who.person().startHour() + dice.unit() * 2) * 3_600))
                    .atZone(who.person().zone())
                    .toInstant();
            Dice own = dice.child();
            if (dice.chance(CHANGED)) {
                boolean stale = who.person().pocket().isPresent() && own.chance(STALE);
                int knocks = stale ? own.between(3, 14) : 0;
                cloud.stage().later(morning, (at, there) -> change(who, at, knocks, own, (step, stamp) -> {}));
            } else if (dice.chance(FORGOTTEN)) {
                cloud.stage().later(morning, (at, there) -> forget(who, at, own));
            } else if (who.person().first().equals(day)) {
                cloud.stage().later(morning, (at, there) -> first(who, at, own));
            }
        }
    }

    /** A new password; then the telephone knocks with the old one so many times, until somebody types in the new one. */
    void change(CloudUser who, Instant at, int knocks, Dice dice, Heard heard) {
        LocalDate day = Whereabouts.day(who.person(), at);
        Place place = cloud.whereabouts().computer(who, at, dice);
        Device browser = who.belongings().browser(day);
        if (dice.chance(0.5)) {
            cloud.signIns().failed(who.user(), App.OFFICE_HOME, browser, place, SignIn.EXPIRED, at.minusSeconds(50));
        }
        Stamp stamp = cloud.trail().stamp(at);
        heard.of(
                "password-changed",
                cloud.trail()
                        .audit(
                                stamp,
                                new DirectoryChange(cloud.tenant(), who.user(), place.address())
                                        .ofUser(stamp, "Change user password.", who.user())));
        cloud.signIns().withdraw(who);
        cloud.signIns().interactive(who, App.OFFICE_HOME, browser, place, at.plusSeconds(60), dice);
        Instant now = at;
        for (int i = 0; i < knocks; i++) {
            now = now.plusSeconds(dice.between(600, 3_000));
            Dice own = dice.child();
            cloud.stage().later(now, (when, there) -> knock(who, when, own, heard));
        }
        if (knocks > 0) {
            Dice own = dice.child();
            cloud.stage().later(now.plusSeconds(400), (when, there) -> {
                Place where = cloud.whereabouts().phone(who, when, own);
                Device phone = who.belongings().phone(Whereabouts.day(who.person(), when));
                cloud.signIns().interactive(who, who.belongings().phoneApp(), phone, where, when, own);
            });
        }
    }

    private void knock(CloudUser who, Instant at, Dice dice, Heard heard) {
        Place place = cloud.whereabouts().phone(who, at, dice);
        Device phone = who.belongings().phone(Whereabouts.day(who.person(), at));
        heard.of(
                "stale-password",
                cloud.signIns()
                        .failed(
                                who.user(),
                                who.belongings().phoneApp(),
                                phone,
                                place,
                                dice.chance(0.8) ? SignIn.WRONG_PASSWORD : SignIn.WITHDRAWN,
                                at));
    }

    /** Three tries, a call to the service desk, a new password. */
    private void forget(CloudUser who, Instant at, Dice dice) {
        Place place = cloud.whereabouts().computer(who, at, dice);
        Device browser = who.belongings().browser(Whereabouts.day(who.person(), at));
        for (int i = dice.between(3, 5); i > 0; i--) {
            cloud.signIns()
                    .failed(
                            who.user(),
                            App.OFFICE_HOME,
                            browser,
                            place,
                            SignIn.WRONG_PASSWORD,
                            at.minusSeconds(i * 25L));
        }
        Instant helped = at.plusSeconds(dice.between(300, 2_400));
        cloud.stage().later(helped, (now, there) -> AdminWork.resetPassword(cloud, who, now, dice));
        cloud.stage().later(helped.plusSeconds(200), (now, there) -> change(who, now, 0, dice, (step, stamp) -> {}));
    }

    /** On the first day a password is handed over, changed, and a second factor set up. */
    private void first(CloudUser who, Instant at, Dice dice) {
        change(who, at, 0, dice, (step, stamp) -> {});
        SecondFactor.register(cloud, who, at.plusSeconds(180), dice);
    }
}
