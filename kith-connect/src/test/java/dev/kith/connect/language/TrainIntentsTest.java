package dev.kith.connect.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainIntentsTest {
    /** Tests run in the module's directory. */
    private static final Path GRAMMARS = Path.of("src", "training");

    private static Model shipped() throws IOException {
        try (InputStream in = Objects.requireNonNull(TrainIntents.class.getResourceAsStream(Model.RESOURCE))) {
            return Model.read(in);
        }
    }

    @Test
    void shippedWeights_wereMadeFromTheGrammarsAsTheyAre() throws IOException {
        assertThat(shipped().origin()).isEqualTo(TrainIntents.origin(Corpus.read(GRAMMARS)));
    }

    @Test
    void shippedWeights_surviveWritingAndReading() throws IOException {
        byte[] bytes = shipped().bytes();
        assertThat(bytes.length).isLessThan(1_500_000);
        assertThat(Model.read(new ByteArrayInputStream(bytes)).bytes()).isEqualTo(bytes);
    }

    @Test
    void sameTextAndSeed_giveTheSameSentencesAndWeights() throws IOException {
        byte[] first = small(Corpus.read(GRAMMARS));
        byte[] second = small(Corpus.read(GRAMMARS));
        assertThat(second).isEqualTo(first);
    }

    private static byte[] small(Corpus corpus) {
        List<Corpus.Sentence> all = corpus.sentences(TrainIntents.SEED);
        List<Corpus.Sentence> some = IntStream.range(0, all.size())
                .filter(i -> i % 20 == 0)
                .mapToObj(all::get)
                .toList();
        float[] documents = new float[Outputs.INTENT_COUNT * DocumentModel.INPUTS];
        return new SentenceTrainer(1)
                .train(some, fold -> true)
                .quantised(5_000, corpus.digest(), documents, LanguageTrainer.train(some))
                .bytes();
    }

    @Test
    void everyLanguage_hasEverySectionTheRecipesName() throws IOException {
        assertThat(Corpus.read(GRAMMARS).mails(2_000, 7)).hasSize(2_000);
    }

    @Test
    void answer_takesItsSubjectFromTheSectionBeforeTheArrow(@TempDir Path directory) throws IOException {
        for (String language : LanguageModel.LANGUAGES) {
            Files.writeString(
                    directory.resolve(language + ".txt"),
                    "[greeting]\nhello\n[closing]\nbye\n[talk BUSINESS]\nthe truck\n[lure PAYMENT]\npay now\n");
        }
        Files.writeString(directory.resolve("recipes.txt"), "talk > lure 1-1\n");
        assertThat(Corpus.read(directory).mails(50, 1)).allSatisfy(mail -> {
            assertThat(mail.sentences().get(0).section()).isIn("talk", "greeting");
            assertThat(mail.sentences()).extracting(Corpus.Sentence::section).containsOnlyOnce("lure");
        });
    }

    @Test
    void wordsSaidTwiceInASentence_countOnce() {
        Words words = Words.of("policy binding policy binding policy binding of the policy");
        Features features = new Features();
        features.read(words, 0, words.size(), word -> Features.Lexicon.CONTENT);
        int[] held = Arrays.copyOf(features.hash, features.size());
        assertThat(held).doesNotHaveDuplicates().isNotEmpty();
        features.read(words, 0, words.size(), word -> Features.Lexicon.CONTENT);
        assertThat(features.size()).isEqualTo(held.length);
    }

    @Test
    void pattern_expandsToOneOfItsReadings() {
        Grammar grammar = Grammar.parse(
                "en", List.of("@very: very | really", "[s URGENCY=0.5]", "{this|it} is <very> {urgent|late}"));
        Grammar.Section section = grammar.sections().get(0);
        assertThat(section.targets()[Outputs.index("URGENCY")]).isEqualTo(0.5);
        assertThat(grammar.expand(section.patterns().get(0), new Random(1)))
                .matches("(this|it) is (very|really) (urgent|late)");
    }

    @Test
    void brokenGrammar_namesTheLine() {
        assertThatThrownBy(() -> Grammar.parse("en", List.of("[s]", "{a|b"))).hasMessageContaining("{a|b");
        assertThatThrownBy(() -> Grammar.parse("en", List.of("a"))).hasMessageContaining("a");
        assertThatThrownBy(() -> Grammar.parse("en", List.of("[s NONSENSE]"))).hasMessageContaining("NONSENSE");
    }
}
