package dev.kith.connect.language;

import dev.kith.connect.mail.TextAnalyser;
import dev.kith.event.Intent;
import dev.kith.event.MailText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the words of a mail: language, fingerprints, and what it asks for or pretends. Two linear models, one over the
 * sentences and one over the whole, give each intent a probability.
 *
 * <p>Immutable and safe for use by many threads. Time and memory are linear in the text, and the text read is bounded:
 * the first {@value #HEAD_MAX} and the last {@value #TAIL_MAX} characters of what the author wrote.
 *
 * <p>Quoted text helps to tell the language of a short answer and counts for nothing else: what another wrote long ago is
 * no intent of this author.
 */
public final class LanguageAnalyser implements TextAnalyser {
    /** Characters read from the beginning of the author's text. Chosen by hand: lures are short. */
    static final int HEAD_MAX = 8_000;

    /** Characters read from its end. Chosen by hand. */
    static final int TAIL_MAX = 1_000;

    /** Characters read of the subject; RFC 5322 knows no bound. Chosen by hand. */
    static final int SUBJECT_MAX = 500;

    private static final int QUOTED_MAX = 1_000;

    /** As {@code MailText} promises. */
    private static final int PREVIEW_MAX = 280;

    /** Intents less probable than this are left out. Chosen by hand. */
    private static final double PROBABILITY_MIN = 0.02;

    private final Model model;

    LanguageAnalyser(Model model) {
        this.model = model;
    }

    /** The analyser with the weights that come with the program; throws if they are missing from it. */
    public static LanguageAnalyser load() {
        try (InputStream in = LanguageAnalyser.class.getResourceAsStream(Model.RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("missing from the program: " + Model.RESOURCE);
            }
            return new LanguageAnalyser(Model.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public MailText analyse(String subject, String authorText, String quotedText, Set<MailText.Trait> traits) {
        Words title = Words.of(cut(subject, SUBJECT_MAX));
        Words body = Words.of(bounded(authorText));
        DocumentModel.Summary summary = new DocumentModel.Summary();
        List<Cues.Place> places = new ArrayList<>();
        score(title, true, summary, places);
        score(body, false, summary, places);
        double[] probabilities = new double[Outputs.INTENT_COUNT];
        Map<Intent, Double> intents = new EnumMap<>(Intent.class);
        if (!places.isEmpty()) {
            double[] buffer = new double[DocumentModel.INPUTS];
            for (int o = 0; o < Outputs.INTENT_COUNT; o++) {
                probabilities[o] = model.documents().probability(summary, o, buffer);
                if (probabilities[o] >= PROBABILITY_MIN) {
                    intents.put(Outputs.INTENTS[o], probabilities[o]);
                }
            }
        }
        return new MailText(
                language(title, body, quotedText),
                body.size(),
                Fingerprint.wordHashes(body),
                Fingerprint.simHash(title, body),
                intents,
                new Cues(model.sentences()).find(probabilities, summary, places),
                traits,
                Preview.tidy(cut(authorText, 4 * PREVIEW_MAX), PREVIEW_MAX));
    }

    private void score(Words words, boolean isSubject, DocumentModel.Summary summary, List<Cues.Place> places) {
        Features features = new Features();
        int[] sums = new int[Outputs.COUNT];
        double[] logits = new double[Outputs.COUNT];
        SentenceModel sentences = model.sentences();
        for (int s = 0; s < words.sentences(); s++) {
            features.read(words, words.from(s), words.to(s), sentences.lexicon());
            sentences.score(features, sums, logits);
            summary.add(logits, words.to(s) - words.from(s), isSubject, places.size());
            places.add(new Cues.Place(words, s));
        }
    }

    private String language(Words title, Words body, String quotedText) {
        String own = model.language().guess(body, title);
        return own.isEmpty() && !quotedText.isEmpty()
                ? model.language().guess(body, title, Words.of(cut(quotedText, QUOTED_MAX)))
                : own;
    }

    private static String bounded(String text) {
        if (text.length() <= HEAD_MAX + TAIL_MAX) {
            return text;
        }
        return text.substring(0, HEAD_MAX) + "\n\n" + text.substring(text.length() - TAIL_MAX);
    }

    private static String cut(String text, int lengthMax) {
        return text.length() <= lengthMax ? text : text.substring(0, lengthMax);
    }
}
