package dev.kith.connect.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.kith.event.Attachment;
import dev.kith.event.Attachment.Trait;
import dev.kith.event.EmailActivity;
import dev.kith.event.Link;
import dev.kith.event.MailText;
import dev.kith.event.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Mails packed into something else: a signature in one piece, winmail.dat, uuencode, a piece of a message. */
class PackedMailTest {
    private static final String HEAD = """
            From: Jane <j@a.example>
            To: u@b.example
            Subject: The contract
            Date: Tue, 3 Mar 2026 08:15:27 +0000
            Message-ID: <1@a.example>
            MIME-Version: 1.0
            """;
    private static final byte[] INNER = ("Content-Type: text/html\r\n\r\n<p>Please sign the contract</p>"
                    + "<a href=\"https://x.example/a\">here</a>\r\n")
            .getBytes(StandardCharsets.US_ASCII);

    private static EmailActivity parse(String type, byte[] content) {
        return Samples.parse(HEAD + "Content-Type: " + type + "\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(content) + "\n");
    }

    private static byte[] join(byte[]... pieces) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            out.writeBytes(piece);
        }
        return out.toByteArray();
    }

    /** A value with its tag and length, as DER writes it. */
    private static byte[] der(int tag, byte[] value) {
        return join(new byte[] {(byte) tag, (byte) 0x82, (byte) (value.length >> 8), (byte) value.length}, value);
    }

    private static byte[] oid(int last) {
        return new byte[] {6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 7, (byte) last};
    }

    private static byte[] signed(byte[] octets) {
        byte[] content = der(0x30, join(oid(1), der(0xa0, octets)));
        byte[] signedData = der(0x30, join(new byte[] {2, 1, 1}, der(0x31, new byte[0]), content));
        return der(0x30, join(oid(2), der(0xa0, signedData)));
    }

    @Test
    void messageWithinItsSignature_isReadAsIfThereWereNone() {
        EmailActivity event =
                parse("application/pkcs7-mime; smime-type=signed-data; name=smime.p7m", signed(der(4, INNER)));
        assertThat(event.text().preview()).startsWith("Please sign the contract");
        assertThat(event.links()).extracting(Link::href).containsExactly("https://x.example/a");
        assertThat(event.attachments()).isEmpty();
    }

    @Test
    void messageSignedInPieces_isPutTogether() {
        byte[] pieces = join(der(4, Arrays.copyOf(INNER, 40)), der(4, Arrays.copyOfRange(INNER, 40, INNER.length)));
        EmailActivity event = parse("application/x-pkcs7-mime", signed(der(0x24, pieces)));
        assertThat(event.text().preview()).startsWith("Please sign the contract");
    }

    @Test
    void signatureWithinSignatureWithinSignature_endsSomewhere() {
        byte[] message = INNER;
        for (int i = 0; i < 12; i++) {
            byte[] part = "Content-Type: application/pkcs7-mime\r\nContent-Transfer-Encoding: binary\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);
            message = join(part, signed(der(4, message)));
        }
        EmailActivity event = parse("application/pkcs7-mime", signed(der(4, message)));
        assertThat(event.attachments()).extracting(Attachment::type).containsExactly("pkcs7");
    }

    @Test
    void encryptedMessage_isNamedAndStaysClosed() {
        byte[] enveloped = der(0x30, join(oid(3), der(0xa0, new byte[40])));
        EmailActivity event = parse("application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", enveloped);
        assertThat(event.attachments()).singleElement().satisfies(file -> {
            assertThat(file.type()).isEqualTo("pkcs7");
            assertThat(file.traits()).contains(Trait.ENCRYPTED, Trait.NOT_OPENED);
        });
        assertThat(event.text().traits()).contains(MailText.Trait.EMPTY);
    }

    @Test
    void encryptedPgpMessage_isNamed() {
        EmailActivity event = parse(
                "application/octet-stream; name=encrypted.asc",
                "-----BEGIN PGP MESSAGE-----\n\nhQ==\n-----END PGP MESSAGE-----\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(event.attachments())
                .singleElement()
                .satisfies(file -> assertThat(file.traits()).contains(Trait.ENCRYPTED));
    }

    private static byte[] attribute(int name, byte[] value) {
        byte[] head = {
            2,
            (byte) name,
            (byte) (name >> 8),
            (byte) (name >> 16),
            (byte) (name >> 24),
            (byte) value.length,
            (byte) (value.length >> 8),
            0,
            0
        };
        return join(head, value, new byte[2]);
    }

    /** Two files, as Outlook packs them. */
    static byte[] winmail() {
        byte[] page = "<html><form action=\"https://x.example/f\"><input name=p></form></html>"
                .getBytes(StandardCharsets.US_ASCII);
        return join(
                new byte[] {0x78, (byte) 0x9f, 0x3e, 0x22, 1, 0},
                attribute(0x00069002, new byte[14]),
                attribute(0x0006800f, page),
                attribute(0x00018010, "login.html\0".getBytes(StandardCharsets.US_ASCII)),
                attribute(0x00069002, new byte[14]),
                attribute(0x00018010, "run.exe\0".getBytes(StandardCharsets.US_ASCII)),
                attribute(0x0006800f, "MZ..".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void filesInWinmailDat_areAttachments() {
        EmailActivity event = parse("application/ms-tnef; name=winmail.dat", winmail());
        assertThat(event.attachments())
                .extracting(Attachment::name)
                .containsExactly("winmail.dat", "login.html", "run.exe");
        assertThat(event.attachments().get(1).traits()).contains(Trait.HTML_FORM);
        assertThat(event.attachments().get(2).traits()).contains(Trait.EXECUTABLE);
    }

    @Test
    void brokenPackages_areReadAsFarAsTheyGo() {
        Random random = new Random(11);
        for (int i = 0; i < 400; i++) {
            byte[] package_ = i % 2 == 0 ? winmail() : signed(der(4, INNER));
            for (int j = 0; j < 4; j++) {
                package_[random.nextInt(package_.length)] = (byte) random.nextInt(256);
            }
            String type = i % 2 == 0 ? "application/ms-tnef" : "application/pkcs7-mime";
            assertThat(parse(type, package_).attachments()).hasSizeLessThanOrEqualTo(Budget.ATTACHMENTS_MAX);
        }
    }

    @Test
    void fileWrittenIntoATextByUuencode_isAnAttachmentAndNoText() {
        EmailActivity event =
                Samples.parse(HEAD + "\nSee the attached program\n\nbegin 644 run.exe\n#35H`\n`\nend\nBye\n");
        assertThat(event.text().preview())
                .contains("See the attached program")
                .contains("Bye")
                .doesNotContain("begin");
        assertThat(event.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("run.exe");
            assertThat(file.type()).isEqualTo("exe");
            assertThat(file.sizeBytes()).isEqualTo(3);
        });
    }

    @Test
    void textThatBeginsASentence_isNoUuencode() {
        EmailActivity event = Samples.parse(HEAD + "\nPlease\nbegin 644 new lines\nof text.\nend\n");
        assertThat(event.text().preview()).contains("begin 644 new lines");
        assertThat(event.attachments()).isEmpty();
    }

    @Test
    void partEncodedByUuencode_isDecoded() {
        EmailActivity event = Samples.parse(HEAD + "Content-Type: application/octet-stream; name=run.exe\n"
                + "Content-Transfer-Encoding: x-uuencode\n\nbegin 644 run.exe\n#35H`\n`\nend\n");
        assertThat(event.attachments()).extracting(Attachment::type).containsExactly("exe");
    }

    @Test
    void pieceOfAMessage_isNamed() {
        EmailActivity event =
                Samples.parse(HEAD + "Content-Type: message/partial; id=1; number=1; total=2\n\nSubject: x\n\nHello\n");
        assertThat(event.problems()).extracting(Problem::code).containsExactly("message-partial");
        assertThat(event.attachments()).extracting(Attachment::type).containsExactly("partial");
    }

    @Test
    void contentThatStandsElsewhere_isALink() {
        EmailActivity event = Samples.parse(HEAD
                + "Content-Type: message/external-body; access-type=URL; URL=\"https://x.example/a.exe\"\n\n"
                + "Content-Type: application/octet-stream\n\n");
        assertThat(event.links()).extracting(Link::href).containsExactly("https://x.example/a.exe");
        assertThat(event.problems()).extracting(Problem::code).containsExactly("content-elsewhere");
    }

    @Test
    void codeInAPictureThatThePageCarries_isALink() {
        String picture =
                Base64.getEncoder().encodeToString(AttachedFiles.png(AttachedFiles.code("https://x.example/qr")));
        EmailActivity event = Samples.parse(
                HEAD + "Content-Type: text/html\n\n<p>Scan</p><img src=\"data:image/png;base64," + picture + "\">");
        assertThat(event.links())
                .extracting(Link::href, Link::place)
                .containsExactly(tuple("https://x.example/qr", Link.Place.QR_CODE));
    }

    @Test
    void lureBehindALargePicture_isRead() {
        EmailActivity event = Samples.parse(HEAD + "Content-Type: text/html\n\n<img src=\"data:image/png;base64,"
                + "A".repeat(2_000_000) + "\"><p>Please sign</p><a href=\"https://x.example/a\">here</a>");
        assertThat(event.text().preview()).contains("Please sign");
        assertThat(event.links()).extracting(Link::href).containsExactly("https://x.example/a");
    }
}
