package dev.kith.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LearningGateTest {
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final LearningGate GATE = LearningGate.DEFAULT;

    private final Profile sender = new Profile(new EntityKey(EntityKey.Kind.SENDER, "anna@partner.example"), START);

    @Test
    void theHigherTheScore_theLessItTeaches() {
        assertThat(GATE.weight(0)).isEqualTo(1);
        assertThat(GATE.weight(0.2)).isEqualTo(1);
        assertThat(GATE.weight(0.4)).isCloseTo(0.5, within(1e-9));
        assertThat(GATE.weight(0.6)).isZero();
        assertThat(GATE.weight(1)).isZero();
    }

    @Test
    void whatIsHeld_teachesNothingUntilReleased() {
        assertThat(GATE.admit(sender, 0.1, true, START)).isZero();
        assertThat(GATE.admit(sender, 0.1, false, START)).isEqualTo(1);
    }

    @Test
    void oneSender_becomesFamiliarOnlyAtABoundedRate() {
        double taught = 0;
        for (int i = 0; i < 1_600; i++) {
            taught += GATE.admit(sender, 0.1, false, START.plusSeconds(i));
        }
        assertThat(taught).isLessThan(GATE.perDay() + 1);
        assertThat(GATE.admit(sender, 0.1, false, START.plus(Duration.ofHours(12))))
                .isEqualTo(1);
    }

    @Test
    void anOrdinarySender_isNotHeldBack() {
        double taught = 0;
        for (int day = 0; day < 10; day++) {
            for (int i = 0; i < 20; i++) {
                taught += GATE.admit(
                        sender, 0.05, false, START.plus(Duration.ofDays(day)).plusSeconds(600L * i));
            }
        }
        assertThat(taught).isCloseTo(200, within(1e-9));
    }

    @Test
    void aPatientPoisoner_staysUnfamiliarForDays() {
        CategoricalFacet hosts = sender.categorical(FacetSpec.categorical("link-host", Duration.ofDays(60), 16));
        for (int day = 0; day < 30; day++) {
            Instant at = START.plus(Duration.ofDays(day));
            hosts.observe("own.example", at, GATE.admit(sender, 0, false, at));
        }
        Instant now = START.plus(Duration.ofDays(30));
        for (int i = 0; i < 100; i++) {
            hosts.observe("lure.example", now, GATE.admit(sender, 0.55, false, now));
        }
        assertThat(hosts.count("lure.example", now)).isLessThan(13);
        assertThat(hosts.count("lure.example", now)).isLessThan(hosts.count("own.example", now));
    }
}
