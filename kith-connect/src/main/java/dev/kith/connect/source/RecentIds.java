package dev.kith.connect.source;

import com.google.common.hash.Hashing;
import dev.kith.event.EventId;
import java.nio.charset.StandardCharsets;

/**
 * Remembers at least the last {@value #REMEMBERED_MIN} ids, as 64-bit hashes in two generations of open addressing. Takes 32
 * MB. Errs by taking a new id for a known one with probability below 2 * 1.4e6 / 2^64, that is 1.5e-13.
 */
final class RecentIds {
    /** Chosen by hand: a day of records of an organisation of ten thousand people. */
    static final int REMEMBERED_MIN = 1_400_000;

    private static final int SLOTS = 1 << 21;

    private long[] current = new long[0];
    private long[] previous = new long[0];
    private int filled;

    /** Remembers the id. */
    void add(EventId id) {
        if (current.length == 0 || filled >= REMEMBERED_MIN) {
            previous = current;
            current = new long[SLOTS];
            filled = 0;
        }
        long hash = hash(id);
        int slot = (int) hash & (SLOTS - 1);
        while (current[slot] != 0 && current[slot] != hash) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        if (current[slot] == 0) {
            current[slot] = hash;
            filled++;
        }
    }

    boolean contains(EventId id) {
        long hash = hash(id);
        return contains(current, hash) || contains(previous, hash);
    }

    private static boolean contains(long[] table, long hash) {
        if (table.length == 0) {
            return false;
        }
        int slot = (int) hash & (SLOTS - 1);
        while (table[slot] != 0) {
            if (table[slot] == hash) {
                return true;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        return false;
    }

    /** Never 0, which marks an empty slot. */
    private static long hash(EventId id) {
        long hash = Hashing.murmur3_128()
                .hashString(id.value(), StandardCharsets.UTF_8)
                .asLong();
        return hash == 0 ? 1 : hash;
    }
}
