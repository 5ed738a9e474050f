package dev.kith.connect.intel;

import dev.kith.event.DomainTrait;
import dev.kith.event.Endpoint;
import dev.kith.event.IpAddress;
import dev.kith.profile.World;
import java.util.Set;

/** The world's knowledge together with the enrichment of addresses. Look-ups only; nothing is ever resolved or fetched. */
public interface Intel extends World {
    /** The address with its network, country and what lists say of it. */
    Endpoint endpoint(IpAddress ip);

    /**
     * What lists say of an address on a host that serves several ends: {@code docs.google.com/forms} holds forms,
     * {@code docs.google.com/document} files.
     *
     * @param path path of the address, with or without its query; empty where only the host is known
     */
    default Set<DomainTrait> traits(String host, String path) {
        return traits(host);
    }

    /** Knows nothing: for tests. */
    static Intel unknown() {
        World world = World.unknown();
        return new Intel() {
            @Override
            public Endpoint endpoint(IpAddress ip) {
                return Endpoint.of(ip);
            }

            @Override
            public Set<DomainTrait> traits(String host) {
                return world.traits(host);
            }

            @Override
            public double popularity(String domain) {
                return world.popularity(domain);
            }

            @Override
            public double networkShare(long asn) {
                return world.networkShare(asn);
            }

            @Override
            public String registrableDomain(String host) {
                return world.registrableDomain(host);
            }
        };
    }
}
