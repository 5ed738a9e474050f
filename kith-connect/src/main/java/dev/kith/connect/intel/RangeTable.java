package dev.kith.connect.intel;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.stream.IntStream;

/**
 * A value for each address of one family: the whole space cut into stretches, each with the value that holds from its start
 * to the start of the next.
 *
 * <p>An address is its 32 bits (IPv4) or its upper 64 bits (IPv6: nothing finer than a /64 is kept), compared unsigned. A
 * look-up is one binary search over a plain array; a stretch costs 12 bytes.
 */
final class RangeTable {
    private final long[] starts;
    private final int[] values;

    /**
     * Takes stretches as they are.
     *
     * @param starts strictly rising, unsigned; both arrays become the table's own
     * @param values 0 where nothing is known
     */
    RangeTable(long[] starts, int[] values) {
        if (starts.length != values.length) {
            throw new IllegalArgumentException(starts.length + " starts, " + values.length + " values");
        }
        this.starts = starts;
        this.values = values;
    }

    /** The value at an address; 0 where nothing is known. */
    int value(long address) {
        int low = 0;
        int high = starts.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (Long.compareUnsigned(starts[middle], address) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high < 0 ? 0 : values[high];
    }

    int size() {
        return starts.length;
    }

    long start(int index) {
        return starts[index];
    }

    int valueAt(int index) {
        return values[index];
    }

    /**
     * How many addresses have each value.
     *
     * @param end one past the family's last address: 2^32 for IPv4
     */
    long[] sizes(int valueCount, long end) {
        long[] sizes = new long[valueCount];
        for (int i = 0; i < starts.length; i++) {
            sizes[values[i]] += (i + 1 < starts.length ? starts[i + 1] : end) - starts[i];
        }
        return sizes;
    }

    /** The same stretches with each value replaced by what stands at its place in a table. */
    RangeTable mapValues(int[] replacements) {
        int[] mapped = new int[values.length];
        for (int i = 0; i < mapped.length; i++) {
            mapped[i] = replacements[values[i]];
        }
        return new RangeTable(starts.clone(), mapped);
    }

    /** Lays ranges over one another: the one that starts later, and of two that start together the shorter, is on top. */
    static final class Builder {
        private long[] from = new long[1024];
        private long[] to = new long[1024];
        private int[] value = new int[1024];
        private int count;
        private boolean sorted = true;

        private long[] starts = new long[1024];
        private int[] values = new int[1024];
        private int stretches;

        /** Adds a range, both ends included. */
        Builder add(long first, long last, int rangeValue) {
            if (Long.compareUnsigned(first, last) > 0) {
                throw new IllegalArgumentException("range ends before it starts: " + first + " " + last);
            }
            if (count == from.length) {
                from = Arrays.copyOf(from, count * 2);
                to = Arrays.copyOf(to, count * 2);
                value = Arrays.copyOf(value, count * 2);
            }
            sorted &= count == 0 || Long.compareUnsigned(from[count - 1], first) < 0;
            from[count] = first;
            to[count] = last;
            value[count++] = rangeValue;
            return this;
        }

        RangeTable build() {
            stretches = 0;
            Deque<Integer> open = new ArrayDeque<>();
            for (int range : order()) {
                closeBefore(from[range], open);
                stretch(from[range], value[range]);
                open.push(range);
            }
            while (!open.isEmpty()) {
                closeTop(open);
            }
            return new RangeTable(Arrays.copyOf(starts, stretches), Arrays.copyOf(values, stretches));
        }

        private int[] order() {
            IntStream indices = IntStream.range(0, count);
            if (sorted) {
                return indices.toArray();
            }
            Comparator<Integer> byStart = (a, b) -> Long.compareUnsigned(from[a], from[b]);
            Comparator<Integer> longerFirst = (a, b) -> Long.compareUnsigned(to[b], to[a]);
            return indices.boxed()
                    .sorted(byStart.thenComparing(longerFirst))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        private void closeBefore(long first, Deque<Integer> open) {
            while (!open.isEmpty() && Long.compareUnsigned(to[open.element()], first) < 0) {
                closeTop(open);
            }
        }

        /** Ends the range on top; what it covered and goes on beyond it shows again. */
        private void closeTop(Deque<Integer> open) {
            long last = to[open.pop()];
            while (!open.isEmpty() && Long.compareUnsigned(to[open.element()], last) <= 0) {
                open.pop();
            }
            if (last != -1) {
                stretch(last + 1, open.isEmpty() ? 0 : value[open.element()]);
            }
        }

        private void stretch(long start, int stretchValue) {
            if (stretches > 0 && starts[stretches - 1] == start) {
                stretches--;
            }
            int before = stretches == 0 ? 0 : values[stretches - 1];
            if (before == stretchValue) {
                return;
            }
            if (stretches == starts.length) {
                starts = Arrays.copyOf(starts, stretches * 2);
                values = Arrays.copyOf(values, stretches * 2);
            }
            starts[stretches] = start;
            values[stretches++] = stretchValue;
        }
    }
}
