package dev.kith.simulate;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Where people come from: their names, clocks, networks and the language they write in. */
enum Culture {
    BRITISH("en", "Europe/London", "+44 20 7", Network.BT, Network.VIRGIN, Network.EE),
    AMERICAN("en", "America/New_York", "+1 312 55", Network.COMCAST, Network.ATT, Network.TMOBILE_US),
    GERMAN("de", "Europe/Berlin", "+49 40 3", Network.TELEKOM, Network.VODAFONE_DE, Network.TELEKOM_MOBILE),
    FRENCH("fr", "Europe/Paris", "+33 4 72 ", Network.ORANGE, Network.FREE, Network.ORANGE_MOBILE),
    SPANISH("es", "Europe/Madrid", "+34 93 4", Network.TELEFONICA, Network.TELEFONICA, Network.ORANGE_ES),
    ITALIAN("it", "Europe/Rome", "+39 02 8", Network.TIM, Network.FASTWEB, Network.VODAFONE_IT),
    PORTUGUESE("pt", "Europe/Lisbon", "+351 22 6", Network.MEO, Network.MEO_FIBRE, Network.VODAFONE_PT),
    DUTCH("nl", "Europe/Amsterdam", "+31 10 4", Network.KPN, Network.ZIGGO, Network.ZIGGO_MOBILE),
    NORDIC("en", "Europe/Stockholm", "+46 31 7", Network.TELIA, Network.TDC, Network.TELIA),
    POLISH("en", "Europe/Warsaw", "+48 58 6", Network.ORANGE_PL, Network.ORANGE_PL, Network.ORANGE_PL),
    TURKISH("en", "Europe/Istanbul", "+90 212 2", Network.TURK_TELEKOM, Network.TURK_TELEKOM, Network.TURK_TELEKOM);

    private static final Grammar NAMES = Grammar.read("names.txt", Optional.empty());

    private final String language;
    private final ZoneId zone;
    private final String dialling;
    private final Network office;
    private final Network home;
    private final Network mobile;

    Culture(String language, String zone, String dialling, Network office, Network home, Network mobile) {
        this.language = language;
        this.zone = ZoneId.of(zone);
        this.dialling = dialling;
        this.office = office;
        this.home = home;
        this.mobile = mobile;
    }

    String language() {
        return language;
    }

    ZoneId zone() {
        return zone;
    }

    Network office() {
        return office;
    }

    Network home() {
        return home;
    }

    Network mobile() {
        return mobile;
    }

    String phone(Dice dice) {
        return dialling + dice.digits(2) + " " + dice.digits(4);
    }

    String givenName(Dice dice) {
        return dice.pick(names("given"));
    }

    String familyName(Dice dice) {
        return dice.pick(names("family"));
    }

    String city(Dice dice) {
        return dice.pick(names("city"));
    }

    /** A made-up word that sounds as if it were at home there, to name a company after. */
    String coinedName(Dice dice) {
        List<String> starts = names("start");
        List<String> ends = names("end");
        return dice.pick(starts) + dice.pick(ends);
    }

    private List<String> names(String what) {
        String name = switch (this) {
            case AMERICAN -> "BRITISH";
            default -> name();
        };
        return NAMES.alternatives(name.toLowerCase(java.util.Locale.ROOT) + "." + what);
    }
}
