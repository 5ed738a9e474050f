package dev.kith.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RateFacetTest {
    /** A Monday. */
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    private static final Duration HALF_LIFE = Duration.ofDays(45);
    private static final int DAYS = 90;

    @Test
    void ordinaryDaysWithMailMerges_showHardlyABurst() {
        int bursts = 0;
        for (long seed = 0; seed < 10; seed++) {
            RateFacet facet = new RateFacet(HALF_LIFE);
            boolean before = false;
            for (Instant at : office(seed, DAYS, 30, 25)) {
                boolean burst = facet.observe(at, 1).isPresent();
                bursts += burst && !before ? 1 : 0;
                before = burst;
            }
        }
        // of 90 mail merges by 10 persons the first of each, at most two, is news
        assertThat(bursts).isLessThanOrEqualTo(20);
    }

    @Test
    void aBurstOf1600In25Minutes_isSeenWithinItsFirst40() {
        for (long seed = 0; seed < 10; seed++) {
            RateFacet facet = new RateFacet(HALF_LIFE);
            for (Instant at : office(seed, DAYS, 30, 25)) {
                facet.observe(at, 1);
            }
            Instant attack = START.plus(Duration.ofDays(DAYS + 1)).plus(Duration.ofHours(10 + seed % 5));
            assertThat(firstAlarm(facet, attack, 1_600, 1_500))
                    .as("seed %d", seed)
                    .isBetween(20, 40);
        }
    }

    @Test
    void atNight_aBurstIsSeenSooner() {
        RateFacet facet = new RateFacet(HALF_LIFE);
        for (Instant at : office(3, DAYS, 30, 0)) {
            facet.observe(at, 1);
        }
        Instant night = START.plus(Duration.ofDays(DAYS + 1)).plus(Duration.ofHours(3));
        Instant morning = START.plus(Duration.ofDays(DAYS + 1)).plus(Duration.ofHours(10));
        assertThat(facet.expected(Duration.ofHours(1), night))
                .isLessThan(facet.expected(Duration.ofHours(1), morning) / 4);
        assertThat(tail(facet, night, 12)).isLessThan(tail(facet, morning, 12));
    }

    @Test
    void aBurst_doesNotVouchForTheNext() {
        RateFacet facet = new RateFacet(HALF_LIFE);
        for (Instant at : office(4, DAYS, 30, 0)) {
            facet.observe(at, 1);
        }
        Instant attack = START.plus(Duration.ofDays(DAYS + 1)).plus(Duration.ofHours(10));
        int first = firstAlarm(facet, attack, 1_600, 1_500);
        int second = firstAlarm(facet, attack.plus(Duration.ofDays(1)), 1_600, 1_500);
        int tenth = 0;
        for (int day = 2; day < 10; day++) {
            tenth = firstAlarm(facet, attack.plus(Duration.ofDays(day)), 1_600, 1_500);
        }
        assertThat(first).isLessThan(40);
        assertThat(second).isLessThan(140);
        assertThat(tenth).isBetween(1, 400);
    }

    @Test
    void heldEvents_areCountedButTeachNothing() {
        RateFacet facet = new RateFacet(HALF_LIFE);
        for (Instant at : office(5, DAYS, 30, 0)) {
            facet.observe(at, 1);
        }
        Instant attack = START.plus(Duration.ofDays(DAYS + 1)).plus(Duration.ofHours(10));
        double before = facet.total(attack);
        Optional<Burst> last = Optional.empty();
        for (int i = 0; i < 100; i++) {
            last = facet.observe(attack.plusSeconds(i), 0);
        }
        assertThat(last).isPresent();
        assertThat(last.get().count()).isGreaterThanOrEqualTo(100);
        assertThat(last.get().bits()).isGreaterThan(20);
        assertThat(facet.total(attack)).isCloseTo(before, within(1e-9));
    }

    @Test
    void whoSendsTheSameBulkEveryWeek_isNotBursting() {
        RateFacet facet = new RateFacet(HALF_LIFE);
        for (int week = 0; week < 12; week++) {
            Instant at = START.plus(Duration.ofDays(7L * week)).plus(Duration.ofHours(9));
            boolean burst = false;
            for (int i = 0; i < 300; i++) {
                burst |= facet.observe(at.plusMillis(500L * i), 1).isPresent();
            }
            assertThat(burst).as("week %d", week).isFalse();
        }
    }

    @Test
    void assessing_changesNothing() {
        FacetSpec spec = FacetSpec.rate("sent", HALF_LIFE);
        RateFacet facet = new RateFacet(HALF_LIFE);
        for (Instant at : office(6, 30, 30, 25)) {
            facet.observe(at, 1);
        }
        FacetState before = facet.state(spec);
        facet.assess(START.plus(Duration.ofDays(31)));
        facet.tailProbability(Duration.ofHours(1), START.plus(Duration.ofDays(31)));
        assertThat(facet.state(spec)).isEqualTo(before);
    }

    @Test
    void emptyFacet_givesNoOpinion() {
        RateFacet facet = new RateFacet(HALF_LIFE);
        assertThat(facet.assess(START)).isEmpty();
        assertThat(facet.tailProbability(Duration.ofHours(1), START)).isEqualTo(1);
        assertThat(facet.total(START)).isZero();
        assertThat(facet.expected(Duration.ofDays(1), START)).isCloseTo(1, within(1e-9));
    }

    @Test
    void theFirstDays_areNotJudged() {
        RateFacet facet = new RateFacet(HALF_LIFE);
        for (int i = 0; i < 500; i++) {
            assertThat(facet.observe(START.plusSeconds(i), 1)).isEmpty();
        }
    }

    @Test
    void memory_isAsStated() {
        assertThat(new RateFacet(HALF_LIFE).estimatedBytes()).isLessThan(1_200);
    }

    /** The number of the event at which the burst is first seen; 0 if never. */
    private static int firstAlarm(RateFacet facet, Instant from, int events, int seconds) {
        int first = 0;
        for (int i = 0; i < events; i++) {
            Instant at = from.plusMillis(1_000L * seconds * i / events);
            if (facet.observe(at, 1).isPresent() && first == 0) {
                first = i + 1;
            }
        }
        return first;
    }

    private static double tail(RateFacet facet, Instant at, int events) {
        FacetState state = facet.state(FacetSpec.rate("copy", HALF_LIFE));
        RateFacet copy = (RateFacet) Facet.restore(state);
        for (int i = 0; i < events; i++) {
            copy.observe(at.plusSeconds(i), 0);
        }
        return copy.tailProbability(Duration.ofMinutes(5), at.plusSeconds(events));
    }

    /** Office days of somebody who writes so many mails a day, and a mail merge of this size every ten days. */
    private static List<Instant> office(long seed, int days, int perDay, int merge) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Instant> times = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            Instant date = START.plus(Duration.ofDays(day));
            boolean weekend = day % 7 >= 5;
            int today = weekend ? random.nextInt(3) : perDay / 2 + random.nextInt(perDay);
            for (int i = 0; i < today; i++) {
                times.add(date.plusSeconds(8 * 3_600 + random.nextLong(10 * 3_600)));
            }
            if (merge > 0 && !weekend && day % 10 == 3) {
                Instant at = date.plusSeconds(9 * 3_600 + random.nextLong(7 * 3_600));
                for (int i = 0; i < merge; i++) {
                    times.add(at.plusSeconds(5L * i));
                }
            }
        }
        Collections.sort(times);
        return times;
    }
}
