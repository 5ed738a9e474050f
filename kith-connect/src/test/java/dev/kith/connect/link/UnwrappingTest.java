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

class UnwrappingTest {
    private static final String TARGET = "https://files.partner.example/d/1?x=1&y=2";
    private static final String ENCODED = "https%3A%2F%2Ffiles.partner.example%2Fd%2F1%3Fx%3D1%26y%3D2";

    private final LinkReading reading = new LinkReading(new SampleIntel());

    private Link link(String uri) {
        return reading.fromUris(List.of(uri), Link.Place.PDF, Set.of()).get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "safelinks https://eur02.safelinks.protection.outlook.com/?url=%s&data=05%%7C01&sdata=abc&reserved=0",
                "safelinks https://gcc02.safelinks.protection.office365.us/?url=%s&data=1",
                "safelinks https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=%s&locale=en",
                "proofpoint-v1 https://urldefense.proofpoint.com/v1/url?u=%s&k=aaa%%3D%%3D&r=b",
                "barracuda https://linkprotect.cudasvc.com/url?a=%s&c=E,1,abc&typo=1",
                "trend-micro https://ca-1234.ctp.trendmicro.com:443/wis/clicktime/v1/query?url=%s&umid=1&auth=2",
                "fireeye https://protect2.fireeye.com/v1/url?k=1&q=1&e=2&u=%s",
                "libraesva https://urlsand.esvalabs.com/?u=%s&e=1&h=2&f=y&p=y",
                "azure-mail https://emails.azure.net.safelink.emails.azure.net/redirect/?destination=%s&p=bT0",
                "outlook-image-proxy https://outlook.office.com/actions/ei?u=%s&d=2026",
                "whatsapp https://l.wl.co/l?u=%s",
                "cisco https://secure-web.cisco.com/1AbCdEf-_x/%s",
                "symantec https://clicktime.symantec.com/3AbC/6H2?u=%s",
                "trustwave https://scanmail.trustwave.com/?c=1&d=2&u=%s",
                "edgepilot https://link.edgepilot.com/s/1/2?u=%s",
                "hornetsecurity https://atpscan.global.hornetsecurity.com/?d=1&f=2&u=%s",
                "vade https://mail.eu.vadesecure.com/safeproxy/v4?f=1&i=2&u=%s",
                "fortimail https://gw.fortimailcloud.com/fmlurlsvc/?fewReq=1&url=%s",
                "avanan https://avanan.url-protection.com/v1/url?o=%s&g=1",
                "redirect-google https://www.google.com/url?q=%s&sa=D",
                "redirect-google https://www.google.de/url?sa=t&url=%s",
                "redirect-google https://googleweblight.com/i?u=%s",
                "redirect-anonymous https://href.li/?%s",
                "redirect-app https://go.onelink.me/x?pid=1&af_web_dp=%s",
                "redirect-app https://x.page.link/?link=%s&apn=y",
                "redirect-app https://app.adjust.com/abc?redirect=%s",
                "redirect-youtube https://www.youtube.com/redirect?event=x&q=%s",
                "redirect-facebook https://l.facebook.com/l.php?u=%s&h=AT0",
                "redirect-instagram https://l.instagram.com/?u=%s&e=1",
                "redirect-linkedin https://www.linkedin.com/safety/go?url=%s&trk=x",
                "redirect-tumblr https://t.umblr.com/redirect?z=%s&t=1",
                "redirect-duckduckgo https://duckduckgo.com/l/?uddg=%s&rut=1",
                "redirect-doubleclick https://googleads.g.doubleclick.net/aclk?sa=l&adurl=%s",
                "redirect-vk https://vk.com/away.php?to=%s",
                "redirect-slack https://slack-redir.net/link?url=%s",
                "redirect-yahoo https://r.search.yahoo.com/_ylt=A/RV=2/RU=%s/RK=2/RS=x",
                "gmx https://deref-gmx.net/mail/client/x/dereferrer/?redirectUrl=%s",
                "click-counter https://click.mailer.example/c/1?redirect=%s&id=7",
            })
    void everyWrapperWithAnEncodedAddress_isTakenOff(String name, String wrapped) {
        Link link = link(wrapped.replace("%s", ENCODED).replace("%%", "%"));

        assertThat(link.target()).isEqualTo(TARGET);
        assertThat(link.wrappers()).extracting(Link.Wrapper::name).containsExactly(name);
        assertThat(link.opaque()).isFalse();
        assertThat(link.domain()).isEqualTo("partner.example");
        assertThat(link.traits().contains(Link.Trait.OPEN_REDIRECT)).isEqualTo(name.startsWith("redirect-"));
    }

    @Test
    void proofpointV2_readsHyphensAsPercentAndUnderscoresAsSlash() {
        Link link = link("https://urldefense.proofpoint.com/v2/url?u=https-3A__files.partner.example_a-2Db-5Fc-3Fx-3D1"
                + "&d=DwMFAg&c=aaa&r=bbb&m=ccc&s=ddd&e=");

        assertThat(link.target()).isEqualTo("https://files.partner.example/a-b_c?x=1");
        assertThat(link.wrappers()).extracting(Link.Wrapper::name).containsExactly("proofpoint-v2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                // nothing taken out
                "https://a.partner.example/x #none https://a.partner.example/x",
                // one character each
                "https://a.partner.example/x?a*1*b=2 =& https://a.partner.example/x?a=1&b=2",
                // runs of two and three, then a single one: the cursor moves on by the run
                "https://a.partner.example/**Ax**By*z #!,;:? https://a.partner.example/#!x,;:y?z",
                // one slash after the scheme, as some mailers leave it
                "https:/a.partner.example/x #none https:/a.partner.example/x",
                // a token without characters left stays as it stands
                "https://a.partner.example/x*y*z = https://a.partner.example/x=y*z",
            })
    void proofpointV3_putsCharactersBack(String address, String taken, String expected) {
        String bytes = taken.equals("#none") ? "" : base64(taken);
        Link link = link("https://urldefense.com/v3/__" + address + "__;" + bytes + "!!AbC!dEf-gh$");

        assertThat(link.target()).isEqualTo(expected);
        assertThat(link.wrappers()).extracting(Link.Wrapper::name).containsExactly("proofpoint-v3");
        assertThat(link.host()).isEqualTo("a.partner.example");
    }

    @Test
    void proofpointV3_runLettersFollowTheUrlAlphabet() {
        String taken =
                "=".repeat(27) + "a" + "&".repeat(28) + "b" + "#".repeat(54) + "c" + "!".repeat(64) + "~".repeat(65);
        String address = "https://x.example/**Z*1**a*2**0*3**-4**_5";
        Link link = link("https://urldefense.us/v3/__" + address + "__;" + base64(taken) + "!!x$");

        assertThat(link.target())
                .isEqualTo("https://x.example/" + "=".repeat(27) + "a1" + "&".repeat(28) + "b2" + "#".repeat(54) + "c3"
                        + "!".repeat(64) + "4" + "~".repeat(65) + "5");
    }

    @Test
    void proofpointV3_countsCharactersNotBytes() {
        Link link = link("https://urldefense.com/v3/__https://x.example/**A-*__;" + base64("äö=") + "!!x$");

        assertThat(link.target()).isEqualTo("https://x.example/äö-=");
    }

    @Test
    void sophos_isBase64() {
        Link link = link("https://eu-west-1.protection.sophos.com/?d=partner.example&u=" + base64(TARGET) + "&i=1&t=2");

        assertThat(link.target()).isEqualTo(TARGET);
        assertThat(link.wrappers()).extracting(Link.Wrapper::name).containsExactly("sophos");
    }

    @Test
    void sophosThatCannotBeRead_isOpaqueWithItsHint() {
        Link link = link("https://eu-west-1.protection.sophos.com/?d=partner.example&u=%%%&i=1");

        assertThat(link.opaque()).isTrue();
        assertThat(link.host()).isEqualTo("partner.example");
    }

    @Test
    void bing_isBase64AfterItsMark() {
        Link link = link("https://www.bing.com/ck/a?!&&p=1&ptn=3&u=a1" + base64(TARGET) + "&ntb=1");

        assertThat(link.target()).isEqualTo(TARGET);
        assertThat(link.traits()).contains(Link.Trait.OPEN_REDIRECT);
    }

    @Test
    void amazonMail_holdsTheAddressInItsPath() {
        String path = "/L0/https:%2F%2Ffiles.partner.example%2Fd%2F1%3Fx%3D1%26y%3D2/1/0100018a-1/abc=300";

        assertThat(link("https://abc.r.eu-west-1.awstrack.me" + path).target()).isEqualTo(TARGET);
        assertThat(link("https://links.partner.example" + path.replace("/L0/", "/CL0/"))
                        .target())
                .isEqualTo(TARGET);
    }

    @Test
    void hostOfAnybody_isNotBelievedToLeadWhereItsPathSays() {
        String path = "/L0/https:%2F%2Flogin.bank.example%2F/1/0100018a-1/abc=300";
        assertThat(link("https://evil.example.net" + path).host()).isEqualTo("evil.example.net");
        String gateway = "https://mail.gateway.example/fmlurlsvc/?fewReq=1&url=" + ENCODED;
        assertThat(link(gateway).host()).isEqualTo("mail.gateway.example");
        assertThat(reading.fromUris(List.of(gateway), Link.Place.PDF, Set.of("u@gateway.example"))
                        .get(0)
                        .target())
                .isEqualTo(TARGET);
    }

    @Test
    void addressHiddenInBase64_isFoundInRedirects() {
        String encoded = Base64.getUrlEncoder().encodeToString(TARGET.getBytes(StandardCharsets.UTF_8));
        assertThat(link("https://click.mailer.example/c?url=" + encoded).target())
                .isEqualTo(TARGET);
        assertThat(link("https://click.mailer.example/c/" + encoded + "/7").target())
                .isEqualTo(TARGET);
        assertThat(link("https://shop.example/out?URL=" + ENCODED).traits()).contains(Link.Trait.OPEN_REDIRECT);
        assertThat(link("https://shop.example/out/" + encoded).traits()).contains(Link.Trait.OPEN_REDIRECT);
    }

    @Test
    void checkPoint_holdsTheAddressBetweenUnderscores() {
        Link plain = link("https://protect.checkpoint.com/v2/r01/___" + TARGET + "___.YzJ1OmFiYw");
        Link oneSlash = link("https://url.avanan.click/v2/___https:/files.partner.example/d___.YXAz");

        assertThat(plain.target()).isEqualTo(TARGET);
        assertThat(plain.wrappers()).extracting(Link.Wrapper::name).containsExactly("checkpoint");
        assertThat(oneSlash.host()).isEqualTo("files.partner.example");
        assertThat(oneSlash.wrappers()).extracting(Link.Wrapper::name).containsExactly("avanan");
    }

    @Test
    void mimecast_isOpaqueAndGivesAHint() {
        String url = "https://protect-eu.mimecast.com/s/AbCdEfGh1234?domain=contoso.sharepoint.com";
        Link link = link(url);

        assertThat(link.opaque()).isTrue();
        assertThat(link.target()).isEqualTo(url);
        assertThat(link.host()).isEqualTo("contoso.sharepoint.com");
        assertThat(link.kind()).isEqualTo(Link.Kind.FILE_STORAGE);
    }

    @Test
    void mimecastWithoutHint_keepsItsOwnHost() {
        Link link = link("https://url.uk.m.mimecastprotect.com/s/AbCdEfGh1234");

        assertThat(link.opaque()).isTrue();
        assertThat(link.host()).isEqualTo("url.uk.m.mimecastprotect.com");
    }

    @Test
    void nestedWrappers_areTakenOffOutermostFirst() {
        String mimecast = "https://protect-us.mimecast.com/s/AbCd?domain=partner.example";
        String proofpoint = "https://urldefense.com/v3/__" + mimecast.replace("?", "*") + "__;Pw!!a$";
        String safeLinks = "https://nam02.safelinks.protection.outlook.com/?url="
                + java.net.URLEncoder.encode(proofpoint, StandardCharsets.UTF_8) + "&data=1";
        Link link = link(safeLinks);

        assertThat(link.wrappers())
                .extracting(Link.Wrapper::name)
                .containsExactly("safelinks", "proofpoint-v3", "mimecast");
        assertThat(link.wrappers()).extracting(Link.Wrapper::opaque).containsExactly(false, false, true);
        assertThat(link.target()).isEqualTo(mimecast);
        assertThat(link.host()).isEqualTo("partner.example");
    }

    @Test
    void wrappersBeyondTheLimit_areStatedAsOpaque() {
        String url = TARGET;
        for (int i = 0; i < Unwrapping.LAYERS_MAX + 3; i++) {
            url = "https://l.wl.co/l?u=" + java.net.URLEncoder.encode(url, StandardCharsets.UTF_8);
        }
        Link link = link(url);

        assertThat(link.wrappers()).hasSize(Unwrapping.LAYERS_MAX);
        assertThat(link.opaque()).isTrue();
    }

    @Test
    void gatewayThatHoldsNoAddress_isOpaque() {
        assertThat(link("https://eur02.safelinks.protection.outlook.com/?url=&data=1")
                        .opaque())
                .isTrue();
    }

    @Test
    void otherPagesOfTheSameSites_areNoWrappers() {
        for (String url : List.of(
                "https://www.google.com/search?q=https%3A%2F%2Fx.example",
                "https://www.youtube.com/watch?v=1",
                "https://www.mimecast.com/products/",
                "https://outlook.office.com/mail/",
                "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fx.example")) {
            assertThat(link(url).wrappers()).as(url).isEmpty();
            assertThat(link(url).target()).as(url).isEqualTo(url);
        }
    }

    @Test
    void ampAndTranslate_leadToTheOrigin() {
        assertThat(link("https://www-partner-example.translate.goog/a?_x_tr_sl=de")
                        .host())
                .isEqualTo("www.partner.example");
        assertThat(link("https://www.google.com/url?q=amp%2Fs%2Ffiles.partner.example%2Fd")
                        .target())
                .isEqualTo("https://files.partner.example/d");
        assertThat(link("https://www.google.com/amp/s/files.partner.example/d").target())
                .isEqualTo("https://files.partner.example/d");
        assertThat(link("https://files-partner-example.cdn.ampproject.org/c/s/files.partner.example/d")
                        .target())
                .isEqualTo("https://files.partner.example/d");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
