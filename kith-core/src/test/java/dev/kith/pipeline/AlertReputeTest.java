package dev.kith.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.AccountId;
import dev.kith.event.DetectionFinding;
import dev.kith.event.DetectionFinding.Opinion;
import dev.kith.event.DetectionFinding.Severity;
import dev.kith.event.EventId;
import dev.kith.event.SourceRef;
import dev.kith.investigate.Alert.Weight;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertReputeTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");

    private final AlertRepute repute = new AlertRepute();

    @Test
    void severityDecides_whileNothingElseIsKnown() {
        assertThat(of("Watch", "one", Severity.CRITICAL, 0, "ida")).isEqualTo(Weight.GRAVE);
        assertThat(of("Watch", "two", Severity.HIGH, 0, "ida")).isEqualTo(Weight.GRAVE);
        assertThat(of("Watch", "three", Severity.MEDIUM, 0, "ida")).isEqualTo(Weight.SERIOUS);
        assertThat(of("Watch", "four", Severity.UNKNOWN, 0, "ida")).isEqualTo(Weight.SERIOUS);
        assertThat(of("Watch", "five", Severity.LOW, 0, "ida")).isEqualTo(Weight.WEAK);
    }

    @Test
    void signatureEngines_areBelievedLess() {
        assertThat(of("Suricata", "trojan", Severity.HIGH, 0, "ida")).isEqualTo(Weight.SERIOUS);
        assertThat(of("Wazuh", "rule", Severity.MEDIUM, 0, "ida")).isEqualTo(Weight.WEAK);
    }

    @Test
    void aRuleThatFiresDailyAboutOthers_tellsOfNobody() {
        for (int day = 0; day < 5; day++) {
            of("Watch", "daily", Severity.HIGH, day, "colleague" + day);
        }
        assertThat(of("Watch", "daily", Severity.HIGH, 5, "ida")).isEqualTo(Weight.COMMON);
        assertThat(of("Watch", "rare", Severity.HIGH, 5, "ida")).isEqualTo(Weight.GRAVE);
    }

    @Test
    void aRuleThatFiresDailyAboutOneAccount_isNotCommonForIt() {
        for (int day = 0; day < 10; day++) {
            assertThat(of("Watch", "one machine", Severity.HIGH, day, "ida")).isEqualTo(Weight.GRAVE);
        }
    }

    @Test
    void aRuleThatFiresAboutTenOnADay_tellsOfNobody() {
        for (int i = 0; i < 10; i++) {
            of("Watch", "wave", Severity.HIGH, 0, "colleague" + i);
        }
        assertThat(of("Watch", "wave", Severity.HIGH, 0, "ida")).isEqualTo(Weight.COMMON);
    }

    @Test
    void aProductThatTalksOfMany_isBelievedLess_andAgainAWeekLater() {
        for (int i = 0; i < 8; i++) {
            of("Watch", "rule" + i, Severity.HIGH, 0, "colleague" + i);
        }
        assertThat(of("Watch", "another", Severity.HIGH, 0, "ida")).isEqualTo(Weight.SERIOUS);
        assertThat(of("Watch", "another", Severity.HIGH, 20, "ida")).isEqualTo(Weight.GRAVE);
    }

    @Test
    void whatOnlyTellsThePlace_isNoMoreThanThat() {
        assertThat(of("Watch", "Unfamiliar sign-in properties", Severity.HIGH, 0, "ida"))
                .isEqualTo(Weight.PLACE);
        assertThat(of("Watch", "impossible travel", Severity.LOW, 0, "ida")).isEqualTo(Weight.WEAK);
    }

    @Test
    void whatPeopleMadeOfIt_counts() {
        assertThat(repute.of(finding("Watch", "a", Severity.HIGH, 90, Opinion.DISMISSED, 0), ids("ida")))
                .isEqualTo(Weight.DISMISSED);
        assertThat(repute.of(finding("Watch", "b", Severity.LOW, 90, Opinion.CONFIRMED, 0), ids("ida")))
                .isEqualTo(Weight.GRAVE);
        assertThat(repute.of(finding("Watch", "c", Severity.HIGH, 20, Opinion.NONE, 0), ids("ida")))
                .isEqualTo(Weight.SERIOUS);
    }

    private Weight of(String product, String title, Severity severity, int day, String account) {
        return repute.of(
                finding(product, title, severity, DetectionFinding.CONFIDENCE_UNKNOWN, Opinion.NONE, day),
                ids(account));
    }

    private static List<AccountId> ids(String account) {
        return List.of(new AccountId(account + "@harbour.example"));
    }

    private static DetectionFinding finding(
            String product, String title, Severity severity, int confidence, Opinion opinion, int day) {
        Instant at = MONDAY.plus(Duration.ofDays(day));
        return new DetectionFinding(
                new EventId("a"),
                at,
                SourceRef.of("alerts.jsonl"),
                product,
                "a",
                "",
                title,
                severity,
                confidence,
                "new",
                opinion,
                "",
                at,
                List.of(),
                List.of(),
                List.of());
    }
}
