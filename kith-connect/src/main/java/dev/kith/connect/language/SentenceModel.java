package dev.kith.connect.language;

import java.util.Arrays;

/**
 * A linear model (logistic regression, one per output) over the {@link Features} of a sentence, quantised to 8 bits.
 *
 * @param lexicon the words it knows
 * @param rows feature hash to row
 * @param weights a row of {@link Outputs#COUNT} bytes for each feature
 * @param scale weight of one unit, by output
 * @param bias by output
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, shared only within this package
record SentenceModel(WordList lexicon, HashSet32 rows, byte[] weights, float[] scale, float[] bias) {
    /** Writes the log-odds of every output for the sentence into {@code logits}. */
    void score(Features features, int[] sums, double[] logits) {
        Arrays.fill(sums, 0);
        for (int f = 0; f < features.size(); f++) {
            int row = rows.find(features.hash[f]);
            if (row >= 0) {
                int at = row * Outputs.COUNT;
                for (int o = 0; o < Outputs.COUNT; o++) {
                    sums[o] += weights[at + o];
                }
            }
        }
        double value = features.value();
        for (int o = 0; o < Outputs.COUNT; o++) {
            logits[o] = bias[o] + value * scale[o] * sums[o];
        }
    }

    /** What one feature adds to one output, in units of the output's scale. */
    int weight(int feature, int output) {
        int row = rows.find(feature);
        return row < 0 ? 0 : weights[row * Outputs.COUNT + output];
    }
}
