package dev.kith.connect.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.Intent;
import dev.kith.event.MailText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whole mails worded apart from the grammars. No wording was added because of the last 31;
 * the others were looked at while it was made, so they guard against loss rather than promise anything. Bounds are as measured.
 */
class HeldOutMailsTest {
    private static final double SAID = 0.5;

    private static final List<Held> MAILS = new ArrayList<>();
    private static final List<MailText> READ = new ArrayList<>();

    private record Held(String language, Set<Intent> intents, String subject, String text) {}

    @BeforeAll
    static void read() throws IOException {
        LanguageAnalyser analyser = LanguageAnalyser.load();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(HeldOutMailsTest.class.getResourceAsStream("heldout.tsv")),
                StandardCharsets.UTF_8))) {
            in.lines().filter(line -> !line.startsWith("#")).forEach(line -> MAILS.add(held(line)));
        }
        for (Held mail : MAILS) {
            READ.add(analyser.analyse(mail.subject(), mail.text(), "", Set.of()));
        }
    }

    private static Held held(String line) {
        String[] cells = line.split("\t", -1);
        Set<Intent> intents = "-".equals(cells[1])
                ? Set.of()
                : Set.copyOf(Arrays.stream(cells[1].split(",", -1))
                        .map(Intent::valueOf)
                        .toList());
        return new Held(cells[0], intents, cells[2], cells[3]);
    }

    @Test
    void languageOfEveryMail_isTold() {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < MAILS.size(); i++) {
            if (!READ.get(i).language().equals(MAILS.get(i).language())) {
                wrong.add(MAILS.get(i).subject() + " -> " + READ.get(i).language());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void nineLuresOfTen_showTheirIntent() {
        List<String> missed = new ArrayList<>();
        int meant = 0;
        for (int i = 0; i < MAILS.size(); i++) {
            for (Intent intent : MAILS.get(i).intents()) {
                meant++;
                if (READ.get(i).intent(intent) < SAID) {
                    missed.add(intent + ": " + MAILS.get(i).subject());
                }
            }
        }
        assertThat(missed.size()).as("missed: %s", missed).isLessThanOrEqualTo(meant / 10);
    }

    @Test
    void everyIntentInEnglish_isSeenInHalfItsMailsOrMore() {
        Map<Intent, int[]> counts = new EnumMap<>(Intent.class);
        for (int i = 0; i < MAILS.size(); i++) {
            if ("en".equals(MAILS.get(i).language())) {
                for (Intent intent : MAILS.get(i).intents()) {
                    int[] cell = counts.computeIfAbsent(intent, key -> new int[2]);
                    cell[0] += READ.get(i).intent(intent) >= SAID ? 1 : 0;
                    cell[1]++;
                }
            }
        }
        assertThat(counts).containsOnlyKeys(Intent.values());
        assertThat(counts).allSatisfy((intent, cell) -> assertThat(cell[0] * 2).isGreaterThanOrEqualTo(cell[1]));
    }

    @Test
    void everyLanguage_isSeenInThreeQuartersOfItsLuresOrMore() {
        Map<String, int[]> counts = new TreeMap<>();
        for (int i = 0; i < MAILS.size(); i++) {
            for (Intent intent : MAILS.get(i).intents()) {
                int[] cell = counts.computeIfAbsent(MAILS.get(i).language(), key -> new int[2]);
                cell[0] += READ.get(i).intent(intent) >= SAID ? 1 : 0;
                cell[1]++;
            }
        }
        assertThat(counts.keySet()).containsExactlyInAnyOrderElementsOf(LanguageModel.LANGUAGES);
        assertThat(counts)
                .allSatisfy((language, cell) -> assertThat(cell[0] * 4).isGreaterThanOrEqualTo(cell[1] * 3));
    }

    @Test
    void ordinaryMail_hardlyEverLooksLikeALure() {
        List<String> alarms = new ArrayList<>();
        int ordinary = 0;
        for (int i = 0; i < MAILS.size(); i++) {
            if (MAILS.get(i).intents().isEmpty()) {
                ordinary++;
                for (Intent intent : Intent.values()) {
                    if (READ.get(i).intent(intent) >= SAID) {
                        alarms.add(intent + ": " + MAILS.get(i).subject());
                    }
                }
            }
        }
        assertThat(alarms.size()).as("alarms: %s", alarms).isLessThanOrEqualTo(ordinary / 20);
    }

    @Test
    void everyLureSeen_namesItsCues() {
        for (int i = 0; i < MAILS.size(); i++) {
            MailText text = READ.get(i);
            if (MAILS.get(i).intents().stream().anyMatch(intent -> text.intent(intent) >= SAID)) {
                assertThat(text.cues()).as(MAILS.get(i).subject()).isNotEmpty().hasSizeLessThanOrEqualTo(Cues.MAX);
            }
        }
    }
}
