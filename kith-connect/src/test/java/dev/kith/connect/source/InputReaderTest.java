package dev.kith.connect.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.event.EmailActivity;
import dev.kith.event.Event;
import dev.kith.event.SourceRef;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputReaderTest {
    @TempDir
    Path folder;

    @TempDir
    Path temporary;

    private InputSettings settings = InputSettings.defaults().withThreads(2);

    @Test
    void mailsOfFoldersAndContainers_standInOrderOfTime() throws IOException {
        write("box/b.eml", mail("2026-01-02T00:00:00Z", "second"));
        write("box/deep/er/a.eml", mail("2026-01-03T00:00:00Z", "third"));
        write("box/c.bin", gzip(mail("2026-01-01T00:00:00Z", "first")));
        write(
                "all.zip",
                zip(
                        "x/1",
                        mail("2026-01-04T00:00:00Z", "fourth"),
                        "2.zip",
                        zip("y", mail("2026-01-05T00:00:00Z", "fifth"))));
        Timeline timeline = read(folder.resolve("all.zip"), folder.resolve("box"));
        assertThat(subjects(timeline)).containsExactly("first", "second", "third", "fourth", "fifth");
        assertThat(sources(timeline))
                .containsExactly("box/c.bin!c.bin", "box/b.eml", "box/deep/er/a.eml", "all.zip!x/1", "all.zip!2.zip!y");
        assertThat(timeline.report().piecesByFormat()).containsEntry("mail", 5L);
        assertThat(timeline.report().problems()).isEmpty();
        assertThat(subjects(timeline)).as("a second time").hasSize(5);
    }

    @Test
    void mboxIsTakenApart_butNotAtSentences() throws IOException {
        String one = "From ida@harbour.example Mon Jan  5 10:00:00 2026\n" + text("2026-01-01T00:00:00Z", "one")
                + "\nFrom here on at 10:00 all is quiet\nreally\n\n>From the quay\n\n";
        String two = "From - Mon Jan  5 10:01:00 2026\r\n"
                + text("2026-01-02T00:00:00Z", "two").replace("\n", "\r\n");
        write("mails", (one + two).getBytes(StandardCharsets.UTF_8));
        write("single", one.getBytes(StandardCharsets.UTF_8));
        Timeline timeline = read(folder.resolve("mails"));
        assertThat(subjects(timeline)).containsExactly("one", "two");
        assertThat(sources(timeline)).containsExactly("mails#1", "mails#2");
        assertThat(sources(read(folder.resolve("single")))).containsExactly("single");
        assertThat(((EmailActivity) timeline.iterator().next()).text().preview())
                .contains("\nFrom the quay");
    }

    @Test
    void unknownAndUnreadablePieces_areNamed() throws IOException {
        write("in/empty", new byte[0]);
        write("in/paper.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
        write("in/broken.gz", Arrays.copyOf(gzip(mail("2026-01-01T00:00:00Z", "cut")), 30));
        Files.createSymbolicLink(folder.resolve("in/loop"), folder.resolve("in"));
        Timeline timeline = read(folder.resolve("in"), folder.resolve("nowhere"));
        assertThat(timeline.report().problems())
                .extracting(found -> found.where() + " " + found.problem().code())
                .containsExactly(
                        "in/broken.gz!broken unreadable",
                        "in/empty unknown-kind",
                        "in/loop symbolic-link",
                        "in/paper.pdf unknown-kind",
                        "nowhere not-found");
        assertThat(timeline.report().unknownPieces()).isEqualTo(2);
    }

    @Test
    void maildirMails_areRead_withoutThoseBeingDelivered() throws IOException {
        write("md/cur/1.host:2,S", mail("2026-01-01T00:00:00Z", "seen"));
        write("md/new/2.host", mail("2026-01-02T00:00:00Z", "new"));
        write("md/tmp/3.host", mail("2026-01-03T00:00:00Z", "half"));
        assertThat(subjects(read(folder.resolve("md")))).containsExactly("seen", "new");
    }

    @Test
    void aMailFoundTwice_isOneEvent_butAnotherWithItsIdIsNot() throws IOException {
        write("a/1.eml", mail("2026-01-01T00:00:00Z", "same"));
        write("b/1.eml", mail("2026-01-01T00:00:00Z", "same"));
        write("b/2.eml", mail("2026-01-01T00:00:00Z", "other"));
        Timeline timeline = read(folder.resolve("b"), folder.resolve("a"));
        assertThat(sources(timeline)).containsExactlyInAnyOrder("a/1.eml", "b/2.eml");
        assertThat(timeline.report().repeats()).isEqualTo(1);
    }

    @Test
    void containersThatUnfoldWithoutEnd_areStopped() throws IOException {
        byte[] start = ("From x Mon Jan  5 10:00:00 2026\n" + text("2026-01-01T00:00:00Z", "long"))
                .getBytes(StandardCharsets.UTF_8);
        byte[] zeros = Arrays.copyOf(start, 4 << 20);
        write("bomb.zip", zip("0", zeros, "1", zeros));
        write("bomb.gz", gzip(zeros));
        write("skipped.gz", gzip(zip("0", new byte[4 << 20], "1", start)));
        byte[] deep = mail("2026-01-01T00:00:00Z", "deep");
        for (int i = 0; i < 8; i++) {
            deep = gzip(deep);
        }
        write("deep", deep);
        settings = new InputSettings(1 << 20, temporary, 2, 4, 10, 1 << 20, 1 << 20, Duration.ofMinutes(1), 10);
        Timeline timeline = read(folder);
        assertThat(timeline.report().problemsByCode())
                .containsEntry("container-bomb", 4L)
                .containsEntry("container-too-deep", 1L);
    }

    @Test
    void spilledEvents_comeBackInOrder_andLeaveNothingBehind() throws IOException {
        List<String> expected = new ArrayList<>();
        ByteArrayOutputStream mbox = new ByteArrayOutputStream();
        for (int i = 0; i < 1_000; i++) {
            String time = Instant.parse("2026-01-01T00:00:00Z")
                    .plusSeconds(i * 7919L % 1000)
                    .toString();
            mbox.write(("From x Mon Jan  5 10:00:00 2026\n" + text(time, "mail " + i) + "\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        for (int i = 0; i < 1_000; i++) {
            expected.add(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(i).toString());
        }
        write("big.mbox", mbox.toByteArray());
        InputSettings small = settings.withMemoryBytes(64 * 1024).withTemporary(temporary);
        try (Timeline timeline = reader(small).read(List.of(folder), Progress.none())) {
            assertThat(files(temporary)).hasSize(1);
            for (int pass = 0; pass < 2; pass++) {
                List<String> times = new ArrayList<>();
                timeline.forEach(event -> times.add(event.occurredAt().toString()));
                assertThat(times).isEqualTo(expected);
            }
            assertThat(timeline.report().outOfOrder()).isPositive();
        }
        assertThat(files(temporary)).isEmpty();
    }

    @Test
    void noRoomForSpilling_isAClearFailure() throws IOException {
        ByteArrayOutputStream mbox = new ByteArrayOutputStream();
        for (int i = 0; i < 1_000; i++) {
            mbox.write(("From x Mon Jan  5 10:00:00 2026\n" + text("2026-01-01T00:00:00Z", "mail " + i) + "\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        write("big.mbox", mbox.toByteArray());
        Path missing = temporary.resolve("missing");
        InputSettings small = settings.withMemoryBytes(64 * 1024).withTemporary(missing);
        for (int threads = 1; threads <= 2; threads++) {
            InputReader reader = reader(small.withThreads(threads));
            assertThatThrownBy(() -> reader.read(List.of(folder), Progress.none()))
                    .isInstanceOf(TemporarySpaceException.class)
                    .hasMessageContaining("temporary folder " + missing);
        }
    }

    @Test
    void aPieceThatNeedsTooMuchMemory_endsTheReading_andIsNeverJustMissing() throws IOException {
        write("in/1.eml", mail("2026-01-01T00:00:00Z", "one"));
        write("in/2.eml", mail("2026-01-02T00:00:00Z", "two"));
        SourceFormat greedy = new MailFormat(
                (bytes, source) -> {
                    throw new OutOfMemoryError("no room for " + source);
                },
                settings.mailBytesMax());
        for (int threads = 1; threads <= 2; threads++) {
            InputReader reader = new InputReader(List.of(greedy), settings.withThreads(threads));
            assertThatThrownBy(() -> reader.read(List.of(folder), Progress.none()))
                    .isInstanceOf(OutOfMemoryError.class)
                    .hasMessageContaining("in/");
        }
    }

    private Timeline read(Path... inputs) throws IOException {
        return reader(settings).read(List.of(inputs), Progress.none());
    }

    private static InputReader reader(InputSettings settings) {
        return new InputReader(
                List.of(
                        new MboxFormat(InputReaderTest::parse, settings.mailBytesMax()),
                        new MailFormat(InputReaderTest::parse, settings.mailBytesMax())),
                settings);
    }

    /** A stand-in for the parser of mails: time, subject and text of the forms made here. */
    private static EmailActivity parse(byte[] bytes, SourceRef source) {
        String text = new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n");
        String time =
                text.substring(text.indexOf("Date: ") + 6).lines().findFirst().orElseThrow();
        String subject = text.substring(text.indexOf("Subject: ") + 9)
                .lines()
                .findFirst()
                .orElseThrow();
        return SimpleMail.of("<1@harbour.example>", Instant.parse(time), source, subject, text, Arrays.hashCode(bytes));
    }

    private static String text(String time, String subject) {
        return "From: Ida <ida@harbour.example>\nDate: " + time + "\nSubject: " + subject + "\n\nHello\n";
    }

    private static byte[] mail(String time, String subject) {
        return text(time, subject).getBytes(StandardCharsets.UTF_8);
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] zip(String name, byte[] bytes, String otherName, byte[] otherBytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
            zip.putNextEntry(new ZipEntry(otherName));
            zip.write(otherBytes);
        }
        return out.toByteArray();
    }

    private static byte[] zip(String name, byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private static List<String> subjects(Timeline timeline) {
        List<String> subjects = new ArrayList<>();
        for (Event event : timeline) {
            subjects.add(((EmailActivity) event).subject());
        }
        return subjects;
    }

    private static List<String> sources(Timeline timeline) {
        List<String> sources = new ArrayList<>();
        for (Event event : timeline) {
            sources.add(event.source().toString());
        }
        return sources;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
