package dev.kith.connect.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Learns the {@link DocumentModel} from whole mails. Every sentence is scored by a model that was not trained on its
 * pattern, so that the probabilities hold for wordings not seen before.
 */
final class DocumentTrainer {
    /** Passes over the mails, step and penalty. Chosen by hand: the problem is small and convex. */
    private static final int EPOCHS = 12;

    private static final double RATE = 0.1;
    private static final double L2 = 1e-4;

    private final List<SentenceModel> models;

    /** Takes a model for each fold, trained without it. */
    DocumentTrainer(List<SentenceModel> models) {
        if (models.size() != Corpus.FOLDS) {
            throw new IllegalArgumentException("models for other folds: " + models.size());
        }
        this.models = List.copyOf(models);
    }

    /** The mail as the model for unseen sentences reads it. */
    DocumentModel.Summary summary(Corpus.Mail mail) {
        DocumentModel.Summary summary = new DocumentModel.Summary();
        Features features = new Features();
        int[] sums = new int[Outputs.COUNT];
        double[] logits = new double[Outputs.COUNT];
        for (int s = 0; s < mail.sentences().size(); s++) {
            Corpus.Sentence sentence = mail.sentences().get(s);
            SentenceModel model = models.get(sentence.fold());
            Words words = Words.of(sentence.text());
            for (int i = 0; i < words.sentences(); i++) {
                features.read(words, words.from(i), words.to(i), model.lexicon());
                model.score(features, sums, logits);
                summary.add(logits, words.to(i) - words.from(i), s == 0, s);
            }
        }
        return summary;
    }

    DocumentModel train(List<Corpus.Mail> mails, long seed) {
        List<DocumentModel.Summary> summaries =
                mails.stream().map(this::summary).toList();
        float[] weights = new float[Outputs.INTENT_COUNT * DocumentModel.INPUTS];
        for (int intent = 0; intent < Outputs.INTENT_COUNT; intent++) {
            double[] row = regression(mails, summaries, intent, seed + intent);
            for (int i = 0; i < row.length; i++) {
                weights[intent * DocumentModel.INPUTS + i] = (float) row[i];
            }
        }
        return new DocumentModel(weights);
    }

    private static double[] regression(
            List<Corpus.Mail> mails, List<DocumentModel.Summary> summaries, int intent, long seed) {
        double[] weights = new double[DocumentModel.INPUTS];
        double[] squares = new double[DocumentModel.INPUTS];
        double[] inputs = new double[DocumentModel.INPUTS];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < mails.size(); i++) {
            order.add(i);
        }
        Random random = new Random(seed);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(order, random);
            for (int i : order) {
                summaries.get(i).inputs(intent, inputs);
                double logit = 0;
                for (int k = 0; k < inputs.length; k++) {
                    logit += weights[k] * inputs[k];
                }
                double error = Outputs.sigmoid(logit) - mails.get(i).targets()[intent];
                for (int k = 0; k < inputs.length; k++) {
                    double gradient = error * inputs[k] + L2 * weights[k];
                    squares[k] += gradient * gradient;
                    weights[k] -= RATE * gradient / (1e-3 + Math.sqrt(squares[k]));
                }
            }
        }
        return weights;
    }
}
