package dev.kith.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.simulate.LogRecorder.Arrived;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Facts about what the cloud of a simulated organisation writes down. */
class CloudTest {
    private static final Simulation.Settings SETTINGS =
            new Simulation.Settings(Story.PARTNER_HIJACK, 40, 60, 8, LocalDate.of(2026, 3, 2));
    private static final LogRecorder LOG = new LogRecorder();
    private static Map<String, JsonNode> records = Map.of();

    @BeforeAll
    static void live() throws IOException {
        Simulation.runWithLogs(SETTINGS, LOG);
        records = LOG.byId();
    }

    @Test
    void sameSeed_givesSameBytes() throws IOException {
        Simulation.Settings small = new Simulation.Settings(Story.PARTNER_HIJACK, 12, 21, 3, SETTINGS.begin());
        LogRecorder one = new LogRecorder();
        LogRecorder other = new LogRecorder();
        Simulation.runWithLogs(small, one);
        Simulation.runWithLogs(small, other);
        assertThat(other.digest()).isEqualTo(one.digest());
    }

    @Test
    void logs_doNotChangeTheMail() throws IOException {
        Simulation.Settings small = new Simulation.Settings(Story.MIXED, 12, 21, 3, SETTINGS.begin());
        Recorder alone = new Recorder(false);
        LogRecorder together = new LogRecorder();
        Simulation.run(small, alone);
        Simulation.runWithLogs(small, together);
        assertThat(together.labels).isEqualTo(alone.labels);
    }

    @Test
    void signIn_andItsAuditRecord_shareIdTimeAddressAndOutcome() {
        Set<String> audited = LOG.audit.stream()
                .filter(record -> record.text("Operation").startsWith("UserLog"))
                .map(record -> record.text("Id"))
                .collect(Collectors.toSet());
        Set<String> signIns = LOG.signIns.stream().map(one -> one.text("id")).collect(Collectors.toSet());
        assertThat(signIns).isEqualTo(audited).hasSameSizeAs(LOG.signIns);
        for (Arrived one : LOG.signIns) {
            JsonNode record = records.getOrDefault(one.text("id"), one.json());
            assertThat(one.text("createdDateTime"))
                    .isEqualTo(record.path("CreationTime").asText() + "Z");
            assertThat(one.text("ipAddress")).isEqualTo(record.path("ClientIP").asText());
            assertThat(one.text("userPrincipalName"))
                    .isEqualTo(record.path("UserId").asText());
            assertThat(one.json().path("status").path("errorCode").asText())
                    .isEqualTo(record.path("ErrorNumber").asText());
        }
    }

    @Test
    void everyMailThatOneOfUsWrote_hasOneRecordOfItsSending() {
        Set<String> journal = LOG.labels.stream().map(Label::messageId).collect(Collectors.toSet());
        Set<String> sent = new HashSet<>();
        int merged = 0;
        for (JsonNode record : records.values()) {
            if (record.path("Operation").asText().equals("Send")) {
                String id = record.path("Item").path("InternetMessageId").asText();
                // Serial mail goes by the journal.
                if (journal.contains(id)) {
                    assertThat(sent.add(id)).as(id).isTrue();
                } else {
                    merged++;
                }
            }
        }
        Set<String> ours =
                LOG.charter().accounts().stream().map(Charter.Account::address).collect(Collectors.toSet());
        Set<String> written = LOG.labels.stream()
                .filter(label -> !label.direction().equals("inbound"))
                .filter(label -> ours.contains(label.who()) && !label.kind().equals("out-of-office"))
                .map(Label::messageId)
                .collect(Collectors.toSet());
        assertThat(sent).isEqualTo(written);
        assertThat(merged)
                .isGreaterThan(LOG.scenario("marketing-burst").events().size());
    }

    @Test
    void everyMailAndSerialMail_hasRowsInTheTrace() {
        Set<String> traced =
                LOG.traces.stream().map(row -> row.text("MessageId")).collect(Collectors.toSet());
        Set<String> mails = LOG.labels.stream().map(Label::messageId).collect(Collectors.toSet());
        assertThat(traced).containsAll(mails);
        assertThat(LOG.traces).anyMatch(row -> row.text("Status").equals("FilteredAsSpam"));
        assertThat(LOG.traces).allMatch(row -> !row.text("RecipientAddress").isEmpty());
    }

    @Test
    void mailsThatAreOpened_haveComeBefore() {
        Map<String, Instant> received = new HashMap<>();
        LOG.labels.forEach(label -> received.put(label.messageId(), label.time()));
        int opened = 0;
        for (JsonNode record : records.values()) {
            for (JsonNode folder : record.path("Folders")) {
                for (JsonNode item : folder.path("FolderItems")) {
                    Instant came = received.get(item.path("InternetMessageId").asText());
                    assertThat(came).as(record.toString()).isNotNull().isBeforeOrEqualTo(time(record));
                    opened++;
                }
            }
        }
        assertThat(opened).isGreaterThan(LOG.labels.size() / 2);
    }

