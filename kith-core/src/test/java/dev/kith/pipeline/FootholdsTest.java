package dev.kith.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.detect.Visit;
import dev.kith.detect.Visits;
import dev.kith.event.AccountId;
import dev.kith.event.Actor;
import dev.kith.event.Client;
import dev.kith.event.Endpoint;
import dev.kith.event.Event;
import dev.kith.event.EventId;
import dev.kith.event.IpAddress;
import dev.kith.event.MailboxActivity;
import dev.kith.event.SourceRef;
import dev.kith.event.UserManagement;
import dev.kith.investigate.Foothold;
import dev.kith.investigate.Trace;
import dev.kith.investigate.Trace.Danger;
import dev.kith.profile.AccountFacts;
import dev.kith.profile.Act;
import dev.kith.profile.AmongPeers;
import dev.kith.profile.NetworkSurprise.Familiar;
import dev.kith.score.AccountSurprise;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is set and unset for an account, by whatever it is called. */
class FootholdsTest {
    private static final Instant NOON = Instant.parse("2026-05-19T12:00:00Z");
    private static final String ANN = "ann@wharf.example";
    private static final String BEN = "ben@wharf.example";
    private static final String BOSS = "boss@wharf.example";
    private static final String APP = "768fb398-0000-4000-8000-000000000001";
    private static final String PRINCIPAL = "2097e206-0000-4000-8000-000000000002";

    private final Footholds footholds = new Footholds();
    private int number;

    @Test
    void aRuleRemovedByItsName_isGone() {
        made(ANN, Map.of("Name", "Invoices"));
        assertThat(of(ANN)).containsExactly("inbox rule invoices");
        removed(ANN, Map.of("Identity", ANN + "\\Invoices"));
        assertThat(of(ANN)).isEmpty();
    }

    @Test
    void aRuleRemovedByTheIdItWasMadeWith_isGone_andNoOther() {
        made(ANN, Map.of("RuleName", ".", "RuleId", "AQAAAAAAAAE="));
        made(ANN, Map.of("RuleName", "..", "RuleId", "AQAAAAAAAAI="));
        removed(ANN, Map.of("RuleId", "AQAAAAAAAAE="));
        assertThat(of(ANN)).containsExactly("inbox rule ..");
    }

    @Test
    void aRuleRemovedByItsNumber_isGone_whereAChangeTaughtTheNumber() {
        made(ANN, Map.of("Name", "first"));
        made(ANN, Map.of("Name", "second"));
        rule(MailboxActivity.Activity.RULE_CHANGED, ANN, ANN, Map.of("Identity", ANN + "\\172635", "Name", "first"));
        assertThat(of(ANN)).containsExactly("inbox rule first", "inbox rule second");
        removed(ANN, Map.of("Identity", ANN + "\\172635"));
        assertThat(of(ANN)).containsExactly("inbox rule second");
    }

    @Test
    void aRenamedRule_isTheSame() {
        made(ANN, Map.of("Name", "first"));
        rule(MailboxActivity.Activity.RULE_CHANGED, ANN, ANN, Map.of("Identity", "first", "Name", "harmless"));
        removed(ANN, Map.of("Identity", "harmless"));
        assertThat(of(ANN)).isEmpty();
    }

    @Test
    void anUnknownNumber_isThatOfTheOnlyRule() {
        made(ANN, Map.of("Name", "first"));
        removed(ANN, Map.of("Identity", ANN + "\\172635"));
        assertThat(of(ANN)).isEmpty();
    }

    @Test
    void anUnknownNumber_isNobodys_whereThereAreSeveralRules_harmlessOnesToo() {
        made(ANN, Map.of("Name", "first"));
        rule(MailboxActivity.Activity.RULE_CREATED, ANN, ANN, Map.of("Name", "newsletters"), Optional.empty());
        removed(ANN, Map.of("Identity", ANN + "\\172635"));
        assertThat(of(ANN)).containsExactly("inbox rule first");
    }

