package dev.kith.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.investigate.Incident;
import dev.kith.profile.Staff;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The night in which lures go out five an hour, and the day on which somebody invites people as slowly. */
class SlowDripStoryTest {
    private static final String DRIP = "outbound-drip";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {5, 11, 23})
    void drip_isSeenBeforeHalfOfItIsSent_andItsHonestTwinIsNoIncident(long seed) throws IOException {
        LogRecorder recorder = new LogRecorder();
        Simulation.Settings settings = new Simulation.Settings(Story.SLOW_DRIP, 25, 60, seed, LocalDate.of(2026, 3, 2));
        Simulation.runWithLogs(settings, recorder);
        try (DirectoryWriter writer = new DirectoryWriter(folder)) {
            Simulation.runWithLogs(settings, writer);
        }
        Charter charter = recorder.charter();
        String head = recorder.labels.stream()
                .filter(label -> label.step().equals("drip"))
                .map(Label::who)
                .findFirst()
                .orElseThrow();
        JudgedLogs judged = JudgedLogs.of(folder, charter.domains().get(0), settings.learnUntil(), Staff.NOBODY);

        List<Instant> sent = recorder.labels.stream()
                .filter(label -> label.step().equals("drip"))
                .map(Label::time)
                .toList();
        assertThat(sent).hasSize(60);
        assertThat(judged.detections())
                .as("seed %s", seed)
                .filteredOn(
                        d -> d.account().value().equals(head) && d.model().id().equals(DRIP))
                .isNotEmpty()
                .first()
                .satisfies(d -> assertThat(d.time()).isBefore(sent.get(30)));
        assertThat(judged.incidents())
                .filteredOn(i -> i.raised() && i.accounts().contains(head))
                .singleElement()
                .satisfies(i -> assertThat(i.detections())
                        .extracting(d -> d.model().id())
                        .contains(DRIP));

        String host = recorder.scenario("invitations").accounts().get(0);
        assertThat(judged.incidents())
                .as("seed %s", seed)
                .filteredOn(Incident::raised)
                .noneMatch(i -> i.accounts().contains(host));
    }
}
