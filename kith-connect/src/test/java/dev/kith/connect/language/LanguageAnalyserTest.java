package dev.kith.connect.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.Intent;
import dev.kith.event.MailText;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class LanguageAnalyserTest {
    private static final LanguageAnalyser ANALYSER = LanguageAnalyser.load();

    private static MailText read(String text) {
        return ANALYSER.analyse("", text, "", Set.of());
    }

    @Test
    void emptyMail_hasNoWordsNoIntentsAndNoLanguage() {
        MailText text = ANALYSER.analyse("", "", "", Set.of(MailText.Trait.EMPTY));
        assertThat(text.language()).isEmpty();
        assertThat(text.words()).isZero();
        assertThat(text.wordHashes().size()).isZero();
        assertThat(text.simHash()).isZero();
        assertThat(text.intents()).isEmpty();
        assertThat(text.cues()).isEmpty();
        assertThat(text.preview()).isEmpty();
        assertThat(text.traits()).containsExactly(MailText.Trait.EMPTY);
    }

    @Test
    void languageOfForeignOrHardlyAnyText_isUndecided() {
        assertThat(read("Ok").language()).isEmpty();
        assertThat(read("Завтра встреча переносится на четверг, подготовьте отчёт.")
                        .language())
                .isEmpty();
        assertThat(read("会議は木曜日に変更されました。資料を準備してください。").language()).isEmpty();
        assertThat(read("Spotkanie zostało przełożone na czwartek, proszę przygotować sprawozdanie.")
                        .language())
                .isEmpty();
    }

    @Test
    void quotedText_helpsTheLanguageOfAShortAnswer_andNothingElse() {
        String quoted = "Ihr Postfach ist voll, bestätigen Sie sofort Ihr Passwort, sonst wird es gesperrt.";
        MailText text = ANALYSER.analyse("", "ok", quoted, Set.of());
        assertThat(text.language()).isEqualTo("de");
        assertThat(text.words()).isEqualTo(1);
        assertThat(text.intent(Intent.MAILBOX_NOTICE)).isLessThan(0.3);
        assertThat(text.intent(Intent.CREDENTIAL)).isLessThan(0.3);
    }

    @Test
    void cues_areTheTextsOwnWords() {
        MailText text = read("Hello. Your mailbox is almost full. Release your pending messages now.");
        assertThat(text.intent(Intent.MAILBOX_NOTICE)).isGreaterThan(0.5);
        assertThat(text.cues()).isNotEmpty();
        assertThat(text.cues())
                .allSatisfy(cue -> assertThat("Hello. Your mailbox is almost full. Release your pending messages now.")
                        .contains(cue));
    }

    @Test
    void lookAlikeLettersInvisibleCharactersAndStyledLetters_doNotHideALure() {
        double plain = read("Please verify your account password now.").intent(Intent.CREDENTIAL);
        assertThat(plain).isGreaterThan(0.5);
        assertThat(read("Ple\u0430se v\u0435rify your acc\u043eunt p\u0430ssword now.")
                        .intent(Intent.CREDENTIAL))
                .isEqualTo(plain);
        assertThat(read("Please ver\u200bify your acc\u00adount pass\u200cword now.")
                        .intent(Intent.CREDENTIAL))
                .isEqualTo(plain);
        assertThat(
                        read("Please \ud835\udc2f\ud835\udc1e\ud835\udc2b\ud835\udc22\ud835\udc1f\ud835\udc32 your account password now.")
                                .intent(Intent.CREDENTIAL))
                .isEqualTo(plain);
    }

    @Test
    void nearCopies_haveNearSimHashes() {
        String body =
                "Dear Ms %s, we are putting the road transport for next year out to tender and invite your company"
                        + " to bid. All lanes, volumes and drawings are in the folder below, please hand in your offer by"
                        + " Friday. With kind regards, Helen Marsh, purchasing";
        long first = read(String.format(body, "Porter")).simHash();
        long copy = read(String.format(body, "Ashgrove")).simHash();
        long other = read("The otters at the zoo were a great success, although it rained for most of the day and the"
                        + " children wanted to go home before lunch.")
                .simHash();
        assertThat(Long.bitCount(first ^ copy)).isLessThanOrEqualTo(10);
        assertThat(Long.bitCount(first ^ other)).isGreaterThan(18);
    }

    @Test
    void wordHashes_areDistinctFoldedAndBounded() {
        assertThat(read("Straße STRASE cafe CAFÉ 17 4711").wordHashes().size()).isEqualTo(3);
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 1_500; i++) {
            many.append((char) ('a' + i % 26))
                    .append((char) ('a' + i / 26 % 26))
                    .append((char) ('a' + i / 676))
                    .append(' ');
        }
        assertThat(read(many.toString()).wordHashes().size()).isEqualTo(Fingerprint.WORD_HASHES_MAX);
    }

    @Test
    void preview_isOneLineOfAtMost280Characters() {
        String preview =
                read(" First\n\n line\u200b and \u0007 more\ud83d ".repeat(60)).preview();
        assertThat(preview).startsWith("First line and more First").hasSizeLessThanOrEqualTo(280);
    }

    @Test
    void probabilities_lieWithinZeroAndOne_forAnyText() {
        Random random = new Random(42);
        for (int n = 0; n < 300; n++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(400); i > 0; i--) {
                text.append((char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : ' ' + random.nextInt(95)));
            }
            MailText read = ANALYSER.analyse(text.toString(), text.toString(), text.toString(), Set.of());
            assertThat(read.intents().values()).allMatch(p -> p > 0 && p <= 1);
            assertThat(read.cues()).hasSizeLessThanOrEqualTo(Cues.MAX);
            assertThat(read.preview()).hasSizeLessThanOrEqualTo(280);
        }
    }

    @Test
    void hugeAndHostileTexts_endSoon() {
        String[] texts = {
            "a".repeat(3_000_000), "@".repeat(3_000_000), "a.b-".repeat(700_000), "\n".repeat(3_000_000),
            "x ".repeat(1_500_000), "\u0301".repeat(2_000_000), "\ud835\udc2f".repeat(500_000), "'".repeat(1_000_000)
        };
        for (String text : texts) {
            Assertions.assertTimeout(Duration.ofSeconds(2), () -> ANALYSER.analyse(text, text, text, Set.of()));
        }
    }

    @Test
    void endOfALongText_isReadToo() {
        String filler = "The harbour was quiet and the boats stayed in. ".repeat(400);
        MailText text = read(filler + "\n\nYour mailbox is almost full. Release your pending messages now.");
        assertThat(text.cues().toString()).containsAnyOf("mailbox", "pending messages");
    }
}