    @Test
    void anUnknownName_removesNothing() {
        made(ANN, Map.of("Name", "first"));
        removed(ANN, Map.of("Identity", "newsletters"));
        assertThat(of(ANN)).containsExactly("inbox rule first");
    }

    @Test
    void whatAnAdministratorRemovesFromAMailbox_isGoneForItsOwner() {
        made(ANN, Map.of("Name", "first"));
        rule(MailboxActivity.Activity.FORWARDING_CHANGED, ANN, ANN, Map.of());
        assertThat(of(ANN)).containsExactly("inbox rule first", "forwarding");
        rule(MailboxActivity.Activity.RULE_REMOVED, BOSS, ANN, Map.of("Identity", "first"), Optional.empty());
        rule(MailboxActivity.Activity.FORWARDING_CHANGED, BOSS, ANN, Map.of(), Optional.empty());
        assertThat(of(ANN)).isEmpty();
    }

    @Test
    void aConsentTakenBackByItsGiver_isGone_forTheGiverOnly() {
        consent(ANN);
        consent(BEN);
        assertThat(of(ANN)).containsExactly("consent " + APP);
        management("Remove OAuth2PermissionGrant.", ANN, "graph", Map.of("ServicePrincipal.ObjectID.old", PRINCIPAL));
        assertThat(of(ANN)).isEmpty();
        assertThat(of(BEN)).hasSize(1);
    }

    @Test
    void aConsentTakenBackByAnAdministrator_isGoneForAll_orForWhomTheRecordNames() {
        consent(ANN);
        consent(BEN);
        management(
                "Remove delegated permission grant.",
                BOSS,
                "graph",
                Map.of("ServicePrincipal.ObjectID", PRINCIPAL, "User.UPN.old", "Ann@wharf.example"));
        assertThat(of(ANN)).isEmpty();
        assertThat(of(BEN)).hasSize(1);
        management("Remove delegated permission grant.", BOSS, "graph", Map.of("ServicePrincipal.AppId", APP));
        assertThat(of(BEN)).isEmpty();
    }

    @Test
    void anApplicationThatIsRemoved_hasNobodysConsent() {
        consent(ANN);
        consent(BEN);
        management("Remove service principal.", ANN, APP, Map.of());
        assertThat(of(ANN)).isEmpty();
        assertThat(of(BEN)).isEmpty();
    }

    @Test
    void aConsentToAnother_orARecordAboutItsSecrets_changesNothing() {
        consent(ANN);
        management("Remove OAuth2PermissionGrant.", ANN, "graph", Map.of("ServicePrincipal.ObjectID", "another"));
        management("Remove service principal credentials.", ANN, APP, Map.of());
        assertThat(of(ANN)).hasSize(1);
    }

    @Test
    void aConsentGivenAgain_isInForceAgain() {
        consent(ANN);
        management("Remove service principal.", BOSS, APP, Map.of());
        consent(ANN);
        assertThat(of(ANN)).containsExactly("consent " + APP);
        management("Remove service principal.", BOSS, APP, Map.of());
        assertThat(of(ANN)).isEmpty();
    }

    @Test
    void whatIsHarmless_isNoFoothold_andWhatWasSetFirst_isKept() {
        rule(MailboxActivity.Activity.RULE_CREATED, ANN, ANN, Map.of("Name", "newsletters"), Optional.empty());
        assertThat(of(ANN)).isEmpty();
        made(ANN, Map.of("Name", "first"));
        made(ANN, Map.of("Name", "first"));
        assertThat(footholds.of(new AccountId(ANN)))
                .singleElement()
                .satisfies(f -> assertThat(f.record()).isEqualTo("r-2"));
    }

    @Test
    void ofThousandsOfRules_theLatestFiftyAreHeld() {
        for (int i = 0; i < 5_000; i++) {
            made(ANN, Map.of("Name", "rule" + i));
        }
        assertThat(of(ANN)).hasSize(50).endsWith("inbox rule rule4999");
    }

    private List<String> of(String account) {
        return footholds.of(new AccountId(account)).stream().map(Foothold::what).toList();
    }

