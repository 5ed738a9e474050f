package dev.kith.profile;

import dev.kith.event.DomainTrait;
import java.util.Set;

/** What the world at large knows of domains and networks: the last level that a surprise backs off to. Pure look-ups. */
public interface World {
    /** What lists say of a host, by its longest listed suffix. Empty for an unknown host. */
    Set<DomainTrait> traits(String host);

    /**
     * How widely a registrable domain is used.
     *
     * @return share in [0, 1]: about 1 for the most used domains of the world, 0 for one on no list
     */
    double popularity(String domain);

    /**
     * How large a network is.
     *
     * @return share of the announced addresses, in [0, 1]; 0 where unknown
     */
    double networkShare(long asn);

    /** The registrable domain (public suffix plus one label) of a host; the host itself for an address or a bare suffix. */
    String registrableDomain(String host);

    /** A world that knows nothing: for tests. */
    static World unknown() {
        return new World() {
            @Override
            public Set<DomainTrait> traits(String host) {
                return Set.of();
            }

            @Override
            public double popularity(String domain) {
                return 0;
            }

            @Override
            public double networkShare(long asn) {
                return 0;
            }

            @Override
            public String registrableDomain(String host) {
                String[] labels = host.split("\\.", -1);
                return labels.length <= 2 ? host : labels[labels.length - 2] + "." + labels[labels.length - 1];
            }
        };
    }
}
