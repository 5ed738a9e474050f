package dev.kith.connect.model;

import static dev.kith.connect.model.AccountLife.ANN;
import static dev.kith.connect.model.AccountLife.PEOPLE;
import static dev.kith.connect.model.AccountLife.THEN;
import static dev.kith.connect.model.TestRecords.HOSTED;
import static dev.kith.connect.model.TestRecords.OFFICE;
import static dev.kith.connect.model.TestRecords.WINDOWS;
import static dev.kith.connect.model.TestRecords.endpoint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.AccountId;
import dev.kith.event.Endpoint;
import dev.kith.event.FileHostingActivity;
import dev.kith.event.MailboxActivity;
import dev.kith.event.UserManagement;
import dev.kith.investigate.Incident;
import dev.kith.investigate.Step;
import dev.kith.profile.Staff;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What colleagues do is no incident when one more does it, and stays one where somebody else does; programs are no people. */
class PeersTest {
    private static final String LINUX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final String BACKUP_PROGRAM = "ISV|Coldvault|Backup/7.2";
    private static final String BACKUP = "backup@wharf.example";
    private static final Endpoint JUMP_HOST =
            endpoint("192.0.2.130", 64530, "Quiet Racks", "SE", Endpoint.Trait.HOSTING);
    private static final Endpoint CELLAR = endpoint("203.0.113.200", 64540, "Coldvault", "SE", Endpoint.Trait.HOSTING);

    /** Everybody is of one department, so that each has four peers. */
    private static final Staff DEPARTMENT = department();

    private static Staff department() {
        Map<AccountId, Staff.Member> members = new HashMap<>();
        PEOPLE.forEach(person -> members.put(new AccountId(person), new Staff.Member("IT", "", "", "", "")));
        return new Staff(members);
    }

    @Test
    void workThatTheDepartmentDoesFromItsServer_isRaisedWithoutPeers_andNotWithThem() {
        AccountLife alone = new AccountLife(Staff.NOBODY, PeersTest::administrators);
        administer(alone, ANN, THEN, JUMP_HOST);
        assertThat(alone.raised()).hasSize(1);

        AccountLife among = new AccountLife(DEPARTMENT, PeersTest::administrators);
        administer(among, ANN, THEN, JUMP_HOST);
        assertThat(among.raised()).isEmpty();
        assertThat(answers(among.benign(), "administrator")).containsOnly("its-peers-work");
        assertThat(answers(among.benign(), "network")).containsOnly("used-by-others-here");
    }

    @Test
    void theSameWorkFromAnotherRentedServer_isRaisedWithPeers() {
        AccountLife life = new AccountLife(DEPARTMENT, PeersTest::administrators);
        administer(life, ANN, THEN, HOSTED);
        assertThat(life.raised()).hasSize(1);
    }

    @Test
    void whatOnlyOnePeerDoes_isRaisedAsIfNoneDid() {
        AccountLife life = new AccountLife(DEPARTMENT, (l, early) -> administer(l, PEOPLE.get(1), early, JUMP_HOST));
        administer(life, ANN, THEN, JUMP_HOST);
        assertThat(life.raised()).hasSize(1);
    }

    @Test
    void peersWhoDoItSinceThreeDays_teachNothing() {
        AccountLife life = new AccountLife(DEPARTMENT, (l, early) -> {
            if (early.isAfter(AccountLife.START.plusSeconds(86_400 * 37))) {
                administrators(l, early);
            }
        });
        administer(life, ANN, THEN, JUMP_HOST);
        assertThat(life.raised()).isNotEmpty();
    }

    @Test
    void accountOfAProgramUsedInABrowserFromElsewhere_isRaised_andItsNightlyWorkIsNot() {
        AccountLife life = new AccountLife(Staff.NOBODY, PeersTest::backup);
        assertThat(life.raised()).isEmpty();
        life.take(life.records.signIn(BACKUP, THEN, HOSTED, TestRecords.MAC));
        assertThat(life.fired()).contains("service-account-used-by-person");
        for (int i = 1; i < 12; i++) {
            life.take(life.records.mailbox(
                    MailboxActivity.Activity.ITEMS_ACCESSED,
                    BACKUP,
                    THEN.plusSeconds(60L * i),
                    HOSTED,
                    TestRecords.MAC,
                    Map.of()));
        }
        assertThat(life.raised())
                .singleElement()
                .satisfies(incident ->
                        assertThat(answers(List.of(incident), "service")).containsOnly("used-by-a-person"));
    }

    @Test
    void programMovedToAnotherServer_atItsUsualWork_isNoIncident() {
        AccountLife life = new AccountLife(Staff.NOBODY, PeersTest::backup);
        for (int night = 0; night < 3; night++) {
            backup(life, THEN.plusSeconds(86_400L * night), HOSTED);
        }
        assertThat(life.raised()).isEmpty();
    }

    @Test
    void personsAccountUsedByAProgramForADay_isStillAPersons() {
        AccountLife life = new AccountLife();
        for (int i = 0; i < 200; i++) {
            life.take(life.records.file(
                    FileHostingActivity.Activity.OPEN,
                    ANN,
                    THEN.plusSeconds(300L * i),
                    OFFICE,
                    BACKUP_PROGRAM,
                    "Plan.docx"));
        }
        life.take(life.records.signIn(ANN, THEN.plusSeconds(90_000), OFFICE, WINDOWS));
        assertThat(life.fired()).doesNotContain("service-account-used-by-person", "service-account-new-work");
    }

    /** Four of five administer from a rented server of theirs. */
    private static void administrators(AccountLife life, Instant early) {
        for (int i = 1; i < PEOPLE.size(); i++) {
            administer(life, PEOPLE.get(i), early.plusSeconds(600L * i), JUMP_HOST);
        }
    }

    private static void administer(AccountLife life, String who, Instant at, Endpoint from) {
        life.take(life.records.signIn(who, at, from, LINUX));
        life.take(life.records.management(
                UserManagement.Activity.ROLE_ADD, who, at.plusSeconds(60), from, "left@wharf.example", Map.of()));
        life.take(life.records.management(
                UserManagement.Activity.POLICY_CHANGE, who, at.plusSeconds(120), from, "Policy", Map.of()));
        for (int i = 0; i < 4; i++) {
            life.take(life.records.file(
                    FileHostingActivity.Activity.OPEN, who, at.plusSeconds(180 + 20L * i), from, LINUX, "Plan.docx"));
        }
    }

    private static void backup(AccountLife life, Instant early) {
        backup(life, early, CELLAR);
    }

    private static void backup(AccountLife life, Instant early, Endpoint from) {
        for (int i = 0; i < 10; i++) {
            life.take(life.records.file(
                    FileHostingActivity.Activity.DOWNLOAD,
                    BACKUP,
                    early.plusSeconds(5L * i),
                    from,
                    BACKUP_PROGRAM,
                    "Plan.docx"));
        }
    }

    private static List<String> answers(List<Incident> incidents, String question) {
        return incidents.stream()
                .flatMap(incident -> incident.conclusion().steps().stream())
                .filter(step -> step.question().equals(question))
                .map(Step::answer)
                .toList();
    }
}
