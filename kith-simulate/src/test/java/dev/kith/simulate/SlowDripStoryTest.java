package dev.kith.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.connect.intel.IntelTables;
import dev.kith.connect.model.ModelFile;
import dev.kith.connect.source.InputReader;
import dev.kith.connect.source.Timeline;
import dev.kith.detect.AccountContext;
import dev.kith.detect.Detection;
import dev.kith.detect.Models;
import dev.kith.event.EmailTrace;
import dev.kith.event.Event;
import dev.kith.event.MailAddress;
import dev.kith.investigate.Incident;
import dev.kith.pipeline.AccountJudge;
import dev.kith.pipeline.AccountNames;
import dev.kith.pipeline.Desk;
import dev.kith.profile.AccountProfiles;
import dev.kith.profile.Profiles;
import dev.kith.profile.World;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The night in which lures go out five an hour, and the day on which somebody invites people as slowly. */
class SlowDripStoryTest {
    private static final String DRIP = "outbound-drip";

    @TempDir
    Path folder;

    private final List<Detection> detections = new ArrayList<>();
    private List<Incident> incidents = List.of();

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
        judge(charter.domains().get(0), settings.learnUntil());

        List<Instant> sent = recorder.labels.stream()
                .filter(label -> label.step().equals("drip"))
                .map(Label::time)
                .toList();
        assertThat(sent).hasSize(60);
        assertThat(detections)
                .as("seed %s", seed)
                .filteredOn(
                        d -> d.account().value().equals(head) && d.model().id().equals(DRIP))
                .isNotEmpty()
                .first()
                .satisfies(d -> assertThat(d.time()).isBefore(sent.get(30)));
        assertThat(incidents)
                .filteredOn(i -> i.raised() && i.accounts().contains(head))
                .singleElement()
                .satisfies(i -> assertThat(i.detections())
                        .extracting(d -> d.model().id())
                        .contains(DRIP));

        String host = recorder.scenario("invitations").accounts().get(0);
        assertThat(incidents)
                .as("seed %s", seed)
                .filteredOn(Incident::raised)
                .noneMatch(i -> i.accounts().contains(host));
    }

    private void judge(String domain, Instant from) throws IOException {
        IntelTables intel = IntelTables.builtIn();
        InputReader reader = LogsOnly.reader(intel);
        Predicate<MailAddress> owns = address -> address.domain().equals(domain);
        AccountProfiles profiles = new AccountProfiles(new Profiles(10_000));
        try (Timeline timeline = reader.read(
                List.of(folder.resolve("audit"), folder.resolve("signins"), folder.resolve("messagetrace")),
                (done, total, events) -> {})) {
            AccountNames names = new AccountNames();
            timeline.forEach(names::observe);
            AccountNames.Known known = names.conclude();
            Desk desk = new Desk(owns, known, profiles.peers()::of);
            AccountJudge judge = new AccountJudge(
                    profiles,
                    intel,
                    Models.of(ModelFile.builtIn()),
                    new AccountContext(owns, World.unknown()),
                    desk,
                    known);
            for (Event event : timeline) {
                if (event instanceof EmailTrace row) {
                    judge.take(row);
                    desk.take(row);
                }
                boolean reported = !event.occurredAt().isBefore(from);
                judge.judge(event).ifPresent(judgement -> {
                    desk.take(judgement, reported);
                    if (reported) {
                        detections.addAll(judgement.detections());
                    }
                });
            }
            incidents = desk.incidents();
        }
    }
}
