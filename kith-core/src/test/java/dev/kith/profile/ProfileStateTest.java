package dev.kith.profile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.event.Endpoint;
import dev.kith.event.IntList;
import dev.kith.event.IpAddress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProfileStateTest {
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final Duration HALF_LIFE = Duration.ofDays(45);
    private static final FacetSpec HOSTS = FacetSpec.categorical("link-host", HALF_LIFE, 4);
    private static final FacetSpec NETWORKS = FacetSpec.network("network", HALF_LIFE, 4);
    private static final FacetSpec RATE = FacetSpec.rate("rate", HALF_LIFE);
    private static final FacetSpec HOURS = FacetSpec.weekTime("hours", HALF_LIFE);
    private static final FacetSpec SIZE = FacetSpec.magnitude("size", HALF_LIFE);
    private static final FacetSpec PEOPLE = FacetSpec.cardinality("people", Duration.ofDays(1), 6);
    private static final FacetSpec WORDS = FacetSpec.words("words", HALF_LIFE, 256);

    @Test
    void everyKindOfFacet_isRestoredAndContinuesTheSame() {
        for (long seed = 0; seed < 10; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Profile profile = new Profile(new EntityKey(EntityKey.Kind.SENDER, "eva@partner.example"), START);
            Instant at = START;
            for (int i = 0; i < 300; i++) {
                at = at.plusSeconds(random.nextLong(400_000));
                live(profile, at, random.nextInt(40));
            }
            Profile restored = Profile.restore(profile.state());
            assertThat(restored.state()).as("seed %d", seed).isEqualTo(profile.state());
            for (int i = 0; i < 300; i++) {
                at = at.plusSeconds(random.nextLong(400_000));
                int value = random.nextInt(40);
                assertThat(judge(restored, at, value))
                        .as("seed %d step %d", seed, i)
                        .isEqualTo(judge(profile, at, value));
                live(profile, at, value);
                live(restored, at, value);
            }
            assertThat(restored.state()).as("seed %d", seed).isEqualTo(profile.state());
            assertThat(restored.maturity()).isEqualTo(profile.maturity());
        }
    }

    @Test
    void everyKindOfFacet_canBeMadeAndRestoredEmpty() {
        for (FacetSpec.Kind kind : FacetSpec.Kind.values()) {
            FacetSpec spec = new FacetSpec("empty", kind, HALF_LIFE, kind == FacetSpec.Kind.WORDS ? 64 : 8);
            FacetState state = Facet.create(spec).state(spec);
            assertThat(Facet.restore(state).state(spec)).isEqualTo(state);
            assertThat(Facet.create(spec).estimatedBytes()).isPositive();
        }
    }

    @Test
    void aStoredProfileOfVersion1_isStillRead() throws IOException {
        Profile profile = new Profile(new EntityKey(EntityKey.Kind.SENDER, "eva@partner.example"), START);
        for (int i = 0; i < 40; i++) {
            live(profile, START.plusSeconds(70_000L * i), i * i % 11);
        }
        List<String> lines;
        try (InputStream in = requireNonNull(getClass().getResourceAsStream("/profile-state-v1.txt"))) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        List<FacetState> stored = lines.stream().map(ProfileStateTest::parse).toList();
        assertThat(stored).isEqualTo(profile.state().facets());
        assertThat(profile.state().facets())
                .extracting(ProfileStateTest::format)
                .isEqualTo(lines);
        for (FacetState state : stored) {
            assertThat(Facet.restore(state).state(state.spec())).isEqualTo(state);
        }
    }

    @Test
    void aStateOfALaterVersion_isRefused() {
        assertThatThrownBy(() -> new ProfileState(
                        ProfileState.CURRENT_VERSION + 1,
                        new EntityKey(EntityKey.Kind.SENDER, "x"),
                        START,
                        START,
                        0,
                        0,
                        Optional.empty(),
                        List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTypicalSender_staysWithinEightKilobytes() {
        Profile profile = new Profile(new EntityKey(EntityKey.Kind.SENDER, "eva@partner.example"), START);
        for (int i = 0; i < 200; i++) {
            live(profile, START.plusSeconds(40_000L * i), i % 3);
        }
        assertThat(profile.estimatedBytes()).isLessThan(8_192);
    }

    private static void live(Profile profile, Instant at, int value) {
        profile.seen(at);
        double weight = LearningGate.DEFAULT.admit(profile, value / 100.0, false, at);
        profile.categorical(HOSTS).observe("host" + value + ".example", at, weight);
        profile.network(NETWORKS).observe(endpoint(value), at, weight);
        profile.rate(RATE).observe(at, 1);
        profile.weekTime(HOURS).observe(at, 1);
        profile.magnitude(SIZE).observe(value * value, at, 1);
        profile.cardinality(PEOPLE).observe("p" + value, at);
        profile.words(WORDS).observe(IntList.of(value, value * 7, value * 31), at, 1);
    }

    private static List<Object> judge(Profile profile, Instant at, int value) {
        return List.of(
                PitmanYor.surpriseBits("host" + value + ".example", List.of(profile.categorical(HOSTS)), 0.001, at),
                NetworkSurprise.of(endpoint(value), profile.network(NETWORKS), Optional.empty(), World.unknown(), at),
                profile.rate(RATE).tailProbability(Duration.ofDays(1), at),
                profile.weekTime(HOURS).surpriseBits(at),
                profile.magnitude(SIZE).surpriseBits(value * 10, at),
                profile.cardinality(PEOPLE).estimate(at),
                profile.words(WORDS).bitsPerWord(IntList.of(value, 3), profile.words(WORDS), at));
    }

    private static Endpoint endpoint(int value) {
        return new Endpoint(IpAddress.parse("192.0.2." + value).orElseThrow(), 64_500 + value % 3, "", "DE", Set.of());
    }

    /** A line of the stored sample: spec, numbers, masses in hexadecimal, texts, each part after a semicolon. */
    private static FacetState parse(String line) {
        String[] parts = line.split(";", -1);
        String[] spec = parts[0].split(",", -1);
        return new FacetState(
                new FacetSpec(
                        spec[0],
                        FacetSpec.Kind.valueOf(spec[1]),
                        Duration.ofSeconds(Long.parseLong(spec[2])),
                        Integer.parseInt(spec[3])),
                list(parts[1]).stream().mapToLong(Long::parseLong).toArray(),
                list(parts[2]).stream().mapToDouble(Double::parseDouble).toArray(),
                list(parts[3]));
    }

    private static String format(FacetState state) {
        FacetSpec spec = state.spec();
        return spec.name() + "," + spec.kind() + "," + spec.halfLife().toSeconds() + "," + spec.capacity() + ";"
                + Arrays.stream(state.numbers()).mapToObj(Long::toString).collect(Collectors.joining(","))
                + ";"
                + Arrays.stream(state.masses()).mapToObj(Double::toHexString).collect(Collectors.joining(","))
                + ";"
                + String.join(",", state.texts());
    }

    private static List<String> list(String part) {
        return part.isEmpty() ? List.of() : List.of(part.split(",", -1));
    }
}
