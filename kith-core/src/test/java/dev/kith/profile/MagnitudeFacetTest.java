package dev.kith.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MagnitudeFacetTest {
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final Duration HALF_LIFE = Duration.ofDays(60);

    @Test
    void quantiles_areWithinNinePercentOfTheExactOnes() {
        for (long seed = 0; seed < 10; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            MagnitudeFacet facet = new MagnitudeFacet(HALF_LIFE);
            double[] values = new double[2_000];
            for (int i = 0; i < values.length; i++) {
                values[i] = StrictMath.exp(3 + 4 * random.nextDouble());
                facet.observe(values[i], START, 1);
            }
            Arrays.sort(values);
            for (double share : new double[] {0.1, 0.5, 0.9, 0.99}) {
                double exact = values[(int) (share * values.length)];
                assertThat(facet.quantile(share))
                        .as("seed %d share %f", seed, share)
                        .isCloseTo(exact, within(exact * 0.12));
            }
        }
    }

    @Test
    void theLarger_theMoreSurprising() {
        MagnitudeFacet facet = new MagnitudeFacet(HALF_LIFE);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 300; i++) {
            facet.observe(1 + random.nextInt(4), START, 1);
        }
        double before = 0;
        for (double recipients : new double[] {1, 3, 10, 50, 200, 1_600}) {
            double bits = facet.surpriseBits(recipients, START);
            assertThat(bits).isGreaterThanOrEqualTo(before);
            before = bits;
        }
        assertThat(facet.surpriseBits(2, START)).isLessThan(1);
        assertThat(before).isGreaterThan(12);
    }

    @Test
    void withoutHistory_nothingIsSurprising() {
        MagnitudeFacet facet = new MagnitudeFacet(HALF_LIFE);
        assertThat(facet.surpriseBits(1e9, START)).isZero();
        assertThat(facet.quantile(0.5)).isZero();
    }

    @Test
    void merging_isThatOfTheObservations() {
        MagnitudeFacet a = new MagnitudeFacet(HALF_LIFE);
        MagnitudeFacet b = new MagnitudeFacet(HALF_LIFE);
        MagnitudeFacet whole = new MagnitudeFacet(HALF_LIFE);
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 500; i++) {
            double value = 1_000 * random.nextDouble();
            Instant at = START.plus(Duration.ofDays(i));
            (i % 2 == 0 ? a : b).observe(value, at, 1);
            whole.observe(value, at, 1);
        }
        Instant now = START.plus(Duration.ofDays(500));
        assertThat(MagnitudeFacet.merged(a, b).tailProbability(700, now))
                .isCloseTo(whole.tailProbability(700, now), within(1e-6))
                .isEqualTo(MagnitudeFacet.merged(b, a).tailProbability(700, now));
        assertThat(whole.estimatedBytes()).isLessThan(1_200);
    }
}
