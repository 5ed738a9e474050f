package dev.kith.profile;

import dev.kith.event.Endpoint;
import java.time.Instant;
import java.util.Optional;

/**
 * How surprising an endpoint is to an entity.
 *
 * @param probability of something at least as unfamiliar, in (0, 1]
 * @param bits the same as surprise, in [0, 100]; 0 for an entity without history
 * @param closest the narrowest thing about the endpoint that the entity itself has used
 * @param organisationKnows whether the autonomous system, block or address is known to the organisation
 */
public record NetworkSurprise(double probability, double bits, Familiar closest, boolean organisationKnows) {
    /*
     * Back-off by level: an address that is known lies so far out in the tail of the known ones; a new one costs the
     * entity's novelty of addresses and then its block is asked about in the same way, then the autonomous system, then
     * the organisation, and last the country. Risk-based authentication smooths in the same order [1][2]; here the share
     * given to the next level is the novelty of a Pitman-Yor process at the one before (PitmanYor). An entity or an
     * organisation without history has novelty 1 on every level, and so is not surprised.
     *
     * A system new to everybody counts the more the smaller it is: travellers and home workers come from large access
     * networks. The evidence for that is as strong as the history is.
     *
     * [1] Freeman, Jain, Duermuth, Biggio, Giacinto: Who Are You? A Statistical Approach to Measuring User Authenticity.
     *     NDSS 2016.
     * [2] Wiefling, Duermuth, Lo Iacono: What's in Score for Website Users: A Data-Driven Long-Term Study on Risk-Based
     *     Authentication Characteristics. Financial Cryptography 2021.
     */

    /** A network of 5 % of the announced addresses counts as likely as any; smaller ones less. Chosen by hand. */
    private static final double LARGE_SHARE = 0.05;

    /** However small a network, no more than 6 bits for that. Chosen by hand. */
    private static final double SMALLEST = 1.0 / 64;

    /**
     * Judges an endpoint before it is taught.
     *
     * @param organisation the same facet of the organisation or peer group, where there is one
     */
    public static NetworkSurprise of(
            Endpoint endpoint, NetworkFacet entity, Optional<NetworkFacet> organisation, World world, Instant now) {
        Step own = Step.of(endpoint, entity, now);
        if (own.closest != Familiar.NOTHING) {
            boolean organisationKnows =
                    organisation.filter(facet -> facet.knows(endpoint)).isPresent();
            return new NetworkSurprise(own.probability, Bits.of(own.probability), own.closest, organisationKnows);
        }
        Step shared = organisation.map(facet -> Step.of(endpoint, facet, now)).orElse(Step.NOTHING);
        boolean organisationKnows = shared.closest != Familiar.NOTHING;
        double probability = own.probability * shared.probability;
        if (!organisationKnows) {
            double novelty = PitmanYor.novelty(entity.systems(), now)
                    * organisation
                            .map(facet -> PitmanYor.novelty(facet.systems(), now))
                            .orElse(1.0);
            probability *= novelty + (1 - novelty) * likely(endpoint, world);
            probability *= country(endpoint, entity, organisation, now);
        }
        Familiar closest = entity.countryUses().find(endpoint.country()).mass() > 0 ? Familiar.COUNTRY : own.closest;
        return new NetworkSurprise(probability, Bits.of(probability), closest, organisationKnows);
    }

    /** Teaches the entity, and the organisation where the block is new to the entity: it counts users, not uses. */
    public static void teach(
            Endpoint endpoint, NetworkFacet entity, Optional<NetworkFacet> organisation, Instant at, double weight) {
        boolean known = entity.blocks().find(endpoint.ip().block()).mass() > 0;
        entity.observe(endpoint, at, weight);
        if (!known && organisation.isPresent()) {
            organisation.get().observe(endpoint, at, weight);
        }
    }

    private static double likely(Endpoint endpoint, World world) {
        if (endpoint.asn() == 0) {
            return 1;
        }
        return Math.max(SMALLEST, Math.min(1, world.networkShare(endpoint.asn()) / LARGE_SHARE));
    }

    private static double country(
            Endpoint endpoint, NetworkFacet entity, Optional<NetworkFacet> organisation, Instant now) {
        if (endpoint.country().isEmpty()) {
            return 1;
        }
        CategoricalFacet.Found own = entity.countries().find(endpoint.country());
        double probability = level(own, entity.countries(), now);
        if (own.mass() > 0 || organisation.isEmpty()) {
            return probability;
        }
        CategoricalFacet shared = organisation.get().countries();
        return probability * level(shared.find(endpoint.country()), shared, now);
    }

    private static double level(CategoricalFacet.Found value, CategoricalFacet facet, Instant now) {
        return facet.isEmpty() ? 1 : PitmanYor.tailProbability(value, facet, now);
    }

    /** The narrowest thing about an endpoint that is familiar. */
    public enum Familiar {
        ADDRESS,
        BLOCK,
        SYSTEM,
        COUNTRY,
        NOTHING
    }

    /** How far one facet knows an endpoint. */
    private record Step(double probability, Familiar closest) {
        static final Step NOTHING = new Step(1, Familiar.NOTHING);

        static Step of(Endpoint endpoint, NetworkFacet facet, Instant now) {
            if (facet.isEmpty()) {
                return NOTHING;
            }
            CategoricalFacet.Found address =
                    facet.addresses().find(endpoint.ip().toString());
            double probability = level(address, facet.addresses(), now);
            if (address.mass() > 0) {
                return new Step(probability, Familiar.ADDRESS);
            }
            CategoricalFacet.Found block = facet.blocks().find(endpoint.ip().block());
            probability *= level(block, facet.blocks(), now);
            if (block.mass() > 0) {
                return new Step(probability, Familiar.BLOCK);
            }
            String name = NetworkFacet.system(endpoint);
            if (name.isEmpty()) {
                return new Step(probability, Familiar.NOTHING);
            }
            CategoricalFacet.Found system = facet.systems().find(name);
            probability *= level(system, facet.systems(), now);
            return new Step(probability, system.mass() > 0 ? Familiar.SYSTEM : Familiar.NOTHING);
        }
    }
}
