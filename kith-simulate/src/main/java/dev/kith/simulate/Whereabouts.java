package dev.kith.simulate;

import dev.kith.simulate.m365.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Where somebody's programs come from at a moment, by the same calendar that their mail goes by. */
final class Whereabouts {
    /** Hours for which a telephone keeps the address its carrier gave it (chosen by hand). */
    private static final int CARRIER_HOURS = 4;

    private final WorkCalendar calendar;
    private final long seed;

    Whereabouts(WorkCalendar calendar, long seed) {
        this.calendar = calendar;
        this.seed = seed;
    }

    Place computer(CloudUser who, Instant at, Dice dice) {
        Person person = who.person();
        LocalDate day = day(person, at);
        Optional<Culture> trip = calendar.trip(person, day);
        if (trip.isPresent()) {
            return abroad(person, day, trip.get(), false);
        }
        return inOffice(who, day) && atWork(person, at)
                ? Geography.at(person.officeAddress(), person.culture(), who.city())
                : home(who, at, dice);
    }

    Place phone(CloudUser who, Instant at, Dice dice) {
        Person person = who.person();
        LocalDate day = day(person, at);
        Optional<Culture> trip = calendar.trip(person, day);
        if (trip.isPresent()) {
            return abroad(person, day, trip.get(), dice.chance(0.6));
        }
        if (dice.chance(0.5)) {
            return carrier(who, at);
        }
        return inOffice(who, day) && atWork(person, at)
                ? Geography.at(person.officeAddress(), person.culture(), who.city())
                : Geography.at(who.line().address(at, dice), person.culture(), who.city());
    }

    /** The place that a mail says it was written at. */
    Place ofMail(CloudUser who, String address, Instant at) {
        String seen = who.line().seen(address, at);
        Person person = who.person();
        Culture culture = calendar.trip(person, day(person, at)).orElse(person.culture());
        return Geography.at(seen, culture, culture.equals(person.culture()) ? who.city() : city(culture));
    }

    private Place home(CloudUser who, Instant at, Dice dice) {
        Optional<Network> vpn = who.habits().vpn();
        if (vpn.isPresent() && dice.chance(0.7)) {
            // The service puts its customer on another exit about every second day.
            long stay = Math.floorDiv(day(who.person(), at).toEpochDay(), 2);
            String exit = vpn.get().address(Dice.of(seed, "exit", who.address(), stay));
            return Geography.at(exit, vpn.get());
        }
        return Geography.at(who.line().address(at, dice), who.person().culture(), who.city());
    }

    private Place carrier(CloudUser who, Instant at) {
        long lease = Math.floorDiv(at.getEpochSecond(), CARRIER_HOURS * 3_600L);
        Culture culture = who.person().culture();
        return Geography.at(
                culture.mobile().address(Dice.of(seed, "carrier", who.address(), lease)), culture, who.city());
    }

    private static Place abroad(Person person, LocalDate day, Culture where, boolean carrier) {
        Network network = carrier ? where.mobile() : where.home();
        return Geography.at(Presence.abroad(person, day, network, carrier), where, city(where));
    }

    /** The first town of a culture: where business trips go. */
    private static String city(Culture culture) {
        return culture.city(Dice.of(1, "trip", culture));
    }

    boolean inOffice(CloudUser who, LocalDate day) {
        return !Dice.of(seed, "home office", who.address(), day)
                .chance(who.habits().homeOffice());
    }

    boolean atWork(Person person, Instant at) {
        double hour = at.atZone(person.zone()).toLocalTime().toSecondOfDay() / 3600.0;
        return hour > person.startHour() - 0.5
                && hour < person.startHour() + person.dayHours() + 0.5
                && calendar.working(person, day(person, at));
    }

    static LocalDate day(Person person, Instant at) {
        return at.atZone(person.zone()).toLocalDate();
    }
}
