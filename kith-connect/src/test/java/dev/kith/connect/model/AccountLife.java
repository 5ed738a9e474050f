package dev.kith.connect.model;

import static dev.kith.connect.model.TestRecords.HOSTED;
import static dev.kith.connect.model.TestRecords.OFFICE;
import static dev.kith.connect.model.TestRecords.WINDOWS;

import dev.kith.detect.AccountContext;
import dev.kith.detect.Detection;
import dev.kith.detect.Models;
import dev.kith.event.AccountId;
import dev.kith.event.EmailTrace;
import dev.kith.event.Endpoint;
import dev.kith.event.Event;
import dev.kith.event.FileHostingActivity;
import dev.kith.event.MailboxActivity;
import dev.kith.investigate.Incident;
import dev.kith.pipeline.AccountJudge;
import dev.kith.pipeline.AccountJudgement;
import dev.kith.pipeline.AccountNames;
import dev.kith.pipeline.Desk;
import dev.kith.profile.AccountProfiles;
import dev.kith.profile.Profiles;
import dev.kith.profile.Staff;
import dev.kith.profile.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A small office that works for forty days, and then whatever a test does to it. */
final class AccountLife {
    static final String ANN = "ann@wharf.example";
    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    static final Instant THEN = START.plus(Duration.ofDays(40)).plus(Duration.ofHours(2));
    static final List<String> PEOPLE =
            List.of(ANN, "ben@wharf.example", "cem@wharf.example", "dag@wharf.example", "eva@wharf.example");

    final TestRecords records = new TestRecords();
    /** The last day of somebody who has left. */
    static final LocalDate LAST_DAY = LocalDate.ofInstant(START, ZoneOffset.UTC).plusDays(20);

    final List<Detection> detections = new ArrayList<>();
    private final Desk desk;
    private final AccountJudge judge;

    AccountLife() {
        this(
                new Staff(Map.of(
                        new AccountId("left@wharf.example"),
                        new Staff.Member("", "", "", "", "", "left", Optional.of(LAST_DAY)))),
                (life, early) -> {});
    }

    /** @param also what goes on beside on each of the days, from six in the morning */
    AccountLife(Staff staff, BiConsumer<AccountLife, Instant> also) {
        AccountProfiles profiles = new AccountProfiles(new Profiles(1_000), staff);
        desk = new Desk(a -> a.domain().equals("wharf.example"), AccountNames.Known.NOBODY, profiles.peers()::of);
        judge = new AccountJudge(
                profiles,
                World.unknown(),
                Models.of(ModelFile.builtIn()),
                new AccountContext(a -> a.domain().equals("wharf.example"), new FreeMail()),
                desk);
        for (int day = 0; day < 40; day++) {
            Instant morning = START.plus(Duration.ofDays(day));
            also.accept(this, morning.minus(Duration.ofHours(2)));
            for (int i = 0; i < PEOPLE.size(); i++) {
                workday(PEOPLE.get(i), morning.plus(Duration.ofMinutes(7L * i)));
            }
        }
        detections.clear();
    }

    private void workday(String account, Instant at) {
        Endpoint home =
                TestRecords.endpoint("198.51.100." + (20 + PEOPLE.indexOf(account)), 64501, "Fjord Home Lines", "NO");
        take(records.signIn(account, at, OFFICE, WINDOWS));
        for (int i = 1; i < 8; i++) {
            Instant then = at.plus(Duration.ofMinutes(40L * i));
            take(records.mailbox(MailboxActivity.Activity.ITEMS_ACCESSED, account, then, OFFICE, WINDOWS, Map.of()));
            take(records.file(
                    FileHostingActivity.Activity.OPEN, account, then.plusSeconds(60), OFFICE, WINDOWS, "Plan.docx"));
        }
        take(records.mailbox(
                MailboxActivity.Activity.SEND, account, at.plus(Duration.ofHours(6)), OFFICE, WINDOWS, Map.of()));
        take(records.signIn(account, at.plus(Duration.ofHours(11)), home, WINDOWS));
    }

    List<Detection> take(Event event) {
        AccountJudgement judgement = judge.judge(event).orElseThrow();
        desk.take(judgement, true);
        detections.addAll(judgement.detections());
        return judgement.detections();
    }

    /** A mail that is sent: its record, and a second later the row of the trace. */
    List<Detection> mail(String account, String to, Instant at, Endpoint from, String agent, String subject) {
        String id = "<" + account + "." + at.getEpochSecond() + "." + to + ">";
        List<Detection> found = take(records.sending(account, at, from, agent, id, subject));
        EmailTrace row = records.passed(account, to, at.plusSeconds(1), id, subject);
        judge.take(row);
        desk.take(row);
        return found;
    }

    /** A mail that came in, by its row of the trace. */
    void passed(String from, String to, Instant at, String subject) {
        judge.take(records.passed(from, to, at, "<" + from + "." + at.getEpochSecond() + ">", subject));
    }

    List<Incident> raised() {
        return desk.incidents().stream().filter(i -> i.raised()).toList();
    }

    List<Incident> benign() {
        return desk.incidents().stream().filter(i -> !i.raised()).toList();
    }

    List<String> fired() {
        return detections.stream().map(d -> d.model().id()).distinct().toList();
    }

    /** Somebody signs in with Ann's password from a rented server. */
    void breakIn() {
        take(records.signIn(ANN, THEN, HOSTED, TestRecords.MAC));
    }
}
