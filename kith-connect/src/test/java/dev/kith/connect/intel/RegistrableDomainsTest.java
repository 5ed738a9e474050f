package dev.kith.connect.intel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrableDomainsTest {
    private static final RegistrableDomains DOMAINS = new RegistrableDomains(SuffixRules.ofGuava(), Set.of("uk.com"));

    @ParameterizedTest
    @CsvSource({
        "www.acme.de, acme.de",
        "acme.de, acme.de",
        "MAIL.Acme.CO.UK., acme.co.uk",
        "a.b.c.d.e.f.g.h.acme.com.br, acme.com.br",
        "www.city.kawasaki.jp, city.kawasaki.jp",
        "a.acme.kawasaki.jp, a.acme.kawasaki.jp",
        "acme.web.app, web.app",
        "contoso-my.sharepoint.com, sharepoint.com",
        "acme.blogspot.com, blogspot.com",
        "www.acme.uk.com, acme.uk.com",
        "uk.com, uk.com",
        "_dmarc.acme.com, acme.com",
        "a b!c.acme.com, acme.com",
        "www.xn--mller-kva.de, xn--mller-kva.de",
        "www.acme.xn--p1ai, acme.xn--p1ai",
        "www.acme.xn--55qx5d.cn, acme.xn--55qx5d.cn",
        "www.acme.invalid, acme.invalid"
    })
    void host_belongsToWhatWasRegistered(String host, String domain) {
        assertThat(DOMAINS.of(host)).isEqualTo(domain);
        assertThat(DOMAINS.of(host)).isEqualTo(domain);
    }

    @ParameterizedTest
    @CsvSource({
        "co.uk",
        "com",
        "localhost",
        "192.0.2.1",
        "[2001:db8::1]",
        "2001:db8::1",
        "a..b",
        "''",
        ".",
        "..",
        ".com"
    })
    void whatIsNoName_comesBackAsItIs(String host) {
        assertThat(DOMAINS.of(host)).isEqualTo(host);
    }

    @Test
    void suffixListOfTheUser_isReadWithItsWildcardsAndExceptions() {
        SuffixList list = SuffixList.of(List.of(
                "// a comment",
                "",
                "com",
                "uk",
                "co.uk",
                "jp",
                "*.ck",
                "!www.ck",
                "\u0440\u0444",
                "// ===BEGIN PRIVATE DOMAINS===",
                "hosting.com"));
        RegistrableDomains domains = new RegistrableDomains(list, Set.of());

        assertThat(list.size()).isEqualTo(7);
        assertThat(domains.of("www.acme.co.uk")).isEqualTo("acme.co.uk");
        assertThat(domains.of("a.b.c.ck")).isEqualTo("b.c.ck");
        assertThat(domains.of("a.www.ck")).isEqualTo("www.ck");
        assertThat(domains.of("acme.hosting.com")).isEqualTo("hosting.com");
        assertThat(domains.of("a.acme.xn--p1ai")).isEqualTo("acme.xn--p1ai");
        assertThat(domains.of("a.acme.unlisted")).isEqualTo("acme.unlisted");
    }
}
