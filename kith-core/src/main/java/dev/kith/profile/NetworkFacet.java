package dev.kith.profile;

import dev.kith.event.Endpoint;
import java.time.Duration;
import java.time.Instant;

/**
 * The networks an entity is seen from: addresses, blocks (/24, /48), autonomous systems and countries. What is known of
 * an endpoint is judged by {@link NetworkSurprise}. Memory: six categorical facets of {@code capacity}.
 */
public final class NetworkFacet implements Facet {
    /*
     * Each level counts how often something new on the level below it was its doing: a block counts new addresses, an
     * autonomous system new blocks, a country new autonomous systems. Novelty of a level is then the probability that
     * an address that is new (a block that is new ...) comes from outside everything known, which is what a back-off
     * needs. An entity with a new address every day, always of one provider, has a high novelty of addresses and blocks
     * and a low one of systems. Uses of systems and countries are counted besides, to be shown.
     */
    private final CategoricalFacet addresses;
    private final CategoricalFacet blocks;
    private final CategoricalFacet systems;
    private final CategoricalFacet countries;
    private final CategoricalFacet systemUses;
    private final CategoricalFacet countryUses;

    public NetworkFacet(Duration halfLife, int capacity) {
        this(
                new CategoricalFacet(halfLife, capacity),
                new CategoricalFacet(halfLife, capacity),
                new CategoricalFacet(halfLife, capacity),
                new CategoricalFacet(halfLife, capacity),
                new CategoricalFacet(halfLife, capacity),
                new CategoricalFacet(halfLife, capacity));
    }

    private NetworkFacet(
            CategoricalFacet addresses,
            CategoricalFacet blocks,
            CategoricalFacet systems,
            CategoricalFacet countries,
            CategoricalFacet systemUses,
            CategoricalFacet countryUses) {
        this.addresses = addresses;
        this.blocks = blocks;
        this.systems = systems;
        this.countries = countries;
        this.systemUses = systemUses;
        this.countryUses = countryUses;
    }

    /** Counts a use of an endpoint. Unknown systems and countries are left out. */
    public void observe(Endpoint endpoint, Instant at, double weight) {
        String system = system(endpoint);
        if (!system.isEmpty()) {
            systemUses.observe(system, at, weight);
        }
        if (!endpoint.country().isEmpty()) {
            countryUses.observe(endpoint.country(), at, weight);
        }
        if (addresses.observe(endpoint.ip().toString(), at, weight)
                || blocks.observe(endpoint.ip().block(), at, weight)) {
            return;
        }
        if (!system.isEmpty() && systems.observe(system, at, weight)) {
            return;
        }
        if (!endpoint.country().isEmpty()) {
            countries.observe(endpoint.country(), at, weight);
        }
    }

    public CategoricalFacet addresses() {
        return addresses;
    }

    /** Blocks, counted by the new addresses in them. */
    public CategoricalFacet blocks() {
        return blocks;
    }

    /** Autonomous systems such as {@code AS64500}, counted by the new blocks in them. */
    public CategoricalFacet systems() {
        return systems;
    }

    /** Countries, counted by the new autonomous systems in them. */
    public CategoricalFacet countries() {
        return countries;
    }

    /** Autonomous systems, counted by use: for display. */
    public CategoricalFacet systemUses() {
        return systemUses;
    }

    /** Countries, counted by use: for display. */
    public CategoricalFacet countryUses() {
        return countryUses;
    }

    public boolean isEmpty() {
        return addresses.isEmpty();
    }

    /** Whether an endpoint's address, its block or its system is known. */
    boolean knows(Endpoint endpoint) {
        if (addresses.find(endpoint.ip().toString()).mass() > 0
                || blocks.find(endpoint.ip().block()).mass() > 0) {
            return true;
        }
        String system = system(endpoint);
        return !system.isEmpty() && systems.find(system).mass() > 0;
    }

    /** The name an autonomous system is counted under; empty where it is unknown. */
    static String system(Endpoint endpoint) {
        return endpoint.asn() == 0 ? "" : "AS" + endpoint.asn();
    }

    /** What both facets have counted together; neither changes. */
    public static NetworkFacet merged(NetworkFacet a, NetworkFacet b) {
        return new NetworkFacet(
                CategoricalFacet.merged(a.addresses, b.addresses),
                CategoricalFacet.merged(a.blocks, b.blocks),
                CategoricalFacet.merged(a.systems, b.systems),
                CategoricalFacet.merged(a.countries, b.countries),
                CategoricalFacet.merged(a.systemUses, b.systemUses),
                CategoricalFacet.merged(a.countryUses, b.countryUses));
    }

    @Override
    public long estimatedBytes() {
        return 48
                + addresses.estimatedBytes()
                + blocks.estimatedBytes()
                + systems.estimatedBytes()
                + countries.estimatedBytes()
                + systemUses.estimatedBytes()
                + countryUses.estimatedBytes();
    }

    @Override
    public void write(StateWriter out) {
        addresses.write(out);
        blocks.write(out);
        systems.write(out);
        countries.write(out);
        systemUses.write(out);
        countryUses.write(out);
    }

    static NetworkFacet read(StateReader in) {
        return new NetworkFacet(
                CategoricalFacet.read(in),
                CategoricalFacet.read(in),
                CategoricalFacet.read(in),
                CategoricalFacet.read(in),
                CategoricalFacet.read(in),
                CategoricalFacet.read(in));
    }
}
