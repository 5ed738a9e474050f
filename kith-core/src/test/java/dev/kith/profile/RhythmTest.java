package dev.kith.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTest {
    /** Times in milliseconds of calls whose gaps are spread around a period, some of them missing. */
    private static long[] calls(int count, double period, double jitter, double missing, long seed) {
        Random random = new Random(seed);
        long[] times = new long[count];
        double at = 0;
        for (int i = 0; i < count; i++) {
            do {
                at += period * (1 + jitter * (2 * random.nextDouble() - 1));
            } while (random.nextDouble() < missing);
            times[i] = (long) (1000 * at);
        }
        return times;
    }

    private static Rhythm of(long[] times) {
        return Rhythm.of(times, new long[times.length]);
    }

    @ParameterizedTest
    @CsvSource({"60,0,0", "300,0.1,0", "300,0.3,0", "3600,0.2,0.2", "300,0.1,0.4"})
    void periodIsFound_whateverTheJitterAndTheMissingBeats(double period, double jitter, double missing) {
        Rhythm rhythm = of(calls(120, period, jitter, missing, 5));
        assertThat(rhythm.periodSeconds()).isBetween(0.9 * period, 1.1 * period);
        assertThat(rhythm.regularity()).isGreaterThan(0.35);
        assertThat(Math.abs(rhythm.skew())).isLessThan(0.4);
    }

    @Test
    void clock_isFullyRegular() {
        assertThat(of(calls(40, 60, 0, 0, 1)).regularity()).isEqualTo(1);
    }

    @Test
    void chance_isNotRegular_inAThousandTries() {
        for (int seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            long[] times = new long[20 + seed % 100];
            double at = 0;
            for (int i = 0; i < times.length; i++) {
                at += -300 * Math.log(1 - random.nextDouble());
                times[i] = (long) (1000 * at);
            }
            assertThat(of(times).regularity()).as("seed %d", seed).isLessThan(0.35);
        }
    }

    @Test
    void whatComesTogether_isOneBeat() {
        long[] once = calls(40, 60, 0, 0, 1);
        long[] thrice = new long[120];
        for (int i = 0; i < 120; i++) {
            thrice[i] = once[i / 3] + 300L * (i % 3);
        }
        assertThat(of(thrice).beats()).isEqualTo(of(once).beats());
    }

    @Test
    void tooFew_haveNone() {
        assertThat(of(new long[] {0, 60_000, 120_000})).isEqualTo(Rhythm.NONE);
    }
}
