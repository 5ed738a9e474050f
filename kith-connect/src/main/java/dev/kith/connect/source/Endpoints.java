package dev.kith.connect.source;

import dev.kith.connect.intel.Intel;
import dev.kith.event.Endpoint;
import dev.kith.event.IpAddress;
import dev.kith.event.Problem;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Addresses out of log records, enriched. The same ones come again and again, so the last of each slot is remembered. Proxies
 * write lists of addresses ({@code client, proxy}); of those the first public one counts, else the first.
 */
public final class Endpoints {
    private static final int SLOTS = 1 << 12;

    /** Longest text looked at, and addresses of one list. Chosen by hand: ten proxies one behind another. */
    private static final int CHARS_MAX = 500;

    private static final int LISTED_MAX = 10;

    /** How logs write that there is no address. */
    private static final Set<String> NOTHING = Set.of("-", "null", "<null>", "none", "unknown", "n/a", "not available");

    private static final Pattern SEPARATORS = Pattern.compile("[,;\\s|]+");

    private static final int SHOWN_CHARS = 60;

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

    /** What is wrong where texts that should hold an address hold none; nothing where they say that there is none. */
    public static Optional<Problem> unreadable(String... texts) {
        for (String text : texts) {
            String said = text.strip();
            if (!said.isEmpty() && !NOTHING.contains(said.toLowerCase(Locale.ROOT))) {
                return Optional.of(Problem.of("address-unreadable", RecordFields.cut(said, SHOWN_CHARS)));
            }
        }
        return Optional.empty();
    }

    private static Optional<IpAddress> parse(String text) {
        Optional<IpAddress> whole = IpAddress.parse(text);
        if (whole.isPresent() || text.length() > CHARS_MAX) {
            return whole;
        }
        Optional<IpAddress> first = Optional.empty();
        int count = 0;
        for (String part : SEPARATORS.split(text, LISTED_MAX + 1)) {
            Optional<IpAddress> address = ++count > LISTED_MAX ? Optional.empty() : IpAddress.parse(part);
            if (address.isPresent() && !address.get().isInternal()) {
                return address;
            }
            first = first.or(() -> address);
        }
        return first;
    }

    private Optional<Endpoint> of(String text) {
        int hash = text.hashCode();
        int slot = (hash ^ hash >>> 12) & (SLOTS - 1);
        Known entry = known[slot];
        if (entry != null && entry.text().equals(text)) {
            return entry.endpoint();
        }
        Optional<Endpoint> endpoint = parse(text).map(intel::endpoint);
        known[slot] = new Known(text, endpoint);
        return endpoint;
    }
}
