package dev.kith.connect.model;

import static dev.kith.connect.model.AccountLife.ANN;
import static dev.kith.connect.model.AccountLife.THEN;
import static dev.kith.connect.model.TestRecords.HOSTED;
import static dev.kith.connect.model.TestRecords.HOTEL;
import static dev.kith.connect.model.TestRecords.MAC;
import static dev.kith.connect.model.TestRecords.OFFICE;
import static dev.kith.connect.model.TestRecords.WINDOWS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.FileHostingActivity.Activity;
import dev.kith.event.MailboxActivity;
import dev.kith.investigate.Hypothesis;
import dev.kith.investigate.Incident;
import dev.kith.investigate.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From records to incidents: what the analyst makes of a taken account, and of lives that look like one. */
class TakenAccountTest {
    private final AccountLife life = new AccountLife();

    @Test
    void takenAccount_isOneIncidentThatNamesWhatWasDone() {
        life.breakIn();
        share(HOSTED, MAC, "Passwords.xlsx");
        life.take(life.records.file(
                Activity.ANONYMOUS_LINK_USED, "anon#1", THEN.plusSeconds(400), HOSTED, MAC, "Passwords.xlsx"));
        life.take(life.records.mailbox(
                MailboxActivity.Activity.RULE_CREATED,
                ANN,
                THEN.plusSeconds(500),
                HOSTED,
                MAC,
                Map.of("MoveToFolder", "RSS Feeds", "SubjectContainsWords", "invoice")));
        // Meanwhile Ann works.
        life.take(life.records.mailbox(
                MailboxActivity.Activity.ITEMS_ACCESSED, ANN, THEN.plusSeconds(450), OFFICE, WINDOWS, Map.of()));

        assertThat(life.raised()).singleElement().satisfies(incident -> {
            assertThat(incident.accounts()).containsExactly(ANN);
            assertThat(incident.events()).hasSize(4);
            assertThat(incident.summary().toString())
                    .contains("Endpoint", "Passwords.xlsx", "LINKS_MADE_AND_USED", "RSS Feeds", "invoice");
            assertThat(incident.techniques()).contains("T1078.004", "T1564.008", "T1530");
            assertThat(incident.raisedAt())
                    .hasValueSatisfying(at -> assertThat(at).isBetween(THEN, THEN.plusSeconds(500)));
            assertThat(incident.conclusion().leading()).isEqualTo(Hypothesis.HIJACK);
            assertThat(incident.actions())
                    .extracting(Incident.ProposedAction::action)
                    .contains("revoke_sessions", "disable_account", "remove_anonymous_link");
        });
    }

    @Test
    void whatComesAfterItWasRaised_joinsIt() {
        life.breakIn();
        share(HOSTED, MAC, "Passwords.xlsx");
        life.take(life.records.file(
                Activity.ANONYMOUS_LINK_USED, "anon#1", THEN.plusSeconds(400), HOSTED, MAC, "Passwords.xlsx"));
        int before = life.raised().get(0).events().size();
        for (int i = 0; i < 100; i++) {
            life.take(life.records.mailbox(
                    MailboxActivity.Activity.SEND,
                    ANN,
                    THEN.plus(Duration.ofHours(20)).plusSeconds(i),
                    HOSTED,
                    MAC,
                    Map.of()));
        }
        assertThat(life.raised()).singleElement().satisfies(incident -> {
            assertThat(incident.events()).hasSize(before + 100);
            assertThat(incident.title().code()).isEqualTo(Statement.Code.TITLE_HIJACK_SENT);
            assertThat(incident.title().values()).contains(new Statement.Count(100, false));
        });
    }

    @Test
    void travellerWithTheOwnLaptop_isClosedAsBenignWithItsSteps() {
        life.take(life.records.signIn(ANN, THEN, HOTEL, WINDOWS));
        for (int i = 0; i < 10; i++) {
            life.take(life.records.mailbox(
                    MailboxActivity.Activity.ITEMS_ACCESSED, ANN, THEN.plusSeconds(60 + i), HOTEL, WINDOWS, Map.of()));
        }
        share(HOTEL, WINDOWS, "Programme.docx");
        assertThat(life.raised()).isEmpty();
        assertThat(life.benign()).singleElement().satisfies(incident -> {
            assertThat(incident.conclusion().leading()).isEqualTo(Hypothesis.ELSEWHERE);
            assertThat(incident.conclusion().steps()).hasSizeGreaterThan(5);
            assertThat(incident.summary().get(0).values()).contains(new Statement.Constant(Hypothesis.ELSEWHERE));
        });
    }

    @Test
    void guessingThatNeverFits_isNoIncident() {
        for (int i = 0; i < 3_000; i++) {
            life.take(life.records.failure(ANN, THEN.plusSeconds(i), HOSTED));
        }
        assertThat(life.raised()).isEmpty();
    }

    @Test
    void spray_isGatheredIntoTheIncidentOfTheAccountItOpened() {
        for (int i = 0; i < 30; i++) {
            life.take(life.records.failure("p" + i + "@wharf.example", THEN.minusSeconds(900 - i), HOSTED));
        }
        life.breakIn();
        assertThat(life.raised()).singleElement().satisfies(incident -> {
            assertThat(incident.events()).hasSize(31);
            assertThat(incident.summary().toString())
                    .contains("PASSWORDS_SPRAYED, values=[Count[n=30, least=false], Count[n=30,", "192.0.2.66");
        });
    }

    @Test
    void beliefs_addUpToOneAtEveryStep() {
        life.breakIn();
        share(HOSTED, MAC, "Passwords.xlsx");
        List<Incident> all = life.raised();
        assertThat(all.isEmpty() ? life.benign() : all)
                .allSatisfy(incident -> incident.conclusion().steps().forEach(step -> {
                    assertThat(step.before().values().stream()
                                    .mapToDouble(p -> p)
                                    .sum())
                            .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
                    assertThat(step.after().values().stream()
                                    .mapToDouble(p -> p)
                                    .sum())
                            .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
                    assertThat(step.information()).isPositive();
                }));
    }

    private void share(dev.kith.event.Endpoint from, String agent, String file) {
        life.take(life.records.file(Activity.ANONYMOUS_LINK_CREATED, ANN, THEN.plusSeconds(300), from, agent, file));
    }
}
