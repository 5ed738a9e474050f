package dev.kith.profile;

import java.time.Instant;
import java.util.List;

/**
 * The probability of a value for an entity, which backs off to its peers, its organisation and the world. Stateless; all
 * state is in the facets.
 */
public final class PitmanYor {
    /*
     * The hierarchical Pitman-Yor process [1] with one table for each value and level, which is interpolated Kneser-Ney:
     *
     *   P_l(v) = (c_l(v) - d_l t_l(v)) / (theta_l + N_l) + P_l(new) P_(l+1)(v)
     *   P_l(new) = (theta_l + d_l T_l) / (theta_l + N_l)
     *
     * with all sums decayed; forgotten values count as new (see CategoricalFacet). The last level is what the world knows,
     * such as the popularity of a domain. Discount and strength are estimated for every level from its own sums
     * (Novelty), so somebody whose values change daily is not surprised by a new one, and somebody whose never change is.
     *
     * A parent should count how many of its children use a value, not how often: teach() passes an observation on only
     * where it was new to the child. Otherwise one busy sender would make its habits look like everybody's.
     *
     * [1] Teh: A Hierarchical Bayesian Language Model based on Pitman-Yor Processes. ACL 2006.
     */
    private PitmanYor() {}

    /**
     * The probability that the next value is this one.
     *
     * @param levels from the entity outwards: entity, peer group, organisation; empty facets pass through
     * @param worldProbability what the world says, in [0, 1]; for the values of one facet to sum to at most 1, these must
     */
    public static double probability(
            String value, List<CategoricalFacet> levels, double worldProbability, Instant now) {
        if (!(worldProbability >= 0 && worldProbability <= 1)) {
            throw new IllegalArgumentException("world probability outside [0, 1]: " + worldProbability);
        }
        double probability = worldProbability;
        for (int level = levels.size() - 1; level >= 0; level--) {
            CategoricalFacet facet = levels.get(level);
            if (!facet.isEmpty()) {
                probability = probability(value, facet, probability, now);
            }
        }
        return Math.min(1, probability);
    }

    /** Surprise at a value in bits: minus the binary logarithm of {@link #probability}, in [0, 100]. */
    public static double surpriseBits(
            String value, List<CategoricalFacet> levels, double worldProbability, Instant now) {
        return Bits.of(probability(value, levels, worldProbability, now));
    }

    /** The probability that the next value is one this entity has not used: 1 for an entity without history. */
    public static double novelty(CategoricalFacet facet, Instant now) {
        return facet.novelty(now).probability();
    }

    /**
     * Observes a value at the entity and, where it is new to a level, at the level above. See the method's note on why.
     */
    public static void teach(String value, List<CategoricalFacet> levels, Instant at, double weight) {
        for (CategoricalFacet facet : levels) {
            if (facet.observe(value, at, weight)) {
                return;
            }
        }
    }

    /**
     * How far out in the tail a value lies: the probability that the entity's next value is at most as probable as this
     * one. Unlike {@link #surpriseBits} it is not large for each of a thousand equally usual values.
     *
     * @return in (0, 1]; for a value not remembered, the probability of something new
     */
    public static double tailProbability(String value, CategoricalFacet facet, Instant now) {
        return tailProbability(facet.find(value), facet, now);
    }

    /** The same for what the facet knows of the value. */
    static double tailProbability(CategoricalFacet.Found found, CategoricalFacet facet, Instant now) {
        Novelty novelty = facet.novelty(now);
        double strength = novelty.strength();
        double tail = novelty.probability(strength);
        if (found.mass() == 0) {
            return tail;
        }
        double denominator = strength + novelty.total();
        double discount = novelty.discount();
        double scale = facet.scale(now);
        double mine = found.mass() - discount * found.arrival();
        double heavier = facet.ownedByMore(mine, discount);
        return Math.max(tail, Math.min(1, 1 - heavier * scale / denominator));
    }

    private static double probability(String value, CategoricalFacet facet, double base, Instant now) {
        Novelty novelty = facet.novelty(now);
        CategoricalFacet.Found found = facet.find(value);
        double own = found.mass() == 0 ? 0 : (found.mass() - novelty.discount() * found.arrival()) * facet.scale(now);
        return Math.max(0, own) / (novelty.strength() + novelty.total()) + novelty.probability() * base;
    }
}
