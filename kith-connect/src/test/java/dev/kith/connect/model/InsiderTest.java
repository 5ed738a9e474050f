package dev.kith.connect.model;

import static dev.kith.connect.model.AccountLife.ANN;
import static dev.kith.connect.model.AccountLife.THEN;
import static dev.kith.connect.model.TestRecords.HOTEL;
import static dev.kith.connect.model.TestRecords.OFFICE;
import static dev.kith.connect.model.TestRecords.WINDOWS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.AccountId;
import dev.kith.event.Endpoint;
import dev.kith.event.FileHostingActivity.Activity;
import dev.kith.investigate.Hypothesis;
import dev.kith.investigate.Incident;
import dev.kith.investigate.Step;
import dev.kith.profile.Staff;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** People who carry files away, and people who only look as if they did. */
class InsiderTest {
    private static final String BEN = "ben@wharf.example";
    /** A day without work after the last one of everybody's: the first on which somebody can have left. */
    private static final Instant LATER = THEN.plus(Duration.ofDays(1));

    private static final Endpoint HOME = TestRecords.endpoint("198.51.100.20", 64501, "Fjord Home Lines", "NO");

    /** Ann and Ben work in Sales, and Ben leaves on a day. */
    private static AccountLife life(LocalDate lastDayOfBen) {
        Staff staff = new Staff(Map.of(
                new AccountId(BEN), new Staff.Member("sales", "", "", "", "", "active", Optional.of(lastDayOfBen))));
        return new AccountLife(staff, (life, early) -> {
            for (String who : List.of(ANN, BEN)) {
                for (int i = 0; i < 6; i++) {
                    life.take(life.records.driveFile(
                            i % 2 == 0 ? Activity.OPEN : Activity.DOWNLOAD,
                            who,
                            early.plus(Duration.ofMinutes(200 + 30L * i)),
                            OFFICE,
                            "Offer " + i + ".docx",
                            "Sales",
                            "shared_internally",
                            ""));
                }
            }
        });
    }

    private static LocalDate day(int fromNow) {
        return LocalDate.ofInstant(THEN, ZoneOffset.UTC).plusDays(fromNow);
    }

    private static void fetch(AccountLife life, String who, Instant at, Endpoint from, String drive, int files) {
        for (int i = 0; i < files; i++) {
            life.take(life.records.driveFile(
                    Activity.DOWNLOAD,
                    who,
                    at.plusSeconds(10L * i),
                    from,
                    drive + " " + i + ".indd",
                    drive,
                    "shared_externally",
                    ""));
        }
    }

    private static void share(AccountLife life, String who, Instant at, Endpoint from, String with) {
        for (int i = 0; i < 4; i++) {
            life.take(life.records.driveFile(
                    Activity.SHARE,
                    who,
                    at.plusSeconds(20L * i),
                    from,
                    "Offer " + i + ".docx",
                    "Sales",
                    "private",
                    with));
        }
    }

    @Test
    void leaver_whoTakesFilesAfterTheLastDay_isRaised_asWhoHasLeft() {
        AccountLife life = life(day(-1));
        life.take(life.records.signIn(BEN, LATER, HOTEL, WINDOWS));
        fetch(life, BEN, LATER.plusSeconds(120), HOTEL, "Marketing", 12);

        Incident incident = life.raised().get(0);

        assertThat(life.raised()).hasSize(1);
        assertThat(incident.title().code().name()).isEqualTo("TITLE_LEAVER");
        assertThat(incident.summary()).extracting(s -> s.code().name()).contains("HAD_LEFT", "FETCHED");
        assertThat(life.fired()).contains("externally-shared-file-downloaded", "leaver-active");
        assertThat(incident.events()).hasSize(13);
    }

    @Test
    void leaver_whoHandsOverBeforeTheLastDay_isNotRaised() {
        AccountLife life = life(day(2));
        life.take(life.records.signIn(BEN, THEN, HOME, WINDOWS));
        fetch(life, BEN, THEN.plusSeconds(120), HOME, "Sales", 12);
        share(life, BEN, THEN.plusSeconds(600), HOME, "cem@wharf.example");

        assertThat(life.raised()).isEmpty();
        assertThat(life.fired()).doesNotContain("leaver-active");
    }

    @Test
    void telephoneThatReadsOnAfterTheLastDay_isNotRaised() {
        AccountLife life = life(day(-1));
        for (int i = 0; i < 10; i++) {
            life.take(life.records.mailbox(
                    dev.kith.event.MailboxActivity.Activity.ITEMS_ACCESSED,
                    BEN,
                    LATER.plusSeconds(900L * i),
                    OFFICE,
                    WINDOWS,
                    Map.of()));
        }

        assertThat(life.fired()).containsExactly("leaver-active");
        assertThat(life.raised()).isEmpty();
    }

    @Test
    void whoWorksOnForDaysAfterTheLastDay_asTheDirectoryHasIt_isNotRaised() {
        AccountLife life = life(day(-9));
        fetch(life, BEN, THEN, OFFICE, "Sales", 8);

        assertThat(life.fired()).contains("leaver-active");
        assertThat(life.raised()).isEmpty();
    }

    @Test
    void filesOfOtherDepartments_gatheredAtNight_andSharedWithTheOwnPrivateAddress_areRaised() {
        AccountLife life = life(day(300));
        Instant night = THEN.plus(Duration.ofHours(15));
        fetch(life, ANN, night, HOME, "Legal", 30);
        fetch(life, ANN, night.plusSeconds(600), HOME, "Finance", 30);
        share(life, ANN, night.plusSeconds(1200), HOME, "ann.berg@freemail.example");

        Incident incident = life.raised().get(0);

        assertThat(life.raised()).hasSize(1);
        assertThat(incident.conclusion().leading()).isEqualTo(Hypothesis.INSIDER);
        assertThat(incident.conclusion().steps())
                .extracting(Step::question, Step::answer)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("gathered", "many-from-several-areas"),
                        org.assertj.core.groups.Tuple.tuple("hours", "unusual"),
                        org.assertj.core.groups.Tuple.tuple("shared-with", "several"));
        assertThat(incident.techniques()).contains("T1530", "T1537");
        // What was fetched before it was much belongs to it, too.
        assertThat(incident.events()).hasSizeGreaterThanOrEqualTo(64);
    }

    @Test
    void asManyFilesOfTheOwnDepartment_areNotRaised() {
        AccountLife life = life(day(300));
        fetch(life, ANN, THEN, OFFICE, "Sales", 60);

        assertThat(life.raised()).isEmpty();
        assertThat(life.fired()).doesNotContain("files-gathered-elsewhere");
    }

    @Test
    void secondNight_isAsStrangeAsTheFirst_forWhatASuspectTakesTeachesNothing() {
        AccountLife life = life(day(300));
        for (int n = 0; n < 4; n++) {
            Instant night = THEN.plus(Duration.ofHours(15)).plus(Duration.ofDays(n));
            fetch(life, ANN, night, HOME, "Legal", 30);
            fetch(life, ANN, night.plusSeconds(600), HOME, "Finance", 30);
            share(life, ANN, night.plusSeconds(1200), HOME, "ann.berg@freemail.example");
        }

        assertThat(life.raised()).hasSize(1);
        assertThat(life.raised().get(0).events()).hasSizeGreaterThanOrEqualTo(240);
    }
}
