package dev.kith.connect.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;

/**
 * Learns the {@link SentenceModel}: logistic regression for all outputs together by AdaGrad (Duchi, Hazan, Singer 2011)
 * with L2, in a fixed order, so that the same text and seed give the same weights.
 */
final class SentenceTrainer {
    /** Passes over the text, step and penalty: more changes nothing on patterns not trained on. Chosen by trial. */
    private static final int EPOCHS = 6;

    private static final double RATE = 0.15;
    private static final double L2 = 2e-5;

    /** Words are made unknown this often, so that the rest of the sentence learns to carry it. Chosen by hand. */
    private static final double DROPOUT = 0.08;

    /** A word or feature met fewer times is not learned. Chosen by hand. */
    private static final int WORD_COUNT_MIN = 4;

    /** Chosen by hand. */
    private static final int FEATURE_COUNT_MIN = 4;

    /** No single feature may carry a verdict: "card" is not yet a gift card. Chosen by hand. */
    private static final double WEIGHT_MAX = 1.5;

    private final long seed;

    SentenceTrainer(long seed) {
        this.seed = seed;
    }

    /** The model before rounding. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, shared only within this package
    record Weights(WordList words, int[] features, float[] weights, float[] bias) {
        /** Rounded to 8 bits, only the strongest features. */
        Model quantised(int featuresMax, String origin, float[] documents, byte[] language) {
            int[] kept = strongest(featuresMax);
            float[] scale = new float[Outputs.COUNT];
            for (int row : kept) {
                for (int o = 0; o < Outputs.COUNT; o++) {
                    scale[o] = Math.max(scale[o], Math.abs(weights[row * Outputs.COUNT + o]) / 127f);
                }
            }
            int[] hashes = new int[kept.length];
            byte[] rounded = new byte[kept.length * Outputs.COUNT];
            for (int i = 0; i < kept.length; i++) {
                hashes[i] = features[kept[i]];
                for (int o = 0; o < Outputs.COUNT; o++) {
                    float weight = weights[kept[i] * Outputs.COUNT + o];
                    rounded[i * Outputs.COUNT + o] = scale[o] == 0 ? 0 : (byte) Math.round(weight / scale[o]);
                }
            }
            return Model.of(origin, words, hashes, rounded, scale, bias, documents, language);
        }

        /** Rows with the greatest weights, in the order of their hashes. */
        private int[] strongest(int count) {
            float[] strength = new float[features.length];
            for (int row = 0; row < features.length; row++) {
                for (int o = 0; o < Outputs.COUNT; o++) {
                    float weight = weights[row * Outputs.COUNT + o];
                    strength[row] += weight * weight;
                }
            }
            float[] sorted = strength.clone();
            Arrays.sort(sorted);
            float least = sorted[Math.max(0, sorted.length - count)];
            List<Integer> kept = new ArrayList<>();
            for (int row = 0; row < features.length && kept.size() < count; row++) {
                if (strength[row] >= least && strength[row] > 0) {
                    kept.add(row);
                }
            }
            return kept.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    /** Learns from the sentences whose fold is accepted. */
    Weights train(List<Corpus.Sentence> all, IntPredicate fold) {
        List<Words> texts = new ArrayList<>();
        List<double[]> targets = new ArrayList<>();
        List<Corpus.Sentence> chosen = new ArrayList<>();
        for (Corpus.Sentence sentence : all) {
            if (fold.test(sentence.fold())) {
                texts.add(Words.of(sentence.text()));
                targets.add(sentence.targets());
                chosen.add(sentence);
            }
        }
        WordList lexicon = Lexicographer.list(chosen, texts, WORD_COUNT_MIN);
        int[][] raw = new int[texts.size()][];
        Random random = new Random(seed);
        Features features = new Features();
        for (int i = 0; i < raw.length; i++) {
            Words text = texts.get(i);
            features.read(
                    text,
                    0,
                    text.size(),
                    word -> random.nextDouble() < DROPOUT ? Features.Lexicon.UNKNOWN : lexicon.kind(word));
            raw[i] = Arrays.copyOf(features.hash, features.size());
        }
        int[] kept = frequent(Arrays.stream(raw).flatMapToInt(Arrays::stream).toArray(), FEATURE_COUNT_MIN);
        HashSet32 index = new HashSet32(kept);
        int[][] rows = new int[raw.length][];
        double[] values = new double[raw.length];
        for (int i = 0; i < raw.length; i++) {
            values[i] = Features.value(raw[i].length);
            rows[i] = Arrays.stream(raw[i])
                    .map(index::find)
                    .filter(row -> row >= 0)
                    .toArray();
        }
        return descend(lexicon, kept, rows, values, targets);
    }

    /** The distinct values met at least so often, sorted. */
    static int[] frequent(int[] values, int countMin) {
        Arrays.sort(values);
        int[] kept = new int[values.length];
        int size = 0;
        for (int i = 0; i < values.length; ) {
            int j = i;
            while (j < values.length && values[j] == values[i]) {
                j++;
            }
            if (j - i >= countMin) {
                kept[size++] = values[i];
            }
            i = j;
        }
        return Arrays.copyOf(kept, size);
    }

    private Weights descend(WordList words, int[] features, int[][] rows, double[] values, List<double[]> targets) {
        int outputs = Outputs.COUNT;
        float[] weights = new float[features.length * outputs];
        float[] squares = new float[weights.length];
        double[] bias = new double[outputs];
        double[] biasSquares = new double[outputs];
        Arrays.fill(bias, -3);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            order.add(i);
        }
        Random random = new Random(seed + 1);
        double[] error = new double[outputs];
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(order, random);
            for (int i : order) {
                errors(rows[i], values[i], targets.get(i), weights, bias, error);
                for (int o = 0; o < outputs; o++) {
                    biasSquares[o] += error[o] * error[o];
                    bias[o] -= RATE * error[o] / (1 + Math.sqrt(biasSquares[o]));
                }
                for (int row : rows[i]) {
                    int at = row * outputs;
                    for (int o = 0; o < outputs; o++) {
                        if (Math.abs(error[o]) > 1e-3) {
                            double gradient = error[o] * values[i] + L2 * weights[at + o];
                            squares[at + o] += (float) (gradient * gradient);
                            double weight = weights[at + o] - RATE * gradient / (0.3 + Math.sqrt(squares[at + o]));
                            weights[at + o] = (float) Math.max(-WEIGHT_MAX, Math.min(WEIGHT_MAX, weight));
                        }
                    }
                }
            }
        }
        float[] rounded = new float[outputs];
        for (int o = 0; o < outputs; o++) {
            rounded[o] = (float) bias[o];
        }
        return new Weights(words, features, weights, rounded);
    }

    private static void errors(
            int[] rows, double value, double[] targets, float[] weights, double[] bias, double[] error) {
        int outputs = Outputs.COUNT;
        Arrays.fill(error, 0);
        for (int row : rows) {
            int at = row * outputs;
            for (int o = 0; o < outputs; o++) {
                error[o] += weights[at + o];
            }
        }
        for (int o = 0; o < outputs; o++) {
            error[o] = Outputs.sigmoid(bias[o] + value * error[o]) - targets[o];
        }
    }
}
