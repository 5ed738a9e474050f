package dev.kith.connect.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Tells content words from function words: the latter stand in sections of every kind. */
final class Lexicographer {
    /** A word in at least this share of a language's sections is a function word. Chosen by hand. */
    private static final double SPREAD = 0.3;

    private Lexicographer() {}

    /** The words met at least so often; sentences and texts run in parallel. */
    static WordList list(List<Corpus.Sentence> sentences, List<Words> texts, int countMin) {
        int total = texts.stream().mapToInt(Words::size).sum();
        int[] all = new int[total];
        int at = 0;
        for (Words words : texts) {
            for (int i = 0; i < words.size(); i++) {
                all[at++] = words.hash(i);
            }
        }
        Set<Integer> function = functionWords(sentences, texts);
        int[] frequent = SentenceTrainer.frequent(all, countMin);
        int[] content =
                Arrays.stream(frequent).filter(w -> !function.contains(w)).toArray();
        int[] other = Arrays.stream(frequent).filter(function::contains).toArray();
        int[] ordered = Arrays.copyOf(content, frequent.length);
        System.arraycopy(other, 0, ordered, content.length, other.length);
        return new WordList(ordered, content.length);
    }

    private static Set<Integer> functionWords(List<Corpus.Sentence> sentences, List<Words> texts) {
        Map<Integer, Map<Integer, Set<String>>> spread = new HashMap<>();
        Map<Integer, Set<String>> sections = new HashMap<>();
        for (int s = 0; s < texts.size(); s++) {
            Corpus.Sentence sentence = sentences.get(s);
            sections.computeIfAbsent(sentence.language(), l -> new HashSet<>()).add(sentence.section());
            Map<Integer, Set<String>> language = spread.computeIfAbsent(sentence.language(), l -> new HashMap<>());
            Words words = texts.get(s);
            for (int i = 0; i < words.size(); i++) {
                language.computeIfAbsent(words.hash(i), w -> new HashSet<>()).add(sentence.section());
            }
        }
        Set<Integer> function = new TreeSet<>();
        for (Map.Entry<Integer, Map<Integer, Set<String>>> language : spread.entrySet()) {
            double least =
                    SPREAD * sections.getOrDefault(language.getKey(), Set.of()).size();
            language.getValue().forEach((word, where) -> {
                if (Words.isClass(word) || where.size() >= least) {
                    function.add(word);
                }
            });
        }
        return function;
    }
}
