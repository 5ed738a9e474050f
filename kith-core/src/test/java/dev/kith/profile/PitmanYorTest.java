package dev.kith.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PitmanYorTest {
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final Duration HALF_LIFE = Duration.ofDays(60);
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void anEntityWithoutHistory_takesTheWordOfTheWorld() {
        CategoricalFacet empty = new CategoricalFacet(HALF_LIFE, 8);
        assertThat(PitmanYor.probability("x", List.of(empty), 0.25, START)).isEqualTo(0.25);
        assertThat(PitmanYor.surpriseBits("x", List.of(empty, empty), 0.25, START))
                .isCloseTo(2, within(1e-12));
        assertThat(PitmanYor.novelty(empty, START)).isEqualTo(1);
    }

    @Test
    void theProbabilitiesOfAllValuesAndOfANewOne_sumToOne() {
        for (long seed = 0; seed < 30; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            CategoricalFacet facet = new CategoricalFacet(HALF_LIFE, 4 + random.nextInt(60));
            int values = 1 + random.nextInt(40);
            Instant at = START;
            for (int i = 0; i < 300; i++) {
                at = at.plusSeconds(random.nextLong(100_000));
                facet.observe("v" + random.nextInt(values), at, random.nextDouble());
            }
            double sum = PitmanYor.novelty(facet, at);
            for (int v = 0; v < values; v++) {
                sum += PitmanYor.probability("v" + v, List.of(facet), 0, at);
            }
            assertThat(sum).as("seed %d", seed).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void acrossLevels_theProbabilitiesOfAllValuesSumToAtMostOne() {
        for (long seed = 0; seed < 10; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<CategoricalFacet> levels = List.of(
                    new CategoricalFacet(HALF_LIFE, 8),
                    new CategoricalFacet(HALF_LIFE, 16),
                    new CategoricalFacet(HALF_LIFE, 64));
            Instant at = START;
            for (int i = 0; i < 400; i++) {
                at = at.plusSeconds(random.nextLong(100_000));
                PitmanYor.teach("v" + random.nextInt(100), levels, at, 1);
            }
            double sum = 0;
            for (int v = 0; v < 100; v++) {
                sum += PitmanYor.probability("v" + v, levels, 0.01, at);
            }
            assertThat(sum).as("seed %d", seed).isBetween(0.99, 1 + 1e-5);
        }
    }

    @Test
    void eachFurtherSighting_surprisesLess() {
        for (double world : new double[] {0, 0.001, 0.3}) {
            CategoricalFacet facet = new CategoricalFacet(HALF_LIFE, 8);
            facet.observe("other.example", START, 1);
            double before = PitmanYor.surpriseBits("x.example", List.of(facet), world, START);
            for (int i = 0; i < 60; i++) {
                facet.observe("x.example", START.plusSeconds(60L * i), 1);
                double after = PitmanYor.surpriseBits("x.example", List.of(facet), world, START.plusSeconds(60L * i));
                assertThat(after).as("world %f sighting %d", world, i).isLessThan(before);
                before = after;
            }
        }
    }

    @Test
    void whoNeverMoves_isSurprisedByANewValue_andWhoMovesDailyIsNot() {
        CategoricalFacet settled = new CategoricalFacet(HALF_LIFE, 16);
        CategoricalFacet roaming = new CategoricalFacet(HALF_LIFE, 16);
        Instant at = START;
        for (int day = 0; day < 90; day++) {
            at = START.plus(DAY.multipliedBy(day));
            settled.observe("192.0.2.1", at, 1);
            roaming.observe("192.0.2." + day, at, 1);
        }
        assertThat(Bits.of(PitmanYor.novelty(settled, at))).isGreaterThan(6);
        assertThat(Bits.of(PitmanYor.novelty(roaming, at))).isLessThan(0.2);
        assertThat(PitmanYor.surpriseBits("192.0.2.1", List.of(settled), 0.001, at))
                .isLessThan(0.1);
    }

    @Test
    void aThinBaseline_hardlyMindsANewValue() {
        CategoricalFacet facet = new CategoricalFacet(HALF_LIFE, 16);
        facet.observe("a.example", START, 1);
        assertThat(PitmanYor.novelty(facet, START)).isGreaterThan(0.5);
        for (int i = 0; i < 3; i++) {
            facet.observe("a.example", START, 1);
        }
        assertThat(PitmanYor.novelty(facet, START)).isBetween(0.1, 0.25);
    }

    @Test
    void forgetting_widens() {
        CategoricalFacet facet = new CategoricalFacet(HALF_LIFE, 16);
        for (int i = 0; i < 30; i++) {
            facet.observe("a.example", START.plusSeconds(i), 1);
        }
        double now = PitmanYor.novelty(facet, START.plusSeconds(30));
        double inTwoYears = PitmanYor.novelty(facet, START.plus(DAY.multipliedBy(730)));
        assertThat(inTwoYears).isGreaterThan(now * 5);
    }

    @Test
    void whatColleaguesUse_surprisesLess() {
        CategoricalFacet organisation = new CategoricalFacet(HALF_LIFE, 64);
        CategoricalFacet mine = new CategoricalFacet(HALF_LIFE, 16);
        for (int colleague = 0; colleague < 10; colleague++) {
            PitmanYor.teach("share.example", List.of(new CategoricalFacet(HALF_LIFE, 16), organisation), START, 1);
        }
        for (int i = 0; i < 20; i++) {
            PitmanYor.teach("own.example", List.of(mine, organisation), START, 1);
        }
        List<CategoricalFacet> levels = List.of(mine, organisation);
        double shared = PitmanYor.surpriseBits("share.example", levels, 1e-6, START);
        double strange = PitmanYor.surpriseBits("strange.example", levels, 1e-6, START);
        assertThat(shared).isLessThan(strange - 10);
        assertThat(organisation.count("own.example", START)).isCloseTo(1, within(1e-12));
    }

    @Test
    void aThousandEquallyUsualValues_areEachUsual() {
        CategoricalFacet facet = new CategoricalFacet(HALF_LIFE, 32);
        for (int round = 0; round < 20; round++) {
            for (int v = 0; v < 30; v++) {
                facet.observe("v" + v, START.plusSeconds(round), 1);
            }
        }
        assertThat(PitmanYor.surpriseBits("v7", List.of(facet), 0, START.plusSeconds(20)))
                .isGreaterThan(4.5);
        assertThat(PitmanYor.tailProbability("v7", facet, START.plusSeconds(20)))
                .isGreaterThan(0.95);
        assertThat(PitmanYor.tailProbability("new", facet, START.plusSeconds(20)))
                .isLessThan(0.05);
    }
}
