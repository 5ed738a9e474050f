package dev.kith.connect.model;

import dev.kith.event.DomainTrait;
import dev.kith.profile.World;
import java.util.Set;

/** A world that knows of one domain at which anybody can have an address, and of nothing else. */
final class FreeMail implements World {
    private final World nothing = World.unknown();

    @Override
    public Set<DomainTrait> traits(String host) {
        return host.equals("freemail.example") ? Set.of(DomainTrait.FREE_MAIL) : Set.of();
    }

    @Override
    public double popularity(String domain) {
        return nothing.popularity(domain);
    }

    @Override
    public double networkShare(long asn) {
        return nothing.networkShare(asn);
    }

    @Override
    public String registrableDomain(String host) {
        return nothing.registrableDomain(host);
    }
}
