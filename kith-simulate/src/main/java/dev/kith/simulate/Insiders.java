package dev.kith.simulate;

import dev.kith.simulate.m365.App;
import dev.kith.simulate.m365.Device;
import dev.kith.simulate.m365.FileRecord;
import dev.kith.simulate.m365.FileRecord.Item;
import dev.kith.simulate.m365.Place;
import dev.kith.simulate.m365.Stamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * People who carry the house's files away, and one who only hands his work over. Somebody who has left comes back from another
 * line for files of his former department; a colleague gathers files of three departments in the evening and shares some with
 * an address of his own; somebody else fetches and shares before the last day what his successor will need.
 */
final class Insiders implements Cloud.Daily {
    /** Days after the last one on which the leaver comes back. */
    static final int RETURNS_AFTER = 4;

    private final Cloud cloud;
    private final LocalDate evening;
    private final Optional<CloudUser> thief;
    private final Optional<CloudUser> leaver;
    private final Optional<CloudUser> successor;
    private final Optional<CloudUser> handsOver;
    private final ScenarioNotes theft;
    private final ScenarioNotes comesBack;
    private final ScenarioNotes handOver;

    Insiders(Cloud cloud) {
        this.cloud = cloud;
        Simulation.Settings settings = cloud.stage().settings();
        List<CloudUser> leaving = new ArrayList<>();
        List<CloudUser> staying = new ArrayList<>();
        for (CloudUser who : cloud.everybody()) {
            LocalDate last = who.person().last();
            boolean inTime = last.isAfter(settings.begin().plusDays(settings.days() * 2L / 3))
                    && last.isBefore(settings.begin().plusDays(settings.days() - RETURNS_AFTER - 2L));
            if (inTime) {
                leaving.add(who);
            } else if (last.equals(LocalDate.MAX) && who.person().department().equals("Operations")) {
                staying.add(who);
            }
        }
        this.leaver = leaving.stream().findFirst();
        this.handsOver = leaving.stream().skip(1).findFirst();
        this.thief = staying.stream().skip(1).findFirst();
        this.successor = staying.stream().findFirst();
        this.evening = Plot.dayOfAttack(settings, 0.85);
        this.theft = cloud.story(ScenarioNotes.attack("mass-exfil", "mass-exfil", List.of("T1530", "T1567.002")));
        this.comesBack =
                cloud.story(ScenarioNotes.attack("leaver-download", "leaver-download", List.of("T1078.004", "T1530")));
        this.handOver = cloud.story(ScenarioNotes.benign("hand-over"));
    }

    @Override
    public void plan(LocalDate day) {
        Dice dice = cloud.dice("insiders", day);
        if (day.equals(evening)) {
            thief.ifPresent(who -> at(day, 21, who, dice, at -> gather(who, at, dice)));
        }
        leaver.filter(who -> day.equals(who.person().last().plusDays(RETURNS_AFTER)))
                .ifPresent(who -> at(day, 22, who, dice, at -> comeBack(who, at, dice)));
        handsOver
                .filter(who -> day.equals(who.person().last().minusDays(1)))
                .ifPresent(who -> at(day, 16, who, dice, at -> handOver(who, at, dice)));
    }

    private interface Deed {
        void at(Instant at);
    }

    private void at(LocalDate day, int hour, CloudUser who, Dice dice, Deed deed) {
        Instant when = day.atTime(LocalTime.of(hour, dice.below(50)))
                .atZone(who.person().zone())
                .toInstant();
        cloud.stage().later(when, (at, there) -> deed.at(at));
    }

    private void gather(CloudUser who, Instant at, Dice dice) {
        theft.account(who.address());
        Place place = Geography.at(who.line().address(at, dice), who.person().culture(), who.city());
        FileRecord record = signedIn(theft, who, place, at);
        List<CloudUser> others = new ArrayList<>();
        for (String department : List.of("Sales", "Finance", "Procurement", "Human Resources")) {
            cloud.department(department, Whereabouts.day(who.person(), at)).stream()
                    .findFirst()
                    .ifPresent(others::add);
        }
        Instant now = at.plusSeconds(90);
        List<Item> taken = new ArrayList<>();
        for (CloudUser other : others) {
            for (int i = dice.between(25, 60); i > 0; i--) {
                now = now.plusSeconds(dice.between(2, 20));
                taken.add(fetch(theft, "downloads files of other departments", record, other, now, dice));
            }
        }
        if (taken.isEmpty()) {
            return; // in the smallest houses there is no other department
        }
        String own = Person.slug(who.person().given()) + "."
                + Person.slug(who.person().family()) + dice.digits(2) + "@gmail.com";
        for (int i = dice.between(3, 7); i > 0; i--) {
            now = now.plusSeconds(dice.between(15, 90));
            share(theft, "shares with a private address", record, dice.pick(taken), own, true, now);
        }
        theft.mustName(who.address());
        theft.mustName(own);
    }

    private void comeBack(CloudUser who, Instant at, Dice dice) {
        comesBack.account(who.address());
        String address = dice.pickOf(Culture.values()).home().address(dice);
        Place place = Geography.at(address, who.person().culture(), who.city());
        FileRecord record = signedIn(comesBack, who, place, at);
        Instant now = at.plusSeconds(120);
        for (int i = dice.between(14, 32); i > 0; i--) {
            now = now.plusSeconds(dice.between(15, 100));
            fetch(comesBack, "downloads files of the former department", record, who, now, dice);
        }
        comesBack.mustName(who.address());
        comesBack.mustName(address);
    }

    private void handOver(CloudUser who, Instant at, Dice dice) {
        handOver.account(who.address());
        Place place = cloud.whereabouts().computer(who, at, dice);
        FileRecord record = signedIn(handOver, who, place, at);
        Instant now = at.plusSeconds(60);
        for (int i = dice.between(8, 16); i > 0; i--) {
            now = now.plusSeconds(dice.between(20, 120));
            Item item = fetch(handOver, "fetches what the successor needs", record, who, now, dice);
            Instant after = now.plusSeconds(8);
            successor.ifPresent(next ->
                    share(handOver, "shares it with the successor", record, item, next.address(), false, after));
        }
    }

    private FileRecord signedIn(ScenarioNotes notes, CloudUser who, Place place, Instant at) {
        Device device = who.belongings().browser(Whereabouts.day(who.person(), at));
        notes.taken("sign-in", cloud.signIns().stranger(who, App.SHAREPOINT_ONLINE, device, place, at, true));
        return new FileRecord(cloud.tenant(), who.user(), place.address(), App.SHAREPOINT_ONLINE, device);
    }

    private Item fetch(ScenarioNotes notes, String step, FileRecord record, CloudUser ofTeam, Instant at, Dice dice) {
        Item item = cloud.library().teamFile(ofTeam, dice);
        Stamp stamp = cloud.trail().stamp(at);
        cloud.trail().audit(stamp, record.file(stamp, "FileDownloaded", item));
        notes.taken(step, stamp);
        return item;
    }

    private void share(
            ScenarioNotes notes, String step, FileRecord record, Item item, String with, boolean guest, Instant at) {
        Stamp stamp = cloud.trail().stamp(at);
        cloud.trail().audit(stamp, record.letIn(stamp, "AddedToSecureLink", item, with, guest));
        notes.taken(step, stamp);
    }
}
