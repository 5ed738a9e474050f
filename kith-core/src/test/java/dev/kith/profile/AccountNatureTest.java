package dev.kith.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.Actor;
import dev.kith.profile.AccountNature.Basis;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountNatureTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");
    private final Profile profile = new Profile(new EntityKey(EntityKey.Kind.ACCOUNT, "x@wharf.example"), MONDAY);
    private final CategoricalFacet conduct = profile.categorical(AccountProfiles.CONDUCT);

    @Test
    void accountNeverSeen_isAssumedToBeAPersons() {
        assertThat(AccountNature.of(Actor.Kind.PERSON, Optional.empty(), Optional.empty(), MONDAY))
                .isEqualTo(new AccountNature(AccountKind.PERSON, 0, Basis.ASSUMED));
    }

    @Test
    void programOnAllDays_isAService_andOnWorkingDaysOnlyIsNot() {
        days(Conduct.BY_PROGRAM, 30);
        assertThat(nature(30).kind()).isEqualTo(AccountKind.PERSON);
        days(Conduct.BY_PROGRAM_AT_WEEKENDS, 8);
        assertThat(nature(30)).satisfies(n -> {
            assertThat(n.kind()).isEqualTo(AccountKind.SERVICE);
            assertThat(n.basis()).isEqualTo(Basis.CONDUCT);
            assertThat(n.confidence()).isBetween(0.85, 0.95);
        });
    }

    @Test
    void personsAccount_doesNotBecomeAServiceByTwoMonthsOfAProgram() {
        days(Conduct.BY_PEOPLE, 40);
        for (int day = 40; day < 100; day++) {
            Instant at = MONDAY.plus(Duration.ofDays(day));
            Conduct.daily(conduct, Conduct.BY_PROGRAM, at);
            Conduct.daily(conduct, Conduct.BY_PROGRAM_AT_WEEKENDS, at);
        }
        assertThat(nature(100).kind()).isEqualTo(AccountKind.PERSON);
    }

    @Test
    void dayCountsOnce_howeverManyRecords() {
        for (int i = 0; i < 500; i++) {
            Conduct.daily(conduct, Conduct.BY_PROGRAM, MONDAY.plusSeconds(i));
        }
        assertThat(conduct.count(Conduct.BY_PROGRAM, MONDAY)).isBetween(0.99, 1.01);
    }

    @Test
    void administeringOnThreeDaysOfAWeekAndMore_makesAnAdministrator_andInThreeDaysDoesNot() {
        days(Conduct.ADMINISTERS, 3);
        assertThat(nature(3).kind()).isEqualTo(AccountKind.PERSON);
        Conduct.daily(conduct, Conduct.ADMINISTERS, MONDAY.plus(Duration.ofDays(9)));
        assertThat(nature(9).kind()).isEqualTo(AccountKind.ADMINISTRATOR);
    }

    @Test
    void roleGivenLately_makesNoAdministrator() {
        Conduct.daily(conduct, Conduct.HAS_ROLE, MONDAY);
        assertThat(nature(6).kind()).isEqualTo(AccountKind.PERSON);
        assertThat(nature(8)).isEqualTo(new AccountNature(AccountKind.ADMINISTRATOR, 0.6, Basis.ROLE));
    }

    @Test
    void directoryAndRecords_areBelieved() {
        Staff.Member service = new Staff.Member("", "", "", "", "Service");
        assertThat(AccountNature.of(Actor.Kind.PERSON, Optional.empty(), Optional.of(service), MONDAY))
                .isEqualTo(new AccountNature(AccountKind.SERVICE, 0.9, Basis.DIRECTORY));
        assertThat(AccountNature.of(Actor.Kind.SYSTEM, Optional.empty(), Optional.empty(), MONDAY)
                        .kind())
                .isEqualTo(AccountKind.SYSTEM);
    }

    private void days(String value, int days) {
        for (int day = 0; day < days; day++) {
            Conduct.daily(conduct, value, MONDAY.plus(Duration.ofDays(day)));
        }
    }

    private AccountNature nature(int day) {
        return AccountNature.of(
                Actor.Kind.PERSON, Optional.of(profile), Optional.empty(), MONDAY.plus(Duration.ofDays(day)));
    }
}
