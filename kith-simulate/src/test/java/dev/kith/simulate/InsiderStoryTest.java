package dev.kith.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.AccountId;
import dev.kith.investigate.Incident;
import dev.kith.profile.Staff;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two who carry files away, and one who hands his work over, in Microsoft 365. */
class InsiderStoryTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {4, 22})
    void whoCarriesFilesAway_isOneIncident_andWhoHandsThemOverIsNone(long seed) throws IOException {
        LogRecorder recorder = new LogRecorder();
        Simulation.Settings settings = new Simulation.Settings(Story.INSIDER, 40, 60, seed, LocalDate.of(2026, 3, 2));
        Simulation.runWithLogs(settings, recorder);
        try (DirectoryWriter writer = new DirectoryWriter(folder)) {
            Simulation.runWithLogs(settings, writer);
        }
        Charter charter = recorder.charter();
        JudgedLogs judged =
                JudgedLogs.of(folder, charter.domains().get(0), settings.learnUntil(), staff(charter.accounts()));

        List<Incident> raised =
                judged.incidents().stream().filter(Incident::raised).toList();
        for (String story : List.of("mass-exfil", "leaver-download")) {
            Scenario scenario = recorder.scenario(story);
            assertThat(raised)
                    .as("%s of seed %s", story, seed)
                    .filteredOn(i -> i.accounts().equals(scenario.accounts()))
                    .singleElement()
                    .satisfies(i -> {
                        long found = scenario.events().stream()
                                .filter(i.events()::contains)
                                .count();
                        assertThat(found).isGreaterThan(scenario.events().size() * 9L / 10);
                        assertThat(i.techniques()).contains("T1530");
                        assertThat(i.raisedAt().orElseThrow())
                                .isBefore(scenario.last().plusSeconds(1));
                    });
        }
        String handsOver = recorder.scenario("hand-over").accounts().get(0);
        assertThat(raised).noneMatch(i -> i.accounts().contains(handsOver));
    }

    private static Staff staff(List<Charter.Account> accounts) {
        Map<AccountId, Staff.Member> members = new HashMap<>();
        for (Charter.Account account : accounts) {
            members.put(
                    new AccountId(account.address()),
                    new Staff.Member(
                            account.department(),
                            account.title(),
                            account.manager(),
                            "",
                            "",
                            account.active() ? "active" : "left",
                            account.lastDay()));
        }
        return new Staff(members);
    }
}
