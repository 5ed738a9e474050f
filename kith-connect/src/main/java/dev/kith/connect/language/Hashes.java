package dev.kith.connect.language;

/** The hash functions of this package; fixed for ever, since the shipped weights are keyed by them. */
final class Hashes {
    /** FNV-1a, 32 bits (Fowler, Noll, Vo). */
    static final int START = 0x811c9dc5;

    private static final int PRIME = 0x01000193;

    private Hashes() {}

    static int step(int hash, int value) {
        return (hash ^ value) * PRIME;
    }

    static int of(String word) {
        int hash = START;
        for (int i = 0; i < word.length(); i++) {
            hash = step(hash, word.charAt(i));
        }
        return finish(hash);
    }

    /** Finaliser of MurmurHash3, 32 bits (Appleby). */
    static int finish(int hash) {
        int h = hash;
        h ^= h >>> 16;
        h *= 0x85ebca6b;
        h ^= h >>> 13;
        h *= 0xc2b2ae35;
        h ^= h >>> 16;
        return h;
    }

    /** An ordered pair of hashes as one, told apart by kind. */
    static int pair(int kind, int first, int second) {
        return finish((first * 0x9e3779b1 + kind) ^ Integer.rotateLeft(second * 0x85ebca77, 15));
    }

    /** Finaliser of MurmurHash3, 64 bits. */
    static long spread(long value) {
        long h = value;
        h ^= h >>> 33;
        h *= 0xff51afd7ed558ccdL;
        h ^= h >>> 33;
        h *= 0xc4ceb9fe1a85ec53L;
        h ^= h >>> 33;
        return h;
    }
}
