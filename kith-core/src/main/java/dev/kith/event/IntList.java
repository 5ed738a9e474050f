package dev.kith.event;

import java.util.Arrays;
import java.util.stream.IntStream;

/** An immutable list of ints without boxing. */
public final class IntList {
    private static final IntList EMPTY = new IntList(new int[0]);
    private final int[] values;

    private IntList(int[] values) {
        this.values = values;
    }

    public static IntList of(int... values) {
        return values.length == 0 ? EMPTY : new IntList(values.clone());
    }

    public int size() {
        return values.length;
    }

    public int get(int index) {
        return values[index];
    }

    public IntStream stream() {
        return Arrays.stream(values);
    }

    public int[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IntList list && Arrays.equals(values, list.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