    private void made(String account, Map<String, String> details) {
        rule(MailboxActivity.Activity.RULE_CREATED, account, account, details);
    }

    private void removed(String account, Map<String, String> details) {
        rule(MailboxActivity.Activity.RULE_REMOVED, account, account, details, Optional.empty());
    }

    private void rule(MailboxActivity.Activity activity, String by, String mailbox, Map<String, String> details) {
        rule(activity, by, mailbox, details, Optional.of(Danger.HIDES_WARNINGS));
    }

    private void rule(
            MailboxActivity.Activity activity,
            String by,
            String mailbox,
            Map<String, String> details,
            Optional<Danger> danger) {
        Danger grave = activity == MailboxActivity.Activity.FORWARDING_CHANGED
                ? Danger.FORWARDS_ALL_AWAY
                : Danger.HIDES_WARNINGS;
        take(
                new MailboxActivity(
                        id(),
                        NOON,
                        SourceRef.of("a.jsonl"),
                        person(by),
                        activity,
                        activity.name(),
                        mailbox,
                        "",
                        List.of(),
                        Optional.empty(),
                        Client.UNKNOWN,
                        details,
                        List.of()),
                danger.map(d -> grave));
    }

    /** A consent is held where a strange device gave it. */
    private void consent(String by) {
        take(
                management(
                        UserManagement.Activity.CONSENT,
                        "Consent to application.",
                        by,
                        APP,
                        Map.of(
                                "ConsentAction.Permissions",
                                "[] => [[Id: x, ClientId: " + PRINCIPAL + ", PrincipalId: y, Scope: Mail.Read]];")),
                Optional.of(Danger.CONSENT));
    }

    private void management(String operation, String by, String target, Map<String, String> details) {
        UserManagement.Activity activity = operation.contains("ermission")
                ? UserManagement.Activity.CONSENT_REVOKED
                : UserManagement.Activity.APPLICATION_CHANGE;
        take(management(activity, operation, by, target, details), Optional.empty());
    }

    private UserManagement management(
            UserManagement.Activity activity, String operation, String by, String target, Map<String, String> details) {
        return new UserManagement(
                id(),
                NOON,
                SourceRef.of("a.jsonl"),
                person(by),
                activity,
                operation,
                target,
                Optional.empty(),
                Client.UNKNOWN,
                details,
                List.of());
    }

    private void take(Event event, Optional<Danger> note) {
        AccountFacts facts = AccountFacts.of(event).orElseThrow();
        footholds.take(
                facts,
                new Trace(
                        event.id().value(),
                        NOON,
                        facts.account(),
                        Actor.Kind.PERSON,
                        facts.act(),
                        Optional.empty(),
                        "",
                        facts.object().toLowerCase(Locale.ROOT),
                        facts.object(),
                        "",
                        Optional.empty(),
                        List.of(),
                        0,
                        0,
                        0.9,
                        0,
                        note.filter(Danger.CONSENT::equals).map(n -> byStranger(facts)),
                        note,
                        Optional.empty()));
    }

    /** A visit with a device that nobody knows. */
    private static Visit byStranger(AccountFacts facts) {
        Endpoint hosted =
                new Endpoint(IpAddress.parse("203.0.113.7").orElseThrow(), 64500, "Rented Racks", "NL", Set.of());
        AccountFacts signIn = new AccountFacts(
                facts.event(),
                Act.SIGN_IN,
                facts.actor(),
                Optional.of(hosted),
                "mac/chrome",
                "",
                "",
                "",
                Optional.empty(),
                Map.of());
        AccountSurprise strange = new AccountSurprise(
                12,
                Familiar.NOTHING,
                false,
                12,
                0,
                true,
                0,
                0,
                Optional.empty(),
                0,
                0,
                new AmongPeers(0, 0, 0, 0, 0),
                0.9);
        return new Visits().of(signIn, strange).orElseThrow();
    }

    private EventId id() {
        return new EventId("r-" + ++number);
    }

    private static Actor person(String account) {
        return new Actor(new AccountId(account), Actor.Kind.PERSON, "");
    }
}
