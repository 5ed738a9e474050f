package dev.kith.connect.language;

import java.util.Arrays;

/**
 * A text taken apart into words and sentences. Numbers, amounts, dates, addresses and the like are classes, not words.
 * Positions point into {@link #text()}, so that what was found can be shown in the text's own words.
 */
final class Words {
    /** Sentences are cut here: longer ones are lists or lack punctuation. Chosen by hand. */
    static final int SENTENCE_WORDS_MAX = 40;

    static final int URL = Hashes.of("<url>");
    static final int MAIL = Hashes.of("<mail>");
    static final int NUMBER = Hashes.of("<number>");
    static final int MONEY = Hashes.of("<money>");
    static final int DATE = Hashes.of("<date>");
    static final int TIME = Hashes.of("<time>");
    static final int PERCENT = Hashes.of("<percent>");
    static final int PHONE = Hashes.of("<phone>");
    static final int FILE = Hashes.of("<file>");
    static final int CODE = Hashes.of("<code>");
    static final int EMOJI = Hashes.of("<emoji>");

    private final String text;
    private int size;
    private int[] hash = new int[64];
    private int[] prefix = new int[64];
    private int[] start = new int[64];
    private int[] end = new int[64];
    private int[] sentenceStart = new int[16];
    private int sentences;
    private boolean closed = true;

    private Words(String text) {
        this.text = text;
    }

    static Words of(String text) {
        String plain = Letters.plain(text);
        Words words = new Words(plain);
        new Tokeniser(plain, words).run();
        words.endSentence();
        return words;
    }

    String text() {
        return text;
    }

    int size() {
        return size;
    }

    int hash(int index) {
        return hash[index];
    }

    /** Hash of the first letters of a long word, 0 for a short one: inflections of a word share it. */
    int prefix(int index) {
        return prefix[index];
    }

    int start(int index) {
        return start[index];
    }

    int end(int index) {
        return end[index];
    }

    int sentences() {
        return sentences;
    }

    /** Index of the first word of a sentence; {@code from(sentences())} is the number of words. */
    int from(int sentence) {
        return sentence == sentences ? size : sentenceStart[sentence];
    }

    int to(int sentence) {
        return from(sentence + 1);
    }

    static boolean isClass(int hash) {
        return hash == URL
                || hash == MAIL
                || hash == NUMBER
                || hash == MONEY
                || hash == DATE
                || hash == TIME
                || hash == PERCENT
                || hash == PHONE
                || hash == FILE
                || hash == CODE
                || hash == EMOJI;
    }

    void add(int wordHash, int prefixHash, int from, int to) {
        if (closed || size - sentenceStart[sentences - 1] >= SENTENCE_WORDS_MAX) {
            if (sentences == sentenceStart.length) {
                sentenceStart = Arrays.copyOf(sentenceStart, sentences * 2);
            }
            sentenceStart[sentences++] = size;
            closed = false;
        }
        if (size == hash.length) {
            hash = Arrays.copyOf(hash, size * 2);
            prefix = Arrays.copyOf(prefix, size * 2);
            start = Arrays.copyOf(start, size * 2);
            end = Arrays.copyOf(end, size * 2);
        }
        hash[size] = wordHash;
        prefix[size] = prefixHash;
        start[size] = from;
        end[size] = to;
        size++;
    }

    void endSentence() {
        closed = true;
    }

    /** Words in the sentence being read; 0 when none is open. */
    int open() {
        return closed ? 0 : size - sentenceStart[sentences - 1];
    }
}
