package dev.kith.connect.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.connect.source.InputReader;
import dev.kith.connect.source.InputSettings;
import dev.kith.connect.source.MailFormat;
import dev.kith.connect.source.MboxFormat;
import dev.kith.connect.source.Progress;
import dev.kith.connect.source.ReadReport;
import dev.kith.connect.source.Timeline;
import dev.kith.event.EmailActivity;
import dev.kith.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail of which nobody knows when it came. */
class UndatedMailTest {
    private static final String DATED = "Date: Tue, 3 Mar 2026 08:15:27 +0000\n";

    /** More than fit into the least memory. */
    private static final int MANY = 120;

    @TempDir
    private Path folder;

    @Test
    void undatedMail_standsBehindAllOthers_atTheTimeOfTheLast() throws IOException {
        write("a.eml", mail("undated", ""));
        write("box", "From x@y.example Mon Mar  2 10:00:00 2026\n" + mail("late too", "Date: yesterday\n"));
        for (int i = 0; i < MANY; i++) {
            write("b" + i + ".eml", mail("dated " + "x".repeat(i), DATED));
        }
        for (InputSettings settings : settings()) {
            List<Event> events = events(settings);
            assertThat(events).hasSize(MANY + 2);
            assertThat(events)
                    .extracting(event -> ((EmailActivity) event).subject())
                    .endsWith("undated", "late too");
            assertThat(events).extracting(Event::occurredAt).containsOnly(Instant.parse("2026-03-03T08:15:27Z"));
        }
    }

    @Test
    void undatedMail_isNamedAmongWhatCouldNotBeRead_andNotCountedAsOutOfOrder() throws IOException {
        write("a.eml", mail("dated", DATED));
        write("b.eml", mail("undated", ""));
        try (Timeline timeline = timeline(InputSettings.defaults())) {
            ReadReport report = timeline.report();
            assertThat(report.problemsByCode()).containsOnlyKeys(EmailActivity.TIME_MISSING);
            assertThat(report.problems().get(0).where().path()).endsWith("b.eml");
            assertThat(report.outOfOrder()).isZero();
        }
    }

    @Test
    void whereNoMailHasATime_allAreKept() throws IOException {
        write("a.eml", mail("one", ""));
        write("b.eml", mail("two", ""));
        assertThat(events(InputSettings.defaults())).hasSize(2);
    }

    @Test
    void problemsOfItsContent_doNotHideThatAMailHasNoTime() {
        StringBuilder parts = new StringBuilder("From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n");
        for (int i = 0; i < 60; i++) {
            parts.append("--x\nContent-Type: application/zip; name=")
                    .append(i)
                    .append(".zip\n\nPK\u0003\u0004 broken\n");
        }
        EmailActivity mail = Samples.parse(parts + "--x--\n");
        assertThat(mail.problems()).hasSize(Budget.PROBLEMS_MAX);
        assertThat(mail.dated()).isFalse();
    }

    @Test
    void halfACharacter_isKeptOnDiskAsInMemory() throws IOException {
        String half = mail("=?utf-16be?B?2AAAIA==?= =?utf-7?Q?+2AA-?=", DATED)
                .replace(
                        "\n\nHello",
                        "\nContent-Type: text/html\n\n<a href='https://x.example/&#xD800;'>&#xD800; &#55296;</a>");
        for (int i = 0; i < MANY; i++) {
            write("m" + i + ".eml", half + i);
        }
        assertThat(events(settings().get(1))).isEqualTo(events(settings().get(0)));
    }

    private static List<InputSettings> settings() {
        return List.of(
                InputSettings.defaults().withThreads(1),
                InputSettings.defaults().withThreads(3).withMemoryBytes(64 * 1024));
    }

    private List<Event> events(InputSettings settings) throws IOException {
        try (Timeline timeline = timeline(settings)) {
            List<Event> events = new ArrayList<>();
            timeline.forEach(events::add);
            return events;
        }
    }

    private Timeline timeline(InputSettings settings) throws IOException {
        InputReader reader = new InputReader(
                List.of(
                        new MboxFormat(Samples.parser()::parse, settings.mailBytesMax()),
                        new MailFormat(Samples.parser()::parse, settings.mailBytesMax())),
                settings);
        return reader.read(List.of(folder), Progress.none());
    }

    private static String mail(String subject, String date) {
        return "From: Ida <ida@harbour.example>\nTo: b@wharf.example\n" + date + "Subject: " + subject
                + "\nMessage-ID: <" + subject.length() + "@harbour.example>\n\nHello\n";
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
