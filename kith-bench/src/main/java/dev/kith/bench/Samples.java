package dev.kith.bench;

import java.nio.charset.StandardCharsets;

/** Input of our own making that looks like what comes in: a letter on a list, a page with wrapped links, an audit record. */
final class Samples {
    /** The house that all samples are addressed to. */
    static final String OUR_DOMAIN = "harbour.example";

    private Samples() {}

    /** A plain answer on a mailing list, quotation and signature included; about 3 KB. */
    static byte[] listMail() {
        return bytes("""
                Return-Path: <build-bounces@lists.quay.example>
                Received: from lists.quay.example (lists.quay.example [192.0.2.20])
                \tby mx1.harbour.example (Postfix) with ESMTPS id 4QxYz12abc
                \tfor <ida.holm@harbour.example>; Mon,  2 Mar 2026 08:14:31 +0000 (UTC)
                Received: from mail.crane.example (mail.crane.example [198.51.100.44])
                \tby lists.quay.example (Postfix) with ESMTP id 77A1B2C3
                \tfor <build@lists.quay.example>; Mon,  2 Mar 2026 08:14:28 +0000 (UTC)
                Authentication-Results: mx1.harbour.example; spf=pass smtp.mailfrom=lists.quay.example;
                \tdkim=pass header.d=crane.example; dmarc=pass header.from=crane.example
                DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=crane.example; s=k1;
                \th=from:to:subject:date:message-id; bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=;
                \tb=dGhpcyBpcyBub3QgYSBzaWduYXR1cmUsIGJ1dCBhcyBsb25nIGFzIG9uZSB1c3VhbGx5IGlzLCBzbyB0aGF0
                From: Tove Lind <tove.lind@crane.example>
                To: Ida Holm <ida.holm@harbour.example>
                Cc: build@lists.quay.example
                Subject: Re: [build] Second crane of the north quay
                Date: Mon, 2 Mar 2026 09:14:25 +0100
                Message-ID: <a7c1f9de-4411-4b0e-9a51-0d2f6f3a77c2@crane.example>
                In-Reply-To: <20260301170112.GA2231@harbour.example>
                References: <20260226101500.GA1990@harbour.example> <20260301170112.GA2231@harbour.example>
                List-Id: Building at the quay <build.lists.quay.example>
                List-Unsubscribe: <https://lists.quay.example/options/build>
                User-Agent: Mutt/2.2.9 (2022-11-12)
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                Hello Ida,

                On Sun, Mar 01, 2026 at 05:01:12PM +0000, Ida Holm wrote:
                > The fitters want to know whether the second crane can be lifted in one piece, and
                > whether the road past the old store bears it. Has anybody measured the gate lately?

                The gate is 6.20 m wide and the road was made for forty tonnes, so it fits, though not
                by much. I would rather take the jib off beforehand: it costs half a day and saves us
                the closed road. The drawings from last autumn are still right, see
                https://wiki.crane.example/north-quay/second-crane for the one with the dimensions.

                > Who tells the neighbours?

                I do, today. Shall we say the twelfth, in the morning, if the wind allows?

                Regards,
                Tove

                --\s
                Tove Lind, Crane & Sons, fitting and lifting
                https://www.crane.example/
                """);
    }

    /** A page with a table for its layout, twelve links behind two gateways, and the same as plain text; about 8 KB. */
    static byte[] pageMail() {
        StringBuilder rows = new StringBuilder();
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            String target = "https%3A%2F%2Fshop.quay.example%2Foffers%2F" + i + "%3Fref%3Dmail";
            String safe = "https://eur01.safelinks.protection.outlook.com/?url=" + target
                    + "&amp;data=05%7C02%7Cida.holm%40harbour.example%7C0123456789abcdef&amp;reserved=0";
            String proof =
                    "https://urldefense.com/v3/__https://shop.quay.example/terms/" + i + "__;!!Ab1cDe2f!Gh3iJk4l$";
            rows.append("<tr><td style=\"padding:8px;font-family:Arial;font-size:14px;color:#333333\">Rope, ")
                    .append(i + 8)
                    .append(" mm, in coils of 100 m, better than last year's and no dearer. <a href=\"")
                    .append(safe)
                    .append("\" style=\"color:#0a58ca\">See the offer</a></td><td><a href=\"")
                    .append(proof)
                    .append("\">Terms</a></td></tr>\n");
            plain.append("Rope, ").append(i + 8).append(" mm, in coils of 100 m, better than last year's.\n");
        }
        return bytes("""
                Return-Path: <news@quay.example>
                Received: from out.quay.example (out.quay.example [192.0.2.31])
                \tby mx1.harbour.example with ESMTPS id 5RaBc34def
                \tfor <ida.holm@harbour.example>; Tue, 3 Mar 2026 10:02:11 +0000
                Authentication-Results: mx1.harbour.example; spf=pass smtp.mailfrom=quay.example;
                \tdkim=pass header.d=quay.example; dmarc=pass header.from=quay.example
                From: Quay Chandlers <news@quay.example>
                To: Ida Holm <ida.holm@harbour.example>
                Subject: Ropes for the season
                Date: Tue, 3 Mar 2026 10:02:05 +0000
                Message-ID: <20260303100205.1.91BD0A5C7E11F2AA@quay.example>
                List-Unsubscribe: <mailto:leave@quay.example>
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary="_=part_7f"

                --_=part_7f
                Content-Type: text/plain; charset=utf-8

                Ropes for the season

                """ + plain + """

                --_=part_7f
                Content-Type: text/html; charset=utf-8

                <html><head><style>td { vertical-align: top } .small { font-size: 11px }</style></head>
                <body bgcolor="#ffffff"><div style="display:none">Coils of 100 m</div>
                <h1 style="font-size:22px">Ropes for the season</h1>
                <table width="600" cellpadding="0" cellspacing="0">
                """ + rows + """
                </table><p class="small">Quay Chandlers, Long Quay 4. You get this because you bought here.</p>
                </body></html>
                --_=part_7f--
                """);
    }

    /** A sign-in as the Management Activity API gives it. */
    static byte[] auditRecord() {
        return bytes("""
                {"CreationTime":"2026-03-02T07:59:58","Id":"5f1e6a10-0000-4000-8000-000000000001",\
                "Operation":"UserLoggedIn","OrganizationId":"11111111-2222-4333-8444-555555555555","RecordType":15,\
                "UserKey":"1003","UserType":0,"Version":1,"Workload":"AzureActiveDirectory",\
                "UserId":"ida.holm@harbour.example","ClientIP":"198.51.100.7","ActorIpAddress":"198.51.100.7",\
                "ObjectId":"00000003-0000-0000-c000-000000000000","ApplicationId":"app-web","ResultStatus":"Success",\
                "ExtendedProperties":[{"Name":"ResultStatusDetail","Value":"Success"},\
                {"Name":"UserAgent","Value":"Mozilla/5.0 (Windows NT 10.0; Win64; x64)"},\
                {"Name":"RequestType","Value":"OAuth2:Authorize"}],\
                "DeviceProperties":[{"Name":"OS","Value":"Windows11"},{"Name":"SessionId","Value":"s-1"}],\
                "ModifiedProperties":[],"ErrorNumber":"0"}
                """);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
