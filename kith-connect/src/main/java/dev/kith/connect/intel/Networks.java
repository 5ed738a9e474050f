package dev.kith.connect.intel;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Autonomous systems with their organisations, in the order of their numbers. The index of one, from 1, is its value in a
 * {@link RangeTable}. Names are kept as bytes and become text when first asked for.
 */
final class Networks {
    private final int[] numbers;
    private final byte[] names;
    private final int[] nameEnds;
    private final @Nullable String[] texts;

    private Networks(int[] numbers, byte[] names, int[] nameEnds) {
        this.numbers = numbers;
        this.names = names;
        this.nameEnds = nameEnds;
        this.texts = new String[numbers.length];
    }

    /**
     * Takes columns as they are.
     *
     * @param numbers strictly rising, unsigned
     * @param names names in UTF-8, one after the other
     * @param nameEnds where each name ends
     */
    static Networks of(int[] numbers, byte[] names, int[] nameEnds) {
        if (numbers.length != nameEnds.length) {
            throw new IllegalArgumentException(numbers.length + " numbers, " + nameEnds.length + " names");
        }
        return new Networks(numbers, names, nameEnds);
    }

    /** Networks from their numbers and names. */
    static Networks of(SortedMap<Long, String> named) {
        ByteArrayOutputStream names = new ByteArrayOutputStream();
        int[] numbers = new int[named.size()];
        int[] ends = new int[named.size()];
        int i = 0;
        for (Map.Entry<Long, String> network : named.entrySet()) {
            numbers[i] = (int) (long) network.getKey();
            names.writeBytes(network.getValue().getBytes(StandardCharsets.UTF_8));
            ends[i++] = names.size();
        }
        return of(numbers, names.toByteArray(), ends);
    }

    int size() {
        return numbers.length;
    }

    /** The number of the network with an index from 1 to {@link #size()}. */
    long number(int index) {
        return numbers[index - 1] & 0xffffffffL;
    }

    /** The organisation of the network with an index from 1 to {@link #size()}. */
    String name(int index) {
        String text = texts[index - 1];
        if (text == null) {
            int start = index == 1 ? 0 : nameEnds[index - 2];
            text = new String(names, start, nameEnds[index - 1] - start, StandardCharsets.UTF_8);
            texts[index - 1] = text;
        }
        return text;
    }

    /** The index of a network by its number; 0 where it is not known. */
    int index(long number) {
        int low = 0;
        int high = numbers.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long at = numbers[middle] & 0xffffffffL;
            if (at == number) {
                return middle + 1;
            }
            if (at < number) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return 0;
    }

    /** All names in UTF-8, one after the other in the order of the indices. */
    byte[] nameBytes() {
        return names.clone();
    }

    /** How many bytes of {@link #nameBytes()} belong to a network. */
    int nameLength(int index) {
        return nameEnds[index - 1] - (index == 1 ? 0 : nameEnds[index - 2]);
    }
}
