package dev.kith.connect.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Picks the phrases that carried the verdict, in the text's own words. */
final class Cues {
    /** As {@code MailText} promises. */
    static final int MAX = 8;

    /** Intents less probable than this need no explanation. Chosen by hand. */
    private static final double PROBABILITY_MIN = 0.25;

    /** A phrase has at most this many words. Chosen by hand. */
    private static final int PHRASE_WORDS = 9;

    private static final int PHRASE_LETTERS = 120;

    private final SentenceModel model;
    private final Features features = new Features();

    Cues(SentenceModel model) {
        this.model = model;
    }

    /** A sentence of one of the texts. */
    record Place(Words words, int sentence) {}

    /** The phrases, those of the most probable intent first; no phrase twice. */
    List<String> find(double[] probabilities, DocumentModel.Summary summary, List<Place> places) {
        Map<Integer, Double> order = new LinkedHashMap<>();
        for (int o = 0; o < Outputs.INTENT_COUNT; o++) {
            if (probabilities[o] >= PROBABILITY_MIN) {
                order.put(o, probabilities[o]);
            }
        }
        Set<String> phrases = new LinkedHashSet<>();
        order.entrySet().stream()
                .sorted((a, b) -> Double.compare(b.getValue(), a.getValue()))
                .forEach(entry -> {
                    Place place = places.get(summary.bestSentence[entry.getKey()]);
                    String phrase = phrase(place, entry.getKey());
                    if (!phrase.isEmpty() && phrases.size() < MAX) {
                        phrases.add(phrase);
                    }
                });
        return new ArrayList<>(phrases);
    }

    /** The run of words with the greatest sum of weights for the output. */
    private String phrase(Place place, int output) {
        Words words = place.words();
        int from = words.from(place.sentence());
        int to = words.to(place.sentence());
        features.read(words, from, to, model.lexicon());
        int[] worth = new int[to - from];
        for (int f = 0; f < features.size(); f++) {
            worth[features.owner[f] - from] += model.weight(features.hash[f], output);
        }
        int bestFrom = 0;
        int bestTo = 0;
        int best = 0;
        for (int i = 0; i < worth.length; i++) {
            int sum = 0;
            for (int j = i; j < worth.length && j < i + PHRASE_WORDS; j++) {
                sum += worth[j];
                if (sum > best) {
                    best = sum;
                    bestFrom = i;
                    bestTo = Math.min(worth.length, Math.max(j + 1, i + 2));
                }
            }
        }
        if (best == 0) {
            return "";
        }
        int start = words.start(from + bestFrom);
        int end = Math.min(words.end(from + bestTo - 1), start + PHRASE_LETTERS);
        return Preview.tidy(words.text().substring(start, end), PHRASE_LETTERS);
    }
}
