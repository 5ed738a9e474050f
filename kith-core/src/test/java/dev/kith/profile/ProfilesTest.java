package dev.kith.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProfilesTest {
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final FacetSpec HOSTS = FacetSpec.categorical("link-host", Duration.ofDays(60), 16);

    @Test
    void reading_makesNoProfileAndNoFacet() {
        Profiles profiles = new Profiles(10);
        assertThat(profiles.find(sender(1))).isEmpty();
        assertThat(profiles.size()).isZero();
        Profile profile = profiles.of(sender(1), START);
        assertThat(profile.find(HOSTS)).isEmpty();
        assertThat(profile.maturity().level()).isEqualTo(Maturity.Level.NONE);
    }

    @Test
    void aFacet_isMadeOnceAndFoundByItsName() {
        Profile profile = new Profiles(10).of(sender(1), START);
        profile.categorical(HOSTS).observe("a.example", START, 1);
        assertThat(profile.categorical(HOSTS).count("a.example", START)).isPositive();
        assertThat(profile.find(HOSTS, CategoricalFacet.class)).isPresent();
        assertThatThrownBy(() -> profile.rate(HOSTS)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whenFull_oldAndThinProfilesGoFirst_andItIsCounted() {
        Profiles profiles = new Profiles(100);
        for (int i = 0; i < 50; i++) {
            Profile regular = profiles.of(sender(i), START);
            for (int day = 0; day < 60; day++) {
                regular.seen(START.plus(Duration.ofDays(day)));
            }
        }
        Instant now = START.plus(Duration.ofDays(60));
        for (int i = 1_000; i < 3_000; i++) {
            profiles.of(sender(i), now).seen(now);
        }
        assertThat(profiles.size()).isEqualTo(100);
        assertThat(profiles.evicted()).isEqualTo(50 + 2_000 - 100);
        for (int i = 0; i < 50; i++) {
            assertThat(profiles.find(sender(i))).as("regular %d", i).isPresent();
        }
    }

    @Test
    void anOrganisation_isNeverDropped() {
        Profiles profiles = new Profiles(20);
        EntityKey organisation = new EntityKey(EntityKey.Kind.ORGANISATION, "freight.example");
        profiles.of(organisation, START);
        for (int i = 0; i < 500; i++) {
            profiles.of(sender(i), START.plus(Duration.ofDays(400)));
        }
        assertThat(profiles.find(organisation)).isPresent();
    }

    @Test
    void all_comesInTheOrderOfTheKeys() {
        Profiles profiles = new Profiles(20);
        for (int i = 9; i >= 0; i--) {
            profiles.of(sender(i), START);
        }
        assertThat(profiles.all()).isSortedAccordingTo((a, b) -> a.key().compareTo(b.key()));
    }

    @Test
    void aYoungProfile_abstains_andAnOldOneIsTrusted() {
        Profile profile = new Profiles(10).of(sender(1), START);
        for (int i = 0; i < 50; i++) {
            profile.seen(START.plusSeconds(i));
        }
        double before = 0;
        for (int day = 1; day < 40; day++) {
            profile.seen(START.plus(Duration.ofDays(day)));
            assertThat(profile.maturity().factor()).isGreaterThan(before);
            before = profile.maturity().factor();
        }
        assertThat(profile.maturity().level()).isEqualTo(Maturity.Level.MATURE);
        assertThat(before).isBetween(0.8, 1.0);
    }

    private static EntityKey sender(int i) {
        return new EntityKey(EntityKey.Kind.SENDER, "sender" + i + "@partner.example");
    }
}
