package dev.kith.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Where somebody is and what they hold in hand. Mail shows it in its headers; sign-ins will show the same.
 *
 * @param program what they write with
 * @param address the public address they come from
 * @param hostName its reverse name; empty where there is none
 * @param zone the clock on the wall
 */
record Presence(ClientProgram program, String address, String hostName, ZoneId zone) {
    /** The person's own presence at that moment: office, home, on the way, or travelling. */
    static Presence of(Person person, Instant at, WorkCalendar calendar, Dice dice) {
        LocalDate day = at.atZone(person.zone()).toLocalDate();
        double hour = at.atZone(person.zone()).toLocalTime().toSecondOfDay() / 3600.0;
        boolean off = hour < person.startHour() - 0.5
                || hour > person.startHour() + person.dayHours() + 0.5
                || !calendar.workday(person.culture(), day);
        Optional<Culture> trip = calendar.trip(person, day);
        boolean phone = person.pocket().isPresent() && dice.chance(off ? 0.7 : trip.isPresent() ? 0.5 : 0.05);
        boolean web = calendar.withoutComputer(person, day) || (trip.isPresent() && dice.chance(0.2));
        ClientProgram program = phone ? person.pocket().orElseThrow() : web ? webMail(person) : person.desk();
        if (trip.isPresent()) {
            Network network = phone ? trip.get().mobile() : trip.get().home();
            String address = abroad(person, day, network, phone);
            return new Presence(
                    program, address, network.hostName(address), trip.get().zone());
        }
        boolean home = off || dice.chance(0.15);
        String address =
                phone ? person.culture().mobile().address(dice) : home ? person.homeAddress() : person.officeAddress();
        Network network = phone
                ? person.culture().mobile()
                : home ? person.culture().home() : person.culture().office();
        return new Presence(program, address, network.hostName(address), person.zone());
    }

    /** Each day of a trip another hotel or conference network. */
    static String abroad(Person person, LocalDate day, Network network, boolean phone) {
        return network.address(Dice.of(day.toEpochDay(), "trip-address", person.address(), phone));
    }

    /** What a person writes with in a browser. */
    static ClientProgram webMail(Person person) {
        return switch (person.company().mailSystem().provider()) {
            case MICROSOFT -> ClientProgram.OUTLOOK_WEB;
            case GOOGLE -> ClientProgram.GMAIL;
            case HOSTER, BULK -> ClientProgram.ROUNDCUBE;
            case OWN_SERVER -> ClientProgram.ZIMBRA;
        };
    }

    /** Somebody else at the same keyboard: a stolen account, used from elsewhere. */
    static Presence elsewhere(ClientProgram program, Network network, String address, ZoneId zone) {
        return new Presence(program, address, network.hostName(address), zone);
    }
}
