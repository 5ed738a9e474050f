package dev.kith.profile;

import dev.kith.event.AccountId;
import dev.kith.event.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * The peers of accounts: colleagues of the department by the directory, and those who work alike by their habits.
 *
 * <p>What peers do is read from their own profiles. So it needs several accounts with a habit each, that was learned as habits
 * are and has stood for {@link #HABIT}: an intruder in one account, or for a few days in several, teaches nobody's peers.
 */
public final class Peers {
    /** What peers do counts as a habit of theirs after so long; what an intruder does teaches after three days. Chosen by hand. */
    static final Duration HABIT = Duration.ofDays(7);

    /** Chosen by hand: enough to tell what is usual, few enough to be asked one by one. */
    private static final int COLLEAGUES_MAX = 24;

    private final Profiles profiles;
    private final Staff staff;
    private final Likeness likeness;

    Peers(Profiles profiles, Staff staff) {
        this.profiles = profiles;
        this.staff = staff;
        this.likeness = new Likeness(profiles);
    }

    /** The peers of an account that have been seen here, colleagues first; at most 32. */
    public List<AccountId> of(AccountId account) {
        Set<AccountId> all = new LinkedHashSet<>();
        for (AccountId colleague : staff.colleagues(account, COLLEAGUES_MAX)) {
            if (profiles.find(AccountProfiles.key(colleague)).isPresent()) {
                all.add(colleague);
            }
        }
        all.addAll(likeness.of(account));
        return List.copyOf(all);
    }

    /** What is usual among the peers of what is new to the account. */
    AmongPeers judge(AccountFacts facts, Optional<Profile> own, boolean newPlace, Instant now) {
        boolean act = isNew(own, AccountProfiles.ACTS, facts.act().name());
        boolean application = isNew(own, AccountProfiles.APPLICATION, facts.application());
        boolean site = isNew(own, AccountProfiles.SITES, facts.site());
        Optional<Endpoint> place = newPlace ? facts.endpoint() : Optional.empty();
        if (!act && !application && !site && place.isEmpty()) {
            return AmongPeers.NONE;
        }
        List<Profile> peers = new ArrayList<>();
        of(facts.account())
                .forEach(peer -> profiles.find(AccountProfiles.key(peer)).ifPresent(peers::add));
        return new AmongPeers(
                peers.size(),
                act ? users(peers, AccountProfiles.ACTS, facts.act().name(), now) : AmongPeers.NOT_ASKED,
                application
                        ? users(peers, AccountProfiles.APPLICATION, facts.application(), now)
                        : AmongPeers.NOT_ASKED,
                site ? users(peers, AccountProfiles.SITES, facts.site(), now) : AmongPeers.NOT_ASKED,
                place.isPresent()
                        ? (int) peers.stream()
                                .filter(peer -> comesFrom(peer, place.get(), now))
                                .count()
                        : AmongPeers.NOT_ASKED);
    }

    void seen(AccountId account, Instant now) {
        likeness.seen(account, now);
    }

    private static boolean isNew(Optional<Profile> own, FacetSpec spec, String value) {
        return !value.isEmpty()
                && own.isPresent()
                && own.flatMap(p -> p.find(spec, CategoricalFacet.class))
                        .filter(facet -> facet.firstSeen(value).isPresent())
                        .isEmpty();
    }

    private static int users(List<Profile> peers, FacetSpec spec, String value, Instant now) {
        return count(
                peers,
                (peer, v) -> peer.find(spec, CategoricalFacet.class)
                        .filter(facet -> isHabit(facet, v, now))
                        .isPresent(),
                value);
    }

    /** Whether it comes from the block; where addresses are let out to anybody, from the very address: the next is a stranger's. */
    private static boolean comesFrom(Profile peer, Endpoint from, Instant now) {
        return peer.find(AccountProfiles.NETWORK, NetworkFacet.class)
                .filter(network -> from.traits().isEmpty()
                        ? isHabit(network.blocks(), from.ip().block(), now)
                        : isHabit(network.addresses(), from.ip().toString(), now))
                .isPresent();
    }

    private static boolean isHabit(CategoricalFacet facet, String value, Instant now) {
        return facet.firstSeen(value)
                .filter(first -> !first.plus(HABIT).isAfter(now))
                .isPresent();
    }

    private static int count(List<Profile> peers, BiPredicate<Profile, String> does, String what) {
        return (int) peers.stream().filter(peer -> does.test(peer, what)).count();
    }
}