    private static Instant time(JsonNode record) {
        // Records are to the second, and the second has begun.
        return Instant.parse(record.path("CreationTime").asText() + "Z").plusMillis(999);
    }

    @Test
    void records_arriveInOrderOfArrival_oftenOutOfTheirOwn_andSometimesTwice() {
        long backwards = 0;
        long late = 0;
        for (int i = 1; i < LOG.audit.size(); i++) {
            assertThat(LOG.audit.get(i).day())
                    .isAfterOrEqualTo(LOG.audit.get(i - 1).day());
            Instant earlier = time(LOG.audit.get(i - 1).json());
            backwards += time(LOG.audit.get(i).json()).isBefore(earlier) ? 1 : 0;
            late += time(LOG.audit.get(i).json()).isBefore(earlier.minus(Duration.ofHours(2))) ? 1 : 0;
        }
        double size = LOG.audit.size();
        assertThat(backwards / size).isBetween(0.1, 0.6);
        assertThat(late / size).isBetween(0.002, 0.05);
        assertThat((size - records.size()) / size).isBetween(0.01, 0.03);
    }

    @Test
    void nobodyActs_beforeTheFirstDayOrAfterTheLast() {
        Organisation organisation = new Founding(SETTINGS, Dice.of(SETTINGS.seed(), "founding")).found();
        Map<String, Person> staff = new HashMap<>();
        organisation.staff().forEach(person -> staff.put(person.address(), person));
        assertThat(organisation.staff().stream()
                        .anyMatch(person -> person.first().isAfter(SETTINGS.begin())))
                .as("somebody begins")
                .isTrue();
        assertThat(organisation.staff().stream()
                        .anyMatch(person -> person.last().isBefore(SETTINGS.end())))
                .as("somebody leaves")
                .isTrue();
        for (JsonNode record : records.values()) {
            Person person = staff.get(record.path("UserId").asText().toLowerCase(Locale.ROOT));
            boolean knocks = record.path("Operation").asText().equals("UserLoginFailed");
            if (person != null && !knocks) {
                LocalDate day = Whereabouts.day(person, time(record));
                assertThat(person.employed(day))
                        .as("%s on %s: %s", person.address(), day, record)
                        .isTrue();
            }
        }
    }

    @Test
    void mostRecords_areWrittenByTheSystemItself() {
        Map<String, Long> byKind = records.values().stream()
                .collect(Collectors.groupingBy(
                        record -> record.path("UserId").asText().startsWith("NT AUTHORITY") ? "system" : "people",
                        Collectors.counting()));
        double share = byKind.getOrDefault("system", 0L) / (double) records.size();
        assertThat(share).isBetween(0.35, 0.75);
    }

    @Test
    void usesOfAnonymousLinks_joinTheirCreation() {
        Map<String, String> created = new HashMap<>();
        Set<String> users = new TreeSet<>();
        for (JsonNode record : records.values()) {
            if (record.path("Operation").asText().equals("AnonymousLinkCreated")) {
                created.put(
                        record.path("UniqueSharingId").asText(),
                        record.path("ObjectId").asText());
            }
        }
        for (JsonNode record : records.values()) {
            if (record.path("Operation").asText().equals("AnonymousLinkUsed")) {
                assertThat(created)
                        .containsEntry(
                                record.path("UniqueSharingId").asText(),
                                record.path("ObjectId").asText());
                users.add(record.path("UserId").asText());
            }
        }
        assertThat(users).hasSizeGreaterThan(5).allMatch(user -> user.startsWith("urn:spo:anon#"));
    }

    @Test
    void labels_nameWhatIsInTheExports() {
        Set<String> known = new HashSet<>(records.keySet());
        LOG.labels.forEach(label -> known.add(label.messageId()));
        for (Scenario scenario : LOG.scenarios) {
            assertThat(known).as(scenario.scenario()).containsAll(scenario.events());
            assertThat(scenario.accounts()).isNotEmpty();
            assertThat(scenario.first()).isBeforeOrEqualTo(scenario.last());
            assertThat(scenario.first()).isAfterOrEqualTo(SETTINGS.learnUntil());
            List<String> told = new ArrayList<>();
            scenario.steps().forEach(step -> told.addAll(step.events()));
            assertThat(told).containsAll(scenario.events());
            assertThat(scenario.sameAs().values()).allMatch(records::containsKey);
        }
        assertThat(LOG.scenarios).extracting(Scenario::scenario).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Story.class)
    void everyStory_inTheSmallestHouse_labelsWhatIsInTheExports(Story story) throws IOException {
        for (long seed = 1; seed < 4; seed++) {
            LogRecorder small = new LogRecorder();
            Simulation.runWithLogs(
                    new Simulation.Settings(story, 5, 14 + (int) seed * 4, seed, SETTINGS.begin()), small);
            Set<String> known = new HashSet<>(small.byId().keySet());
            small.labels.forEach(label -> known.add(label.messageId()));
            small.scenarios.forEach(scenario ->
                    assertThat(known).as("%s, seed %s", story, scenario).containsAll(scenario.events()));
        }
    }

