package dev.kith.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kith.event.IntList;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WordFacetTest {
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final Duration HALF_LIFE = Duration.ofDays(90);
    private static final int CELLS = 1_024;

    @Test
    void aTextLikeTheSendersOwn_isNearerThanAnother() {
        for (long seed = 0; seed < 10; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            WordFacet background = new WordFacet(HALF_LIFE, 8_192);
            WordFacet sender = new WordFacet(HALF_LIFE, CELLS);
            for (int mail = 0; mail < 400; mail++) {
                background.observe(text(random, random.nextInt(10) * 200, 60), START, 1);
            }
            for (int mail = 0; mail < 60; mail++) {
                IntList words = text(random, 400, 60);
                sender.observe(words, START, 1);
                background.observe(words, START, 1);
            }
            double own = sender.bitsPerWord(text(random, 400, 60), background, START);
            double other = sender.bitsPerWord(text(random, 1_200, 60), background, START);
            assertThat(other).as("seed %d", seed).isGreaterThan(own + 1);
            assertThat(own).isNegative();
            assertThat(other).isPositive();
        }
    }

    @Test
    void aThinBaseline_hasNoOpinion() {
        SplittableRandom random = new SplittableRandom(1);
        WordFacet background = new WordFacet(HALF_LIFE, 8_192);
        WordFacet sender = new WordFacet(HALF_LIFE, CELLS);
        for (int mail = 0; mail < 100; mail++) {
            background.observe(text(random, 0, 60), START, 1);
        }
        assertThat(sender.bitsPerWord(text(random, 0, 60), background, START)).isCloseTo(0, within(1e-9));
        sender.observe(text(random, 400, 30), START, 1);
        assertThat(sender.bitsPerWord(text(random, 1_200, 60), background, START))
                .isBetween(0.0, 0.2);
    }

    @Test
    void anEmptyText_hasNoDistance() {
        WordFacet facet = new WordFacet(HALF_LIFE, CELLS);
        assertThat(facet.bitsPerWord(IntList.of(), facet, START)).isZero();
    }

    @Test
    void merging_isCommutativeAndNeverCountsLow() {
        SplittableRandom random = new SplittableRandom(4);
        WordFacet a = new WordFacet(HALF_LIFE, CELLS);
        WordFacet b = new WordFacet(HALF_LIFE, CELLS);
        a.observe(text(random, 0, 50), START, 1);
        b.observe(text(random, 100, 50), START.plus(Duration.ofDays(200)), 1);
        FacetSpec spec = FacetSpec.words("words", HALF_LIFE, CELLS);
        assertThat(WordFacet.merged(a, b).state(spec))
                .isEqualTo(WordFacet.merged(b, a).state(spec));
        assertThat(a.estimatedBytes()).isLessThan(4 * CELLS + 200);
    }

    /** Distinct words of one subject out of 200, the frequent ones first, as hashes. */
    private static IntList text(SplittableRandom random, int subject, int words) {
        return IntList.of(random.ints(words, 0, 14)
                .map(x -> x * x + random.nextInt(4))
                .map(word -> new SplittableRandom(subject + word).nextInt())
                .distinct()
                .toArray());
    }
}
