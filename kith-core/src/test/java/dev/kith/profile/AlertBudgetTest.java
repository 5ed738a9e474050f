package dev.kith.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AlertBudgetTest {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);

    @Test
    void theThreshold_wouldHaveMetTheBudget() {
        for (long seed = 0; seed < 10; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            AlertBudget budget = new AlertBudget(2, MONTH, 0.3);
            double[] scores = new double[3_000];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = random.nextDouble();
                budget.observe("case-" + i, scores[i], START.plusSeconds(MONTH.toSeconds() * i / scores.length));
            }
            Instant now = START.plus(MONTH);
            double threshold = budget.threshold(now);
            long over = java.util.Arrays.stream(scores)
                    .filter(score -> score >= threshold)
                    .count();
            assertThat(over).as("seed %d", seed).isBetween(59L, 60L);
            assertThat(budget.justBelow(5, now))
                    .hasSize(5)
                    .allMatch(candidate -> candidate.score() < threshold && candidate.score() > 0.9);
        }
    }

    @Test
    void onQuietDays_theFloorHolds() {
        AlertBudget budget = new AlertBudget(5, MONTH, 0.4);
        assertThat(budget.threshold(START)).isEqualTo(0.4);
        budget.observe("a", 0.2, START);
        budget.observe("b", 0.7, START);
        assertThat(budget.threshold(START.plusSeconds(60))).isEqualTo(0.4);
        assertThat(budget.justBelow(5, START.plusSeconds(60)))
                .extracting(AlertBudget.Candidate::id)
                .containsExactly("a");
    }

    @Test
    void whatIsOlderThanTheHorizon_isForgotten() {
        AlertBudget budget = new AlertBudget(1, Duration.ofDays(7), 0.1);
        for (int i = 0; i < 100; i++) {
            budget.observe("old-" + i, 0.9, START.plusSeconds(i));
        }
        assertThat(budget.threshold(START.plus(Duration.ofDays(1)))).isGreaterThan(0.9);
        assertThat(budget.threshold(START.plus(Duration.ofDays(9)))).isEqualTo(0.1);
    }

    @Test
    void saveThenLoad_changesNothing() {
        FacetSpec spec = FacetSpec.magnitude("budget", MONTH);
        AlertBudget budget = new AlertBudget(1, MONTH, 0.1);
        assertThat(AlertBudget.restore(budget.state(spec)).state(spec)).isEqualTo(budget.state(spec));
        for (int i = 0; i < 300; i++) {
            budget.observe("case-" + i, i * 37 % 100 / 100.0, START.plusSeconds(3_600L * i));
        }
        AlertBudget restored = AlertBudget.restore(budget.state(spec));
        Instant now = START.plus(Duration.ofDays(13));
        assertThat(restored.threshold(now)).isEqualTo(budget.threshold(now));
        assertThat(restored.justBelow(9, now)).isEqualTo(budget.justBelow(9, now));
        assertThat(restored.state(spec)).isEqualTo(budget.state(spec));
    }
}
