package dev.kith.connect.model;

import static dev.kith.connect.model.AccountLife.ANN;
import static dev.kith.connect.model.AccountLife.THEN;
import static dev.kith.connect.model.TestRecords.HOSTED;
import static dev.kith.connect.model.TestRecords.MAC;
import static dev.kith.connect.model.TestRecords.OFFICE;
import static dev.kith.connect.model.TestRecords.WINDOWS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.Endpoint;
import dev.kith.investigate.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Mail to ever more new addressees, a few an hour: whose lures it is, and whose work. */
class SlowDripTest {
    private static final String DRIP = "outbound-drip";

    private final AccountLife life = new AccountLife();

    /** Sends mails of which each goes to somebody new, and says after how many the model fired; 0 for never. */
    private int send(int mails, int perHour, Instant begin, Endpoint from, String agent, IntFunction<String> subject) {
        int fired = 0;
        for (int i = 0; i < mails; i++) {
            Instant at = begin.plusSeconds(3_600L * i / perHour);
            String to = "reader" + i + "." + begin.getEpochSecond() + "@quay" + i + ".example";
            boolean now = life.mail(ANN, to, at, from, agent, subject.apply(i)).stream()
                    .anyMatch(d -> d.model().id().equals(DRIP));
            fired = fired == 0 && now ? i + 1 : fired;
        }
        return fired;
    }

    @Test
    void fiveAnHourFromAStrangePlace_areRaisedBeforeTheyAreTwenty() {
        life.breakIn();
        assertThat(life.raised()).isEmpty();
        int noBurst = 19;
        assertThat(send(noBurst, 5, THEN.plusSeconds(600), HOSTED, MAC, SlowDripTest::lure))
                .isBetween(15, noBurst);
        assertThat(life.fired()).doesNotContain("outbound-burst");
        assertThat(life.raised())
                .singleElement()
                .satisfies(incident -> assertThat(incident.conclusion().steps())
                        .filteredOn(step -> step.question().equals("burst"))
                        .extracting(Step::answer)
                        .containsExactly("slowly-from-there"));
    }

    @Test
    void fourNightsOfTwelve_areSeenInTheSecondNight() {
        int fired = 0;
        for (int night = 0; night < 4 && fired == 0; night++) {
            int inNight =
                    send(12, 3, THEN.plus(Duration.ofDays(night)).plusSeconds(43_200), HOSTED, MAC, SlowDripTest::lure);
            fired = inNight == 0 ? 0 : 12 * night + inNight;
        }
        assertThat(fired).isBetween(13, 24);
    }

    @Test
    void asManyInOwnWords_areNoDrip() {
        int fired = send(50, 5, THEN, OFFICE, WINDOWS, i -> "Ask" + word(i) + " about berth" + word(7 * i + 3));
        assertThat(fired).isZero();
        assertThat(life.raised()).isEmpty();
    }

    @Test
    void invitationsOneByOneFromTheUsualPlace_areLookedAt_butNotRaised() {
        assertThat(send(50, 5, THEN, OFFICE, WINDOWS, i -> "Invitation to our harbour evening"))
                .isPositive();
        assertThat(life.raised()).isEmpty();
    }

    @Test
    void whatTheAccountDoesEveryWeek_isNoDrip() {
        for (int week = 6; week > 0; week--) {
            send(18, 3, THEN.minus(Duration.ofDays(7L * week)), OFFICE, WINDOWS, i -> "Opening for a crane driver");
        }
        assertThat(send(20, 3, THEN, OFFICE, WINDOWS, i -> "Opening for a crane driver"))
                .isZero();
    }

    @Test
    void mailingWithinMinutes_isNoDrip() {
        assertThat(send(60, 1_000, THEN, OFFICE, WINDOWS, i -> "Invitation to our harbour evening"))
                .isZero();
    }

    @Test
    void answersToNewPeople_areNoDrip() {
        for (int i = 0; i < 40; i++) {
            Instant at = THEN.plusSeconds(720L * i);
            String asks = "asks" + i + "@quay" + i + ".example";
            life.passed(asks, ANN, at, "Application as a crane driver");
            life.mail(ANN, asks, at.plusSeconds(300), OFFICE, WINDOWS, "Re: Application as a crane driver");
        }
        assertThat(life.fired()).doesNotContain(DRIP);
    }

    @Test
    void whatTheOwnerSendsBeside_isNotTakenForTheDrip() {
        life.breakIn();
        for (int i = 0; i < 40; i++) {
            Instant at = THEN.plusSeconds(600 + 720L * i);
            life.mail(ANN, "reader" + i + "@quay" + i + ".example", at, HOSTED, MAC, lure(i));
            life.mail(ANN, "ben@wharf.example", at.plusSeconds(60), OFFICE, WINDOWS, "Berth plan");
        }
        assertThat(life.detections)
                .filteredOn(d -> d.model().id().equals(DRIP))
                .isNotEmpty()
                .allSatisfy(d -> assertThat(d.visit()).isPresent());
    }

    private static String lure(int reader) {
        return "Proposal for Quay" + reader;
    }

    /** Letters that differ from number to number: digits are no part of a subject's shape. */
    private static String word(int number) {
        return Integer.toString(number + 100, 36).replaceAll("[0-9]", "")
                + (char) ('a' + number % 26)
                + (char) ('a' + number / 26 % 26);
    }
}
