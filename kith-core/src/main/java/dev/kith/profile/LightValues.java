package dev.kith.profile;

/**
 * The values a categorical facet no longer keeps whole, by a 32-bit tag in a four-way associative table, 20 bytes each.
 * When a set is full its lightest value is forgotten. Two values with one tag in one set are taken for one: about four
 * chances in 2^32 for a value never seen, so it errs, very seldom, towards familiar.
 */
final class LightValues {
    private static final int WAYS = 4;
    static final int CELL_BYTES = 20;
    private static final int FIXED_BYTES = 32;
    private static final int ARRAYS_BYTES = 5 * 16;

    private final int[] tag;
    private final float[] mass;
    private final float[] arrival;
    private final int[] first;
    /** Last sight with the sightings in the two lowest bits: exact to four seconds. */
    private final int[] last;

    /** An empty table that has no room. */
    LightValues() {
        this(0);
    }

    /** @param cells a power of two from four; 0 for none */
    LightValues(int cells) {
        tag = new int[cells];
        mass = new float[cells];
        arrival = new float[cells];
        first = new int[cells];
        last = new int[cells];
    }

    boolean isEmpty() {
        return tag.length == 0;
    }

    int cells() {
        return tag.length;
    }

    /** The cell of a value, or -1. */
    int find(long hash) {
        if (tag.length == 0) {
            return -1;
        }
        int base = base(hash);
        int wanted = tag(hash);
        for (int cell = base; cell < base + WAYS; cell++) {
            if (tag[cell] == wanted) {
                return cell;
            }
        }
        return -1;
    }

    double mass(int cell) {
        return mass[cell];
    }

    double arrival(int cell) {
        return arrival[cell];
    }

    long firstSeconds(int cell) {
        return Integer.toUnsignedLong(first[cell]);
    }

    long lastSeconds(int cell) {
        return Integer.toUnsignedLong(last[cell] & ~3);
    }

    int sightings(int cell) {
        return last[cell] & 3;
    }

    /** The bits of a hash that a table for this capacity keeps: equal for what it cannot tell apart. */
    static long place(long hash, int capacity) {
        return ((long) tag(hash) << 32) | ((int) hash & (cellsFor(capacity) / WAYS - 1));
    }

    /** What a cell keeps of a hash: the lowest bits, which choose the set, and the upper half, which is the tag. */
    HeavyValues.Value value(int cell) {
        long hash = ((long) tag[cell] << 32) | (cell / WAYS);
        return new HeavyValues.Value(
                hash, "", mass[cell], arrival[cell], firstSeconds(cell), lastSeconds(cell), sightings(cell));
    }

    boolean isFree(int cell) {
        return tag[cell] == 0;
    }

    void clear(int cell) {
        tag[cell] = 0;
        mass[cell] = 0;
        arrival[cell] = 0;
    }

    /**
     * The cell to use for a value that is not in the table: a free one of its set, else the lightest, whose content the
     * caller has to account as forgotten.
     */
    int room(long hash) {
        int base = base(hash);
        int best = base;
        for (int cell = base; cell < base + WAYS; cell++) {
            if (tag[cell] == 0) {
                return cell;
            }
            if (mass[cell] < mass[best]) {
                best = cell;
            }
        }
        return best;
    }

    void put(int cell, HeavyValues.Value value) {
        tag[cell] = tag(value.hash());
        mass[cell] = (float) value.mass();
        arrival[cell] = (float) value.arrival();
        first[cell] = (int) HeavyValues.seconds(value.firstSeconds());
        last[cell] = ((int) HeavyValues.seconds(value.lastSeconds()) & ~3) | value.sightings();
    }

    void scale(double factor) {
        for (int cell = 0; cell < tag.length; cell++) {
            mass[cell] = (float) (mass[cell] * factor);
            arrival[cell] = (float) (arrival[cell] * factor);
        }
    }

    /** The smallest power of two of at least four that holds twice the capacity. */
    static int cellsFor(int capacity) {
        int wanted = Math.max(WAYS, 2 * capacity);
        return Integer.highestOneBit(wanted - 1) * 2;
    }

    long estimatedBytes() {
        return bytes(tag.length);
    }

    /** The heap a table of so many cells takes. */
    static long bytes(int cells) {
        return FIXED_BYTES + ARRAYS_BYTES + (long) cells * CELL_BYTES;
    }

    void write(StateWriter out) {
        out.number(tag.length);
        for (int cell = 0; cell < tag.length; cell++) {
            out.number(((long) tag[cell] << 32) | Integer.toUnsignedLong(first[cell]));
            out.number(last[cell]);
            out.mass(mass[cell]);
            out.mass(arrival[cell]);
        }
    }

    static LightValues read(StateReader in) {
        int cells = in.count();
        LightValues light = new LightValues(cells);
        for (int cell = 0; cell < cells; cell++) {
            long packed = in.number();
            light.tag[cell] = (int) (packed >>> 32);
            light.first[cell] = (int) packed;
            light.last[cell] = (int) in.number();
            light.mass[cell] = (float) in.mass();
            light.arrival[cell] = (float) in.mass();
        }
        return light;
    }

    private int base(long hash) {
        return ((int) hash & (tag.length / WAYS - 1)) * WAYS;
    }

    /** Never 0, which marks a free cell. */
    private static int tag(long hash) {
        int tag = (int) (hash >>> 32);
        return tag == 0 ? 1 : tag;
    }
}
