package dev.kith.investigate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * When something was seen: for each key the spans of time of those who had it, where those less than a gap apart are one stay.
 * Stays of a key lie at least a gap apart, so whoever is near a stay is near one of its spans: inside it there is no hole as
 * wide as the gap. A look-up takes the logarithm of the stays of its key, and one step for each stay it finds. Mutable.
 */
final class Stays {
    private final Duration gap;
    private final Map<String, TreeMap<Instant, Stay>> byKey = new HashMap<>();

    /** @param who one of those in it: the first */
    private record Stay(Instant from, Instant to, int who) {}

    Stays(Duration gap) {
        this.gap = gap;
    }

    /** Adds a span, whose beginning is not before that of any span of the key; returns the first of its stay. */
    int add(String key, Instant from, Instant to, int who) {
        TreeMap<Instant, Stay> stays = byKey.computeIfAbsent(key, k -> new TreeMap<>());
        Map.Entry<Instant, Stay> latest = stays.lastEntry();
        if (latest == null || !from.isBefore(latest.getValue().to.plus(gap))) {
            stays.put(from, new Stay(from, to, who));
            return who;
        }
        Stay stay = latest.getValue();
        if (to.isAfter(stay.to)) {
            stays.put(stay.from, new Stay(stay.from, to, stay.who));
        }
        return stay.who;
    }

    /** The first of each stay of the key less than a gap away from a span, the latest stay first. */
    List<Integer> near(String key, Instant from, Instant to) {
        return stays(key, from, to.plus(gap), false);
    }

    /** The first of each stay of the key that had begun by then and was less than a gap ago. */
    List<Integer> begunBy(String key, Instant at) {
        return stays(key, at, at, true);
    }

    private List<Integer> stays(String key, Instant from, Instant until, boolean inclusive) {
        List<Integer> found = new ArrayList<>(1);
        TreeMap<Instant, Stay> stays = byKey.get(key);
        if (stays == null) {
            return found;
        }
        // Stays do not overlap, so the first that is too old ends it.
        for (Stay stay : stays.headMap(until, inclusive).descendingMap().values()) {
            if (!from.isBefore(stay.to.plus(gap))) {
                break;
            }
            found.add(stay.who);
        }
        return found;
    }
}
