package dev.kith.investigate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.investigate.Statement.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What a person is asked to look at. */
class AlertBudgetTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");

    @Test
    void fewIncidents_areAllLookedAt() {
        List<Incident> incidents = List.of(raised("a", 60, hours(3)), undecided("b", 8, hours(5)));
        assertThat(AlertBudget.spend(incidents, 10, MONDAY).below()).isEmpty();
    }

    @Test
    void onABusyDay_theWeightiestSoFarAreLookedAt() {
        List<Incident> incidents = List.of(
                raised("first", 60, hours(1)),
                raised("light", 40, hours(2)),
                raised("heavy", 90, hours(3)),
                undecided("unclear", 15, hours(4)));
        assertThat(AlertBudget.spend(incidents, 1, MONDAY).below()).containsExactlyInAnyOrder("light", "unclear");
    }

    @Test
    void amongEquals_theEarlierIsLookedAt_inWhateverOrderTheyAreTold() {
        List<Incident> incidents = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            incidents.add(raised("i" + i, 70, hours(i)));
        }
        Collections.shuffle(incidents, new Random(1));
        assertThat(AlertBudget.spend(incidents, 2, MONDAY).below()).containsExactlyInAnyOrder("i2", "i3", "i4");
    }

    @Test
    void whatIsUndecidedNeverCostsARaisedOneItsPlace() {
        List<Incident> incidents = List.of(undecided("unclear", 20, hours(1)), raised("faint", 5, hours(2)));
        AlertBudget budget = AlertBudget.spend(incidents, 1, MONDAY);
        assertThat(incidents).allMatch(budget::covers);
    }

    @Test
    void quietDaysLeaveBudgetForAWeek_andNotForLonger() {
        List<Incident> incidents = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            incidents.add(raised("i" + i, 70, Duration.ofDays(40).plusMinutes(i)));
        }
        assertThat(AlertBudget.spend(incidents, 2, MONDAY).below()).hasSize(20 - 2 * 7);
    }

    @Test
    void overWeeks_noMoreAreLookedAtThanTheBudgetAllows_exceptWhereWeightierOnesCome() {
        for (long seed = 0; seed < 10; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Incident> incidents = new ArrayList<>();
            for (int i = 0; i < 3_000; i++) {
                incidents.add(raised(
                        "i" + i,
                        random.nextInt(100),
                        Duration.ofDays(60).multipliedBy(i).dividedBy(3_000)));
            }
            AlertBudget budget = AlertBudget.spend(incidents, 5, MONDAY);
            int covered = 3_000 - budget.below().size();
            assertThat(covered).as("seed %d", seed).isBetween(250, 420);
            double weight = incidents.stream()
                    .filter(budget::covers)
                    .mapToInt(Incident::priority)
                    .average()
                    .orElseThrow();
            assertThat(weight).as("seed %d", seed).isGreaterThan(85);
        }
    }

    @Test
    void lessThanOneADay_showsTheFirst() {
        List<Incident> incidents = List.of(raised("a", 60, hours(1)), raised("b", 60, Duration.ofDays(5)));
        assertThat(AlertBudget.spend(incidents, 0.1, MONDAY).below()).containsExactly("b");
    }

    @Test
    void whatWasClosedAsBenignCostsNothing_andIsNotToBeLookedAt() {
        Incident closed = incident("closed", Optional.empty(), 2, hours(1), 0.1);
        Incident raised = raised("raised", 1, hours(2));
        AlertBudget budget = AlertBudget.spend(List.of(closed, raised), 1, MONDAY);
        assertThat(budget.covers(closed)).isFalse();
        assertThat(budget.below()).isEmpty();
        assertThat(budget.covers(raised)).isTrue();
    }

    @Test
    void noBudgetIsRefused() {
        assertThatThrownBy(() -> AlertBudget.spend(List.of(), 0, MONDAY)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }

    private static Incident raised(String id, int priority, Duration after) {
        return incident(id, Optional.of(MONDAY.plus(after)), priority, after, 0.9);
    }

    private static Incident undecided(String id, int priority, Duration after) {
        return incident(id, Optional.empty(), priority, after, 0.5);
    }

    private static Incident incident(
            String id, Optional<Instant> raisedAt, int priority, Duration after, double malicious) {
        Instant at = MONDAY.plus(after);
        return new Incident(
                id,
                Incident.Category.SUSPICIOUS,
                priority,
                new Statement(Code.TITLE_CLOSED, List.of()),
                List.of(),
                raisedAt,
                at,
                at,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Conclusion(
                        Map.of(Hypothesis.HIJACK, malicious, Hypothesis.ROUTINE, 1 - malicious),
                        List.of(),
                        List.of(),
                        List.of()),
                List.of(),
                new Dossier(
                        List.of(),
                        List.of(),
                        List.of(),
                        BlastRadius.of(Set.of(), List.of(), List.of(), m -> Addressees.UNKNOWN),
                        CaseGraph.of(Set.of(), List.of(), List.of())));
    }
}
