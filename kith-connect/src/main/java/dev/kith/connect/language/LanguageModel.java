package dev.kith.connect.language;

import java.util.List;

/**
 * Tells the language of a text: naive Bayes over letter trigrams and frequent words, hashed into a small table.
 * It abstains where the text is short, foreign to all seven, or torn between two. Every script but Latin is undecided.
 *
 * @param table log-probability of each bucket in each language, in units of {@link #UNIT}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, shared only within this package
record LanguageModel(byte[] table) {
    static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "pt", "nl");
    static final int BUCKETS = 8192;

    /** Table entries count in steps of a tenth of a nat. */
    static final double UNIT = 0.1;

    /** Words read at most: more do not change the answer. Chosen by hand. */
    private static final int WORDS_MAX = 150;

    /** The best language must lead by this many nats in all. Chosen by hand. */
    private static final double LEAD = 4;

    /** And each word must on average fit it by this much better than an even spread over the table. Chosen by hand. */
    private static final double FIT = 1.1;

    private static final int LANGUAGE_COUNT = LANGUAGES.size();

    /** Takes the buckets of a word, one after the other. */
    interface Sink {
        void bucket(int bucket);
    }

    /** Feeds the buckets of one word of the text: itself, and its trigrams with a mark at either end. */
    static void buckets(String text, int from, int to, int wordHash, Sink sink) {
        sink.bucket(BUCKETS / 2 + (wordHash & (BUCKETS / 2 - 1)));
        int first = '^';
        int second = '^';
        for (int i = from; i <= to; i++) {
            int c = i == to ? '$' : lower(text.charAt(i));
            sink.bucket(Hashes.finish((first * 31 + second) * 8191 + c) & (BUCKETS / 2 - 1));
            first = second;
            second = c;
        }
    }

    /** Lower case that keeps accents, which tell languages apart. */
    private static int lower(char c) {
        return Character.toLowerCase(c);
    }

    /** ISO 639-1 code; empty where undecided. */
    String guess(Words... texts) {
        int[] sum = new int[LANGUAGE_COUNT];
        int[] read = new int[1];
        for (Words words : texts) {
            for (int i = 0; i < words.size() && read[0] < WORDS_MAX; i++) {
                if (!Words.isClass(words.hash(i)) && words.end(i) - words.start(i) <= 24) {
                    read[0]++;
                    buckets(words.text(), words.start(i), words.end(i), words.hash(i), bucket -> {
                        int at = bucket * LANGUAGE_COUNT;
                        for (int l = 0; l < LANGUAGE_COUNT; l++) {
                            sum[l] += table[at + l];
                        }
                    });
                }
            }
        }
        int best = 0;
        int runnerUp = Integer.MIN_VALUE / 2;
        for (int l = 1; l < LANGUAGE_COUNT; l++) {
            if (sum[l] > sum[best]) {
                runnerUp = sum[best];
                best = l;
            } else if (sum[l] > runnerUp) {
                runnerUp = sum[l];
            }
        }
        boolean decided = read[0] >= 3 && (sum[best] - runnerUp) * UNIT >= LEAD && sum[best] * UNIT / read[0] >= FIT;
        return decided ? LANGUAGES.get(best) : "";
    }
}
