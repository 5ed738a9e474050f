package dev.kith.profile;

import java.util.Arrays;
import java.util.List;

/**
 * What a facet remembers, as plain numbers and texts, for an adapter to store. What stands where is the facet's own
 * affair; {@link ProfileState#version()} says which reading applies.
 *
 * @param numbers times, hashes and counts
 * @param masses decayed sums; stored to the last bit
 * @param texts the values kept as text
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of numbers; copied in and out, compared by content
public record FacetState(FacetSpec spec, long[] numbers, double[] masses, List<String> texts) {
    public FacetState {
        numbers = numbers.clone();
        masses = masses.clone();
        texts = List.copyOf(texts);
    }

    @Override
    public long[] numbers() {
        return numbers.clone();
    }

    @Override
    public double[] masses() {
        return masses.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FacetState state
                && spec.equals(state.spec)
                && Arrays.equals(numbers, state.numbers)
                && Arrays.equals(masses, state.masses)
                && texts.equals(state.texts);
    }

    @Override
    public int hashCode() {
        return 31 * spec.name().hashCode() + Arrays.hashCode(masses);
    }

    @Override
    public String toString() {
        return spec.name() + "[" + numbers.length + " numbers, " + masses.length + " masses, " + texts.size()
                + " texts]";
    }
}
