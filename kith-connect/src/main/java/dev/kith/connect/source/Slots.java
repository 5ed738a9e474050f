package dev.kith.connect.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Values that are likely to come again. Each has one slot, by its hash, and the last of a slot stays. Who writes and who
 * reads hold the same values in the same order and so have the same slots, without a word about them in the file. Equal only
 * within one process, as hashes of enums are.
 */
final class Slots<T> {
    private final List<@Nullable T> held;
    private final int mask;

    /**
     * @param bits the number of slots as a power of two
     */
    Slots(int bits) {
        held = new ArrayList<>(Collections.nCopies(1 << bits, null));
        mask = (1 << bits) - 1;
    }

    /** The number of a value that is held, from 1; 0 for any other. */
    int number(T value) {
        int slot = slot(value);
        return value.equals(held.get(slot)) ? slot + 1 : 0;
    }

    void hold(T value) {
        held.set(slot(value), value);
    }

    T value(int number) {
        T value = held.get(number - 1);
        if (value == null) {
            throw new NoSuchElementException("slot " + number + " is empty");
        }
        return value;
    }

    private int slot(T value) {
        int hash = value.hashCode();
        return (hash ^ hash >>> 13) & mask;
    }
}
