package dev.kith.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WeekTimeFacetTest {
    /** A Monday. */
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    private static final Duration HALF_LIFE = Duration.ofDays(60);

    @Test
    void withoutHistory_noHourIsSurprising() {
        WeekTimeFacet facet = new WeekTimeFacet(HALF_LIFE);
        for (int hour = 0; hour < 168; hour++) {
            assertThat(facet.surpriseBits(START.plusSeconds(hour * 3_600L))).isCloseTo(0, within(1e-6));
        }
    }

    @Test
    void forOfficeHours_theNightAndTheWeekendAreSurprising() {
        WeekTimeFacet facet = officeWorker(ZoneOffset.UTC, 0);
        Instant monday = START.plus(Duration.ofDays(84));
        assertThat(facet.surpriseBits(monday.plusSeconds(11 * 3_600))).isLessThan(1);
        assertThat(facet.surpriseBits(monday.plusSeconds(3 * 3_600))).isGreaterThan(4);
        assertThat(facet.surpriseBits(monday.plus(Duration.ofDays(5)).plusSeconds(11 * 3_600)))
                .isGreaterThan(3);
    }

    @Test
    void anHourAsideThroughSummerTime_isLessSurprisingThanTheNight() {
        WeekTimeFacet facet = officeWorker(ZoneOffset.UTC, 0);
        Instant monday = START.plus(Duration.ofDays(84));
        assertThat(facet.surpriseBits(monday.plusSeconds(7 * 3_600 + 1_800)))
                .isLessThan(facet.surpriseBits(monday.plusSeconds(3 * 3_600)) - 1);
    }

    @Test
    void withAnOffset_theLocalWeekendIsMeant() {
        WeekTimeFacet facet = officeWorker(ZoneOffset.ofHours(-8), 8 * 3_600);
        // Friday evening in UTC-8 is Saturday in UTC
        Instant fridayEvening = START.plus(Duration.ofDays(84 + 5)).plusSeconds(3_600);
        assertThat(facet.surpriseBits(fridayEvening)).isLessThan(2);
    }

    @Test
    void whoIsActiveRoundTheClock_isNeverSurprised() {
        SplittableRandom random = new SplittableRandom(7);
        WeekTimeFacet facet = new WeekTimeFacet(HALF_LIFE);
        for (int i = 0; i < 5_000; i++) {
            facet.observe(START.plusSeconds(random.nextLong(84L * 86_400)), 1);
        }
        for (int hour = 0; hour < 168; hour++) {
            assertThat(facet.surpriseBits(START.plus(Duration.ofDays(84)).plusSeconds(hour * 3_600L)))
                    .isLessThan(7);
        }
    }

    @Test
    void moreSightingsAtAnHour_neverSurpriseMore() {
        WeekTimeFacet facet = officeWorker(ZoneOffset.UTC, 0);
        Instant night = START.plus(Duration.ofDays(84)).plusSeconds(3 * 3_600);
        double before = facet.surpriseBits(night);
        for (int i = 0; i < 60; i++) {
            facet.observe(night, 1);
            double after = facet.surpriseBits(night);
            assertThat(after).isLessThanOrEqualTo(before + 1e-9);
            before = after;
        }
        assertThat(before).isLessThan(4.5);
    }

    @Test
    void merging_isCommutative() {
        WeekTimeFacet a = officeWorker(ZoneOffset.UTC, 0);
        WeekTimeFacet b = officeWorker(ZoneOffset.UTC, 3_600);
        FacetSpec spec = FacetSpec.weekTime("hours", HALF_LIFE);
        assertThat(WeekTimeFacet.merged(a, b).state(spec))
                .isEqualTo(WeekTimeFacet.merged(b, a).state(spec));
    }

    private static WeekTimeFacet officeWorker(ZoneOffset offset, long shiftSeconds) {
        SplittableRandom random = new SplittableRandom(3);
        WeekTimeFacet facet = new WeekTimeFacet(HALF_LIFE, offset);
        for (int day = 0; day < 84; day++) {
            if (day % 7 < 5) {
                for (int i = 0; i < 20; i++) {
                    long second = 8 * 3_600 + random.nextLong(10 * 3_600) + shiftSeconds;
                    facet.observe(START.plus(Duration.ofDays(day)).plusSeconds(second), 1);
                }
            }
        }
        return facet;
    }
}
