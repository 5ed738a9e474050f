package dev.kith.profile;

import dev.kith.event.Authentication;
import dev.kith.event.UserManagement;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;

/** How an account is used, in words that are counted once a day: by people, by programs, to administer. */
final class Conduct {
    static final String BY_PEOPLE = "by-people";
    static final String BY_PROGRAM = "by-program";
    static final String BY_PROGRAM_AT_WEEKENDS = "by-program-at-weekends";
    static final String ADMINISTERS = "administers";
    static final String HAS_ROLE = "has-role";

    private static final Set<UserManagement.Activity> ADMINISTRATION = EnumSet.of(
            UserManagement.Activity.CREATE,
            UserManagement.Activity.DELETE,
            UserManagement.Activity.ENABLE,
            UserManagement.Activity.DISABLE,
            UserManagement.Activity.ROLE_ADD,
            UserManagement.Activity.ROLE_REMOVE,
            UserManagement.Activity.PASSWORD_RESET,
            UserManagement.Activity.POLICY_CHANGE,
            UserManagement.Activity.FEDERATION_CHANGE,
            UserManagement.Activity.AUDIT_CHANGE);

    private Conduct() {}

    /** Whether somebody sat before a screen: signed in by hand, or used a browser or an office program on a machine of theirs. */
    static boolean byPerson(AccountFacts facts) {
        return DeviceFamily.hasSystem(facts.device())
                || facts.event() instanceof Authentication signIn
                        && signIn.interactive()
                        && facts.act() == Act.SIGN_IN
                        && !DeviceFamily.isProgram(facts.device());
    }

    /** Whether a program acted by itself. Protocols of mail say nothing: people's telephones speak them, too. */
    static boolean byProgram(AccountFacts facts) {
        return DeviceFamily.isProgram(facts.device())
                || facts.device().isEmpty()
                        && facts.act() == Act.SIGN_IN
                        && facts.event() instanceof Authentication signIn
                        && !signIn.interactive();
    }

    /** Whether it is done to other accounts or to the organisation as a whole. */
    static boolean administers(AccountFacts facts) {
        return facts.event() instanceof UserManagement change
                && ADMINISTRATION.contains(change.activity())
                && !facts.object().equalsIgnoreCase(facts.account().value());
    }

    static void teach(CategoricalFacet conduct, AccountFacts facts, Instant at) {
        if (byPerson(facts)) {
            daily(conduct, BY_PEOPLE, at);
        } else if (byProgram(facts)) {
            daily(conduct, BY_PROGRAM, at);
            if (day(at).getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0) {
                daily(conduct, BY_PROGRAM_AT_WEEKENDS, at);
            }
        }
        if (administers(facts)) {
            daily(conduct, ADMINISTERS, at);
        }
    }

    /** Counts once a day; what is taught late, for a day before the last one counted, is not counted. */
    static void daily(CategoricalFacet conduct, String value, Instant at) {
        if (conduct.lastSeen(value).filter(last -> !day(last).isBefore(day(at))).isEmpty()) {
            conduct.observe(value, at, 1);
        }
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
