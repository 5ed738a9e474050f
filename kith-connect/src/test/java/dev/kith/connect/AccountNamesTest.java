package dev.kith.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.connect.intel.Intel;
import dev.kith.connect.source.InputReader;
import dev.kith.connect.source.InputSettings;
import dev.kith.connect.source.Progress;
import dev.kith.connect.source.Timeline;
import dev.kith.event.Event;
import dev.kith.pipeline.AccountNames;
import dev.kith.profile.AccountFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One account under several names, and several people who must not become one. */
class AccountNamesTest {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final String OBJECT = "8ce32bb2-be78-4949-95d7-77bf7d2b036e";
    private static final String OTHER = "920b5041-d7fe-4926-94c4-fc671be9cc43";
    private static final String PASSPORT = "10032000DA7E483F";
    private static final String CLAIM = "i:0h.f|membership|10032000da7e483f@live.com";

    @TempDir
    Path folder;

    private final List<String> lines = new ArrayList<>();

    @Test
    void aRenamedAccount_isOne_inEveryLogAndSpelling() throws IOException {
        signIn("Ida.Holm@harbour.example", OBJECT, 0);
        mailbox("IDA.HOLM@harbour.example", PASSPORT, 1);
        file("ida.holm@harbour.example", CLAIM, 2);
        file("i:0h.f|membership|ida.holm@harbour.example", CLAIM, 3);
        signIn("ida.berg@harbour.example", OBJECT, 20);
        mailbox("Ida.Berg@harbour.example", PASSPORT + "@harbour.onmicrosoft.example", 21);
        file("ida.berg@harbour.example", CLAIM, 22);
        mailbox("ida.holm@harbour.example", "", 23);
        file("i:0h.f|membership|10032000da7e483f@live.com", CLAIM, 24);
        mailbox(OBJECT, "", 25);
        assertThat(accounts()).hasSize(10).containsOnly("ida.berg@harbour.example");
    }

    @Test
    void whoeverGetsTheNameOfSomebodyWhoWasRenamed_isSomebodyElse() throws IOException {
        signIn("ida@harbour.example", OBJECT, 0);
        signIn("ida.berg@harbour.example", OBJECT, 20);
        signIn("ida@harbour.example", OTHER, 30);
        assertThat(accounts())
                .containsExactly("ida.berg@harbour.example", "ida.berg@harbour.example", "ida@harbour.example");
    }

    @Test
    void whoeverIsRenamedToTheNameOfSomebodyWhoLeft_staysApart() throws IOException {
        signIn("sales@harbour.example", OTHER, 0);
        signIn("ida@harbour.example", OBJECT, 10);
        signIn("sales@harbour.example", OBJECT, 30);
        assertThat(accounts()).containsExactly("sales@harbour.example", "ida@harbour.example", "sales@harbour.example");
    }

    @Test
    void namesInUseAtOnceInOneLog_arePeople_whateverIdAnExportGaveThem() throws IOException {
        for (int day = 0; day < 9; day++) {
            signIn("ida@harbour.example", OBJECT, day);
            signIn("kim@harbour.example", OBJECT, day);
        }
        assertThat(accounts()).contains("ida@harbour.example", "kim@harbour.example");
    }

    @Test
    void aPlaceholderForAnId_bindsNobody() throws IOException {
        signIn("ida@harbour.example", "00000000-0000-0000-0000-000000000000", 0);
        signIn("kim@harbour.example", "00000000-0000-0000-0000-000000000000", 20);
        mailbox("lee@harbour.example", "Not Available", 21);
        mailbox("max@harbour.example", "Not Available", 30);
        assertThat(accounts()).doesNotHaveDuplicates();
    }

    @Test
    void principalNameAndMailAddress_ofOneAccountInTwoLogs_areOne() throws IOException {
        for (int day = 0; day < 9; day++) {
            file("ih@harbour.onmicrosoft.example", CLAIM, day);
            mailbox("ida.holm@harbour.example", PASSPORT, day);
        }
        assertThat(accounts()).hasSize(18).containsOnly("ida.holm@harbour.example");
    }

    @Test
    void aGuest_isNotTheColleagueOfTheSameName() throws IOException {
        signIn("ida_wharf.example#EXT#@harbour.onmicrosoft.example", OTHER, 0);
        signIn("ida@wharf.example", OBJECT, 1);
        assertThat(accounts())
                .containsExactly("ida_wharf.example#ext#@harbour.onmicrosoft.example", "ida@wharf.example");
    }

    private List<String> accounts() throws IOException {
        Files.write(folder.resolve("logs.jsonl"), lines);
        InputSettings settings = InputSettings.defaults();
        List<Event> events = new ArrayList<>();
        try (Timeline timeline = new InputReader(
                        Formats.all(
                                (bytes, where) -> {
                                    throw new IllegalStateException("taken for a mail");
                                },
                                Intel.unknown(),
                                settings),
                        settings)
                .read(List.of(folder), Progress.none())) {
            timeline.forEach(events::add);
        }
        AccountNames names = new AccountNames();
        events.forEach(names::observe);
        AccountNames.Known known = names.conclude();
        return events.stream()
                .map(event -> known.of(AccountFacts.actor(event).orElseThrow())
                        .account()
                        .value())
                .toList();
    }

    private void signIn(String user, String id, int day) {
        lines.add("{\"id\":\"r" + lines.size() + "\",\"createdDateTime\":\"" + at(day) + "\",\"userPrincipalName\":\""
                + user + "\",\"userId\":\"" + id
                + "\",\"appId\":\"a\",\"ipAddress\":\"198.51.100.7\",\"status\":{\"errorCode\":0}}");
    }

    private void mailbox(String user, String key, int day) {
        audit("MailItemsAccessed", 50, "Exchange", user, key, day);
    }

    private void file(String user, String key, int day) {
        audit("FileAccessed", 6, "OneDrive", user, key, day);
    }

    private void audit(String operation, int type, String workload, String user, String key, int day) {
        lines.add("{\"CreationTime\":\"" + at(day) + "\",\"Id\":\"r" + lines.size() + "\",\"Operation\":\"" + operation
                + "\",\"RecordType\":" + type + ",\"Workload\":\"" + workload + "\",\"UserId\":\"" + user
                + "\",\"UserKey\":\"" + key + "\",\"UserType\":0}");
    }

    private Instant at(int day) {
        return START.plus(Duration.ofDays(day)).plusSeconds(lines.size());
    }
}
