package dev.kith.profile;

import java.util.Arrays;

/** The values a categorical facet keeps whole: text, decayed mass, first and last sight. At most {@code capacity}. */
final class HeavyValues {
    /** Longer values keep this much text; their hash covers all of it. Chosen by hand: a long host or file name. */
    static final int TEXT_CHARS_MAX = 120;

    /** Up to here a linear search is quicker than an index. Measured: 16 hashes are two cache lines. */
    private static final int LINEAR_MAX = 16;

    /** Sightings are told apart up to three: new, seen once more, and often. */
    static final int SIGHTINGS_MAX = 3;

    /** Object header, fields, and headers of the arrays. */
    private static final int FIXED_BYTES = 200;
    /** Per slot: hash 8, mass 8, arrival 8, first and last sight 8, sightings 1, reference 4, index 16. */
    private static final int SLOT_BYTES = 53;
    /** A string and its Latin-1 array without the characters. */
    private static final int TEXT_BYTES = 24 + 16 + 7;

    private final int capacity;
    private int size;
    private int textChars;
    private long[] hash = new long[1];
    private String[] text = new String[1];
    private double[] mass = new double[1];
    private double[] arrival = new double[1];
    private int[] first = new int[1];
    private int[] last = new int[1];
    private byte[] sightings = new byte[1];
    private int[] index = new int[0];
    private int lightest = -1;

    HeavyValues(int capacity) {
        this.capacity = capacity;
    }

    int size() {
        return size;
    }

    boolean full() {
        return size == capacity;
    }

    String text(int slot) {
        return text[slot];
    }

    long hash(int slot) {
        return hash[slot];
    }

    /** In landmark units, like every mass here. */
    double mass(int slot) {
        return mass[slot];
    }

    /** The weight of the sighting at which the value was new. */
    double arrival(int slot) {
        return arrival[slot];
    }

    int sightings(int slot) {
        return sightings[slot];
    }

    long firstSeconds(int slot) {
        return Integer.toUnsignedLong(first[slot]);
    }

    long lastSeconds(int slot) {
        return Integer.toUnsignedLong(last[slot]);
    }

    /** The slot of a value, or -1. The text is compared too: a forged hash alone makes nothing familiar. */
    int find(long wanted, String value) {
        if (index.length == 0) {
            for (int slot = 0; slot < size; slot++) {
                if (hash[slot] == wanted && isText(slot, value)) {
                    return slot;
                }
            }
            return -1;
        }
        int mask = index.length - 1;
        for (int at = (int) wanted & mask; index[at] != 0; at = (at + 1) & mask) {
            int slot = index[at] - 1;
            if (hash[slot] == wanted && isText(slot, value)) {
                return slot;
            }
        }
        return -1;
    }

    void add(int slot, double weight, long at) {
        mass[slot] += weight;
        sightings[slot] = (byte) Math.min(SIGHTINGS_MAX, sightings[slot] + 1);
        int seconds = seconds(at);
        if (Integer.compareUnsigned(seconds, first[slot]) < 0) {
            first[slot] = seconds;
        }
        if (Integer.compareUnsigned(seconds, last[slot]) > 0) {
            last[slot] = seconds;
        }
        if (slot == lightest) {
            lightest = -1;
        }
    }

    void insert(Value value) {
        if (size == mass.length) {
            grow();
        }
        put(size++, value);
        if (lightest >= 0 && value.mass() < mass[lightest]) {
            lightest = size - 1;
        }
    }

    /** Puts a value into the place of the lightest and returns that one. */
    Value replaceLightest(Value value) {
        int slot = lightest();
        Value evicted = value(slot);
        textChars -= text[slot].length();
        unindex(slot);
        put(slot, value);
        lightest = -1;
        return evicted;
    }

    int lightest() {
        if (lightest < 0) {
            lightest = 0;
            for (int slot = 1; slot < size; slot++) {
                if (mass[slot] < mass[lightest]) {
                    lightest = slot;
                }
            }
        }
        return lightest;
    }

    Value value(int slot) {
        return new Value(
                hash[slot],
                text[slot],
                mass[slot],
                arrival[slot],
                firstSeconds(slot),
                lastSeconds(slot),
                sightings[slot]);
    }

    void scale(double factor) {
        for (int slot = 0; slot < size; slot++) {
            mass[slot] *= factor;
            arrival[slot] *= factor;
        }
    }

    long estimatedBytes() {
        return FIXED_BYTES + (long) mass.length * SLOT_BYTES + (long) size * TEXT_BYTES + textChars;
    }

    /** The most that {@link #estimatedBytes()} can say. */
    static long bytesMax(int capacity) {
        return FIXED_BYTES + (long) capacity * (SLOT_BYTES + TEXT_BYTES + TEXT_CHARS_MAX);
    }

    static String kept(String value) {
        return value.length() <= TEXT_CHARS_MAX ? value : value.substring(0, TEXT_CHARS_MAX);
    }

    static int seconds(long epochSeconds) {
        return (int) Math.max(0, Math.min(0xffffffffL, epochSeconds));
    }

    private boolean isText(int slot, String value) {
        String kept = text[slot];
        return value.length() <= TEXT_CHARS_MAX ? kept.equals(value) : value.startsWith(kept);
    }

    private void put(int slot, Value value) {
        hash[slot] = value.hash();
        text[slot] = value.text();
        mass[slot] = value.mass();
        arrival[slot] = value.arrival();
        first[slot] = seconds(value.firstSeconds());
        last[slot] = seconds(value.lastSeconds());
        sightings[slot] = (byte) value.sightings();
        textChars += value.text().length();
        if (index.length > 0) {
            index(slot);
        }
    }

    private void grow() {
        int length = Math.min(capacity, 2 * mass.length);
        hash = Arrays.copyOf(hash, length);
        text = Arrays.copyOf(text, length);
        mass = Arrays.copyOf(mass, length);
        arrival = Arrays.copyOf(arrival, length);
        first = Arrays.copyOf(first, length);
        last = Arrays.copyOf(last, length);
        sightings = Arrays.copyOf(sightings, length);
        if (length > LINEAR_MAX) {
            index = new int[Integer.highestOneBit(length - 1) * 4];
            for (int slot = 0; slot < size; slot++) {
                index(slot);
            }
        }
    }

    private void index(int slot) {
        int mask = index.length - 1;
        int at = (int) hash[slot] & mask;
        while (index[at] != 0) {
            at = (at + 1) & mask;
        }
        index[at] = slot + 1;
    }

    /** Removes a slot from the index by linear probing with backward shift (Knuth, vol. 3, 6.4, algorithm R). */
    private void unindex(int slot) {
        if (index.length == 0) {
            return;
        }
        int mask = index.length - 1;
        int hole = (int) hash[slot] & mask;
        while (index[hole] != slot + 1) {
            hole = (hole + 1) & mask;
        }
        int at = hole;
        while (true) {
            at = (at + 1) & mask;
            if (index[at] == 0) {
                break;
            }
            int home = (int) hash[index[at] - 1] & mask;
            if (((at - home) & mask) >= ((at - hole) & mask)) {
                index[hole] = index[at];
                hole = at;
            }
        }
        index[hole] = 0;
    }

    /** One value with what is known of it; masses in landmark units. The text of one from the light table is empty. */
    record Value(
            long hash, String text, double mass, double arrival, long firstSeconds, long lastSeconds, int sightings) {}
}
