package dev.kith.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ForwardDecayTest {
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    @Test
    void afterOneHalfLife_anObservationCountsHalf() {
        ForwardDecay decay = ForwardDecay.of(Duration.ofDays(30)).at(START);
        double stored = decay.weight(START);
        assertThat(stored * decay.scale(START)).isCloseTo(1, within(1e-12));
        assertThat(stored * decay.scale(START.plus(Duration.ofDays(30)))).isCloseTo(0.5, within(1e-12));
        assertThat(stored * decay.scale(START.plus(Duration.ofDays(60)))).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void decayingTwice_isDecayingOnceByTheSum() {
        SplittableRandom random = new SplittableRandom(11);
        ForwardDecay decay = ForwardDecay.of(Duration.ofDays(7)).at(START);
        for (int i = 0; i < 1_000; i++) {
            long first = random.nextLong(10_000_000);
            long second = random.nextLong(10_000_000);
            double inOne = decay.scale(START.plusSeconds(first + second)) / decay.scale(START);
            double inTwo = decay.scale(START.plusSeconds(first))
                    / decay.scale(START)
                    * (decay.scale(START.plusSeconds(first + second)) / decay.scale(START.plusSeconds(first)));
            assertThat(inOne).isCloseTo(inTwo, within(1e-12 * inTwo));
        }
    }

    @Test
    void overThirtyYears_theSumDoesNotDrift() {
        ForwardDecay decay = ForwardDecay.of(Duration.ofDays(14));
        double sum = 0;
        double expected = 0;
        double perDay = StrictMath.pow(2, -1.0 / 14);
        Instant at = START;
        for (int day = 0; day < 30 * 365; day++) {
            at = START.plus(Duration.ofDays(day));
            ForwardDecay before = decay;
            decay = before.at(at);
            sum = sum * decay.conversion(before) + decay.weight(at);
            expected = expected * perDay + 1;
        }
        assertThat(sum * decay.scale(at)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void aLateObservation_weighsAsIfItHadComeInTime() {
        Instant now = START.plus(Duration.ofDays(40));
        ForwardDecay decay = ForwardDecay.of(Duration.ofDays(1)).at(now);
        double late = decay.weight(now.minus(Duration.ofDays(3)));
        assertThat(late * decay.scale(now)).isCloseTo(0.125, within(1e-12));
    }

    @Test
    void clocksOfDifferentHalfLives_cannotBeMerged() {
        assertThatThrownBy(() ->
                        ForwardDecay.later(ForwardDecay.of(Duration.ofDays(1)), ForwardDecay.of(Duration.ofDays(2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("86400");
    }

    @Test
    void powersOfTwo_areExactAtWholeNumbers() {
        for (int n = -40; n <= 40; n++) {
            assertThat(ForwardDecay.exp2(n)).isEqualTo(Math.scalb(1.0, n));
        }
        assertThat(ForwardDecay.exp2(-5_000)).isZero();
    }
}
