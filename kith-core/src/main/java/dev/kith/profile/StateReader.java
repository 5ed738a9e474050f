package dev.kith.profile;

import java.util.List;

/** Gives back what a {@link StateWriter} has collected. A state that is too short is our own mistake, and throws. */
final class StateReader {
    private final long[] numbers;
    private final double[] masses;
    private final List<String> texts;
    private int numberAt;
    private int massAt;
    private int textAt;

    StateReader(FacetState state) {
        this.numbers = state.numbers();
        this.masses = state.masses();
        this.texts = state.texts();
    }

    long number() {
        return numbers[numberAt++];
    }

    double mass() {
        return masses[massAt++];
    }

    String text() {
        return texts.get(textAt++);
    }

    float[] floats() {
        float[] values = new float[count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) mass();
        }
        return values;
    }

    int count() {
        return Math.toIntExact(number());
    }
}
