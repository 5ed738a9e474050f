package dev.kith.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ConformalTest {
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final Duration HALF_LIFE = Duration.ofDays(60);
    private static final Conformal.Prior NO_PRIOR = new Conformal.Prior(0, 1, 1);

    @Test
    void onExchangeableScores_pValuesAreUniform() {
        for (long seed = 0; seed < 5; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Conformal conformal = new Conformal(HALF_LIFE, NO_PRIOR);
            int[] below = new int[4];
            double[] levels = {0.5, 0.1, 0.01, 0.002};
            int judged = 0;
            for (int i = 0; i < 12_000; i++) {
                double score = -0.1 * StrictMath.log(1 - random.nextDouble());
                Instant at = START.plusSeconds(60L * i);
                if (i >= 2_000) {
                    double p = conformal.pValue(score);
                    judged++;
                    for (int level = 0; level < levels.length; level++) {
                        below[level] += p <= levels[level] ? 1 : 0;
                    }
                }
                conformal.observe(score, at);
            }
            for (int level = 0; level < levels.length; level++) {
                double share = below[level] / (double) judged;
                assertThat(share)
                        .as("seed %d level %f", seed, levels[level])
                        .isCloseTo(levels[level], within(0.3 * levels[level] + 0.001));
            }
        }
    }

    @Test
    void theHigherTheScore_theRarer() {
        Conformal conformal = new Conformal(HALF_LIFE, Conformal.Prior.UNIT);
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < 500; i++) {
            conformal.observe(random.nextDouble() * random.nextDouble(), START);
        }
        double before = 1;
        for (double score = 0; score <= 1; score += 0.01) {
            double p = conformal.pValue(score);
            assertThat(p).isLessThanOrEqualTo(before).isPositive();
            before = p;
        }
    }

    @Test
    void atTheStart_thePriorSpeaksAndNothingIsTooRare() {
        Conformal conformal = new Conformal(HALF_LIFE, Conformal.Prior.UNIT);
        assertThat(conformal.pValue(0)).isEqualTo(1);
        assertThat(conformal.pValue(0.02)).isCloseTo(0.5, within(0.05));
        assertThat(conformal.pValue(1)).isGreaterThan(1.0 / 60);
        assertThat(conformal.rarity(1).oneIn()).isLessThan(60);
    }

    @Test
    void nothingIsRarer_thanOneInAllEvents() {
        Conformal conformal = new Conformal(HALF_LIFE, NO_PRIOR);
        for (int i = 0; i < 3_999; i++) {
            conformal.observe(0.1, START);
        }
        assertThat(conformal.rarity(0.9)).hasToString("1 in 4,000");
    }

    @Test
    void merging_isCommutativeAndThatOfTheScores() {
        Conformal a = new Conformal(HALF_LIFE, Conformal.Prior.BITS);
        Conformal b = new Conformal(HALF_LIFE, Conformal.Prior.BITS);
        Conformal whole = new Conformal(HALF_LIFE, Conformal.Prior.BITS);
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 2_000; i++) {
            double score = 20 * random.nextDouble();
            Instant at = START.plus(Duration.ofDays(i));
            (i % 3 == 0 ? a : b).observe(score, at);
            whole.observe(score, at);
        }
        for (double score = 0; score < 25; score += 0.7) {
            double ab = Conformal.merged(a, b).pValue(score);
            assertThat(ab).isEqualTo(Conformal.merged(b, a).pValue(score));
            assertThat(ab).isCloseTo(whole.pValue(score), within(1e-9));
        }
    }

    @Test
    void saveThenLoad_changesNothing() {
        Conformal conformal = new Conformal(HALF_LIFE, Conformal.Prior.BITS);
        for (int i = 0; i < 100; i++) {
            conformal.observe(i / 7.0, START.plusSeconds(i));
        }
        FacetState state = conformal.state(FacetSpec.magnitude("mail", HALF_LIFE));
        Conformal restored = Conformal.restore(state);
        assertThat(restored.pValue(3.3)).isEqualTo(conformal.pValue(3.3));
        assertThat(restored.state(state.spec())).isEqualTo(state);
    }

    @Test
    void rarity_isRoundedToTwoDigits() {
        assertThat(new Rarity(1)).hasToString("1 in 1");
        assertThat(new Rarity(1.0 / 37)).hasToString("1 in 37");
        assertThat(new Rarity(1.0 / 4_321)).hasToString("1 in 4,300");
    }
}
