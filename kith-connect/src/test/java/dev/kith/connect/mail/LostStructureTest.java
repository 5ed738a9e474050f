package dev.kith.connect.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.EmailActivity;
import dev.kith.event.Link;
import dev.kith.event.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LostStructureTest {
    private static final String HEAD = """
            From: Jane <j@a.example>
            To: u@b.example
            Subject: The contract
            Date: Tue, 3 Mar 2026 08:15:27 +0000
            Message-ID: <1@a.example>
            """;
    private static final String SAYS = "Please open the contract and sign it";
    private static final String PAGE = "<p>" + SAYS + "</p><a href=\"https://x.example/a\">sign</a>";
    private static final String PARTS =
            "--b1\nContent-Type: text/plain\n\n" + SAYS + "\n--b1\nContent-Type: text/html\n\n" + PAGE + "\n--b1--\n";

    private static List<String> codes(EmailActivity event) {
        return event.problems().stream().map(Problem::code).toList();
    }

    private static void saysAndLinks(EmailActivity event) {
        assertThat(event.text().preview()).startsWith(SAYS).doesNotContain("b1").doesNotContain("Content-Type");
        assertThat(event.links()).extracting(Link::href).containsExactly("https://x.example/a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/alternative; boundary=b2",
                "multipart/alternative; boundary=",
                "multipart/alternative",
                "multipart/alternative boundary=b1",
                "multipart/alternative, boundary=b1",
                "multipart/alternative; boundary='b1'",
                "multipart/alternative; boundary==?utf-8?Q?b1?=",
                "multipart/alternative; boundary=b1; boundary=b2",
                "multipart/alternative; boundary=\" b1 \"",
                "multipart/alternative; boundary=B1",
                "multipart/alternative; boundary*0=b; boundary*1=1",
                "multipart; boundary=b1",
                "multi part/alternative; boundary=b1",
                "\"multipart/alternative\"; boundary=b1",
                "text/html",
                "text/plain\nContent-Type: multipart/alternative; boundary=b1"
            })
    void partsUnderAHeaderThatDoesNotTellOfThem_areFoundAndNamed(String type) {
        EmailActivity event = Samples.parse(HEAD + "Content-Type: " + type + "\n\n" + PARTS);
        saysAndLinks(event);
        assertThat(codes(event)).containsAnyOf("boundary-wrong", "boundary-missing", "parts-undeclared");
    }

    @Test
    void partsWithoutAnyDeclaration_areFound() {
        EmailActivity event = Samples.parse(HEAD + "\n" + PARTS);
        saysAndLinks(event);
        assertThat(codes(event)).containsExactly("parts-undeclared");
    }

    @Test
    void textThatShowsALineOfDashes_staysOneText() {
        EmailActivity event = Samples.parse(HEAD + "\n--------------\n\nHello\n--------------\nYours\n");
        assertThat(event.text().preview()).contains("Hello").contains("Yours");
        assertThat(codes(event)).isEmpty();
    }

    @Test
    void multipartWithoutParts_isReadAsText() {
        EmailActivity event = Samples.parse(
                HEAD
                        + "Content-Type: multipart/mixed; boundary=q\n\nHello\n-----Original Message-----\nFrom: u@b.example\n");
        assertThat(event.text().preview()).startsWith("Hello");
        assertThat(codes(event)).containsExactly("multipart-without-parts");
    }

    @Test
    void headerTornByAnEmptyLine_isReadToItsEnd() {
        EmailActivity event = Samples.parse(HEAD
                + "\nMIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n" + base64(PAGE));
        saysAndLinks(event);
        assertThat(codes(event)).containsExactly("header-torn");
    }

    @Test
    void partWhoseHeaderRunsIntoItsText_keepsItsText() {
        EmailActivity event =
                Samples.parse(HEAD + "Content-Type: multipart/mixed; boundary=b1\n\n--b1\nContent-Type: text/html\n"
                        + PAGE + "\n--b1--\n");
        assertThat(event.text().preview()).startsWith(SAYS);
    }

    @Test
    void lineWithoutAName_doesNotEndTheHeader() {
        saysAndLinks(
                Samples.parse(HEAD + "no field at all\nContent-Type: multipart/alternative; boundary=b1\n\n" + PARTS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\r\r\n", "\r\n"})
    void linesEndedInAnyWay_areLines(String end) {
        String message = HEAD + "Content-Type: multipart/alternative; boundary=b1\n\n" + PARTS;
        EmailActivity event = Samples.parse(message.replace("\n", end));
        saysAndLinks(event);
        assertThat(event.from().address().toString()).isEqualTo("j@a.example");
    }

    @Test
    void messageStoredInUtf16_isRead() {
        String message = "\ufeff" + HEAD + "Content-Type: multipart/alternative; boundary=b1\n\n" + PARTS;
        EmailActivity event = Samples.parse(message.getBytes(StandardCharsets.UTF_16LE));
        saysAndLinks(event);
        assertThat(codes(event)).containsExactly("message-in-utf-16");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "base64;",
                "base64 (as always)",
                "\"base64\"",
                "base-64",
                "x-base64",
                "7bit",
                "8bit",
                "7bit\nContent-Transfer-Encoding: base64"
            })
    void base64UnderAWrongName_isDecoded(String encoding) {
        EmailActivity event = Samples.parse(HEAD + "Content-Type: text/html\nContent-Transfer-Encoding: " + encoding
                + "\n\n" + base64(PAGE + "<p>and send it back</p>"));
        saysAndLinks(event);
        assertThat(codes(event)).containsExactly("encoding-undeclared");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Quoted-Printable;", "quoted_printable", "7bit", "qp"})
    void quotedPrintableUnderAWrongName_isDecoded(String encoding) {
        EmailActivity event = Samples.parse(HEAD + "Content-Type: text/html\nContent-Transfer-Encoding: " + encoding
                + "\n\n<p style=3D\"color:#000\">Please open the =\ncontract and sign =\nit</p>"
                + "<a href=3D\"https://x.example/a\">sign</a>\n");
        saysAndLinks(event);
    }

    @Test
    void codeWithEqualsSigns_isNotTakenForQuotedPrintable() {
        EmailActivity event =
                Samples.parse(HEAD + "\nsum =\n  first\nname=20\nage=3D\ntype=b200\nrate=1e6\ntotal =\n  sum\n");
        assertThat(event.text().preview()).contains("name=20").contains("age=3D");
        assertThat(codes(event)).isEmpty();
    }

    @Test
    void keyInBase64_isNotTakenForText() {
        byte[] random = new byte[300];
        new Random(7).nextBytes(random);
        String key = Base64.getMimeEncoder().encodeToString(random);
        EmailActivity event = Samples.parse(HEAD + "\n" + key + "\n");
        assertThat(event.text().preview()).startsWith(key.substring(0, 20));
    }

    @Test
    void multipartEncodedAsAWhole_isDecoded() {
        EmailActivity event = Samples.parse(
                HEAD + "Content-Type: multipart/alternative; boundary=b1\nContent-Transfer-Encoding: base64\n\n"
                        + base64(PARTS));
        saysAndLinks(event);
    }

    private static String base64(String text) {
        return Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "\n";
    }
}
