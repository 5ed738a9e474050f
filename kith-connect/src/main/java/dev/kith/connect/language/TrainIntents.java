package dev.kith.connect.language;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the weights of the {@link LanguageAnalyser} from the grammars: {@code TrainIntents GRAMMARS WEIGHTS}. The same
 * grammars give the same bytes.
 */
public final class TrainIntents {
    /** Any number would do; this one is recorded in the weights. */
    static final long SEED = 20_240_601;

    /** Raised when training changes though the text does not. */
    private static final int VERSION = 2;

    /** Keeps the weights near a megabyte. Chosen by hand. */
    private static final int FEATURES_MAX = 44_000;

    /** Mails for the document model. Chosen by hand. */
    private static final int MAILS = 56_000;

    private TrainIntents() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length != 2) {
            out.println("usage: TrainIntents GRAMMARS WEIGHTS");
            return;
        }
        Corpus corpus = Corpus.read(Path.of(arguments[0]));
        Model model = train(corpus, MAILS, out);
        byte[] bytes = model.bytes();
        Files.write(Path.of(arguments[1]), bytes);
        out.println(bytes.length + " bytes, " + model.features().length + " features, "
                + model.sentences().lexicon().hashes().length + " words");
    }

    static String origin(Corpus corpus) {
        return "version " + VERSION + ", seed " + SEED + ", text " + corpus.digest();
    }

    static Model train(Corpus corpus, int mails, PrintStream out) {
        List<Corpus.Sentence> sentences = corpus.sentences(SEED);
        SentenceTrainer trainer = new SentenceTrainer(SEED);
        float[] none = new float[Outputs.INTENT_COUNT * DocumentModel.INPUTS];
        byte[] language = LanguageTrainer.train(sentences);
        List<SentenceModel> blind = new ArrayList<>();
        for (int f = 0; f < Corpus.FOLDS; f++) {
            int unseen = f;
            blind.add(trainer.train(sentences, fold -> fold != unseen)
                    .quantised(FEATURES_MAX, "", none, language)
                    .sentences());
        }
        DocumentTrainer documents = new DocumentTrainer(blind);
        DocumentModel document = documents.train(corpus.mails(mails, SEED + 1), SEED);
        out.println(sentences.size() + " sentences, " + mails + " mails");
        Quality.report(corpus.mails(mails / 4, SEED + 2), documents, document, out);
        return trainer.train(sentences, fold -> true)
                .quantised(FEATURES_MAX, origin(corpus), document.weights(), language);
    }
}
