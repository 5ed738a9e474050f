package dev.kith.profile;

import dev.kith.event.Actor;
import dev.kith.profile.Staff.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What kind of account it is, how sure that is, and by what it is known.
 *
 * @param confidence in [0, 1]; 0 where it is only assumed
 */
public record AccountNature(AccountKind kind, double confidence, Basis basis) {
    /*
     * Conduct is counted in days, not in records, so that an hour of a machine weighs as much as an hour of a person. An
     * account becomes a service only where programs used it on many days, at weekends too, and people on hardly any: a
     * person's account that is used by a script keeps the days the person worked, and would have to be used so for years
     * before it changed sides. All numbers are chosen by hand.
     */

    /** Days on which programs must have used it. */
    private static final double SERVICE_DAYS_MIN = 10;

    /** The most days that people may have used it for each on which a program did: somebody set it up. */
    private static final double PEOPLES_SHARE_MAX = 0.1;

    /** Two of seven days are weekends; programs do not mind, people at their desks do. */
    private static final double WEEKEND_SHARE_MIN = 0.15;

    /** Days on which somebody must have administered, and from the first to the last of them. */
    private static final double ADMINISTERING_DAYS_MIN = 3;

    private static final Duration ADMINISTERING_MIN = Duration.ofDays(7);

    private static final double BY_DIRECTORY = 0.9;
    private static final double BY_ROLE = 0.6;

    /** Days at which half the trust in conduct is reached. */
    private static final double HALF_DAYS = 3;

    public AccountNature {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence outside [0, 1]: " + confidence);
        }
    }

    /** By what it is known. */
    public enum Basis {
        /** The records themselves say what acted. */
        RECORDS,
        DIRECTORY,
        /** A role was given to it. */
        ROLE,
        /** How it was used, day by day. */
        CONDUCT,
        ASSUMED
    }

    private static final AccountNature PERSON = new AccountNature(AccountKind.PERSON, 0, Basis.ASSUMED);

    /**
     * The nature of an account as far as it is known at a time.
     *
     * @param actor what acted, by the record
     * @param profile its ways; empty where nothing is known
     * @param member what the directory says; empty where it says nothing
     */
    public static AccountNature of(Actor.Kind actor, Optional<Profile> profile, Optional<Member> member, Instant now) {
        return switch (actor) {
            case SERVICE -> new AccountNature(AccountKind.SERVICE, 1, Basis.RECORDS);
            case SYSTEM -> new AccountNature(AccountKind.SYSTEM, 1, Basis.RECORDS);
            case GUEST, ANONYMOUS -> new AccountNature(AccountKind.GUEST, 1, Basis.RECORDS);
            case UNKNOWN -> new AccountNature(AccountKind.UNATTRIBUTED, 1, Basis.RECORDS);
            case PERSON ->
                byDirectory(member)
                        .or(() -> profile.flatMap(p -> p.find(AccountProfiles.CONDUCT, CategoricalFacet.class))
                                .flatMap(conduct -> byConduct(conduct, now)))
                        .orElse(PERSON);
        };
    }

    private static Optional<AccountNature> byDirectory(Optional<Member> member) {
        return member.flatMap(Member::kind).map(kind -> new AccountNature(kind, BY_DIRECTORY, Basis.DIRECTORY));
    }

    private static Optional<AccountNature> byConduct(CategoricalFacet conduct, Instant now) {
        double people = conduct.count(Conduct.BY_PEOPLE, now);
        double programs = conduct.count(Conduct.BY_PROGRAM, now);
        double weekends = conduct.count(Conduct.BY_PROGRAM_AT_WEEKENDS, now);
        if (programs >= SERVICE_DAYS_MIN
                && people <= PEOPLES_SHARE_MAX * programs
                && weekends >= WEEKEND_SHARE_MIN * programs) {
            return Optional.of(
                    new AccountNature(AccountKind.SERVICE, programs / (programs + people + HALF_DAYS), Basis.CONDUCT));
        }
        double administering = conduct.count(Conduct.ADMINISTERS, now);
        if (administering >= ADMINISTERING_DAYS_MIN
                && older(conduct, Conduct.ADMINISTERS, conduct.lastSeen(Conduct.ADMINISTERS))) {
            return Optional.of(new AccountNature(
                    AccountKind.ADMINISTRATOR, administering / (administering + HALF_DAYS), Basis.CONDUCT));
        }
        // A role that was given lately may be an intruder's gift.
        if (older(conduct, Conduct.HAS_ROLE, Optional.of(now))) {
            return Optional.of(new AccountNature(AccountKind.ADMINISTRATOR, BY_ROLE, Basis.ROLE));
        }
        return people > 0
                ? Optional.of(new AccountNature(AccountKind.PERSON, people / (people + HALF_DAYS), Basis.CONDUCT))
                : Optional.empty();
    }

    private static boolean older(CategoricalFacet conduct, String value, Optional<Instant> then) {
        return then.isPresent()
                && conduct.firstSeen(value)
                        .filter(first -> !first.plus(ADMINISTERING_MIN).isAfter(then.get()))
                        .isPresent();
    }
}
