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

    /** A slot's numbers lie side by side in one array: for the one value that most facets hold, seven were mostly headers. */
    private static final int HASH = 0;

    private static final int MASS = 1;
    private static final int ARRIVAL = 2;
    private static final int FIRST_AND_LAST = 3;
    private static final int SIGHTINGS = 4;
    private static final int WORDS = 5;

    private static final long[] NO_NUMBERS = {};
    private static final String[] NO_TEXT = {};
    private static final int[] NO_INDEX = {};

    /** Object header, fields, and headers of the two arrays. */
    private static final int FIXED_BYTES = 40 + 16 + 16 + 4;
    /** Per slot: numbers 40, reference 4. */
    private static final int SLOT_BYTES = 8 * WORDS + 4;
    /** A string and its Latin-1 array without the characters. */
    private static final int TEXT_BYTES = 24 + 16 + 7;

    private final int capacity;
    private int size;
    private int textChars;
    private long[] numbers = NO_NUMBERS;
    private String[] text = NO_TEXT;
    private int[] index = NO_INDEX;
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
        return numbers[slot * WORDS + HASH];
    }

    /** In landmark units, like every mass here. */
    double mass(int slot) {
        return Double.longBitsToDouble(numbers[slot * WORDS + MASS]);
    }

    /** The weight of the sighting at which the value was new. */
    double arrival(int slot) {
        return Double.longBitsToDouble(numbers[slot * WORDS + ARRIVAL]);
    }

    int sightings(int slot) {
        return (int) numbers[slot * WORDS + SIGHTINGS];
    }

    long firstSeconds(int slot) {
        return numbers[slot * WORDS + FIRST_AND_LAST] >>> 32;
    }

    long lastSeconds(int slot) {
        return numbers[slot * WORDS + FIRST_AND_LAST] & 0xffffffffL;
    }

    /** The slot of a value, or -1. The text is compared too: a forged hash alone makes nothing familiar. */
    int find(long wanted, String value) {
        if (index.length == 0) {
            for (int slot = 0; slot < size; slot++) {
                if (hash(slot) == wanted && isText(slot, value)) {
                    return slot;
                }
            }
            return -1;
        }
        int mask = index.length - 1;
        for (int at = (int) wanted & mask; index[at] != 0; at = (at + 1) & mask) {
            int slot = index[at] - 1;
            if (hash(slot) == wanted && isText(slot, value)) {
                return slot;
            }
        }
        return -1;
    }

    void add(int slot, double weight, long at) {
        long seconds = seconds(at);
        put(
                slot,
                hash(slot),
                mass(slot) + weight,
                arrival(slot),
                Math.min(firstSeconds(slot), seconds),
                Math.max(lastSeconds(slot), seconds),
                Math.min(SIGHTINGS_MAX, sightings(slot) + 1));
        if (slot == lightest) {
            lightest = -1;
        }
    }

    void insert(Value value) {
        if (size == text.length) {
            grow();
        }
        put(size++, value);
        if (lightest >= 0 && value.mass() < mass(lightest)) {
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
                if (mass(slot) < mass(lightest)) {
                    lightest = slot;
                }
            }
        }
        return lightest;
    }

    Value value(int slot) {
        return new Value(
                hash(slot),
                text[slot],
                mass(slot),
                arrival(slot),
                firstSeconds(slot),
                lastSeconds(slot),
                sightings(slot));
    }

    void scale(double factor) {
        for (int slot = 0; slot < size; slot++) {
            numbers[slot * WORDS + MASS] = Double.doubleToRawLongBits(mass(slot) * factor);
            numbers[slot * WORDS + ARRIVAL] = Double.doubleToRawLongBits(arrival(slot) * factor);
        }
    }

    long estimatedBytes() {
        long indexBytes = index.length == 0 ? 0 : 16 + 4L * index.length;
        return FIXED_BYTES + (long) text.length * SLOT_BYTES + indexBytes + (long) size * TEXT_BYTES + textChars;
    }

    /** The most that {@link #estimatedBytes()} can say. */
    static long bytesMax(int capacity) {
        long indexBytes = capacity > LINEAR_MAX ? 16 + 4L * indexLength(capacity) : 0;
        return FIXED_BYTES + indexBytes + (long) capacity * (SLOT_BYTES + TEXT_BYTES + TEXT_CHARS_MAX);
    }

    static String kept(String value) {
        return SharedTexts.of(value.length() <= TEXT_CHARS_MAX ? value : value.substring(0, TEXT_CHARS_MAX));
    }

    /** Seconds since 1970 as an unsigned 32-bit number. */
    static long seconds(long epochSeconds) {
        return Math.max(0, Math.min(0xffffffffL, epochSeconds));
    }

    private boolean isText(int slot, String value) {
        String kept = text[slot];
        return value.length() <= TEXT_CHARS_MAX ? kept.equals(value) : value.startsWith(kept);
    }

    private void put(int slot, Value value) {
        text[slot] = value.text();
        put(
                slot,
                value.hash(),
                value.mass(),
                value.arrival(),
                seconds(value.firstSeconds()),
                seconds(value.lastSeconds()),
                value.sightings());
        textChars += value.text().length();
        if (index.length > 0) {
            index(slot);
        }
    }

    private void put(
            int slot, long hash, double mass, double arrival, long firstSeconds, long lastSeconds, int sightings) {
        int at = slot * WORDS;
        numbers[at + HASH] = hash;
        numbers[at + MASS] = Double.doubleToRawLongBits(mass);
        numbers[at + ARRIVAL] = Double.doubleToRawLongBits(arrival);
        numbers[at + FIRST_AND_LAST] = firstSeconds << 32 | lastSeconds;
        numbers[at + SIGHTINGS] = sightings;
    }

    private static int indexLength(int slots) {
        return Integer.highestOneBit(slots - 1) * 4;
    }

    private void grow() {
        int length = Math.min(capacity, Math.max(1, 2 * text.length));
        numbers = Arrays.copyOf(numbers, length * WORDS);
        text = Arrays.copyOf(text, length);
        if (length > LINEAR_MAX) {
            index = new int[indexLength(length)];
            for (int slot = 0; slot < size; slot++) {
                index(slot);
            }
        }
    }

    private void index(int slot) {
        int mask = index.length - 1;
        int at = (int) hash(slot) & mask;
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
        int hole = (int) hash(slot) & mask;
        while (index[hole] != slot + 1) {
            hole = (hole + 1) & mask;
        }
        int at = hole;
        while (true) {
            at = (at + 1) & mask;
            if (index[at] == 0) {
                break;
            }
            int home = (int) hash(index[at] - 1) & mask;
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
