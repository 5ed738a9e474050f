package dev.kith.connect.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.Intent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Soft lures in conversations that go on, notices to be confirmed, mass mail, and the ordinary mail near them. Three files:
 * looked at while the grammars were made; only counted; written afterwards. The first two were written along with the
 * grammars and share words with them, so only the first reading of the last says what to expect of mail yet to come: see
 * its head. Bounds are as measured, with a mail or two to spare.
 */
class SoftLuresTest {
    private static final List<HeldOut> LOOKED_AT = new ArrayList<>();
    private static final List<HeldOut> LATE = new ArrayList<>();
    private static final List<HeldOut> ALL = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        LanguageAnalyser analyser = LanguageAnalyser.load();
        LOOKED_AT.addAll(HeldOut.mails(analyser, "heldout-soft.tsv"));
        LATE.addAll(HeldOut.mails(analyser, "heldout-late.tsv"));
        ALL.addAll(LOOKED_AT);
        ALL.addAll(HeldOut.mails(analyser, "heldout-unseen.tsv"));
        ALL.addAll(LATE);
    }

    @Test
    void languageOfEveryMail_isTold() {
        assertThat(ALL)
                .allSatisfy(mail ->
                        assertThat(mail.read().language()).as(mail.subject()).isEqualTo(mail.language()));
    }

    @Test
    void softLures_areSeenInEveryLanguage() {
        assertThat(HeldOut.recall(ALL, intent -> true))
                .containsOnlyKeys(LanguageModel.LANGUAGES)
                .allSatisfy((language, percent) -> assertThat(percent).isGreaterThanOrEqualTo(80));
    }

    @Test
    void noticesToBeConfirmed_areSeenInEveryLanguage() {
        assertThat(HeldOut.recall(ALL, intent -> intent == Intent.ACKNOWLEDGEMENT))
                .containsOnlyKeys(LanguageModel.LANGUAGES)
                .allSatisfy((language, percent) -> assertThat(percent).isGreaterThanOrEqualTo(75));
    }

    @Test
    void threeQuartersOfTheLuresWrittenAfterwards_showTheirIntent() {
        long meant = LATE.stream().mapToLong(mail -> mail.intents().size()).sum();
        long seen = LATE.stream()
                .mapToLong(mail -> mail.intents().stream().filter(mail::says).count())
                .sum();
        assertThat(seen * 4).isGreaterThanOrEqualTo(meant * 3);
    }

    @Test
    void ordinaryMailNearLures_hardlyEverLooksLikeOne() {
        assertThat(HeldOut.alarms(ALL)).hasSizeLessThanOrEqualTo(3);
    }

    /** Of what is called a lure, nine of ten are one, whatever the language. */
    @Test
    void whatIsCalledALure_isOneInEveryLanguage() {
        for (String language : LanguageModel.LANGUAGES) {
            List<HeldOut> mails = ALL.stream()
                    .filter(mail -> mail.language().equals(language))
                    .toList();
            long lures = mails.stream()
                    .filter(mail ->
                            !mail.ordinary() && Arrays.stream(Intent.values()).anyMatch(mail::says))
                    .count();
            assertThat(lures).as(language).isPositive();
            assertThat(HeldOut.alarms(mails).size() * 9L).as(language).isLessThanOrEqualTo(lures);
        }
    }

    @Test
    void everyLureSeen_namesItsCues() {
        for (HeldOut mail : LOOKED_AT) {
            if (mail.intents().stream().anyMatch(mail::says)) {
                assertThat(mail.read().cues()).as(mail.subject()).isNotEmpty().hasSizeLessThanOrEqualTo(Cues.MAX);
            }
        }
    }
}
