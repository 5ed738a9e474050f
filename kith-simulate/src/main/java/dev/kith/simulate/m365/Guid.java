package dev.kith.simulate.m365;

import java.util.Locale;

/**
 * Identifiers that follow from what they identify, so that the same key has the same identifier wherever it is written. A
 * hash (FNV-1a, then the finaliser of SplitMix64), not chance: nothing has to be kept to write it again.
 */
public final class Guid {
    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final String DIGITS = "0123456789abcdef";

    private Guid() {}

    /** A GUID of version 4 for a key. */
    public static String of(Object... key) {
        long high = mix(hash(key));
        long low = mix(high + FNV_BASIS);
        char[] text = new char[36];
        for (int i = 0, digit = 0; i < 36; i++) {
            if (i == 8 || i == 13 || i == 18 || i == 23) {
                text[i] = '-';
                continue;
            }
            long half = digit < 16 ? high : low;
            text[i] = DIGITS.charAt((int) (half >>> 60 - (digit & 15) * 4) & 15);
            digit++;
        }
        text[14] = '4';
        text[19] = DIGITS.charAt(8 + ((int) (low >>> 60) & 3));
        return new String(text);
    }

    /** That many hexadecimal digits for a key. */
    public static String hex(int digits, Object... key) {
        StringBuilder text = new StringBuilder(digits + 16);
        for (long bits = mix(hash(key)); text.length() < digits; bits = mix(bits + FNV_PRIME)) {
            text.append(String.format(Locale.ROOT, "%016x", bits));
        }
        return text.substring(0, digits);
    }

    /** A number in [0, bound) for a key. */
    public static int number(int bound, Object... key) {
        return (int) Long.remainderUnsigned(mix(hash(key)), bound);
    }

    private static long hash(Object... key) {
        long hash = FNV_BASIS;
        for (Object part : key) {
            String text = part.toString();
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * FNV_PRIME;
            }
            hash = (hash ^ 0x1f) * FNV_PRIME;
        }
        return hash;
    }

    private static long mix(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
