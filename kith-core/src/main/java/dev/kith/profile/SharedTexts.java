package dev.kith.profile;

import org.jspecify.annotations.Nullable;

/** Makes one object of equal texts: ten thousand people use the same few clients, countries and networks. */
final class SharedTexts {
    /** Chosen by hand: more than the values in use by many. A power of two. */
    private static final int SLOTS = 4_096;

    /** The last text of each slot. Without locks: texts never change, and a lost write costs a copy. */
    private static final @Nullable String[] TEXTS = new @Nullable String[SLOTS];

    private SharedTexts() {}

    /** An equal text: mostly the one that was given out before. */
    static String of(String text) {
        int hash = text.hashCode();
        int slot = (hash ^ hash >>> 16) & (SLOTS - 1);
        String known = TEXTS[slot];
        if (text.equals(known)) {
            return known;
        }
        TEXTS[slot] = text;
        return text;
    }
}
