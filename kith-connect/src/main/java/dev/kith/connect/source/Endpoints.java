package dev.kith.connect.source;

import dev.kith.connect.intel.Intel;
import dev.kith.event.Endpoint;
import dev.kith.event.IpAddress;
import java.util.Optional;

/** Addresses out of log records, enriched. The same ones come again and again, so the last of each slot is remembered. */
public final class Endpoints {
    private static final int SLOTS = 1 << 12;

    private final Intel intel;
    /** Without locks: entries never change, and a lost write costs one look-up. */
    private final Known[] known = new Known[SLOTS];

    private record Known(String text, Optional<Endpoint> endpoint) {}

    public Endpoints(Intel intel) {
        this.intel = intel;
    }

    /** The endpoint of the first text that holds an address. */
    public Optional<Endpoint> first(String... texts) {
        for (String text : texts) {
            Optional<Endpoint> endpoint = text.isEmpty() ? Optional.empty() : of(text);
            if (endpoint.isPresent()) {
                return endpoint;
            }
        }
        return Optional.empty();
    }

    private Optional<Endpoint> of(String text) {
        int hash = text.hashCode();
        int slot = (hash ^ hash >>> 12) & (SLOTS - 1);
        Known entry = known[slot];
        if (entry != null && entry.text().equals(text)) {
            return entry.endpoint();
        }
        Optional<Endpoint> endpoint = IpAddress.parse(text).map(intel::endpoint);
        known[slot] = new Known(text, endpoint);
        return endpoint;
    }
}
