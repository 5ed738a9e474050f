package dev.kith.connect.model;

import static dev.kith.connect.model.AccountLife.ANN;
import static dev.kith.connect.model.AccountLife.THEN;
import static dev.kith.connect.model.TestRecords.HOSTED;
import static dev.kith.connect.model.TestRecords.MAC;
import static dev.kith.connect.model.TestRecords.OFFICE;
import static dev.kith.connect.model.TestRecords.WINDOWS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.Event;
import dev.kith.investigate.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Guessing machines make more records in a night than the people of a house in a year. */
class FloodTest {
    private final AccountLife life = new AccountLife();

    @Test
    @Timeout(60)
    void aHundredThousandFailuresOnOneAccount_areNoCase() {
        flood(100_000, i -> life.records.failure(ANN, THEN.plusMillis(500L * i), from(i)));
        assertThat(life.detections).isEmpty();
        assertThat(life.raised()).isEmpty();
        assertThat(life.benign()).isEmpty();
    }

    @Test
    @Timeout(60)
    void aSuccessAmongThem_isOneIncidentOfFewLines() {
        flood(100_000, i -> life.records.failure(ANN, THEN.plusMillis(500L * i), from(i)));
        Instant then = THEN.plusSeconds(50_001);
        life.take(life.records.signIn(ANN, then, from(500), WINDOWS));
        assertThat(life.raised()).singleElement().satisfies(incident -> {
            assertThat(incident.accounts()).containsExactly(ANN);
            assertThat(incident.raisedAt()).contains(then);
            assertThat(incident.summary().toString()).contains("PASSWORD_GUESSED");
            assertThat(incident.techniques()).contains("T1110.001");
            bounded(incident);
        });
    }

    @Test
    @Timeout(60)
    void oneAddressOnTenThousandAccounts_isOneIncidentOfTheOneItOpened() {
        flood(
                30_000,
                i -> life.records.failure(
                        i % 10_000 == 7 ? ANN : "p" + i % 10_000 + "@wharf.example",
                        THEN.plusMillis(300L * i),
                        HOSTED));
        assertThat(life.detections).isEmpty();
        life.take(life.records.signIn(ANN, THEN.plusSeconds(9_001), HOSTED, MAC));
        assertThat(life.raised()).singleElement().satisfies(incident -> {
            assertThat(incident.accounts()).containsExactly(ANN);
            assertThat(incident.summary().toString()).contains("PASSWORDS_SPRAYED", "least=true");
            bounded(incident);
        });
        assertThat(life.benign()).isEmpty();
    }

    @Test
    @Timeout(60)
    void whoeverSignsInFromTheOfficeMeanwhile_isLeftInPeace() {
        flood(100_000, i -> life.records.failure(ANN, THEN.plusMillis(500L * i), from(i)));
        life.take(life.records.signIn(ANN, THEN.plus(Duration.ofHours(15)), OFFICE, WINDOWS));
        assertThat(life.raised()).isEmpty();
        assertThat(life.benign()).isEmpty();
    }

    private void flood(int count, IntFunction<Event> event) {
        for (int i = 0; i < count; i++) {
            life.take(event.apply(i));
        }
    }

    /** One of a thousand rented addresses. */
    private static dev.kith.event.Endpoint from(int i) {
        return TestRecords.endpoint("192.0." + i % 200 + "." + i % 250, 64520, "Nightrent Servers", "PA");
    }

    private static void bounded(Incident incident) {
        assertThat(incident.timeline().size()).isLessThan(60);
        assertThat(incident.summary().size()).isLessThan(20);
        assertThat(incident.events().size()).isLessThanOrEqualTo(20_000);
    }
}
