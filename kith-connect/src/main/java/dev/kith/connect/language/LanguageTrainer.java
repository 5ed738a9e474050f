package dev.kith.connect.language;

import java.util.List;

/** Counts letters and words of the training text into a {@link LanguageModel}. */
final class LanguageTrainer {
    /** Added to every count. Chosen by hand. */
    private static final double SMOOTHING = 0.5;

    private LanguageTrainer() {}

    static byte[] train(List<Corpus.Sentence> sentences) {
        int languages = LanguageModel.LANGUAGES.size();
        int half = LanguageModel.BUCKETS / 2;
        double[] counts = new double[LanguageModel.BUCKETS * languages];
        double[] totals = new double[2 * languages];
        for (Corpus.Sentence sentence : sentences) {
            Words words = Words.of(sentence.text());
            for (int i = 0; i < words.size(); i++) {
                if (!Words.isClass(words.hash(i))) {
                    LanguageModel.buckets(words.text(), words.start(i), words.end(i), words.hash(i), bucket -> {
                        counts[bucket * languages + sentence.language()]++;
                        totals[sentence.language() * 2 + bucket / half]++;
                    });
                }
            }
        }
        byte[] table = new byte[counts.length];
        for (int bucket = 0; bucket < LanguageModel.BUCKETS; bucket++) {
            for (int l = 0; l < languages; l++) {
                double share = (counts[bucket * languages + l] + SMOOTHING)
                        / (totals[l * 2 + bucket / half] + SMOOTHING * half);
                double nats = StrictMath.log(share * half);
                table[bucket * languages + l] =
                        (byte) Math.max(-127, Math.min(127, Math.round(nats / LanguageModel.UNIT)));
            }
        }
        return table;
    }
}
