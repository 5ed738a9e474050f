package dev.kith.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.connect.intel.IntelTables;
import dev.kith.connect.source.InputReader;
import dev.kith.connect.source.Timeline;
import dev.kith.event.Actor;
import dev.kith.event.Authentication;
import dev.kith.event.Endpoint;
import dev.kith.event.Event;
import dev.kith.event.FileHostingActivity;
import dev.kith.event.MailboxActivity;
import dev.kith.event.UserManagement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The logs go through the readers that real exports go through. */
class ReadByKithTest {
    @Test
    void everyRecord_isReadWithoutAProblem_andRepeatsAreDropped(@TempDir Path folder) throws Exception {
        try (DirectoryWriter writer = new DirectoryWriter(folder)) {
            Simulation.runWithLogs(
                    new Simulation.Settings(Story.PARTNER_HIJACK, 25, 40, 5, LocalDate.of(2026, 3, 2)), writer);
        }
        IntelTables intel = IntelTables.builtIn();
        InputReader reader = LogsOnly.reader(intel);
        Set<String> ids = new HashSet<>();
        Set<String> kinds = new TreeSet<>();
        int signIns = 0;
        try (Timeline timeline = reader.read(
                List.of(folder.resolve("audit"), folder.resolve("signins"), folder.resolve("messagetrace")),
                (done, total, events) -> {})) {
            assertThat(timeline.report().problemsByCode()).isEmpty();
            assertThat(timeline.report().unknownPieces()).isZero();
            for (Event event : timeline) {
                assertThat(event.problems()).as(event.toString()).isEmpty();
                assertThat(ids.add(event.id().value())).as(event.toString()).isTrue();
                check(event);
                kinds.add(kind(event));
                signIns += event instanceof Authentication ? 1 : 0;
            }
            assertThat(timeline.report().repeats()).isGreaterThan(signIns);
        }
        assertThat(kinds)
                .contains(
                        "EmailTrace",
                        "mailbox ITEMS_ACCESSED",
                        "mailbox SEND",
                        "mailbox RULE_CREATED",
                        "file DOWNLOAD",
                        "file OPEN",
                        "file UPLOAD",
                        "file ANONYMOUS_LINK_CREATED",
                        "file ANONYMOUS_LINK_USED",
                        "user PASSWORD_CHANGE",
                        "user CONSENT",
                        "user GROUP_CHANGE",
                        "user MFA_CHANGE",
                        "sign-in SUCCESS",
                        "sign-in FAILURE",
                        "sign-in INTERRUPTED");
        assertThat(ids).hasSizeGreaterThan(lines(folder.resolve("audit")) * 9 / 10);
    }

    private static void check(Event event) {
        if (event instanceof Authentication signIn) {
            assertThat(signIn.endpoint()).as(event.toString()).isPresent();
        }
        if (event instanceof FileHostingActivity file && file.operation().startsWith("AnonymousLinkUsed")) {
            assertThat(file.actor().kind()).isEqualTo(Actor.Kind.ANONYMOUS);
        }
    }

    private static String kind(Event event) {
        if (event instanceof MailboxActivity mailbox) {
            return "mailbox " + mailbox.activity();
        }
        if (event instanceof FileHostingActivity file) {
            return "file " + file.activity();
        }
        if (event instanceof UserManagement user) {
            return "user " + user.activity();
        }
        if (event instanceof Authentication signIn) {
            return "sign-in " + signIn.outcome();
        }
        return event.getClass().getSimpleName();
    }

    private static int lines(Path folder) throws IOException {
        int lines = 0;
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                lines += Files.readAllLines(file).size();
            }
        }
        return lines;
    }

    @Test
    void peopleComeFromNetworksOfTheirCountries() {
        IntelTables intel = IntelTables.builtIn();
        for (Culture culture : Culture.values()) {
            Dice dice = Dice.of(1, culture);
            HomeLine.Kind kind = HomeLine.sixAtHome(culture) ? HomeLine.Kind.DUAL : HomeLine.Kind.POOL;
            HomeLine line = new HomeLine(kind, culture.home().address(dice), culture, 7, java.util.Optional.empty());
            for (int i = 0; i < 20; i++) {
                String address = line.address(
                        java.time.Instant.parse("2026-03-10T10:00:00Z").plusSeconds(i * 700_000L), dice);
                Endpoint endpoint =
                        intel.endpoint(dev.kith.event.IpAddress.parse(address).orElseThrow());
                assertThat(endpoint.asn()).as(address).isNotZero();
                assertThat(endpoint.traits()).as(address).isEmpty();
            }
        }
    }
}
