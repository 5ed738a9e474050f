package dev.kith.simulate;

import dev.kith.simulate.m365.App;
import dev.kith.simulate.m365.Device;
import dev.kith.simulate.m365.FileRecord;
import dev.kith.simulate.m365.FileRecord.Item;
import dev.kith.simulate.m365.Guid;
import dev.kith.simulate.m365.Place;
import dev.kith.simulate.m365.SignIn;
import dev.kith.simulate.m365.Stamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A manager on a business trip: from a hotel in another country the password is asked for, mail is read at odd hours, papers for
 * the meeting are fetched, and one of them is shared by a link that opens to anybody.
 */
final class TravellingManager implements Cloud.Daily {
    private final Cloud cloud;
    private final CloudUser who;
    private final LocalDate day;
    private final Culture where;
    private final ScenarioNotes notes;

    /** The first who, by the calendar that mail goes by, travels on one of those days; managers before others. */
    TravellingManager(Cloud cloud, List<CloudUser> people, List<LocalDate> days) {
        this.cloud = cloud;
        this.notes = cloud.story(ScenarioNotes.benign("travelling-manager"));
        List<CloudUser> managers = new ArrayList<>(people);
        managers.sort(Comparator.comparingInt(TravellingManager::rank));
        Trip trip = managers.stream()
                .flatMap(one -> trip(one, days).stream())
                .findFirst()
                .orElseGet(() -> weekend(managers.get(0), days.get(0)));
        this.who = trip.who();
        this.day = trip.day();
        this.where = trip.where();
        notes.account(who.address());
    }

    private record Trip(CloudUser who, LocalDate day, Culture where) {}

    private static int rank(CloudUser one) {
        return one.person().department().equals("Management")
                ? 0
                : one.person().title().contains("Manager") ? 1 : 2;
    }

    private Optional<Trip> trip(CloudUser one, List<LocalDate> days) {
        for (LocalDate on : days) {
            Optional<Culture> abroad = cloud.stage().calendar().trip(one.person(), on);
            if (abroad.isPresent()
                    && abroad.get() != one.person().culture()
                    && cloud.stage().calendar().working(one.person(), on)) {
                return Optional.of(new Trip(one, on, abroad.get()));
            }
        }
        return Optional.empty();
    }

    /** Nobody travels by the calendar: then a weekend, on which there is no mail to contradict. */
    private Trip weekend(CloudUser one, LocalDate from) {
        LocalDate on = from;
        while (on.getDayOfWeek().getValue() != 6) {
            on = on.plusDays(1);
        }
        Culture far = one.person().culture() == Culture.TURKISH ? Culture.AMERICAN : Culture.TURKISH;
        return new Trip(one, on, far);
    }

    @Override
    public void plan(LocalDate today) {
        if (!today.equals(day)) {
            return;
        }
        Dice dice = cloud.dice("travelling manager");
        Instant evening = day.atTime(LocalTime.of(20, dice.below(60)))
                .atZone(where.zone())
                .toInstant();
        cloud.stage().later(evening, (at, there) -> hotel(at, dice));
    }

    private void hotel(Instant at, Dice dice) {
        String address = Presence.abroad(who.person(), day, where.home(), false);
        Place place = Geography.at(address, where, where.city(dice));
        Device browser = who.belongings().browser(day);
        notes.note(
                "sign-in",
                cloud.signIns()
                        .failed(
                                who.user(),
                                App.SHAREPOINT_ONLINE,
                                browser,
                                place,
                                SignIn.SECOND_FACTOR,
                                at.minusSeconds(15)));
        notes.note(
                "sign-in",
                cloud.trail()
                        .signIn(
                                at,
                                new SignIn(
                                        who.user(),
                                        place,
                                        App.SHAREPOINT_ONLINE,
                                        browser,
                                        0,
                                        true,
                                        true,
                                        Guid.of("hotel", who))));
        FileRecord record = new FileRecord(cloud.tenant(), who.user(), place.address(), App.SHAREPOINT_ONLINE, browser);
        Instant now = at;
        for (int i = dice.between(12, 22); i > 0; i--) {
            now = now.plusSeconds(dice.between(4, 60));
            Stamp stamp = cloud.trail().stamp(now);
            notes.note(
                    "papers-fetched",
                    cloud.trail()
                            .audit(
                                    stamp,
                                    record.file(
                                            stamp,
                                            "FileDownloaded",
                                            cloud.library().teamFile(who, dice))));
        }
        Item shared = cloud.library().ownFile(who, dice);
        Stamp link = cloud.trail().stamp(now.plusSeconds(90));
        notes.note(
                "link-created",
                cloud.trail().audit(link, record.anonymousLink(link, "AnonymousLinkCreated", shared, false)));
        String host = where.office().address(dice);
        AnonymousVisit.write(
                        cloud, shared, "host", host, Takeover.machine(host), now.plusSeconds(dice.between(900, 5_000)))
                .forEach(stamp -> notes.note("link-used", stamp));
    }
}
