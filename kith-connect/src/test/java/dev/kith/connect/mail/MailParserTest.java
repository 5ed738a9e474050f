package dev.kith.connect.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.EmailActivity;
import dev.kith.event.EmailActivity.Kind;
import dev.kith.event.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailParserTest {
    private static List<String> codes(EmailActivity event) {
        return event.problems().stream().map(Problem::code).toList();
    }

    @Test
    void noBytes_giveAnEventThatSaysWhatIsMissing() {
        EmailActivity event = Samples.parse(new byte[0]);
        assertThat(event.id().value()).isEqualTo("sample.mbox#7");
        assertThat(event.occurredAt()).isEqualTo(Instant.EPOCH);
        assertThat(codes(event)).contains("from-missing", "time-missing");
    }

    @Test
    void sameBytes_giveTheSameEvent() {
        for (var file : Samples.messages()) {
            assertThat(Samples.parse(Samples.bytes(file))).isEqualTo(Samples.parse(Samples.bytes(file)));
        }
    }

    @Test
    void lineEnds_makeNoDifferenceToWhatIsRead() {
        for (var file : Samples.messages()) {
            String text = new String(Samples.bytes(file), StandardCharsets.ISO_8859_1);
            if (text.indexOf('\r') >= 0) {
                continue;
            }
            EmailActivity lf = Samples.parse(text.getBytes(StandardCharsets.ISO_8859_1));
            EmailActivity crlf = Samples.parse(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            assertThat(crlf.text()).as(file.toString()).isEqualTo(lf.text());
            assertThat(crlf.origin()).as(file.toString()).isEqualTo(lf.origin());
            assertThat(crlf.links()).as(file.toString()).isEqualTo(lf.links());
        }
    }

    private static final String HEAD = """
            From: Jane <j@a.example>
            To: u@b.example
            Subject: x
            Date: Tue, 3 Mar 2026 08:15:27 +0000
            Message-ID: <3f1c9a52-7b1e-4d0c-9f6a-0c2b8a51d7e4@a.example>
            """;

    @Test
    void handOfAProgram_staysWithAttachmentsRepliesAndCopies() {
        EmailActivity plain = Samples.parse(HEAD + "Content-Type: text/plain\n\nhello\n");
        EmailActivity reply = Samples.parse(HEAD.replace("To:", "In-Reply-To: <q@b.example>\nTo:")
                + "Cc: c@b.example\nContent-Type: multipart/mixed; boundary=q\n\n--q\n\nhello\n--q\n"
                + "Content-Type: application/pdf\n\nx\n--q--\n");
        EmailActivity relayed = Samples.parse("Received: from x.example by y.example; x\nDKIM-Signature: v=1\n" + HEAD
                + "Content-Type: text/plain\nX-Spam-Status: No\nList-Id: <l.example>\n\nhello\n");
        EmailActivity other =
                Samples.parse(HEAD.replace("Message-ID", "Message-Id") + "Content-Type: text/plain\n\nhello\n");
        assertThat(reply.origin().shape()).isEqualTo(plain.origin().shape());
        assertThat(relayed.origin().shape()).isEqualTo(plain.origin().shape());
        assertThat(other.origin().shape()).isNotEqualTo(plain.origin().shape());
    }

    @Test
    void headerBeyondEveryLimit_isCutAndNamed() {
        EmailActivity event = Samples.parse(
                "X-Long: " + "a".repeat(100_000) + "\n" + "X-Many: 1\n".repeat(2_000) + HEAD + "\nhello\n");
        assertThat(codes(event)).contains("header-too-long", "header-too-large");
    }

    @Test
    void partsBeyondTheLimit_areLeftOutAndNamed() {
        EmailActivity event = Samples.parse(HEAD + "Content-Type: multipart/mixed; boundary=q\n\n"
                + "--q\nContent-Type: application/x-y\n\nx\n".repeat(400) + "--q--\n");
        assertThat(codes(event)).contains("too-many-parts");
        assertThat(event.attachments()).hasSizeLessThanOrEqualTo(Budget.ATTACHMENTS_MAX);
    }

    @Test
    void nestingBeyondTheLimit_isNotFollowed() {
        StringBuilder mail = new StringBuilder(HEAD);
        for (int i = 0; i < 500; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        EmailActivity event = Samples.parse(mail + "\nhello\n");
        assertThat(codes(event)).contains("nested-too-deep");
    }

    @Test
    void hugeText_isCutAndNamed() {
        EmailActivity event = Samples.parse(HEAD + "\n" + "word ".repeat(400_000));
        assertThat(codes(event)).contains("text-too-long");
    }

    @Test
    void linkOnlyInThePlainPart_isFoundToo() {
        EmailActivity event = Samples.parse(
                HEAD + "Content-Type: multipart/alternative; boundary=q\n\n--q\n\nsee https://plain.example/1\n"
                        + "--q\nContent-Type: text/html\n\n<a href=\"https://html.example/2\">x</a>\n--q--\n");
        assertThat(event.links())
                .extracting(link -> link.href())
                .containsExactly("https://html.example/2", "https://plain.example/1");
    }

    @Test
    void reportFromAnOrdinarySender_isNoBounce() {
        String report = """
                Content-Type: multipart/report; report-type=delivery-status; boundary=q

                --q

                pay now
                --q
                Content-Type: message/delivery-status

                Action: failed
                --q--
                """;
        assertThat(Samples.parse("Return-Path: <j@a.example>\n" + HEAD + report).kind())
                .isEqualTo(Kind.PERSONAL);
        assertThat(Samples.parse("Return-Path: <>\n" + HEAD + report).kind()).isEqualTo(Kind.BOUNCE);
    }

    @Test
    void charsetNameFollowedByNoise_isStillUnderstood() {
        byte[] mail = (HEAD + "Content-Type: text/plain; charset=iso-8859-2 junk\n\n\u00b1\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Samples.parse(mail).text().preview()).isEqualTo("\u0105");
    }

    @Test
    void ordinaryMail_hasNoProblem() {
        assertThat(Samples.parse(AttachedFiles.mail("hello", Map.of("a.txt", new byte[] {'a'})))
                        .problems())
                .isEmpty();
        for (var file : Samples.messages()) {
            if (file.toString().contains("reply") || file.toString().contains("list")) {
                assertThat(Samples.parse(Samples.bytes(file)).problems())
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }
}
