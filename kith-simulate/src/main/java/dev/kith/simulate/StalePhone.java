package dev.kith.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Somebody changes the password, and the telephone knocks with the old one all day. On the same day somebody on the internet
 * tries one password on everybody, and nobody has it. The two have nothing to do with each other.
 */
final class StalePhone implements Cloud.Daily {
    private static final int KNOCKS = 16;

    private final Cloud cloud;
    private final CloudUser who;
    private final LocalDate day;
    private final PasswordGuessing guessing;
    private final Passwords passwords;
    private final ScenarioNotes notes;

    StalePhone(Cloud cloud, CloudUser who, LocalDate day, PasswordGuessing guessing, Passwords passwords) {
        this.cloud = cloud;
        this.who = who;
        this.day = day;
        this.guessing = guessing;
        this.passwords = passwords;
        this.notes = cloud.story(ScenarioNotes.benign("stale-phone"));
        notes.account(who.address());
    }

    @Override
    public void plan(LocalDate today) {
        if (!today.equals(day)) {
            return;
        }
        Dice dice = cloud.dice("stale phone");
        Instant at = day.atTime(LocalTime.of(8, 10 + dice.below(40)))
                .atZone(who.person().zone())
                .toInstant();
        Dice own = dice.child();
        cloud.stage()
                .later(
                        at,
                        (now, there) ->
                                passwords.change(who, now, KNOCKS, own, (step, stamp) -> notes.note(step, stamp)));
        guessing.round(
                at.plusSeconds(dice.between(7_200, 14_400)),
                cloud.present(day),
                dice.child(),
                stamp -> notes.note("guessed", stamp));
    }
}
