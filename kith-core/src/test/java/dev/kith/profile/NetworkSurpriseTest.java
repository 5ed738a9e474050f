package dev.kith.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.Endpoint;
import dev.kith.event.IpAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NetworkSurpriseTest {
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final Duration HALF_LIFE = Duration.ofDays(60);
    private static final Duration DAY = Duration.ofDays(1);
    private static final World WORLD = World.unknown();

    @Test
    void anEntityWithoutHistory_isNotSurprised() {
        NetworkSurprise surprise = of(endpoint("203.0.113.9", 64_500, "NL"), new NetworkFacet(HALF_LIFE, 8));
        assertThat(surprise.bits()).isZero();
        assertThat(surprise.closest()).isEqualTo(NetworkSurprise.Familiar.NOTHING);
    }

    @Test
    void theFurtherAway_theMoreSurprising() {
        NetworkFacet office = new NetworkFacet(HALF_LIFE, 8);
        for (int day = 0; day < 60; day++) {
            office.observe(endpoint("192.0.2.10", 64_500, "DE"), START.plus(DAY.multipliedBy(day)), 1);
        }
        Instant now = START.plus(DAY.multipliedBy(60));
        double address = of(endpoint("192.0.2.10", 64_500, "DE"), office, now).bits();
        double block = of(endpoint("192.0.2.77", 64_500, "DE"), office, now).bits();
        double system = of(endpoint("198.51.100.1", 64_500, "DE"), office, now).bits();
        double country = of(endpoint("203.0.113.1", 64_501, "DE"), office, now).bits();
        double nothing = of(endpoint("203.0.113.1", 64_501, "KP"), office, now).bits();
        assertThat(address).isLessThan(0.1);
        assertThat(block).isGreaterThan(5);
        assertThat(system).isGreaterThan(block);
        assertThat(country).isGreaterThan(system);
        assertThat(nothing).isGreaterThan(country);
    }

    @Test
    void whoHasANewAddressEveryDayFromOneProvider_mindsOnlyAnotherProvider() {
        NetworkFacet roaming = new NetworkFacet(HALF_LIFE, 16);
        for (int day = 0; day < 90; day++) {
            roaming.observe(
                    endpoint("10." + day % 7 + "." + day + ".5", 64_500, "DE"), START.plus(DAY.multipliedBy(day)), 1);
        }
        Instant now = START.plus(DAY.multipliedBy(90));
        NetworkSurprise usual = of(endpoint("10.9.200.5", 64_500, "DE"), roaming, now);
        NetworkSurprise strange = of(endpoint("203.0.113.1", 64_501, "NL"), roaming, now);
        assertThat(usual.bits()).isLessThan(0.6);
        assertThat(usual.closest()).isEqualTo(NetworkSurprise.Familiar.SYSTEM);
        assertThat(strange.bits()).isGreaterThan(6);
    }

    @Test
    void whatTheOrganisationKnows_surprisesLess() {
        NetworkFacet mine = new NetworkFacet(HALF_LIFE, 8);
        NetworkFacet organisation = new NetworkFacet(HALF_LIFE, 64);
        Optional<NetworkFacet> shared = Optional.of(organisation);
        for (int day = 0; day < 60; day++) {
            Instant at = START.plus(DAY.multipliedBy(day));
            NetworkSurprise.teach(endpoint("192.0.2.10", 64_500, "DE"), mine, shared, at, 1);
            NetworkFacet colleague = new NetworkFacet(HALF_LIFE, 8);
            NetworkSurprise.teach(endpoint("198.51.100.9", 64_502, "DE"), colleague, shared, at, 1);
        }
        Instant now = START.plus(DAY.multipliedBy(60));
        NetworkSurprise office = NetworkSurprise.of(endpoint("198.51.100.9", 64_502, "DE"), mine, shared, WORLD, now);
        NetworkSurprise strange = NetworkSurprise.of(endpoint("203.0.113.1", 64_503, "DE"), mine, shared, WORLD, now);
        assertThat(office.organisationKnows()).isTrue();
        assertThat(strange.organisationKnows()).isFalse();
        assertThat(office.bits()).isLessThan(strange.bits() - 5);
    }

    @Test
    void ofTwoNetworksNewToAll_theLargerSurprisesLess() {
        NetworkFacet office = new NetworkFacet(HALF_LIFE, 8);
        for (int day = 0; day < 30; day++) {
            office.observe(endpoint("192.0.2.10", 64_500, "DE"), START.plus(DAY.multipliedBy(day)), 1);
            office.observe(endpoint("192.0." + day + ".10", 64_500, "DE"), START.plus(DAY.multipliedBy(day)), 1);
        }
        World world = new World() {
            @Override
            public Set<dev.kith.event.DomainTrait> traits(String host) {
                return Set.of();
            }

            @Override
            public double popularity(String domain) {
                return 0;
            }

            @Override
            public double networkShare(long asn) {
                return asn == 64_510 ? 0.05 : 0;
            }

            @Override
            public String registrableDomain(String host) {
                return host;
            }
        };
        Instant now = START.plus(DAY.multipliedBy(30));
        double large = NetworkSurprise.of(endpoint("203.0.113.1", 64_510, "DE"), office, Optional.empty(), world, now)
                .bits();
        double small = NetworkSurprise.of(endpoint("203.0.113.1", 64_511, "DE"), office, Optional.empty(), world, now)
                .bits();
        assertThat(small).isGreaterThan(large + 2);
    }

    @Test
    void unknownSystemAndCountry_areNoEvidence() {
        NetworkFacet office = new NetworkFacet(HALF_LIFE, 8);
        Endpoint bare = Endpoint.of(IpAddress.parse("192.0.2.10").orElseThrow());
        for (int day = 0; day < 30; day++) {
            office.observe(bare, START.plus(DAY.multipliedBy(day)), 1);
        }
        assertThat(office.systems().isEmpty()).isTrue();
        assertThat(of(bare, office, START.plus(DAY.multipliedBy(30))).bits()).isLessThan(0.1);
        assertThat(office.systemUses().isEmpty()).isTrue();
    }

    private static NetworkSurprise of(Endpoint endpoint, NetworkFacet facet) {
        return of(endpoint, facet, START);
    }

    private static NetworkSurprise of(Endpoint endpoint, NetworkFacet facet, Instant now) {
        return NetworkSurprise.of(endpoint, facet, Optional.empty(), WORLD, now);
    }

    private static Endpoint endpoint(String ip, long asn, String country) {
        return new Endpoint(IpAddress.parse(ip).orElseThrow(), asn, "", country, Set.of());
    }
}
