package dev.kith.profile;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/**
 * Which Message-IDs went by lately. Two generations of hash tables: when the young one is full the old one is forgotten, so
 * between {@value #GENERATION} and twice as many are remembered, in {@value #BYTES} bytes.
 */
final class SeenMails {
    static final int GENERATION = 1 << 16;

    static final int BYTES = 2 * 2 * 8 * GENERATION;

    private static final int SLOTS = 2 * GENERATION;

    private long[] young = new long[SLOTS];
    private long[] old = new long[SLOTS];
    private int size;

    void add(String messageId) {
        long key = key(messageId);
        int slot = slot(young, key);
        if (young[slot] == key) {
            return;
        }
        if (size == GENERATION) {
            old = young;
            young = new long[SLOTS];
            size = 0;
            slot = slot(young, key);
        }
        young[slot] = key;
        size++;
    }

    boolean contains(String messageId) {
        long key = key(messageId);
        return young[slot(young, key)] == key || old[slot(old, key)] == key;
    }

    private static int slot(long[] table, long key) {
        int slot = (int) (key & (SLOTS - 1));
        while (table[slot] != 0 && table[slot] != key) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }

    /** Never 0, which marks a free slot. */
    private static long key(String messageId) {
        long hash = Hashing.sipHash24(0x6b69746831L, 0x6d61696c73L)
                .hashString(messageId, StandardCharsets.UTF_8)
                .asLong();
        return hash == 0 ? 1 : hash;
    }
}
