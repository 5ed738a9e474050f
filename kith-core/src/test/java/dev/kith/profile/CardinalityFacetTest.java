package dev.kith.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CardinalityFacetTest {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void smallNumbers_areExact() {
        CardinalityFacet facet = new CardinalityFacet(DAY, 8);
        for (int i = 0; i < 100; i++) {
            facet.observe("v" + i % 7, START);
        }
        assertThat(facet.estimate(START)).isCloseTo(7, within(0.01));
    }

    @Test
    void largeNumbers_areWithinTheStatedErrorAndMemory() {
        CardinalityFacet facet = new CardinalityFacet(DAY, 8);
        for (int i = 0; i < 50_000; i++) {
            facet.observe("v" + i, START);
            facet.observe("w" + i, START.plus(DAY));
        }
        assertThat(facet.estimate(START.plus(DAY))).isCloseTo(100_000, within(20_000.0));
        assertThat(facet.estimatedBytes()).isLessThan(800);
    }

    @Test
    void whatIsOlderThanThePeriodBefore_isGone() {
        CardinalityFacet facet = new CardinalityFacet(DAY, 8);
        facet.observe("a", START);
        assertThat(facet.estimate(START.plus(DAY))).isCloseTo(1, within(0.01));
        assertThat(facet.estimate(START.plus(DAY.multipliedBy(2)))).isZero();
        facet.observe("b", START.plus(DAY.multipliedBy(5)));
        assertThat(facet.estimate(START.plus(DAY.multipliedBy(5)))).isCloseTo(1, within(0.01));
    }

    @Test
    void merging_isThatOfTheSets() {
        CardinalityFacet a = new CardinalityFacet(DAY, 8);
        CardinalityFacet b = new CardinalityFacet(DAY, 8);
        for (int i = 0; i < 10; i++) {
            a.observe("v" + i, START);
            b.observe("v" + (i + 5), START.plus(DAY));
        }
        assertThat(CardinalityFacet.merged(a, b).estimate(START.plus(DAY))).isCloseTo(15, within(0.1));
        assertThat(CardinalityFacet.merged(b, a).estimate(START.plus(DAY))).isCloseTo(15, within(0.1));
    }
}
