package dev.kith.profile;

import dev.kith.event.IntList;
import java.time.Duration;
import java.time.Instant;

/**
 * The vocabulary of a sender or a pair: decayed counts over hashed words, 4 bytes a cell. Says how far a text is from it.
 */
public final class WordFacet implements Facet {
    /*
     * A count-min sketch [1] of two rows with conservative update [2], decayed; it errs towards familiar, by about the mass of
     * all words divided by the cells of a row, which is taken off again. A text is judged by the mean, over its distinct
     * words, of log2(p_background / p_own), where p_own is smoothed towards the background by Dirichlet's prior [3] of 500
     * words. A word the sender never used costs log2((N + 500) / 500) bits, which is next to nothing for a sender of whom
     * little is known: a thin baseline has no opinion. A word that is the sender's own lowers the mean.
     *
     * [1] Cormode, Muthukrishnan: An Improved Data Stream Summary: The Count-Min Sketch. J. Algorithms 55 (2005).
     * [2] Estan, Varghese: New Directions in Traffic Measurement and Accounting. SIGCOMM 2002.
     * [3] Zhai, Lafferty: A Study of Smoothing Methods for Language Models Applied to Information Retrieval. TOIS 2004.
     */
    /** Words of the smoothing prior. Chosen by hand: about five mails. */
    private static final double PRIOR_WORDS = 500;

    /** Words the background is assumed to consist of beyond those counted. Chosen by hand: a large vocabulary. */
    private static final double VOCABULARY = 50_000;

    /** More words of one text are not read. */
    private static final int WORDS_MAX = 400;

    /** A short text says little: its mean is drawn to 0 by so many words. Chosen by hand. */
    private static final double SHORT_TEXT_WORDS = 10;

    private static final int CELLS_MIN = 64;
    private static final int FIXED_BYTES = 96;

    private ForwardDecay decay;
    private final float[] cells;
    private double total;

    /** @param cells a power of two from 64; half of them for each row */
    public WordFacet(Duration halfLife, int cells) {
        this(ForwardDecay.of(halfLife), new float[cells]);
    }

    private WordFacet(ForwardDecay decay, float[] cells) {
        if (cells.length < CELLS_MIN || Integer.bitCount(cells.length) != 1) {
            throw new IllegalArgumentException("cells not a power of two from 64: " + cells.length);
        }
        this.decay = decay;
        this.cells = cells;
    }

    /** @param words 32-bit hashes of the distinct words of a text */
    public void observe(IntList words, Instant at, double weight) {
        long seconds = at.getEpochSecond();
        ForwardDecay before = decay;
        decay = before.at(seconds);
        double factor = decay.conversion(before);
        if (factor != 1) {
            total *= factor;
            for (int i = 0; i < cells.length; i++) {
                cells[i] = (float) (cells[i] * factor);
            }
        }
        double mass = weight * decay.weight(seconds);
        int size = Math.min(WORDS_MAX, words.size());
        for (int i = 0; i < size; i++) {
            long hash = ValueHash.mix(words.get(i));
            int a = first(hash);
            int b = second(hash);
            float raised = (float) (Math.min(cells[a], cells[b]) + mass);
            cells[a] = Math.max(cells[a], raised);
            cells[b] = Math.max(cells[b], raised);
        }
        total += mass * size;
    }

    /** The decayed number of words. */
    public double total(Instant now) {
        return total * decay.scale(now.getEpochSecond());
    }

    /**
     * How far a text is from this vocabulary, in bits a word: about 0 for one as likely from anybody, negative for one
     * like this sender's, positive for one unlike. Within +-{@code log2((N + 500) / 500)} above.
     *
     * @param background the vocabulary of the organisation's mail
     */
    public double bitsPerWord(IntList words, WordFacet background, Instant now) {
        int size = Math.min(WORDS_MAX, words.size());
        if (size == 0) {
            return 0;
        }
        double scale = decay.scale(now.getEpochSecond());
        double backgroundScale = background.decay.scale(now.getEpochSecond());
        double own = total * scale;
        double all = background.total * backgroundScale;
        double sum = 0;
        for (int i = 0; i < size; i++) {
            long hash = ValueHash.mix(words.get(i));
            double usual = (background.count(hash) * backgroundScale + 1) / (all + VOCABULARY);
            double mine = (count(hash) * scale + PRIOR_WORDS * usual) / (own + PRIOR_WORDS);
            sum += Bits.log2(usual / mine);
        }
        return sum / (size + SHORT_TEXT_WORDS);
    }

    /** What both facets have counted together; neither changes. They must have the same number of cells. */
    public static WordFacet merged(WordFacet a, WordFacet b) {
        if (a.cells.length != b.cells.length) {
            throw new IllegalArgumentException("cells differ: " + a.cells.length + ", " + b.cells.length);
        }
        ForwardDecay decay = ForwardDecay.later(a.decay, b.decay);
        double fromA = decay.conversion(a.decay);
        double fromB = decay.conversion(b.decay);
        WordFacet merged = new WordFacet(decay, new float[a.cells.length]);
        for (int i = 0; i < merged.cells.length; i++) {
            merged.cells[i] = (float) (a.cells[i] * fromA + b.cells[i] * fromB);
        }
        merged.total = a.total * fromA + b.total * fromB;
        return merged;
    }

    private double count(long hash) {
        double seen = Math.min(cells[first(hash)], cells[second(hash)]);
        return Math.max(0, seen - (total - seen) / cells.length);
    }

    private int first(long hash) {
        return (int) hash & (cells.length / 2 - 1);
    }

    private int second(long hash) {
        return cells.length / 2 + ((int) (hash >>> 32) & (cells.length / 2 - 1));
    }

    @Override
    public long estimatedBytes() {
        return FIXED_BYTES + 4L * cells.length;
    }

    @Override
    public void write(StateWriter out) {
        decay.write(out);
        out.masses(cells);
        out.mass(total);
    }

    static WordFacet read(StateReader in) {
        WordFacet facet = new WordFacet(ForwardDecay.read(in), in.floats());
        facet.total = in.mass();
        return facet;
    }
}
