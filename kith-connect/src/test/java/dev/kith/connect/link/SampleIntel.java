package dev.kith.connect.link;

import dev.kith.connect.intel.Intel;
import dev.kith.event.DomainTrait;
import dev.kith.event.Endpoint;
import dev.kith.event.IpAddress;
import java.util.Map;
import java.util.Set;

/** Knows a handful of hosts. */
final class SampleIntel implements Intel {
    private static final Map<String, Set<DomainTrait>> TRAITS = Map.of(
            "sharepoint.com", Set.of(DomainTrait.FILE_STORAGE),
            "onedrive.live.com", Set.of(DomainTrait.FILE_STORAGE),
            "box.com", Set.of(DomainTrait.FILE_STORAGE),
            "web.app", Set.of(DomainTrait.FREE_HOSTING),
            "blob.core.windows.net", Set.of(DomainTrait.FREE_HOSTING, DomainTrait.FILE_STORAGE),
            "bit.ly", Set.of(DomainTrait.SHORTENER),
            "typeform.com", Set.of(DomainTrait.FORM),
            "click.mailer.example", Set.of(DomainTrait.TRACKING));

    private static final Set<String> POPULAR = Set.of("amazon.com", "amazon.de", "microsoft.com");

    @Override
    public Endpoint endpoint(IpAddress ip) {
        return Endpoint.of(ip);
    }

    @Override
    public Set<DomainTrait> traits(String host) {
        String suffix = host;
        while (true) {
            Set<DomainTrait> traits = TRAITS.get(suffix);
            int dot = suffix.indexOf('.');
            if (traits != null || dot < 0) {
                return traits == null ? Set.of() : traits;
            }
            suffix = suffix.substring(dot + 1);
        }
    }

    @Override
    public double popularity(String domain) {
        return POPULAR.contains(domain) ? 0.8 : 0;
    }

    @Override
    public double networkShare(long asn) {
        return 0;
    }

    @Override
    public String registrableDomain(String host) {
        return Intel.unknown().registrableDomain(host);
    }
}
