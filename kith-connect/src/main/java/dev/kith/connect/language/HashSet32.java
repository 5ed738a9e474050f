package dev.kith.connect.language;

/** A fixed set of 32-bit hashes, each with its place in the order given; open addressing, at most half full. */
final class HashSet32 {
    private final int[] keys;
    private final int[] places;
    private final int mask;

    HashSet32(int[] hashes) {
        int capacity = Integer.highestOneBit(Math.max(8, hashes.length * 2 - 1)) * 2;
        keys = new int[capacity];
        places = new int[capacity];
        mask = capacity - 1;
        for (int i = 0; i < hashes.length; i++) {
            int slot = hashes[i] & mask;
            while (places[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            keys[slot] = hashes[i];
            places[slot] = i + 1;
        }
    }

    /** Place of the hash in the order given, or -1. */
    int find(int hash) {
        int slot = hash & mask;
        while (places[slot] != 0) {
            if (keys[slot] == hash) {
                return places[slot] - 1;
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }

    boolean contains(int hash) {
        return find(hash) >= 0;
    }
}
