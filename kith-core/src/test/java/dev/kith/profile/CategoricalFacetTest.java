package dev.kith.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CategoricalFacetTest {
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final Duration HALF_LIFE = Duration.ofDays(30);

    @Test
    void emptyFacet_knowsNothing() {
        CategoricalFacet facet = new CategoricalFacet(HALF_LIFE, 8);
        assertThat(facet.count("a.example", START)).isZero();
        assertThat(facet.total(START)).isZero();
        assertThat(facet.distinct()).isZero();
        assertThat(facet.firstSeen("a.example")).isEmpty();
        assertThat(facet.top(3, START)).isEmpty();
    }

    @Test
    void firstAndLastSight_areRememberedToTheSecond() {
        CategoricalFacet facet = new CategoricalFacet(HALF_LIFE, 8);
        facet.observe("files.example", START, 1);
        facet.observe("files.example", START.plusSeconds(12_345), 1);
        assertThat(facet.firstSeen("files.example")).contains(START);
        assertThat(facet.lastSeen("files.example")).contains(START.plusSeconds(12_345));
    }

    @Test
    void whileTheValuesFit_countsAreThoseOfAPlainMap() {
        for (long seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            CategoricalFacet facet = new CategoricalFacet(HALF_LIFE, 64);
            Exact exact = new Exact();
            Instant at = START;
            for (int i = 0; i < 500; i++) {
                at = at.plusSeconds(random.nextLong(200_000));
                String value = "v" + random.nextInt(60);
                double weight = random.nextDouble();
                facet.observe(value, at, weight);
                exact.observe(value, at, weight);
            }
            for (int v = 0; v < 60; v++) {
                assertThat(facet.count("v" + v, at))
                        .as("seed %d value %d", seed, v)
                        .isCloseTo(exact.count("v" + v, at), within(1e-9));
            }
            assertThat(facet.distinct()).isEqualTo(exact.distinct());
        }
    }

    @Test
    void whenTheyDoNotFit_countsNeverErrHighAndTheHeavyOnesAreRight() {
        for (long seed = 0; seed < 10; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            CategoricalFacet facet = new CategoricalFacet(HALF_LIFE, 16);
            Exact exact = new Exact();
            Instant at = START;
            for (int i = 0; i < 20_000; i++) {
                at = at.plusSeconds(random.nextLong(300));
                String value = "v" + (int) StrictMath.pow(random.nextDouble(), -1.2);
                facet.observe(value, at, 1);
                exact.observe(value, at, 1);
            }
            assertThat(facet.total(at)).isCloseTo(exact.total(at), within(1e-6));
            for (String value : exact.values()) {
                double truth = exact.count(value, at);
                assertThat(facet.count(value, at)).as("seed %d %s", seed, value).isLessThanOrEqualTo(truth * 1.000_01);
                if (truth > exact.total(at) / 16) {
                    assertThat(facet.count(value, at))
                            .as("seed %d %s", seed, value)
                            .isCloseTo(truth, within(truth / 50));
                }
            }
            assertThat(facet.estimatedBytes()).isLessThanOrEqualTo(CategoricalFacet.bytesMax(16));
        }
    }

    @Test
    void memory_staysWithinTheStatedBoundHoweverLongTheValues() {
        CategoricalFacet facet = new CategoricalFacet(HALF_LIFE, 32);
        for (int i = 0; i < 5_000; i++) {
            facet.observe("x".repeat(400) + i, START.plusSeconds(i), 1);
        }
        assertThat(facet.estimatedBytes()).isLessThanOrEqualTo(CategoricalFacet.bytesMax(32));
        assertThat(CategoricalFacet.bytesMax(32)).isLessThan(32 * 300);
        CategoricalFacet one = new CategoricalFacet(HALF_LIFE, 32);
        one.observe("host.example", START, 1);
        assertThat(one.estimatedBytes()).isLessThan(700);
    }

    @Test
    void oneValueHoweverOften_takesAHundredBytes() {
        CategoricalFacet facet = new CategoricalFacet(HALF_LIFE, 2_000);
        for (int i = 0; i < 1_000; i++) {
            facet.observe("Outlook 16", START.plus(Duration.ofDays(i)), 1);
        }
        assertThat(facet.estimatedBytes()).isLessThan(120);
        assertThat(facet.distinct()).isOne();
        assertThat(facet.firstSeen("Outlook 16")).contains(START);
        assertThat(facet.lastSeen("Outlook 16")).contains(START.plus(Duration.ofDays(999)));
    }

    @Test
    void whatIsNewIsSeenOnce_thenTwice_thenOften() {
        Instant landmark = Instant.EPOCH;
        CategoricalFacet facet = new CategoricalFacet(HALF_LIFE, 8);
        facet.observe("a", landmark, 1);
        assertThat(facet.novelty(landmark)).isEqualTo(new Novelty(1, 1, 1, 0, 0, 0));
        facet.observe("a", landmark, 1);
        assertThat(facet.novelty(landmark)).isEqualTo(new Novelty(2, 1, 0, 1, 0, 0));
        facet.observe("a", landmark, 1);
        assertThat(facet.novelty(landmark)).isEqualTo(new Novelty(3, 1, 0, 0, 0, 0));
        facet.observe("b", landmark, 1);
        assertThat(facet.novelty(landmark)).isEqualTo(new Novelty(4, 2, 1, 0, 0, 0));
    }

    @Test
    void aFacetOfOneValueThatWasStored_goesOnAsIfItHadNotBeen() {
        FacetSpec spec = FacetSpec.categorical("x", HALF_LIFE, 2);
        for (int sightings = 0; sightings < 5; sightings++) {
            CategoricalFacet facet = new CategoricalFacet(HALF_LIFE, 2);
            for (int i = 0; i < sightings; i++) {
                facet.observe("a", START.minusSeconds(i), 1);
            }
            CategoricalFacet stored = (CategoricalFacet) Facet.restore(facet.state(spec));
            assertThat(stored.estimatedBytes()).isEqualTo(facet.estimatedBytes());
            for (String value : List.of("a", "b", "a", "c", "d", "x".repeat(500))) {
                facet.observe(value, START.plusSeconds(9), 1);
                stored.observe(value, START.plusSeconds(9), 1);
                assertThat(stored.state(spec)).as("%d, %s", sightings, value).isEqualTo(facet.state(spec));
                assertThat(facet.count(value, START.plusSeconds(9))).isPositive();
            }
        }
    }

    @Test
    void longValuesThatShareABeginning_areToldApart() {
        CategoricalFacet facet = new CategoricalFacet(HALF_LIFE, 4);
        String long1 = "p".repeat(300) + "1";
        facet.observe(long1, START, 1);
        assertThat(facet.count(long1, START)).isCloseTo(1, within(1e-12));
        assertThat(facet.count("p".repeat(300) + "2", START)).isZero();
    }

    @Test
    void aValueOutsideTheHeaviest_isStillKnown() {
        CategoricalFacet facet = new CategoricalFacet(HALF_LIFE, 4);
        for (int i = 0; i < 4; i++) {
            facet.observe("heavy" + i, START, 10);
        }
        facet.observe("light", START.plusSeconds(8), 1);
        assertThat(facet.top(10, START)).hasSize(4);
        assertThat(facet.count("light", START.plusSeconds(8))).isCloseTo(1, within(1e-3));
        assertThat(facet.firstSeen("light")).contains(START.plusSeconds(8));
        assertThat(facet.distinct()).isEqualTo(5);
        facet.observe("light", START.plusSeconds(16), 20);
        assertThat(facet.top(1, START.plusSeconds(16)).get(0).value()).isEqualTo("light");
        assertThat(facet.firstSeen("light")).contains(START.plusSeconds(8));
    }

    @Test
    void top_isOrderedByCountThenText() {
        CategoricalFacet facet = new CategoricalFacet(HALF_LIFE, 8);
        facet.observe("b", START, 2);
        facet.observe("a", START, 2);
        facet.observe("c", START, 3);
        assertThat(facet.top(3, START))
                .extracting(CategoricalFacet.Entry::value)
                .containsExactly("c", "a", "b");
    }

    @Test
    void mergingIsCommutative_bitForBit() {
        for (long seed = 0; seed < 20; seed++) {
            CategoricalFacet a = random(seed, 8, 40);
            CategoricalFacet b = random(seed + 1_000, 8, 40);
            FacetSpec spec = FacetSpec.categorical("x", HALF_LIFE, 8);
            assertThat(CategoricalFacet.merged(a, b).state(spec))
                    .as("seed %d", seed)
                    .isEqualTo(CategoricalFacet.merged(b, a).state(spec));
        }
    }

    @Test
    void mergingIsAssociative_whileTheValuesFit() {
        Instant now = START.plus(Duration.ofDays(400));
        for (long seed = 0; seed < 20; seed++) {
            CategoricalFacet a = random(seed, 64, 60);
            CategoricalFacet b = random(seed + 1_000, 64, 60);
            CategoricalFacet c = random(seed + 2_000, 64, 60);
            CategoricalFacet left = CategoricalFacet.merged(CategoricalFacet.merged(a, b), c);
            CategoricalFacet right = CategoricalFacet.merged(a, CategoricalFacet.merged(b, c));
            for (int v = 0; v < 60; v++) {
                assertThat(left.count("v" + v, now)).isCloseTo(right.count("v" + v, now), within(1e-9));
            }
            assertThat(left.novelty(now).probability())
                    .isCloseTo(right.novelty(now).probability(), within(1e-9));
            assertThat(left.distinct()).isEqualTo(right.distinct());
        }
    }

    @Test
    void mergedShards_countLikeOneFacet() {
        SplittableRandom random = new SplittableRandom(5);
        CategoricalFacet whole = new CategoricalFacet(HALF_LIFE, 64);
        CategoricalFacet even = new CategoricalFacet(HALF_LIFE, 64);
        CategoricalFacet odd = new CategoricalFacet(HALF_LIFE, 64);
        Instant at = START;
        for (int i = 0; i < 2_000; i++) {
            at = at.plusSeconds(random.nextLong(50_000));
            String value = "v" + random.nextInt(50);
            whole.observe(value, at, 1);
            (i % 2 == 0 ? even : odd).observe(value, at, 1);
        }
        CategoricalFacet merged = CategoricalFacet.merged(even, odd);
        assertThat(merged.distinct()).isEqualTo(whole.distinct());
        assertThat(merged.novelty(at).probability()).isCloseTo(whole.novelty(at).probability(), within(1e-9));
        for (int v = 0; v < 50; v++) {
            assertThat(merged.count("v" + v, at)).isCloseTo(whole.count("v" + v, at), within(1e-9));
        }
    }

    @Test
    void aNegativeWeight_isRefused() {
        CategoricalFacet facet = new CategoricalFacet(HALF_LIFE, 4);
        assertThatThrownBy(() -> facet.observe("a", START, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }

    private static CategoricalFacet random(long seed, int capacity, int values) {
        SplittableRandom random = new SplittableRandom(seed);
        CategoricalFacet facet = new CategoricalFacet(HALF_LIFE, capacity);
        Instant at = START.plusSeconds(random.nextLong(30_000_000));
        for (int i = 0; i < 200; i++) {
            at = at.plusSeconds(random.nextLong(10_000));
            facet.observe("v" + random.nextInt(values), at, 1);
        }
        return facet;
    }

    /** The same counts, kept in a plain map. */
    private static final class Exact {
        private final Map<String, Double> counts = new TreeMap<>();
        private double total;

        void observe(String value, Instant at, double weight) {
            double mass = weight * grown(at);
            counts.merge(value, mass, Double::sum);
            total += mass;
        }

        double count(String value, Instant now) {
            return counts.getOrDefault(value, 0.0) / grown(now);
        }

        double total(Instant now) {
            return total / grown(now);
        }

        int distinct() {
            return counts.size();
        }

        Iterable<String> values() {
            return counts.keySet();
        }

        private static double grown(Instant at) {
            return StrictMath.pow(2, Duration.between(START, at).toSeconds() / (double) HALF_LIFE.toSeconds());
        }
    }
}
