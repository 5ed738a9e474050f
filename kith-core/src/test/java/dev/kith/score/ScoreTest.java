package dev.kith.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kith.score.Evidence.Axis;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScoreTest {
    private static final Evidence STRANGE = new Evidence(Axis.STRANGE, "first-contact", "a", "b", 4);
    private static final Evidence DANGEROUS = new Evidence(Axis.DANGEROUS, "intent-credential", "a", "b", 5);

    @Test
    void strangeButHarmless_scoresNothing() {
        assertThat(Score.of(List.of(STRANGE)).value()).isZero();
    }

    @Test
    void dangerousButFamiliar_scoresNothing() {
        assertThat(Score.of(List.of(DANGEROUS)).value()).isZero();
    }

    @Test
    void strangeAndDangerous_scoresTheProductOfBoth() {
        Score score = Score.of(List.of(STRANGE, DANGEROUS));
        assertThat(score.value())
                .isCloseTo(score.strangeness() * score.danger(), within(1e-12))
                .isGreaterThan(0.4);
    }

    @Test
    void relief_takesBackAtMostHalf() {
        Evidence relief = new Evidence(Axis.DANGEROUS, "genuine-service", "", "", -6);
        Score with = Score.of(List.of(STRANGE, DANGEROUS, relief));
        Score half = Score.of(List.of(STRANGE, new Evidence(Axis.DANGEROUS, "intent-credential", "", "", 2.5)));
        assertThat(with.value()).isCloseTo(half.value(), within(1e-12));
    }

    @Test
    void whateverTheEvidence_weightsAddUpToAScoreInTheUnitInterval() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 2_000; round++) {
            List<Evidence> evidence = new ArrayList<>();
            for (int i = random.nextInt(8); i > 0; i--) {
                Axis axis = random.nextBoolean() ? Axis.STRANGE : Axis.DANGEROUS;
                evidence.add(new Evidence(axis, "code-" + i, "", "", random.nextDouble(-6, 6)));
            }
            Score score = Score.of(evidence);
            double sum = score.reasons().stream().mapToDouble(Reason::weight).sum();
            assertThat(score.value()).as("round " + round).isBetween(0.0, 1.0);
            assertThat(sum).as("round " + round).isCloseTo(score.value(), within(1e-9));
        }
    }

    @Test
    void moreEvidenceAgainst_neverLowersTheScore() {
        double before = 0;
        for (int nats = 1; nats <= 6; nats++) {
            double now = Score.of(List.of(STRANGE, new Evidence(Axis.DANGEROUS, "x", "", "", nats)))
                    .value();
            assertThat(now).isGreaterThan(before);
            before = now;
        }
    }
}
