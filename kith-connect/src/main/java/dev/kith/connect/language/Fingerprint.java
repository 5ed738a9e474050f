package dev.kith.connect.language;

import dev.kith.event.IntList;
import java.util.Arrays;

/**
 * Short forms of a text for comparing it with others. SimHash: M. Charikar, Similarity Estimation Techniques from
 * Rounding Algorithms, STOC 2002; near copies differ in few of the 64 bits.
 */
final class Fingerprint {
    /** Distinct words kept of one text; a mail of 2 kB has about 200. Chosen by hand. */
    static final int WORD_HASHES_MAX = 512;

    private Fingerprint() {}

    /** SimHash over words and pairs of neighbours; 0 for no words. Numbers and addresses count as classes. */
    static long simHash(Words... texts) {
        Votes votes = new Votes();
        for (Words words : texts) {
            for (int i = 0; i < words.size(); i++) {
                votes.add(Hashes.spread(words.hash(i)));
                if (i + 1 < words.size()) {
                    votes.add(Hashes.spread(((long) words.hash(i) << 32) ^ words.hash(i + 1)));
                }
            }
        }
        return votes.majority();
    }

    /** Counts for each of 64 bits how often it was set: eight counters of a byte in a long, emptied before they overflow. */
    private static final class Votes {
        private static final long[] LANES = lanes();
        private static final int LANE_MAX = 255;

        private final long[] packed = new long[8];
        private final int[] counts = new int[64];
        private int pending;
        private int total;

        private static long[] lanes() {
            long[] lanes = new long[256];
            for (int value = 0; value < 256; value++) {
                for (int bit = 0; bit < 8; bit++) {
                    lanes[value] |= (long) ((value >>> bit) & 1) << (8 * bit);
                }
            }
            return lanes;
        }

        void add(long bits) {
            for (int i = 0; i < 8; i++) {
                packed[i] += LANES[(int) (bits >>> (8 * i)) & 0xff];
            }
            total++;
            if (++pending == LANE_MAX) {
                empty();
            }
        }

        private void empty() {
            for (int bit = 0; bit < 64; bit++) {
                counts[bit] += (int) (packed[bit / 8] >>> (8 * (bit % 8))) & 0xff;
            }
            Arrays.fill(packed, 0);
            pending = 0;
        }

        /** The bits set in more than half of what was added. */
        long majority() {
            empty();
            long hash = 0;
            for (int bit = 0; bit < 64; bit++) {
                hash |= 2 * counts[bit] > total ? 1L << bit : 0;
            }
            return hash;
        }
    }

    /** Hashes of the distinct words in order of first use, at most {@link #WORD_HASHES_MAX}. */
    static IntList wordHashes(Words words) {
        int[] seen = new int[2 * WORD_HASHES_MAX];
        boolean[] taken = new boolean[seen.length];
        int[] hashes = new int[Math.min(words.size(), WORD_HASHES_MAX)];
        int count = 0;
        for (int i = 0; i < words.size() && count < hashes.length; i++) {
            int hash = words.hash(i);
            int slot = hash & (seen.length - 1);
            while (taken[slot] && seen[slot] != hash) {
                slot = (slot + 1) & (seen.length - 1);
            }
            if (!taken[slot]) {
                taken[slot] = true;
                seen[slot] = hash;
                hashes[count++] = hash;
            }
        }
        return IntList.of(Arrays.copyOf(hashes, count));
    }
}
