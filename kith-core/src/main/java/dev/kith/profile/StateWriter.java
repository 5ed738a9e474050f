package dev.kith.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects what a facet has to remember, in the order in which {@link StateReader} gives it back. */
final class StateWriter {
    private long[] numbers = new long[16];
    private double[] masses = new double[16];
    private final List<String> texts = new ArrayList<>();
    private int numberCount;
    private int massCount;

    void number(long value) {
        if (numberCount == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * numberCount);
        }
        numbers[numberCount++] = value;
    }

    void mass(double value) {
        if (massCount == masses.length) {
            masses = Arrays.copyOf(masses, 2 * massCount);
        }
        masses[massCount++] = value;
    }

    void text(String value) {
        texts.add(value);
    }

    void masses(float[] values) {
        number(values.length);
        for (float value : values) {
            mass(value);
        }
    }

    FacetState finish(FacetSpec spec) {
        return new FacetState(spec, Arrays.copyOf(numbers, numberCount), Arrays.copyOf(masses, massCount), texts);
    }
}
