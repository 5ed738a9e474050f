package dev.kith.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Somebody's line at home and how its address changes: never, with every few days, or by IPv6 whose prefix changes; and, once,
 * by moving house.
 *
 * @param steady the address that mail from home shows
 * @param days how long an address lasts
 * @param move from that day on the line is another company's
 */
record HomeLine(Kind kind, String steady, Culture culture, int days, Optional<LocalDate> move) {
    HomeLine {
        if (kind == Kind.DUAL && !sixAtHome(culture)) {
            throw new IllegalArgumentException("no IPv6 at home in " + culture);
        }
    }

    enum Kind {
        STEADY,
        POOL,
        DUAL
    }

    static HomeLine of(Person person, Dice dice) {
        boolean six = sixAtHome(person.culture());
        double kind = dice.unit();
        Kind chosen = kind < 0.45 ? Kind.STEADY : kind < 0.75 || !six ? Kind.POOL : Kind.DUAL;
        return new HomeLine(
                chosen, person.homeAddress(), person.culture(), dice.pickOf(1, 2, 4, 7, 14, 30), Optional.empty());
    }

    static boolean sixAtHome(Culture culture) {
        return !prefix(culture).isEmpty();
    }

    HomeLine movingOn(LocalDate day) {
        return new HomeLine(kind, steady, culture, days, Optional.of(day));
    }

    boolean moved(Instant at) {
        return move.isPresent() && !at.atZone(ZoneOffset.UTC).toLocalDate().isBefore(move.get());
    }

    /** The address at that moment. Two programs at the same moment may come by different families. */
    String address(Instant at, Dice dice) {
        if (moved(at)) {
            return newLine();
        }
        long lease = Math.floorDiv(at.atZone(ZoneOffset.UTC).toLocalDate().toEpochDay(), days);
        return switch (kind) {
            case STEADY -> steady;
            case POOL -> culture.home().address(Dice.of(lease, "lease", steady));
            case DUAL -> dice.chance(0.35) ? steady : six(Dice.of(lease, "prefix", steady), dice);
        };
    }

    /** What a mail's presence says, as the cloud sees it: after the move the old address is gone. */
    String seen(String address, Instant at) {
        return moved(at) && address.equals(steady) ? newLine() : address;
    }

    private String newLine() {
        return other(culture).address(Dice.of(0, "new line", steady));
    }

    /** A network of 56 bits is the house's, the rest of the address is the device's. */
    private String six(Dice house, Dice device) {
        return prefix(culture) + ":1" + house.hex(2) + ":" + house.hex(2) + "0" + device.below(4) + ":"
                + device.hex(4).replaceFirst("^0", "a") + ":" + device.hex(4).replaceFirst("^0", "b") + ":"
                + device.hex(4).replaceFirst("^0", "c") + ":" + device.hex(4).replaceFirst("^0", "d");
    }

    /** The first 32 bits of the addresses of those who give them out at home (looked up in 2026). */
    private static String prefix(Culture culture) {
        return switch (culture) {
            case GERMAN -> "2a02:8109";
            case FRENCH -> "2a01:e0a";
            case SPANISH -> "2a02:9130";
            case ITALIAN -> "2001:b07";
            case PORTUGUESE -> "2001:8a0";
            case DUTCH -> "2001:1c00";
            case POLISH -> "2a01:110f";
            case AMERICAN -> "2600:1700";
            default -> "";
        };
    }

    /** The company one goes to if not to the usual one. */
    private static Network other(Culture culture) {
        return switch (culture) {
            case BRITISH -> Network.SKY;
            case AMERICAN -> Network.COMCAST_HOME;
            case GERMAN -> Network.TELEKOM_HOME;
            case FRENCH -> Network.ORANGE_HOME;
            case SPANISH -> Network.ORANGE_ES_HOME;
            case ITALIAN -> Network.TIM_HOME;
            case PORTUGUESE -> Network.NOS;
            case DUTCH -> Network.KPN_HOME;
            case NORDIC -> Network.TELIA_HOME;
            case POLISH -> Network.P4;
            case TURKISH -> Network.SUPERONLINE;
        };
    }
}
