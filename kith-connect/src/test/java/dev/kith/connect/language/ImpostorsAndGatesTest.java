package dev.kith.connect.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.Intent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Logins as the price of opening something, suppliers' data, signatures, pay, impostors who send no link, and the ordinary
 * mail beside each. One file was written along with the grammars and shares words with them, so it guards against loss; the
 * others were written afterwards, with other words: their readings, in their heads, say what to expect of mail yet to come.
 * Bounds are as measured, with some mails to spare.
 */
class ImpostorsAndGatesTest {
    private static final List<HeldOut> ALONG = new ArrayList<>();
    private static final List<HeldOut> AFTERWARDS = new ArrayList<>();
    private static final List<HeldOut> ALL = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        LanguageAnalyser analyser = LanguageAnalyser.load();
        ALONG.addAll(HeldOut.mails(analyser, "heldout-second.tsv"));
        AFTERWARDS.addAll(HeldOut.mails(analyser, "heldout-afterwards.tsv"));
        ALL.addAll(ALONG);
        ALL.addAll(AFTERWARDS);
    }

    @Test
    void languageOfEveryMail_isTold() {
        assertThat(ALL)
                .allSatisfy(mail ->
                        assertThat(mail.read().language()).as(mail.subject()).isEqualTo(mail.language()));
    }

    @Test
    void luresOfTheFirstFile_areSeenInEveryLanguage() {
        assertThat(HeldOut.recall(ALONG, intent -> true))
                .containsOnlyKeys(LanguageModel.LANGUAGES)
                .allSatisfy((language, percent) -> assertThat(percent).isGreaterThanOrEqualTo(75));
    }

    @Test
    void oneInThreeLuresWrittenAfterwardsOrMore_isSeenInEveryLanguage() {
        assertThat(HeldOut.recall(AFTERWARDS, intent -> true))
                .containsOnlyKeys(LanguageModel.LANGUAGES)
                .allSatisfy((language, percent) -> assertThat(percent).isGreaterThanOrEqualTo(33));
    }

    @Test
    void requestsForListsOfPeopleAndBalances_areSeenInEveryLanguage() {
        assertThat(HeldOut.recall(ALL, intent -> intent == Intent.DATA_REQUEST))
                .containsOnlyKeys(LanguageModel.LANGUAGES)
                .allSatisfy((language, percent) -> assertThat(percent).isGreaterThanOrEqualTo(50));
    }

    @Test
    void callsToBeMadeAndThreats_areSeenInEveryLanguage() {
        assertThat(HeldOut.recall(ALL, intent -> intent == Intent.CALLBACK || intent == Intent.THREAT))
                .containsOnlyKeys(LanguageModel.LANGUAGES)
                .allSatisfy((language, percent) -> assertThat(percent).isGreaterThanOrEqualTo(50));
    }

    @Test
    void ordinaryMailNearThem_hardlyEverLooksLikeALure() {
        assertThat(HeldOut.alarms(ALL)).hasSizeLessThanOrEqualTo(2);
    }

    /** That it is a bill may be seen; that it wants a call, threatens or asks for a password would be false. */
    @Test
    void lawfulBills_askForNoCallAndNoPasswordAndThreatenNobody() throws IOException {
        List<String> alarms = new ArrayList<>();
        for (HeldOut bill : HeldOut.mails(LanguageAnalyser.load(), "heldout-bills.tsv")) {
            for (Intent worse : List.of(Intent.CALLBACK, Intent.THREAT, Intent.CREDENTIAL)) {
                if (bill.says(worse)) {
                    alarms.add(worse + ": " + bill.language() + " " + bill.subject());
                }
            }
        }
        assertThat(alarms).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void mailsWrittenLast_areSeenInHalfTheLuresAndHardlyEverFalsely() throws IOException {
        List<HeldOut> last = HeldOut.mails(LanguageAnalyser.load(), "heldout-last.tsv");
        long meant = last.stream().mapToLong(mail -> mail.intents().size()).sum();
        long seen = last.stream()
                .mapToLong(mail -> mail.intents().stream().filter(mail::says).count())
                .sum();
        assertThat(seen * 2).isGreaterThanOrEqualTo(meant);
        assertThat(HeldOut.alarms(last)).hasSizeLessThanOrEqualTo(3);
    }
}
