package dev.kith.simulate;

import dev.kith.simulate.m365.App;
import dev.kith.simulate.m365.Device;
import dev.kith.simulate.m365.Guid;
import dev.kith.simulate.m365.Place;
import dev.kith.simulate.m365.SignIn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/** Somebody has moved: from that day on another company's line, at all hours, and a password asked for on the first evening. */
final class HouseMove implements Cloud.Daily {
    /** Evenings that the label tells of. */
    private static final int EVENINGS = 4;

    private final Cloud cloud;
    private final CloudUser who;
    private final LocalDate day;
    private final ScenarioNotes notes;

    HouseMove(Cloud cloud, CloudUser who, LocalDate day) {
        this.cloud = cloud;
        this.who = who;
        this.day = day;
        this.notes = cloud.story(ScenarioNotes.benign("moved-house"));
        notes.account(who.address());
        who.line(who.line().movingOn(day));
    }

    @Override
    public void plan(LocalDate today) {
        if (today.isBefore(day) || !today.isBefore(day.plusDays(EVENINGS))) {
            return;
        }
        Dice dice = cloud.dice("moved", who, today);
        Instant at = today.atTime(LocalTime.of(20, dice.below(50)))
                .atZone(who.person().zone())
                .toInstant();
        boolean first = today.equals(day);
        cloud.stage().later(at, (now, there) -> evening(now, first, dice));
    }

    private void evening(Instant at, boolean first, Dice dice) {
        Place place = Geography.at(who.line().address(at, dice), who.person().culture(), who.city());
        Device browser = who.belongings().browser(Whereabouts.day(who.person(), at));
        App app = dice.chance(0.5) ? App.OUTLOOK_WEB : App.SHAREPOINT_ONLINE;
        String session = "moved " + who;
        notes.note(
                "sign-in",
                cloud.trail()
                        .signIn(
                                at,
                                new SignIn(
                                        who.user(),
                                        place,
                                        app,
                                        browser,
                                        0,
                                        first,
                                        who.habits().strong(),
                                        Guid.of(session))));
    }
}
