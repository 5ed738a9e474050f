package dev.kith.score;

import dev.kith.profile.AccountFacts;
import dev.kith.profile.AccountProfiles;
import dev.kith.profile.AmongPeers;
import dev.kith.profile.Burst;
import dev.kith.profile.CategoricalFacet;
import dev.kith.profile.FacetSpec;
import dev.kith.profile.NetworkFacet;
import dev.kith.profile.NetworkSurprise;
import dev.kith.profile.NetworkSurprise.Familiar;
import dev.kith.profile.PitmanYor;
import dev.kith.profile.Profile;
import dev.kith.profile.WeekTimeFacet;
import dev.kith.profile.World;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a record departs from its account's ways, each way for itself, in bits. A way that the record does not show, or
 * of which the account has no history, has 0 bits.
 *
 * @param network where from
 * @param closest the narrowest thing about the network that the account has used
 * @param networkKnownHere whether others here use the network
 * @param device with what device and program
 * @param application with what application
 * @param applicationKnownHere whether the application is used here at all
 * @param act what was done
 * @param hour when in the week
 * @param burst more of it than the account ever does, where it is
 * @param site where the file lies
 * @param fetched what kind of file was fetched, with who can open it
 * @param peers what is usual among the account's peers of what is new to it
 * @param trust how far the account's history is to be trusted, in [0, 1)
 */
public record AccountSurprise(
        double network,
        Familiar closest,
        boolean networkKnownHere,
        double device,
        double application,
        boolean applicationKnownHere,
        double act,
        double hour,
        Optional<Burst> burst,
        double site,
        double fetched,
        AmongPeers peers,
        double trust) {

    /** A device used in one of fifty records is a stranger's, or a new one. Chosen by hand. */
    public static final double STRANGE_DEVICE_BITS = 5.5;

    /** Peers are asked of a place from which one in thirty records comes at the most. Chosen by hand. */
    private static final double STRANGE_PLACE_BITS = 5;

    /** Judges a record by what was known before it; teaches nothing but the count of a burst, which is given. */
    public static AccountSurprise of(AccountFacts facts, AccountProfiles profiles, World world, Optional<Burst> burst) {
        Optional<Profile> account = profiles.account(facts.account());
        Optional<Profile> here = profiles.organisation();
        Instant now = facts.event().occurredAt();
        double trust = account.map(p -> p.maturity().factor()).orElse(0.0);
        Optional<NetworkSurprise> network = facts.endpoint()
                .flatMap(endpoint -> account.flatMap(p -> p.find(AccountProfiles.NETWORK, NetworkFacet.class))
                        .map(own -> NetworkSurprise.of(
                                endpoint,
                                own,
                                here.flatMap(p -> p.find(AccountProfiles.NETWORK, NetworkFacet.class)),
                                world,
                                now)));
        return new AccountSurprise(
                network.map(NetworkSurprise::bits).orElse(0.0),
                network.map(NetworkSurprise::closest).orElse(Familiar.NOTHING),
                network.map(NetworkSurprise::organisationKnows).orElse(false),
                bits(facts.device(), AccountProfiles.DEVICE, account, now),
                bits(facts.application(), AccountProfiles.APPLICATION, account, now),
                here.map(p -> p.categorical(AccountProfiles.APPLICATION).count(facts.application(), now) > 0)
                        .orElse(false),
                bits(facts.act().name(), AccountProfiles.ACTS, account, now),
                account.flatMap(p -> p.find(AccountProfiles.HOURS, WeekTimeFacet.class))
                        .map(hours -> hours.surpriseBits(now))
                        .orElse(0.0),
                burst,
                bits(facts.site(), AccountProfiles.SITES, account, now),
                bits(facts.fetched(), AccountProfiles.FETCHED, account, now),
                profiles.amongPeers(
                        facts,
                        network.filter(n -> n.bits() >= STRANGE_PLACE_BITS).isPresent()),
                trust);
    }

    /** What was done, backed off to what the account's peers do. */
    public double actAmongPeers() {
        return peers.bits(act, peers.act());
    }

    /** With what application, backed off to those of the account's peers. */
    public double applicationAmongPeers() {
        return peers.bits(application, peers.application());
    }

    /** Where the file lies, backed off to where the account's peers work. */
    public double siteAmongPeers() {
        return peers.bits(site, peers.site());
    }

    /** Surprise of the tail: what is one of many equally usual values is not surprising. */
    private static double bits(String value, FacetSpec spec, Optional<Profile> account, Instant now) {
        if (value.isEmpty()) {
            return 0;
        }
        return account.flatMap(p -> p.find(spec, CategoricalFacet.class))
                .filter(facet -> !facet.isEmpty())
                .map(facet -> -Math.log(PitmanYor.tailProbability(value, facet, now)) / Math.log(2))
                .orElse(0.0);
    }
}
