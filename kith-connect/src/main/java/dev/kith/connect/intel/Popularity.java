package dev.kith.connect.intel;

import java.util.HashMap;
import java.util.Map;

/**
 * How widely domains are used, from their rank in the world.
 *
 * <p>Use of domains falls off about as a power of their rank, so the share is linear in the logarithm of the rank: 1 for the
 * first, 0 for the millionth and beyond.
 */
final class Popularity {
    /** Chosen by hand: the length of the usual lists of popular domains; what stands beyond is as rare as what is on none. */
    private static final double RANK_END = 1_000_000;

    private final Map<String, Integer> ranks;

    Popularity(Map<String, Integer> ranks) {
        this.ranks = new HashMap<>(ranks);
    }

    /** The share in [0, 1]; 0 for a domain on no list. */
    double of(String domain) {
        Integer rank = ranks.get(DomainLists.normal(domain));
        return rank == null ? 0 : share(rank);
    }

    private static double share(int rank) {
        return Math.min(1, Math.max(0, 1 - Math.log(rank) / Math.log(RANK_END)));
    }
}
