package dev.kith.event;

import java.util.Set;

/**
 * A network endpoint with what is known of its address (OCSF {@code network_endpoint} with its autonomous system and
 * location). Enriched once, when the event is built, so that a replay sees what was known then.
 *
 * @param asn autonomous system number; 0 where unknown
 * @param asName its organisation; empty where unknown
 * @param country ISO 3166-1 alpha-2 code; empty where unknown. Evidence with error: prefer the ASN
 */
public record Endpoint(IpAddress ip, long asn, String asName, String country, Set<Trait> traits) {
    public Endpoint {
        traits = Set.copyOf(traits);
    }

    /** An endpoint of which only the address is known. */
    public static Endpoint of(IpAddress ip) {
        return new Endpoint(ip, 0, "", "", Set.of());
    }

    /** What lists say of an address. {@code RELAY} is a privacy relay such as iCloud's: not hostile by itself. */
    public enum Trait {
        VPN,
        HOSTING,
        TOR,
        RELAY
    }
}
