package dev.kith.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarTest {
    private static final Grammar ENGLISH = Grammar.read("text-en.txt", Optional.empty());

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "it", "pt", "nl"})
    void everyRuleOfTheStories_canBeSaidInEveryLanguage(String language) {
        Grammar grammar =
                language.equals("en") ? ENGLISH : Grammar.read("text-" + language + ".txt", Optional.of(ENGLISH));
        Simulation.Settings settings = new Simulation.Settings(Story.QUIET, 10, 30, 1, LocalDate.of(2026, 3, 2));
        Organisation organisation = new Founding(settings, Dice.of(1, "grammar")).found();
        Dice dice = Dice.of(1, language);
        List<String> kinds = new ArrayList<>(Lure.LINKED);
        kinds.addAll(Lure.TALKED);
        for (String kind : kinds) {
            assertThat(grammar.has("lure." + kind + ".text")).as(kind).isTrue();
            for (int i = 0; i < 30; i++) {
                Scene scene = Scene.of(
                        organisation.company(),
                        organisation.partners().get(0).company(),
                        LocalDate.of(2026, 5, 4),
                        dice);
                scene.set("first", "Ada");
                scene.set("iban", "XX00 0000");
                scene.set("phone", "+1 202 555 0100");
                boolean linked = Lure.LINKED.contains(kind);
                Lure lure = Lure.of(
                        kind, grammar, scene, linked ? Optional.of("https://trap.example/") : Optional.empty(), dice);
                assertThat(lure.subject() + lure.words())
                        .doesNotContain("{")
                        .doesNotContain("[")
                        .doesNotContain("|");
                assertThat(lure.words().contains(Body.mark(0))).isEqualTo(linked);
            }
        }
        for (String rule : List.of(
                "answer",
                "end",
                "away.text",
                "share.bare",
                "share.inline",
                "greet.plain",
                "greet.warm",
                "warning.open",
                "wonder.open",
                "circular.open",
                "meeting.invite")) {
            assertThat(grammar.has(rule)).as(rule).isTrue();
        }
    }

    @Test
    void choices_nest() {
        Dice dice = Dice.of(5, "choices");
        for (int i = 0; i < 50; i++) {
            assertThat(ENGLISH.fill("a[b|c[d|e]]f", dice, java.util.Map.of())).isIn("abf", "acdf", "acef");
        }
    }
}
