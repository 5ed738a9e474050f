package dev.kith.connect.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.Link;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkTruthTest {
    private final LinkReading reading = new LinkReading(new SampleIntel());

    private Link anchor(String text, String href) {
        List<Link> links = reading.fromHtml("<p><a href=\"" + href + "\">" + text + "</a></p>", Set.of())
                .links();
        assertThat(links).hasSize(1);
        return links.get(0);
    }

    private Link uri(String uri) {
        return reading.fromUris(List.of(uri), Link.Place.PDF, Set.of()).get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "https://contoso-my.sharepoint.com/:b:/g/personal/jane_contoso_example/EaBc, FILE_STORAGE, contoso",
        "https://contoso.sharepoint.com/sites/x, FILE_STORAGE, contoso",
        "https://acme.app.box.com/s/1, FILE_STORAGE, acme",
        "https://app.box.com/s/1, FILE_STORAGE, ''",
        "https://onedrive.live.com/?cid=A1B2&id=3, FILE_STORAGE, A1B2",
        "https://docs.google.com/a/acme.example/document/d/1/edit, WEB, acme.example",
        "https://docs.google.com/forms/d/e/1/viewform, FORM, ''",
        "https://sites.google.com/view/acme-rfp/home, WEB, acme-rfp",
        "https://acme-rfp.web.app/x, FREE_HOSTING, acme-rfp",
        "https://acme1.blob.core.windows.net/c/x.html, FILE_STORAGE, acme1",
        "https://bucket.s3.eu-west-1.amazonaws.com/x.html, WEB, bucket",
        "https://s3.eu-west-1.amazonaws.com/bucket/x.html, WEB, bucket",
        "https://storage.googleapis.com/bucket/x.html, WEB, bucket",
        "https://acme.typeform.com/to/1, FORM, acme",
        "https://bit.ly/3abc, SHORTENER, ''",
        "https://click.mailer.example/x/y, TRACKING, ''",
        "http://192.0.2.7/a, IP_LITERAL, ''",
        "'mailto:jane@partner.example?subject=x', MAILTO, ''",
        "'data:text/html;base64,PGI+', DATA_URI, ''",
        "https://www.partner.example/, WEB, ''",
    })
    void kindAndTenant_followTheHost(String url, Link.Kind kind, String tenant) {
        assertThat(uri(url).kind()).isEqualTo(kind);
        assertThat(uri(url).tenant()).isEqualTo(tenant);
    }

    @ParameterizedTest
    @CsvSource({
        "http://3221225991/a, 192.0.2.7",
        "http://0xC0000207/a, 192.0.2.7",
        "http://0300.0.2.7/a, 192.0.2.7",
        "http://192.0.519/a, 192.0.2.7",
        "http://%31%39%32.0.2.7/a, 192.0.2.7",
        "'http://[2001:db8::1]:8080/a', 2001:db8::1",
        "HTTP://WWW.Partner.EXAMPLE./a, www.partner.example",
        "'https:\\\\www.partner.example\\a', www.partner.example",
        "https://www.bücher.example/a, www.xn--bcher-kva.example",
        "https://user@www.partner.example:8443/a, www.partner.example",
        "'https://www.partner.example#@other.example/', www.partner.example",
        "//www.partner.example/a, www.partner.example",
    })
    void hostIsReadAsBrowsersDo(String url, String host) {
        assertThat(uri(url).host()).isEqualTo(host);
    }

    @Test
    void numbersThatAreNoAddress_areNoIpLiteral() {
        assertThat(HostNames.ipv4("1.2.3.4.5")).isEmpty();
        assertThat(HostNames.ipv4("1.2.3.256")).isEmpty();
        assertThat(HostNames.ipv4("99999999999")).isEmpty();
        assertThat(HostNames.ipv4("")).isEmpty();
        assertThat(HostNames.ipv4("a.1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "www.partner.example/login, https://www.evil.test/, true",
        "https://partner.com, https://www.evil.test/, true",
        "partner.com, https://www.evil.test/, true",
        "partner.com/documents, https://www.evil.test/, true",
        "Open www.partner.com today, https://www.evil.test/, true",
        "www.partner.com, https://files.partner.com/d, false",
        "www.partner.com, http://partner.com/, false",
        "report.pdf, https://www.evil.test/, false",
        "RFP_acme.docx, https://contoso.sharepoint.com/x, false",
        "README.md, https://code.example/x, false",
        "archive.zip, https://code.example/x, false",
        "Node.js, https://code.example/x, false",
        "ASP.NET, https://code.example/x, false",
        "jane@partner.com, https://www.evil.test/, false",
        "Click here, https://www.evil.test/, false",
        "version 1.2.3.4, https://www.evil.test/, false",
        "youtube.com/watch, https://youtu.be/1, false",
        "www.amazon.com, https://www.amazon.de/x, false",
        "www.partner.com, https://bit.ly/x, true",
        "www.partner.com, https://www.google.com/url?q=https%3A%2F%2Fwww.partner.com%2F, false",
        "www.google.com, https://www.google.com/url?q=https%3A%2F%2Fwww.evil.test%2F, true",
        "www.partner.com, https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.partner.com%2F&data=1, false",
        "https://eur02.safelinks.protection.outlook.com/?url=1, https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.partner.com%2F&data=1, false",
        "www.partner.com, https://protect-eu.mimecast.com/s/AbC?domain=partner.com, false",
        "www.partner.com, https://protect-eu.mimecast.com/s/AbC?domain=evil.test, true",
        "www.partner.com, https://protect-eu.mimecast.com/s/AbC, false",
        "www.partner.com, mailto:jane@other.example, false",
    })
    void showsOtherDomain_onlyWhenTheTextIsAnAddressElsewhere(String text, String href, boolean shows) {
        assertThat(anchor(text, href).traits().contains(Link.Trait.SHOWS_OTHER_DOMAIN))
                .isEqualTo(shows);
    }

    @Test
    void wordsHideALink_anAddressDoesNot() {
        assertThat(anchor("Open the document", "https://x.example/").traits()).contains(Link.Trait.HIDDEN);
        assertThat(anchor("https://x.example/", "https://x.example/").traits()).doesNotContain(Link.Trait.HIDDEN);
        assertThat(anchor("jane@x.example", "mailto:jane@x.example").traits()).doesNotContain(Link.Trait.HIDDEN);
    }

    @ParameterizedTest
    @CsvSource({
        "https://x.example/u?e=jane.doe%40acme.example",
        "https://x.example/u#jane.doe@acme.example",
        "https://x.example/JANE.DOE@ACME.EXAMPLE/1",
        "https://x.example/u?e=amFuZS5kb2VAYWNtZS5leGFtcGxl",
        "https://x.example/u?e=6a616e652e646f654061636d652e6578616d706c65",
        "https://jane.doe@acme.example@x.example/",
    })
    void recipientInTheLink_isSeenPlainAndEncoded(String url) {
        Link link = reading.fromUris(List.of(url), Link.Place.PDF, Set.of("jane.doe@acme.example", "x@y.example"))
                .get(0);

        assertThat(link.traits()).contains(Link.Trait.CARRIES_RECIPIENT);
        assertThat(uri(url).traits()).doesNotContain(Link.Trait.CARRIES_RECIPIENT);
    }

    @Test
    void addressOfSomebodyElse_isNotCarried() {
        String encoded = Base64.getUrlEncoder().encodeToString("bob@acme.example".getBytes(StandardCharsets.UTF_8));
        for (String url : List.of("https://x.example/?e=" + encoded, "https://x.example/bob@acme.example")) {
            assertThat(reading.fromUris(List.of(url), Link.Place.PDF, Set.of("jane@acme.example"))
                            .get(0)
                            .traits())
                    .doesNotContain(Link.Trait.CARRIES_RECIPIENT);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://x.example/, PLAIN_HTTP, true",
        "https://x.example/, PLAIN_HTTP, false",
        "https://x.example:8443/, ODD_PORT, true",
        "https://x.example:443/, ODD_PORT, false",
        "https://www.bank.example@x.example/, USERINFO, true",
        "https://x.example/@name, USERINFO, false",
        "https://bücher.example/, PUNYCODE, true",
        "https://bücher.example/, HOMOGLYPH, false",
        "https://аcmе.example/, HOMOGLYPH, true",
        "https://xn--80ak6aa92e.example/, HOMOGLYPH, true",
        "https://почта.example/, HOMOGLYPH, false",
        "https://x.example/out?url=https%3A%2F%2Fy.example%2F, OPEN_REDIRECT, true",
        "https://x.example/out?url=https%3A%2F%2Fwww.x.example%2F, OPEN_REDIRECT, false",
        "https://x.example/share?url=https%3A%2F%2Fy.example%2F, OPEN_REDIRECT, false",
        "https://x.example/owa/auth/logon.aspx, SIGN_IN_PATH, true",
        "https://x.example/microsoft/index.html, SIGN_IN_PATH, true",
        "https://www.microsoft.com/microsoft/index.html, SIGN_IN_PATH, false",
        "https://microsoft-login.web.app/, SIGN_IN_PATH, true",
        "https://x.example/blog/2026, SIGN_IN_PATH, false",
        "https://x.example/list/unsubscribe?u=1, UNSUBSCRIBE, true",
    })
    void traitsMeanWhatTheySay(String url, Link.Trait trait, boolean present) {
        assertThat(uri(url).traits().contains(trait)).isEqualTo(present);
    }

    @Test
    void unsubscribeIsKnownByItsText() {
        assertThat(anchor("Newsletter abbestellen", "https://x.example/1").traits())
                .contains(Link.Trait.UNSUBSCRIBE);
    }

    @Test
    void whatLeadsNowhere_isLeftOut() {
        assertThat(reading.fromUris(
                        List.of("", "tel:+4930123", "cid:image001", "#top", "about:blank", "plain words", "http:///"),
                        Link.Place.PDF,
                        Set.of()))
                .isEmpty();
    }

    @Test
    void hugeAddress_isCut() {
        Link link = uri("https://x.example/" + "a".repeat(100_000));

        assertThat(link.href()).hasSize(LinkMaking.HREF_CHARS_MAX);
        assertThat(link.host()).isEqualTo("x.example");
    }
}
