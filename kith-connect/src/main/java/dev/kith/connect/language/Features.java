package dev.kith.connect.language;

/**
 * The features of one sentence: its words, the stems of long words, neighbouring pairs, and pairs with one word between.
 * A word the model never met counts as "unknown", so that "your ACME account" resembles "your bank account". What is said
 * twice in a sentence counts once: a table that repeats "policy" is no more about policies than a sentence that names one.
 */
final class Features {
    static final int MAX = Words.SENTENCE_WORDS_MAX * 4;

    private static final int UNKNOWN = Hashes.of("<?>");
    private static final int STEM = 2;
    private static final int PAIR = 3;
    private static final int SKIP = 4;

    /** Features beyond this count are weighed down, or else a long sentence adds up to anything. Chosen by hand. */
    private static final double FULL_WEIGHT = 40;

    /** A power of two, three times {@link #MAX} or so. */
    private static final int SLOTS = 512;

    final int[] hash = new int[MAX];
    /** Index of the (first) word each feature comes from. */
    final int[] owner = new int[MAX];

    private final int[] ids = new int[Words.SENTENCE_WORDS_MAX];
    private final boolean[] content = new boolean[Words.SENTENCE_WORDS_MAX];
    private int size;

    /** An open-addressed set of the features held; a slot is free unless it bears the mark of this sentence. */
    private final int[] slotOf = new int[SLOTS];

    private final int[] markOf = new int[SLOTS];
    private int mark;

    /** What is known of a word. */
    interface Lexicon {
        int UNKNOWN = 0;
        /** In texts of every kind ("the", "you"), or a class: means something only beside a content word. */
        int FUNCTION = 1;

        int CONTENT = 2;

        int kind(int word);
    }

    int size() {
        return size;
    }

    /** Every feature of the sentence has this value. */
    double value() {
        return value(size);
    }

    static double value(int count) {
        return count <= FULL_WEIGHT ? 1 : Math.sqrt(FULL_WEIGHT / count);
    }

    /** Replaces what is held by the features of words [from, to). */
    void read(Words words, int from, int to, Lexicon lexicon) {
        size = 0;
        mark++;
        int count = Math.min(to - from, Words.SENTENCE_WORDS_MAX);
        for (int i = 0; i < count; i++) {
            int word = words.hash(from + i);
            int kind = lexicon.kind(word);
            ids[i] = kind == Lexicon.UNKNOWN ? UNKNOWN : word;
            content[i] = kind == Lexicon.CONTENT;
            if (content[i]) {
                add(word, from + i);
            }
            int stem = words.prefix(from + i);
            if (stem != 0 && kind != Lexicon.FUNCTION) {
                add(Hashes.pair(STEM, stem, 0), from + i);
            }
        }
        for (int i = 0; i + 1 < count; i++) {
            if (content[i] || content[i + 1]) {
                add(Hashes.pair(PAIR, ids[i], ids[i + 1]), from + i);
            }
            if (i + 2 < count && (content[i] || content[i + 2])) {
                add(Hashes.pair(SKIP, ids[i], ids[i + 2]), from + i);
            }
        }
    }

    private void add(int feature, int word) {
        int slot = (feature ^ feature >>> 15) & SLOTS - 1;
        while (markOf[slot] == mark) {
            if (slotOf[slot] == feature) {
                return;
            }
            slot = slot + 1 & SLOTS - 1;
        }
        markOf[slot] = mark;
        slotOf[slot] = feature;
        hash[size] = feature;
        owner[size++] = word;
    }
}
