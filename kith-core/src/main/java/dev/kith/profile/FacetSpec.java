package dev.kith.profile;

import java.time.Duration;

/**
 * What a facet of a profile is called, what it keeps, how fast it forgets and how large it may grow.
 *
 * @param name unique within a profile, such as {@code link-host}
 * @param halfLife the time in which an observation loses half its weight; for {@code CARDINALITY} the period counted
 * @param capacity heavy values of {@code CATEGORICAL} and of each level of {@code NETWORK}; cells of {@code WORDS};
 *     binary logarithm of the registers of {@code CARDINALITY}; not used by the others
 */
public record FacetSpec(String name, Kind kind, Duration halfLife, int capacity) {
    public FacetSpec {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a facet needs a name");
        }
        if (halfLife.toSeconds() < 1) {
            throw new IllegalArgumentException("half-life of " + name + " under a second: " + halfLife);
        }
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity of " + name + " under 1: " + capacity);
        }
    }

    public static FacetSpec categorical(String name, Duration halfLife, int capacity) {
        return new FacetSpec(name, Kind.CATEGORICAL, halfLife, capacity);
    }

    public static FacetSpec network(String name, Duration halfLife, int capacity) {
        return new FacetSpec(name, Kind.NETWORK, halfLife, capacity);
    }

    public static FacetSpec rate(String name, Duration halfLife) {
        return new FacetSpec(name, Kind.RATE, halfLife, 1);
    }

    public static FacetSpec weekTime(String name, Duration halfLife) {
        return new FacetSpec(name, Kind.WEEK_TIME, halfLife, 1);
    }

    public static FacetSpec magnitude(String name, Duration halfLife) {
        return new FacetSpec(name, Kind.MAGNITUDE, halfLife, 1);
    }

    /** @param lgRegisters 4 to 12: 2^lgRegisters half-byte registers, relative error about 1.04 / sqrt(2^lgRegisters) */
    public static FacetSpec cardinality(String name, Duration period, int lgRegisters) {
        return new FacetSpec(name, Kind.CARDINALITY, period, lgRegisters);
    }

    public static FacetSpec words(String name, Duration halfLife, int cells) {
        return new FacetSpec(name, Kind.WORDS, halfLife, cells);
    }

    /** The sketches a profile is made of. */
    public enum Kind {
        CATEGORICAL,
        NETWORK,
        RATE,
        WEEK_TIME,
        MAGNITUDE,
        CARDINALITY,
        WORDS
    }
}
