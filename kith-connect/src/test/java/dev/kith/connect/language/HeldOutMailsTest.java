package dev.kith.connect.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.Intent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whole mails worded apart from the grammars. They were looked at while these were made, so they guard against loss rather
 * than promise anything. Bounds are as measured.
 */
class HeldOutMailsTest {
    private static final List<HeldOut> MAILS = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        MAILS.addAll(HeldOut.mails(LanguageAnalyser.load(), "heldout.tsv"));
    }

    @Test
    void languageOfEveryMail_isTold() {
        List<String> wrong = new ArrayList<>();
        for (HeldOut mail : MAILS) {
            if (!mail.read().language().equals(mail.language())) {
                wrong.add(mail.subject() + " -> " + mail.read().language());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void nineLuresOfTen_showTheirIntent() {
        List<String> missed = new ArrayList<>();
        int meant = 0;
        for (HeldOut mail : MAILS) {
            for (Intent intent : mail.intents()) {
                meant++;
                if (!mail.says(intent)) {
                    missed.add(intent + ": " + mail.subject());
                }
            }
        }
        assertThat(missed.size()).as("missed: %s", missed).isLessThanOrEqualTo(meant / 10);
    }

    @Test
    void everyIntentInEnglish_isSeenInHalfItsMailsOrMore() {
        Map<Intent, int[]> counts = new EnumMap<>(Intent.class);
        for (HeldOut mail : MAILS) {
            if ("en".equals(mail.language())) {
                for (Intent intent : mail.intents()) {
                    int[] cell = counts.computeIfAbsent(intent, key -> new int[2]);
                    cell[0] += mail.says(intent) ? 1 : 0;
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
        for (HeldOut mail : MAILS) {
            for (Intent intent : mail.intents()) {
                int[] cell = counts.computeIfAbsent(mail.language(), key -> new int[2]);
                cell[0] += mail.says(intent) ? 1 : 0;
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
        for (HeldOut mail : MAILS) {
            if (mail.ordinary()) {
                ordinary++;
                for (Intent intent : Intent.values()) {
                    if (mail.says(intent)) {
                        alarms.add(intent + ": " + mail.subject());
                    }
                }
            }
        }
        assertThat(alarms.size()).as("alarms: %s", alarms).isLessThanOrEqualTo(ordinary / 20);
    }

    @Test
    void everyLureSeen_namesItsCues() {
        for (HeldOut mail : MAILS) {
            if (mail.intents().stream().anyMatch(mail::says)) {
                assertThat(mail.read().cues()).as(mail.subject()).isNotEmpty().hasSizeLessThanOrEqualTo(Cues.MAX);
            }
        }
    }
}
