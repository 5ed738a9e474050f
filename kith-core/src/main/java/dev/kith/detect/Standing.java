package dev.kith.detect;

import dev.kith.profile.AccountFacts;
import dev.kith.profile.AccountKind;
import dev.kith.profile.AccountNature;
import dev.kith.profile.AccountProfiles;
import dev.kith.profile.Act;
import dev.kith.profile.AmongPeers;
import dev.kith.profile.Staff.Departure;
import dev.kith.score.AccountSurprise;

/**
 * What kind of account acted, and how a record fits its kind and its peers.
 *
 * @param usedByPerson whether somebody sat before a screen and used an account that programs use
 * @param newWork whether an account that programs use did what it never did
 * @param administers whether it is administration of others, or of the organisation
 * @param departure whether the person leaves or has left, by the directory
 */
public record Standing(
        AccountNature nature,
        boolean usedByPerson,
        boolean newWork,
        boolean administers,
        Departure departure,
        AmongPeers peers) {
    /** Services do few things again and again: this is one in two hundred records. Chosen by hand. */
    private static final double NEW_WORK_BITS = 7.5;

    /** An account of which nothing is known, at nothing in particular. */
    public static final Standing ORDINARY = new Standing(
            new AccountNature(AccountKind.PERSON, 0, AccountNature.Basis.ASSUMED),
            false,
            false,
            false,
            Departure.NONE,
            AmongPeers.NONE);

    /** How a record stands to its account and its peers, by what was known before it. */
    public static Standing of(AccountFacts facts, AccountSurprise surprise, AccountProfiles profiles) {
        AccountNature nature = profiles.nature(facts.actor(), facts.event().occurredAt());
        boolean service = facts.person() && nature.kind() == AccountKind.SERVICE;
        return new Standing(
                nature,
                service && facts.byPerson(),
                service
                        && facts.act() != Act.SIGN_IN_FAILED
                        && (surprise.act() >= NEW_WORK_BITS || surprise.site() >= NEW_WORK_BITS),
                facts.administers(),
                facts.person() && !service
                        ? profiles.departure(facts.account(), facts.event().occurredAt())
                        : Departure.NONE,
                surprise.peers());
    }

    /** Whether questions may be asked of it: of most records there is nothing to say. */
    public boolean remarkable() {
        return administers || nature.kind() == AccountKind.SERVICE || departure != Departure.NONE || peers.peers() > 0;
    }

    /** Whether programs use it, though its records look like a person's. */
    public boolean service() {
        return nature.kind() == AccountKind.SERVICE;
    }

    public boolean administrator() {
        return nature.kind() == AccountKind.ADMINISTRATOR;
    }
}