    @Test
    void colleaguesAccountsThatAreMisused_areSignedInToFromElsewhere() throws IOException {
        LogRecorder mixed = new LogRecorder();
        Simulation.runWithLogs(new Simulation.Settings(Story.MIXED, 25, 42, 2, SETTINGS.begin()), mixed);
        List<Scenario> misused = mixed.scenarios.stream()
                .filter(scenario -> scenario.type().equals("internal-phishing"))
                .toList();
        assertThat(misused).hasSizeGreaterThan(3);
        assertThat(misused)
                .anyMatch(scenario -> scenario.steps().get(0).step().equals("sign-in"))
                .allMatch(scenario -> scenario.kind() == Scenario.Kind.ATTACK)
                .allMatch(scenario -> !scenario.sameAs().isEmpty());
    }

    @Test
    void everyLookAlike_isThere() {
        assertThat(LOG.scenarios.stream()
                        .filter(scenario -> scenario.kind() == Scenario.Kind.BENIGN_LOOKALIKE)
                        .map(Scenario::type))
                .containsExactlyInAnyOrder(
                        "travelling-manager",
                        "marketing-burst",
                        "moved-house",
                        "invitations",
                        "mail-app-consent",
                        "stale-phone",
                        "genuine-rfp");
    }

    @Test
    void marketing_writesByTheHundredWithinHalfAnHour() {
        Scenario burst = LOG.scenario("marketing-burst");
        assertThat(burst.events()).hasSize(800);
        assertThat(Duration.between(burst.first(), burst.last())).isLessThan(Duration.ofMinutes(26));
    }

    @Test
    void spray_doesNotSucceed() {
        Scenario phone = LOG.scenario("stale-phone");
        assertThat(step(phone, "guessed").events()).hasSizeGreaterThan(30);
        assertThat(step(phone, "guessed").events()).allMatch(id -> operation(id).equals("UserLoginFailed"));
        assertThat(step(phone, "stale-password").events()).hasSize(16);
    }

    @Test
    void attack_goesFromTheLureToTheBurst() {
        Scenario attack = LOG.scenario("partner-hijack");
        List<String> order = List.of(
                "lure",
                "lure-opened",
                "sign-in",
                "file-search",
                "link-created",
                "link-used",
                "file-downloaded",
                "inbox-rule",
                "lateral",
                "lateral-opened",
                "more-taken",
                "burst",
                "answers-deleted",
                "shut-out");
        for (int i = 1; i < order.size(); i++) {
            assertThat(step(attack, order.get(i)).time())
                    .as("%s after %s", order.get(i), order.get(i - 1))
                    .isAfter(step(attack, order.get(i - 1)).time());
        }
        assertThat(Duration.between(
                        step(attack, "lure-opened").time(),
                        step(attack, "sign-in").time()))
                .isBetween(Duration.ofMinutes(170), Duration.ofMinutes(190));
        assertThat(attack.firstAccountActivity())
                .isEqualTo(step(attack, "sign-in").time());
        assertThat(attack.accounts()).hasSize(3);
        assertThat(step(attack, "burst-sent").events()).hasSize(320);
    }

    @Test
    void stranger_comesFromWhereNobodyOfTheHouseHasBeen() {
        Scenario attack = LOG.scenario("partner-hijack");
        String address = ip(step(attack, "sign-in").events().get(0));
        assertThat(step(attack, "link-used").events()).allMatch(id -> ip(id).equals(address));
        assertThat(step(attack, "burst-sent").events()).allMatch(id -> ip(id).equals(address));
        for (JsonNode record : records.values()) {
            boolean same =
                    record.path("ClientIP").asText().replaceFirst(":\\d+$", "").equals(address);
            assertThat(same && time(record).isBefore(attack.firstAccountActivity()))
                    .as(record.toString())
                    .isFalse();
        }
    }

    private static Scenario.Step step(Scenario scenario, String name) {
        return scenario.steps().stream()
                .filter(step -> step.step().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no step " + name + " in " + scenario.steps()));
    }

    private static JsonNode record(String id) {
        return Objects.requireNonNull(records.get(id), id);
    }

    private static String operation(String id) {
        return record(id).path("Operation").asText();
    }

    private static String ip(String id) {
        return record(id).path("ClientIP").asText();
    }
}
