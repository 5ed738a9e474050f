package dev.kith.connect.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.Attachment;
import dev.kith.event.EmailActivity;
import dev.kith.event.Link;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Broken bytes never make the parser throw, nor give more than it promises. Every finding is kept as a file in {@code fuzz/}. */
class MailParserFuzzTest {
    private static final int CASES = 3_000;
    private static final int HREF_CHARS_MAX = 8_192; // what the reader of links promises

    /** Lines that change the meaning of a mail wherever they come to stand. */
    private static final List<String> TELLING = List.of(
            "",
            "--bound",
            "--bound--",
            "Content-Type: text/html; charset=utf-16",
            "Content-Type: multipart/mixed; boundary=bound",
            "Content-Type: multipart/alternative; boundary=\"other\"",
            "Content-Type: message/rfc822",
            "Content-Type: application/pkcs7-mime",
            "Content-Transfer-Encoding: base64",
            "Content-Transfer-Encoding: quoted-printable",
            "Content-Transfer-Encoding: x-uuencode",
            "begin 644 a.exe",
            "<style>*{display:none}p .a{color:#fff",
            "<!--[if mso]><table><a href=\"",
            "<base href=\"//x.example/\"><svg><a xlink:href='",
            "-----Original Message-----",
            "> quoted",
            "-- ",
            "From: \"a (b <c@d.example>, =?utf-8?B?w6k?=",
            "Received: from a (b [192.0.2.1]) by c; Tue, 3 Mar 2026 08:15:27 +0000");

    @Test
    void mutatedSample_isParsedAndStaysWithinTheLimits() {
        List<byte[]> seeds = new ArrayList<>();
        Samples.messages().forEach(file -> seeds.add(Samples.bytes(file)));
        seeds.addAll(AttachedFiles.messages());
        seeds.add(AttachedFiles.lure());
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            byte[] original = seeds.get(random.nextInt(seeds.size()));
            byte[] other = seeds.get(random.nextInt(seeds.size()));
            byte[] mutated = random.nextBoolean() ? lines(original, random) : bytes(original, other, random);
            check(mutated, "seed " + seed);
        }
    }

    @TestFactory
    Stream<DynamicTest> formerFinding_isParsedAndStaysWithinTheLimits() {
        return Samples.files("fuzz").stream()
                .map(file -> DynamicTest.dynamicTest(name(file), () -> check(Samples.bytes(file), name(file))));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static void check(byte[] message, String name) {
        EmailActivity event = Samples.parseWithLinks(message);
        assertThat(event.sizeBytes()).as(name).isEqualTo(message.length);
        assertThat(event.id().value()).as(name).isNotBlank();
        assertThat(event.links()).as(name).hasSizeLessThanOrEqualTo(Budget.LINKS_MAX);
        assertThat(event.attachments()).as(name).hasSizeLessThanOrEqualTo(Budget.ATTACHMENTS_MAX);
        assertThat(event.problems()).as(name).hasSizeLessThanOrEqualTo(Budget.PROBLEMS_MAX);
        for (Link link : event.links()) {
            assertThat(link.href().length()).as(name).isLessThanOrEqualTo(HREF_CHARS_MAX);
        }
        for (Attachment file : event.attachments()) {
            assertThat(file.name().length()).as(name).isLessThanOrEqualTo(FileNames.NAME_CHARS_MAX);
        }
    }

    /** Lines lost, doubled, moved, joined, and others set between them. */
    private static byte[] lines(byte[] original, Random random) {
        String text = new String(original, StandardCharsets.ISO_8859_1);
        List<String> lines = new ArrayList<>(List.of(text.split("\r?\n", -1)));
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes && lines.size() > 2; i++) {
            int at = random.nextInt(lines.size());
            int other = random.nextInt(lines.size());
            switch (random.nextInt(5)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, lines.get(other));
                case 2 -> lines.set(at, lines.set(other, lines.get(at)));
                case 3 -> lines.set(at, lines.get(at) + lines.get(other));
                default -> lines.add(at, TELLING.get(random.nextInt(TELLING.size())));
            }
        }
        String end = random.nextInt(8) == 0 ? "\r" : random.nextBoolean() ? "\r\n" : "\n";
        return String.join(end, lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(byte[] original, byte[] other, Random random) {
        byte[] bytes = original.clone();
        int flips = 1 + random.nextInt(12);
        for (int i = 0; i < flips; i++) {
            bytes[random.nextInt(bytes.length)] = (byte)
                    (random.nextInt(4) == 0 ? " \n\r;:<>\"(=,\0".charAt(random.nextInt(12)) : random.nextInt(256));
        }
        if (random.nextInt(3) == 0) {
            bytes = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
        }
        if (random.nextInt(4) == 0) {
            int from = random.nextInt(other.length);
            int to = Math.min(other.length, from + random.nextInt(400));
            int at = random.nextInt(bytes.length);
            byte[] spliced = Arrays.copyOf(bytes, bytes.length + to - from);
            System.arraycopy(bytes, at, spliced, at + to - from, bytes.length - at);
            System.arraycopy(other, from, spliced, at, to - from);
            bytes = spliced;
        }
        return bytes;
    }
}
