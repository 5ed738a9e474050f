package dev.kith.connect.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.IpAddress;
import dev.kith.event.MailAddress;
import dev.kith.event.MailAuthentication;
import dev.kith.event.MailAuthentication.Verdict;
import dev.kith.event.Mailbox;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeadersTest {
    private static List<String> addresses(String header) {
        return AddressReader.parse(header).stream().map(Mailbox::toString).toList();
    }

    @Test
    void addressList_isReadAsItIsFound() {
        assertThat(addresses("a@a.example, B Roe <b@b.example>")).containsExactly("a@a.example", "B Roe <b@b.example>");
        assertThat(addresses("Doe, Jane <jane@a.example>")).containsExactly("Doe, Jane <jane@a.example>");
        assertThat(addresses("Security Team, <x@a.example>")).containsExactly("Security Team <x@a.example>");
        assertThat(addresses("\"Doe, Jane\" <jane@a.example.>")).containsExactly("Doe, Jane <jane@a.example>");
        assertThat(addresses("jane@a.example (Jane Doe)")).containsExactly("Jane Doe <jane@a.example>");
        assertThat(addresses("Team: a@a.example, b@b.example;")).containsExactly("a@a.example", "b@b.example");
        assertThat(addresses("undisclosed-recipients:;")).isEmpty();
        assertThat(addresses("=?utf-8?Q?J=C3=BCrgen?= <j@a.example>")).containsExactly("Jürgen <j@a.example>");
        assertThat(addresses("<<a@a.example>>")).containsExactly("a@a.example");
        assertThat(addresses("Jane <jane@a.example")).containsExactly("Jane <jane@a.example>");
        assertThat(addresses("\"very odd\"@a.example")).containsExactly("very odd@a.example");
        assertThat(addresses("Harbour News,(<news@a.example>)")).containsExactly("Harbour News <news@a.example>");
        assertThat(addresses("\"parcels@b.example\", <x@a.example>"))
                .containsExactly("parcels@b.example <x@a.example>");
        assertThat(addresses("\"a@a.example\" <a@a.example>, b@b.example"))
                .containsExactly("a@a.example <a@a.example>", "b@b.example");
        assertThat(addresses("just a name")).containsExactly("just a name <>");
        assertThat(addresses("")).isEmpty();
    }

    @Test
    void longAddressList_takesLinearTime() {
        assertThat(AddressReader.parse("a,".repeat(30_000))).hasSize(AddressReader.ADDRESSES_MAX);
        assertThat(AddressReader.parse("(".repeat(60_000))).isEmpty();
        assertThat(AddressReader.parse(":".repeat(60_000))).hasSizeLessThan(2);
    }

    private static Optional<Long> epoch(String text) {
        return DateReader.parse(text).map(DateReader.Read::epochSecond);
    }

    @Test
    void date_isReadInEveryUsualForm() {
        long expected = 1_772_525_727; // 2026-03-03T08:15:27Z
        assertThat(epoch("Tue, 3 Mar 2026 09:15:27 +0100")).contains(expected);
        assertThat(epoch("Tue, 3 Mar 2026 09:15:27 +0100 (CET)")).contains(expected);
        assertThat(epoch("3 Mar 26 08:15:27 GMT")).contains(expected);
        assertThat(epoch("Tue Mar  3 08:15:27 2026")).contains(expected);
        assertThat(epoch("Tue, 03 Mar 2026 03:15:27 EST")).contains(expected);
        assertThat(epoch("2026-03-03T09:15:27.123+01:00")).contains(expected);
        assertThat(epoch("2026-03-03 08:15:27.342482722 +0000 UTC m=+12.5")).contains(expected);
        assertThat(epoch("3-Mar-2026 08:15:27 +0000")).contains(expected);
        assertThat(epoch("yesterday")).isEmpty();
        assertThat(epoch("Tue, 33 Mar 2026 09:15:27 +0100")).isEmpty();
        assertThat(epoch("")).isEmpty();
    }

    @Test
    void zone_isKeptAsWritten() {
        assertThat(DateReader.parse("Tue, 3 Mar 2026 09:15:27 -0330")
                        .orElseThrow()
                        .zoneMinutes())
                .contains(-210);
        assertThat(DateReader.parse("Tue, 3 Mar 2026 09:15:27").orElseThrow().zoneMinutes())
                .isEmpty();
    }

    @Test
    void receivedLine_isReadInTheFormsOfServers() {
        check(
                "from helo.example (mail.a.example [192.0.2.7]) by mx.b.example (Postfix) with ESMTPS id 1 for <x@b.example>; Tue, 3 Mar 2026 08:15:27 +0000",
                "mail.a.example",
                "192.0.2.7",
                "mx.b.example");
        check(
                "from mail.a.example ([192.0.2.7]:3512 helo=x) by mx.b.example with esmtp (Exim 4.98) id 1; Tue, 3 Mar 2026 08:15:27 +0000",
                "mail.a.example",
                "192.0.2.7",
                "mx.b.example");
        check(
                "from unknown (HELO mail.a.example) (192.0.2.7) by mx.b.example with SMTP; 3 Mar 2026 08:15:27 -0000",
                "mail.a.example",
                "192.0.2.7",
                "mx.b.example");
        check(
                "from mail.a.example (192.0.2.7) by mx.b.example (10.0.0.1) with Microsoft SMTP Server id 15; Tue, 3 Mar 2026 08:15:27 +0000",
                "mail.a.example",
                "192.0.2.7",
                "mx.b.example");
        check(
                "from mail.a.example (mail.a.example. [192.0.2.7]) by mx.b.example with ESMTPS id q1; Tue, 03 Mar 2026 00:15:27 -0800 (PST)",
                "mail.a.example",
                "192.0.2.7",
                "mx.b.example");
        check(
                "from helo ([192.0.2.7]) by mx.b.example; Tue, 3 Mar 2026 08:15:27 +0000",
                "helo",
                "192.0.2.7",
                "mx.b.example");
    }

    private static void check(String line, String from, String address, String by) {
        ReceivedLine read = ReceivedLine.parse(line);
        assertThat(read.hop().from()).as(line).isEqualTo(from);
        assertThat(read.hop().address().map(IpAddress::toString)).as(line).contains(address);
        assertThat(read.hop().by()).as(line).isEqualTo(by);
        assertThat(read.hop().epochSecond()).as(line).isEqualTo(1_772_525_727L);
    }

    @Test
    void recipientOfReceivedLine_isRead() {
        assertThat(ReceivedLine.parse("by a.example with SMTP id 1 for <X@B.example>; x")
                        .recipient())
                .contains(MailAddress.of("x@b.example"));
    }

    private static List<MailAuthentication> results(String name, String value) {
        return AuthenticationReader.read(new HeaderBlock(List.of(new HeaderBlock.Field(name, value))));
    }

    @Test
    void authenticationResults_areReadWithAndWithoutAnAuthservId() {
        assertThat(
                        results(
                                "Authentication-Results",
                                "mx.b.example 1; spf=pass (a; b) smtp.mailfrom=x@a.example; dkim=hardfail header.d=a.example; dmarc=bestguesspass header.from=a.example"))
                .containsExactly(
                        new MailAuthentication("mx.b.example", 0, false, "spf", Verdict.PASS, "a.example"),
                        new MailAuthentication("mx.b.example", 0, false, "dkim", Verdict.FAIL, "a.example"),
                        new MailAuthentication("mx.b.example", 0, false, "dmarc", Verdict.NONE, "a.example"));
        assertThat(
                        results(
                                "Authentication-Results",
                                "spf=softfail (sender IP is 192.0.2.7) smtp.mailfrom=a.example; dkim=none (message not signed) header.d=none;dmarc=fail action=none header.from=b.example;compauth=fail reason=001"))
                .containsExactly(
                        new MailAuthentication("", 0, false, "spf", Verdict.SOFTFAIL, "a.example"),
                        new MailAuthentication("", 0, false, "dkim", Verdict.NONE, ""),
                        new MailAuthentication("", 0, false, "dmarc", Verdict.FAIL, "b.example"),
                        new MailAuthentication("", 0, false, "compauth", Verdict.FAIL, ""));
        assertThat(results(
                        "ARC-Authentication-Results", "i=1; mx.b.example; arc=none; spf=pass smtp.mailfrom=a.example"))
                .containsExactly(
                        new MailAuthentication("mx.b.example", 0, true, "arc", Verdict.NONE, ""),
                        new MailAuthentication("mx.b.example", 0, true, "spf", Verdict.PASS, "a.example"));
        assertThat(results("Authentication-Results", "mx.b.example; none")).isEmpty();
    }

    @Test
    void receivedSpf_isReadInBothForms() {
        assertThat(
                        results(
                                "Received-SPF",
                                "Pass (protection.b.example: domain of a.example designates 192.0.2.7 as permitted sender) receiver=protection.b.example; client-ip=192.0.2.7"))
                .containsExactly(
                        new MailAuthentication("protection.b.example", 0, false, "spf", Verdict.PASS, "a.example"));
        assertThat(
                        results(
                                "Received-SPF",
                                "softfail (b.example: domain of transitioning x@a.example does not designate 192.0.2.7 as permitted sender) client-ip=192.0.2.7;"))
                .containsExactly(new MailAuthentication("b.example", 0, false, "spf", Verdict.SOFTFAIL, "a.example"));
    }

    @Test
    void subject_losesMarksAndTagsInItsKey() {
        SubjectMarks marks = SubjectMarks.of("Re: [berths] AW: Fwd: Re[2]: Plan 14 for March 2026");
        assertThat(marks.key()).isEqualTo("plan 0 for march 0");
        assertThat(marks.reply()).isTrue();
        assertThat(marks.forward()).isTrue();
        assertThat(SubjectMarks.of("Report: done").reply()).isFalse();
        assertThat(SubjectMarks.of("[only a tag]").key()).isEqualTo("[only a tag]");
        assertThat(SubjectMarks.of("TR : plan").forward()).isTrue();
    }

    @Test
    void encodedWords_areDecodedAsProgramsWriteThem() {
        assertThat(EncodedWords.decode("=?utf-8?B?SMOk?= =?utf-8?B?ZmVu?=")).isEqualTo("Häfen");
        assertThat(EncodedWords.decode("=?utf-8?Q?Na=C3?= =?utf-8?Q?=AFve?=")).isEqualTo("Naïve");
        assertThat(EncodedWords.decode("a =?iso-8859-1?q?caf=E9_x?= b")).isEqualTo("a café x b");
        assertThat(EncodedWords.decode("=?utf-8*de?Q?a?= =?x-none?Q?b=3D?=")).isEqualTo("ab=");
        assertThat(EncodedWords.decode("=?utf-8?Q?never closed")).isEqualTo("=?utf-8?Q?never closed");
    }

    @Test
    void parameters_areJoinedAndDecoded() {
        HeaderParameters read = HeaderParameters.parse(
                "Application/PDF; name*0*=utf-8''terms%20; name*1=\"and.pdf\"; x=\"a;b\\\"c\"; charset = utf-8 ");
        assertThat(read.value()).isEqualTo("application/pdf");
        assertThat(read.parameter("name")).isEqualTo("terms and.pdf");
        assertThat(read.parameter("x")).isEqualTo("a;b\"c");
        assertThat(read.parameter("charset")).isEqualTo("utf-8");
    }

    @Test
    void messageIdForm_isTheSameForIdsOfOneProgram() {
        assertThat(form("<3f1c9a52-7b1e-4d0c-9f6a-0c2b8a51d7e4@a.example>"))
                .isEqualTo(form("<00000000-1111-2222-3333-444444444444@a.example>"))
                .isEqualTo("uuid@a.example");
        assertThat(form("<20260306182319.1234-2-jane@x7.a.example>")).isEqualTo("0.0-0-a@a.example");
        assertThat(form("")).isEmpty();
    }

    private static String form(String id) {
        return MessageIds.form(id, host -> host.endsWith("a.example") ? "a.example" : host);
    }
}
