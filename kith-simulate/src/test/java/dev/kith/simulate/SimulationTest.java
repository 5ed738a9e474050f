package dev.kith.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.simulate.Label.Truth;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulationTest {
    private static final LocalDate BEGIN = LocalDate.of(2026, 3, 2);

    private static Simulation.Settings settings(Story story, long seed) {
        return new Simulation.Settings(story, 20, 42, seed, BEGIN);
    }

    private static Recorder run(Simulation.Settings settings) throws IOException {
        Recorder recorder = new Recorder(false);
        Simulation.Result result = Simulation.run(settings, recorder);
        assertThat(result.mails()).isEqualTo(recorder.labels.size());
        return recorder;
    }

    @Test
    void sameSeed_givesSameBytes() throws IOException {
        assertThat(run(settings(Story.MIXED, 3)).digest())
                .isEqualTo(run(settings(Story.MIXED, 3)).digest());
    }

    @Test
    void anotherSeed_givesAnotherOrganisation() throws IOException {
        Charter one = run(settings(Story.QUIET, 3)).charter.orElseThrow();
        Charter other = run(settings(Story.QUIET, 4)).charter.orElseThrow();
        assertThat(one.name()).isNotEqualTo(other.name());
        assertThat(one.partners()).doesNotContainAnyElementsOf(other.partners());
        assertThat(one.accounts()).hasSize(20);
    }

    @Test
    void story_doesNotChangeTheOrdinaryLifeBeforeIt() throws IOException {
        List<String> quiet = before(run(settings(Story.QUIET, 5)));
        List<String> attacked = before(run(settings(Story.PARTNER_HIJACK, 5)));
        assertThat(attacked).isEqualTo(quiet);
    }

    private static List<String> before(Recorder recorder) {
        Instant end = recorder.charter.orElseThrow().learnUntil();
        return recorder.labels.stream()
                .filter(label -> label.time().isBefore(end))
                .map(Label::messageId)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Story.class)
    void everyStory_runsAndAttacksOnlyAfterLearning(Story story) throws IOException {
        Recorder recorder = run(settings(story, 8));
        Instant learnt = recorder.charter.orElseThrow().learnUntil();
        List<Label> attacks = recorder.labels.stream()
                .filter(label -> label.truth() == Truth.ATTACK)
                .toList();
        assertThat(attacks).allMatch(label -> !label.time().isBefore(learnt));
        // Insiders send no mail.
        assertThat(attacks.isEmpty()).isEqualTo(story == Story.QUIET || story == Story.INSIDER);
        assertThat(attacks)
                .allMatch(label -> !label.step().isEmpty() && !label.who().isEmpty());
        assertThat(recorder.labels).extracting(Label::messageId).doesNotHaveDuplicates();
        assertThat(recorder.labels).extracting(Label::path).doesNotHaveDuplicates();
        assertThat(Story.of(story.option())).isEqualTo(story);
    }

    @Test
    void partnerHijack_goesFromLureToLateralToBurst() throws IOException {
        Recorder recorder = run(settings(Story.PARTNER_HIJACK, 5));
        List<Label> lures = step(recorder, "lure");
        List<Label> lateral = step(recorder, "lateral");
        List<Label> burst = step(recorder, "burst");
        assertThat(lures.stream().map(Label::who).distinct()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(lures).allMatch(label -> label.direction().equals("inbound"));
        assertThat(last(lures)).isBefore(lateral.get(0).time());
        assertThat(lateral).allMatch(label -> label.direction().equals("internal"));
        assertThat(last(lateral)).isBefore(burst.get(0).time());
        assertThat(burst).hasSize(160);
        assertThat(Duration.between(burst.get(0).time(), last(burst))).isLessThan(Duration.ofMinutes(26));
        for (Label lure : lures) {
            long earlier = recorder.labels.stream()
                    .filter(label -> label.truth() == Truth.LEGIT && label.who().equals(lure.who()))
                    .filter(label -> label.time().isBefore(lure.time()))
                    .count();
            assertThat(earlier).as("earlier mails of %s", lure.who()).isGreaterThan(3);
        }
        assertThat(recorder.labels).anyMatch(label -> label.kind().equals("partner-warning"));
    }

    private static List<Label> step(Recorder recorder, String step) {
        List<Label> labels = recorder.labels.stream()
                .filter(label -> label.step().equals(step))
                .toList();
        assertThat(labels).as(step).isNotEmpty();
        return labels;
    }

    private static Instant last(List<Label> labels) {
        return labels.get(labels.size() - 1).time();
    }

    @Test
    void mixedStory_hasEveryKindOfAttackAndEveryDifficulty() throws IOException {
        Recorder recorder = run(new Simulation.Settings(Story.MIXED, 40, 60, 2, BEGIN));
        List<Label> attacks = recorder.labels.stream()
                .filter(label -> label.truth() == Truth.ATTACK)
                .toList();
        assertThat(attacks.stream().map(Label::kind).collect(Collectors.toSet()))
                .contains("partner", "internal", "external", "impersonation");
        assertThat(attacks.stream().map(Label::difficulty).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("easy", "medium", "hard");
    }

    @Test
    void ordinaryLife_restsAtNightAndOnWeekends() throws IOException {
        Recorder recorder = run(settings(Story.QUIET, 6));
        double weekend = share(recorder, label -> day(label) > 5);
        double night = share(
                recorder,
                label -> label.time().atOffset(java.time.ZoneOffset.UTC).getHour() < 5);
        assertThat(weekend).isBetween(0.005, 0.08);
        assertThat(night).isBetween(0.0, 0.02);
        double threads = share(recorder, label -> label.kind().endsWith("-thread"));
        assertThat(threads).isGreaterThan(0.25);
    }

    private static int day(Label label) {
        return label.time().atOffset(java.time.ZoneOffset.UTC).getDayOfWeek().getValue();
    }

    private static double share(Recorder recorder, java.util.function.Predicate<Label> what) {
        return recorder.labels.stream().filter(what).count() / (double) recorder.labels.size();
    }

    @Test
    void memory_doesNotGrowWithTheDays() throws IOException {
        assertThat(openAtMost(180)).isLessThan(openAtMost(45) * 2);
    }

    private static int openAtMost(int days) throws IOException {
        Simulation.Settings settings = new Simulation.Settings(Story.QUIET, 15, days, 4, BEGIN);
        Organisation organisation = new Founding(settings, Dice.of(4, "founding")).found();
        Recorder recorder = new Recorder(false);
        Stage stage = new Stage(organisation, settings, recorder);
        Simulation.live(stage, Optional.empty());
        return stage.openAtMost();
    }

    @Test
    void settingsOutsideTheirBounds_areRefused() {
        assertThatThrownBy(() -> new Simulation.Settings(Story.QUIET, 4, 30, 1, BEGIN))
                .hasMessageContaining("accounts outside");
        assertThatThrownBy(() -> new Simulation.Settings(Story.QUIET, 10, 13, 1, BEGIN))
                .hasMessageContaining("days outside");
        assertThatThrownBy(() -> Story.of("no-such")).hasMessageContaining("unknown story: no-such");
    }
}
