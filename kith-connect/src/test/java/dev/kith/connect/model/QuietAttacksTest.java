package dev.kith.connect.model;

import static dev.kith.connect.model.AccountLife.ANN;
import static dev.kith.connect.model.AccountLife.THEN;
import static dev.kith.connect.model.TestRecords.HOSTED;
import static dev.kith.connect.model.TestRecords.MAC;
import static dev.kith.connect.model.TestRecords.OFFICE;
import static dev.kith.connect.model.TestRecords.WINDOWS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.MailboxActivity;
import dev.kith.event.UserManagement;
import dev.kith.investigate.Hypothesis;
import dev.kith.investigate.Incident;
import dev.kith.investigate.Step;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What shows in the deed rather than in the place: rules, settings, applications, rights. */
class QuietAttacksTest {
    private static final String CEM = "cem@wharf.example";

    private final AccountLife life = new AccountLife();

    @Test
    void allMailSentAwayWithoutACopy_isRaisedFromTheUsualPlace() {
        rule(
                MailboxActivity.Activity.FORWARDING_CHANGED,
                Map.of("ForwardingSmtpAddress", "smtp:keep@elsewhere.example", "DeliverToMailboxAndForward", "False"));
        assertThat(life.raised()).singleElement().satisfies(incident -> {
            assertThat(incident.conclusion().leading()).isEqualTo(Hypothesis.INSIDER);
            assertThat(incident.conclusion().steps())
                    .filteredOn(step -> step.question().equals("rules"))
                    .extracting(Step::answer)
                    .containsExactly("sends-all-mail-away");
        });
    }

    @Test
    void whatTheTriggerIsAbout_isAskedFirst() {
        rule(
                MailboxActivity.Activity.FORWARDING_CHANGED,
                Map.of("ForwardingSmtpAddress", "smtp:keep@elsewhere.example", "DeliverToMailboxAndForward", "False"));
        assertThat(life.raised())
                .singleElement()
                .satisfies(incident -> assertThat(
                                incident.conclusion().steps().get(0).question())
                        .isEqualTo("rules"));
    }

    @Test
    void mailSentOnToAColleague_orAwayWithACopyKept_isNoIncident() {
        rule(
                MailboxActivity.Activity.FORWARDING_CHANGED,
                Map.of("ForwardingSmtpAddress", "smtp:" + CEM, "DeliverToMailboxAndForward", "False"));
        rule(
                MailboxActivity.Activity.FORWARDING_CHANGED,
                Map.of("ForwardingSmtpAddress", "smtp:ann@home.example", "DeliverToMailboxAndForward", "True"));
        assertThat(life.raised()).isEmpty();
    }

    @Test
    void ruleAgainstANewsletter_isNoIncident() {
        rule(
                MailboxActivity.Activity.RULE_CREATED,
                Map.of("Name", "Ads", "From", "news@shop.example", "DeleteMessage", "True"));
        assertThat(life.raised()).isEmpty();
    }

    @Test
    void applicationThatMisspellsTheProvider_isRaisedWhenItGetsItsKey() {
        prepare("rnicrosoft office");
        assertThat(life.raised()).singleElement().satisfies(incident -> {
            assertThat(incident.events()).hasSize(2);
            assertThat(incident.conclusion().steps())
                    .anySatisfy(step -> assertThat(step.answer()).isEqualTo("imitates"));
        });
    }

    @Test
    void applicationWithANameOfItsOwn_isNoIncidentWhenItGetsItsKey() {
        prepare("Wharf Timesheets");
        assertThat(life.raised()).isEmpty();
    }

    @Test
    void whoeverASuspectGaveRights_isLookedAt_andJoinsTheStory() {
        life.breakIn();
        hide(HOSTED);
        life.take(life.records.management(
                UserManagement.Activity.ROLE_ADD, ANN, THEN.plusSeconds(900), HOSTED, CEM, Map.of()));
        life.take(life.records.signIn(CEM, THEN.plusSeconds(1_200), HOSTED, MAC));
        assertThat(life.detections)
                .filteredOn(d -> d.account().value().equals(CEM))
                .extracting(d -> d.model().id())
                .contains("rights-from-suspect");
        assertThat(life.raised())
                .singleElement()
                .satisfies(incident -> assertThat(incident.accounts()).containsExactly(ANN, CEM));
    }

    @Test
    void whatDoesNotSayWhereItWasDone_belongsToWhereTheAccountWasJustBefore() {
        life.breakIn();
        hide(HOSTED);
        life.take(life.records.nowhere(
                UserManagement.Activity.ROLE_ADD, ANN, THEN.plusSeconds(900), "somebody@wharf.example"));
        life.take(life.records.signIn(ANN, THEN.plusSeconds(4_000), OFFICE, WINDOWS));
        life.take(life.records.nowhere(
                UserManagement.Activity.ROLE_ADD, ANN, THEN.plusSeconds(4_100), "another@wharf.example"));
        Incident incident = life.raised().get(0);
        assertThat(incident.events()).hasSize(3);
    }

    @Test
    void intruderWhoComesBack_isKnownSooner() {
        life.breakIn();
        hide(HOSTED);
        assertThat(life.raised()).hasSize(1);
        life.take(life.records.signIn(ANN, THEN.plus(Duration.ofDays(10)), HOSTED, MAC));
        assertThat(life.raised()).hasSize(2);
    }

    private void hide(dev.kith.event.Endpoint from) {
        life.take(life.records.mailbox(
                MailboxActivity.Activity.RULE_CREATED,
                ANN,
                THEN.plusSeconds(300),
                from,
                MAC,
                Map.of(
                        "Name",
                        ".",
                        "MoveToFolder",
                        "RSS Feeds",
                        "MarkAsRead",
                        "True",
                        "SubjectOrBodyContainsWords",
                        "invoice;payment")));
    }

    private void rule(MailboxActivity.Activity activity, Map<String, String> details) {
        life.take(life.records.mailbox(activity, ANN, THEN, OFFICE, WINDOWS, details));
    }

    private void prepare(String name) {
        Map<String, String> named = Map.of("DisplayName", "[\"" + name + "\"]");
        life.take(
                life.records.management(UserManagement.Activity.APPLICATION_CHANGE, ANN, THEN, OFFICE, "app-9", named));
        life.take(life.records.management(
                UserManagement.Activity.APPLICATION_CREDENTIAL, ANN, THEN.plusSeconds(60), OFFICE, "app-9", Map.of()));
    }
}
