package dev.kith.connect.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.connect.Formats;
import dev.kith.connect.intel.Intel;
import dev.kith.connect.source.InputReader;
import dev.kith.connect.source.InputSettings;
import dev.kith.connect.source.Progress;
import dev.kith.connect.source.ReadReport;
import dev.kith.connect.source.Timeline;
import dev.kith.event.EmailActivity;
import dev.kith.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times that cannot be, and sources whose clocks differ. */
class CrookedClocksTest {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    @TempDir
    Path folder;

    private @Nullable ReadReport report;

    @ParameterizedTest
    @ValueSource(strings = {"2031-05-01T00:00:00", "2004-01-01T00:00:00"})
    void aRecordFarFromAllOthers_isLeftOutAndNamed(String time) throws IOException {
        List<String> lines = audit(60, Duration.ZERO);
        lines.add(3, record("odd", time));
        Files.write(folder.resolve("audit.jsonl"), lines);
        assertThat(read()).hasSize(60);
        assertThat(report().problemsByCode()).containsEntry("record-time-unbelievable", 1L);
        assertThat(report().problems().get(0).where().toString()).endsWith("/audit.jsonl#4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "0001-01-01T00:00:00", "9999-12-31T23:59:59"})
    void aClockThatWasNeverSet_tellsNoTime(String time) throws IOException {
        List<String> lines = audit(2, Duration.ZERO);
        lines.add(record("odd", time));
        Files.write(folder.resolve("audit.jsonl"), lines);
        assertThat(read()).hasSize(2);
        assertThat(report().problemsByCode()).containsEntry("no-time", 1L);
    }

    @Test
    void aMonthOfRecordsAfterALongSilence_isBelieved() throws IOException {
        List<String> lines = audit(60, Duration.ZERO);
        lines.addAll(audit(40, Duration.ofDays(400)));
        Files.write(folder.resolve("audit.jsonl"), lines);
        assertThat(read()).hasSize(100);
        assertThat(report().problemCount()).isZero();
    }

    @Test
    void aMailDatedFarAhead_movesNoOtherMail_andIsJudgedAsOneWithoutATime() throws IOException {
        mails();
        mail("ahead.eml", "Date: Tue, 4 Mar 2036 08:15:27 +0000\n");
        mail("undated.eml", "");
        List<Event> events = read();
        Instant last = START.plus(Duration.ofDays(59));
        assertThat(events).hasSize(62);
        assertThat(events.subList(60, 62)).allSatisfy(event -> {
            assertThat(event.occurredAt()).isEqualTo(last);
            assertThat(((EmailActivity) event).dated()).isFalse();
        });
        assertThat(report().problemsByCode()).containsEntry("date-unbelievable", 1L);
    }

    @Test
    void aMailThatAServerReceived_isBelieved_andSoIsAnOldOne() throws IOException {
        mails();
        mail("new.eml", "Received: from a by b; Tue, 2 Mar 2027 08:15:27 +0000\n");
        mail("old.eml", "Date: Tue, 4 Mar 2008 08:15:27 +0000\n");
        assertThat(read())
                .hasSize(62)
                .allSatisfy(event -> assertThat(((EmailActivity) event).dated()).isTrue());
        assertThat(report().problemCount()).isZero();
    }

    @Test
    void anAuditLogInLocalTime_isNoticedByTheSignInsItShares() throws IOException {
        Files.write(folder.resolve("audit.jsonl"), audit(60, Duration.ofHours(2)));
        Files.write(folder.resolve("signins.jsonl"), signIns(60));
        assertThat(read()).hasSize(60);
        assertThat(report().repeats()).isEqualTo(60);
        assertThat(report().clocks())
                .singleElement()
                .asString()
                .contains("the audit log tells things 2 h later than the sign-in log (60 of 60 compared)");
    }

    @Test
    void anAuditLogAMinuteLate_isNoFinding_andItsSignInsAreMerged() throws IOException {
        Files.write(folder.resolve("audit.jsonl"), audit(60, Duration.ofMinutes(1)));
        Files.write(folder.resolve("signins.jsonl"), signIns(60));
        assertThat(read()).hasSize(60);
        assertThat(report().merged()).isEqualTo(60);
        assertThat(report().clocks()).isEmpty();
        assertThat(report().problemCount()).isZero();
    }

    @Test
    void mailInAnotherZoneThanItsTraces_isNoticed() throws IOException {
        mails();
        List<String> traces = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            traces.add("{\"MessageId\":\"<" + i + ".eml@harbour.example>\",\"Received\":\""
                    + START.plus(Duration.ofDays(i)).minus(Duration.ofMinutes(330))
                    + "\",\"SenderAddress\":\"ida@harbour.example\",\"RecipientAddress\":\"b@wharf.example\","
                    + "\"MessageTraceId\":\"t" + i + "\"}");
        }
        Files.write(folder.resolve("trace.jsonl"), traces);
        read();
        assertThat(report().clocks())
                .singleElement()
                .asString()
                .contains("the mail tells things 5 h 30 min later than the message trace");
    }

    private ReadReport report() {
        return Objects.requireNonNull(report);
    }

    private static List<String> audit(int count, Duration shift) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(record(shift.toDays() + "-" + i, time(i, shift)));
        }
        return lines;
    }

    private static List<String> signIns(int count) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add("{\"id\":\"0-" + i + "\",\"createdDateTime\":\"" + time(i, Duration.ZERO)
                    + "\",\"userPrincipalName\":\"ida@harbour.example\",\"appId\":\"a\",\"appDisplayName\":\"Office\","
                    + "\"clientAppUsed\":\"Browser\",\"ipAddress\":\"198.51.100.7\",\"status\":{\"errorCode\":0}}");
        }
        return lines;
    }

    private static String time(int i, Duration shift) {
        return START.plus(Duration.ofHours(5L * i)).plus(shift).toString();
    }

    private static String record(String id, String time) {
        return "{\"CreationTime\":\"" + time + "\",\"Id\":\"" + id
                + "\",\"Operation\":\"UserLoggedIn\",\"RecordType\":15,\"Workload\":\"AzureActiveDirectory\","
                + "\"UserId\":\"ida@harbour.example\",\"ClientIP\":\"198.51.100.7\"}";
    }

    private void mails() throws IOException {
        for (int i = 0; i < 60; i++) {
            String date = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss Z", Locale.ROOT)
                    .withZone(ZoneOffset.UTC)
                    .format(START.plus(Duration.ofDays(i)));
            mail(i + ".eml", "Date: " + date + "\n");
        }
    }

    private void mail(String name, String head) throws IOException {
        Files.writeString(
                folder.resolve(name),
                "From: Ida <ida@harbour.example>\nTo: b@wharf.example\n" + head + "Subject: " + name + "\nMessage-ID: <"
                        + name + "@harbour.example>\n\nHello " + name + "\n");
    }

    private List<Event> read() throws IOException {
        InputSettings settings = InputSettings.defaults();
        MailParser parser = Samples.parser();
        List<Event> events = new ArrayList<>();
        try (Timeline timeline = new InputReader(Formats.all(parser::parse, Intel.unknown(), settings), settings)
                .read(List.of(folder), Progress.none())) {
            timeline.forEach(events::add);
            report = timeline.report();
        }
        return events;
    }
}
