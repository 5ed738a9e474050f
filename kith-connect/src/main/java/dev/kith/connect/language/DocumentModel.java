package dev.kith.connect.language;

import java.util.Arrays;

/**
 * From the scores of its sentences to the probabilities of a whole text: one logistic regression for each intent over
 * the strongest and second strongest sentence, the mean, the subject, the strongest sentence of every other intent, and
 * how much ordinary text of each kind stands around it.
 *
 * @param weights a row of {@link #INPUTS} for each intent
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, shared only within this package
record DocumentModel(float[] weights) {
    private static final int OWN = 4;
    static final int INPUTS = OWN + Outputs.INTENT_COUNT + Outputs.CONTEXT_COUNT + 3;

    /** Log-odds are cut here before they are combined. Chosen by hand. */
    private static final double LOGIT_MAX = 6;

    /** Steps of the table below to one unit of log-odds. Chosen by hand. */
    private static final int STEPS = 256;

    /** The logistic function between its cuts: a text needs hundreds of its values. */
    private static final double[] SIGMOID = sigmoids();

    private static double[] sigmoids() {
        double[] table = new double[(int) (2 * LOGIT_MAX * STEPS) + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = Outputs.sigmoid((double) i / STEPS - LOGIT_MAX);
        }
        return table;
    }

    private static double sigmoid(double logit) {
        return SIGMOID[(int) ((logit + LOGIT_MAX) * STEPS)];
    }

    /** Gathers sentence scores of one text. */
    static final class Summary {
        private final double[] best = filled();
        private final double[] second = filled();
        private final double[] sum = new double[Outputs.COUNT];
        private final double[] subject = filled();
        final int[] bestSentence = new int[Outputs.COUNT];
        private int sentences;
        private int words;

        private static double[] filled() {
            double[] values = new double[Outputs.COUNT];
            Arrays.fill(values, -LOGIT_MAX);
            return values;
        }

        void add(double[] logits, int wordCount, boolean isSubject, int sentence) {
            for (int o = 0; o < Outputs.COUNT; o++) {
                double logit = Math.max(-LOGIT_MAX, Math.min(LOGIT_MAX, logits[o]));
                if (isSubject) {
                    subject[o] = Math.max(subject[o], logit);
                }
                if (logit > best[o]) {
                    second[o] = best[o];
                    best[o] = logit;
                    bestSentence[o] = sentence;
                } else if (logit > second[o]) {
                    second[o] = logit;
                }
                sum[o] += sigmoid(logit);
            }
            sentences++;
            words += wordCount;
        }

        /** The inputs of one intent's regression. */
        void inputs(int intent, double[] into) {
            int at = 0;
            into[at++] = best[intent];
            into[at++] = second[intent];
            into[at++] = subject[intent];
            into[at++] = sum[intent] / Math.max(1, sentences);
            for (int o = 0; o < Outputs.INTENT_COUNT; o++) {
                into[at++] = o == intent ? 0 : sigmoid(best[o]);
            }
            for (int o = Outputs.INTENT_COUNT; o < Outputs.COUNT; o++) {
                into[at++] = sum[o] / Math.max(1, sentences);
            }
            into[at++] = StrictMath.log(1 + words) / 5;
            into[at++] = StrictMath.log(1 + sentences) / 3;
            into[at] = 1;
        }
    }

    /** Probability of the intent, in (0, 1). */
    double probability(Summary summary, int intent, double[] buffer) {
        summary.inputs(intent, buffer);
        double logit = 0;
        for (int i = 0; i < INPUTS; i++) {
            logit += weights[intent * INPUTS + i] * buffer[i];
        }
        return Outputs.sigmoid(logit);
    }
}
