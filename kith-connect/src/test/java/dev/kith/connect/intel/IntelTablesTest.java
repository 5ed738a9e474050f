package dev.kith.connect.intel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.DomainTrait;
import dev.kith.event.Endpoint;
import dev.kith.event.Endpoint.Trait;
import dev.kith.event.IpAddress;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntelTablesTest {
    private static final IntelTables INTEL = IntelTables.builtIn();

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, 15169, Google, US",
        "1.1.1.1, 13335, Cloudflare, AU",
        "52.96.0.1, 8075, Microsoft, US",
        "193.0.6.139, 3333, RIPE, NL",
        "95.216.1.1, 24940, Hetzner, FI",
        "217.0.1.1, 3320, Deutsche Telekom, DE",
        "2001:4860:4860::8888, 15169, Google, US",
        "2606:4700:4700::1111, 13335, Cloudflare, US"
    })
    void wellKnownAddress_hasItsNetworkAndCountry(String ip, long asn, String organisation, String country) {
        Endpoint endpoint = endpoint(ip);

        assertThat(endpoint.asn()).isEqualTo(asn);
        assertThat(endpoint.asName()).contains(organisation);
        assertThat(endpoint.country()).isEqualTo(country);
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3",
        "192.168.1.1",
        "127.0.0.1",
        "fe80::1",
        "fd00::1",
        "::1",
        "192.0.2.1",
        "224.0.0.1",
        "255.255.255.255"
    })
    void addressOfNobody_hasNeitherNetworkNorCountry(String ip) {
        assertThat(endpoint(ip)).isEqualTo(Endpoint.of(IpAddress.parse(ip).orElseThrow()));
    }

    @Test
    void hostersAndExits_areKnownOutOfTheBox() {
        assertThat(endpoint("95.216.1.1").traits()).containsExactly(Trait.HOSTING);
        assertThat(endpoint("5.253.204.108").traits()).contains(Trait.VPN);
        assertThat(endpoint("172.225.0.1").traits()).contains(Trait.RELAY).doesNotContain(Trait.VPN);
        assertThat(endpoint("217.0.1.1").traits()).isEmpty();
        assertThat(endpoint("185.70.40.10").traits()).isEmpty();
    }

    @Test
    void anyAddress_hasAnEndpoint() {
        Random random = new Random(1);
        for (int i = 0; i < 3_000; i++) {
            Endpoint v4 = INTEL.endpoint(new IpAddress(0, random.nextInt() & 0xffffffffL, false));
            Endpoint v6 = INTEL.endpoint(new IpAddress(random.nextLong(), random.nextLong(), true));
            assertThat(v4.country()).matches("([A-Z]{2})?");
            assertThat(v6.country()).matches("([A-Z]{2})?");
            assertThat(v4.asn() == 0).isEqualTo(v4.asName().isEmpty());
        }
    }

    @Test
    void networkShare_isOfAnnouncedAddresses() {
        assertThat(INTEL.networkShare(8075)).isBetween(0.005, 0.1);
        assertThat(INTEL.networkShare(3320)).isBetween(0.003, 0.05);
        assertThat(INTEL.networkShare(16509)).isGreaterThan(INTEL.networkShare(24940));
        assertThat(INTEL.networkShare(0)).isZero();
        assertThat(INTEL.networkShare(-1)).isZero();
        assertThat(INTEL.networkShare(Long.MAX_VALUE)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "gmail.com, FREE_MAIL",
        "t-online.de, FREE_MAIL",
        "mailinator.com, DISPOSABLE_MAIL",
        "contoso-my.sharepoint.com, FILE_STORAGE",
        "www.dropbox.com, FILE_STORAGE",
        "we.tl, FILE_STORAGE",
        "forms.gle, FORM",
        "acme.typeform.com, FORM",
        "x.web.app, FREE_HOSTING",
        "acme.blob.core.windows.net, FREE_HOSTING",
        "acme.s3.eu-central-1.amazonaws.com, FREE_HOSTING",
        "bit.ly, SHORTENER",
        "acme.us1.list-manage.com, TRACKING",
        "u1.ct.sendgrid.net, TRACKING",
        "a1.smtp-out.amazonses.com, BULK_MAILER",
        "acme.xyz, SUSPICIOUS_TLD"
    })
    void knownHost_hasItsTrait(String host, DomainTrait trait) {
        assertThat(INTEL.traits(host)).contains(trait);
    }

    @ParameterizedTest
    @CsvSource({
        "acme.example",
        "nam02.safelinks.protection.outlook.com",
        "notgmail.com",
        "gmail.com.acme.example",
        "localhost",
        "com",
        "''",
        "."
    })
    void otherHost_hasNoTrait(String host) {
        assertThat(INTEL.traits(host)).isEmpty();
    }

    @Test
    void path_tellsFormFromFile() {
        assertThat(INTEL.traits("docs.google.com", "/forms/d/e/1/viewform?x=/document"))
                .containsExactly(DomainTrait.FORM);
        assertThat(INTEL.traits("docs.google.com", "/document/d/1/edit")).containsExactly(DomainTrait.FILE_STORAGE);
        assertThat(INTEL.traits("www.icloud.com", "/iclouddrive/0a")).containsExactly(DomainTrait.FILE_STORAGE);
        assertThat(INTEL.traits("www.icloud.com", "")).containsExactly(DomainTrait.FREE_MAIL);
    }

    @Test
    void tenantsOfMicrosoft365_areOrganisationsOfTheirOwn() {
        assertThat(INTEL.registrableDomain("fenwick.onmicrosoft.com")).isEqualTo("fenwick.onmicrosoft.com");
        assertThat(INTEL.registrableDomain("mx.fenwick.onmicrosoft.com")).isEqualTo("fenwick.onmicrosoft.com");
    }

    @Test
    void popularity_fallsWithRank() {
        double first = INTEL.popularity("google.com");
        double middle = INTEL.popularity("dhl.de");
        double late = INTEL.popularity("timocom.com");

        assertThat(first).isBetween(0.8, 1.0).isGreaterThan(middle);
        assertThat(middle).isGreaterThan(late);
        assertThat(late).isPositive();
        assertThat(INTEL.popularity("acme.example")).isZero();
    }

    @Test
    void hostileTexts_areAnsweredAndNeverThrow() {
        Random random = new Random(2);
        String letters = "ab.-_xn--.@/:[]*#%\u00e9\u3002\ud83d\u0130 \u0000com.de";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertTotal(text.toString());
            assertTotal("xn--" + text + ".xn--p1ai");
        }
        assertTotal("a.".repeat(100_000) + "com");
        assertTotal("a".repeat(1_000_000));
        assertTotal(".".repeat(10_000));
    }

    private static void assertTotal(String host) {
        String domain = INTEL.registrableDomain(host);
        assertThat(domain.length()).isLessThanOrEqualTo(3 * host.length());
        assertThat(INTEL.traits(host, host)).isNotNull();
        assertThat(INTEL.popularity(host)).isBetween(0.0, 1.0);
    }

    @Test
    void networkTable_isSmall() throws IOException {
        try (InputStream in = IntelTables.class.getResourceAsStream(IntelTables.NETWORK_TABLE)) {
            assertThat(in).isNotNull();
            assertThat(in.readAllBytes().length).isBetween(1 << 20, 6 << 20);
        }
    }

    @Test
    void unknownIntel_takesPathsToo() {
        assertThat(Intel.unknown().traits("docs.google.com", "/forms")).isEqualTo(Set.of());
    }

    private static Endpoint endpoint(String ip) {
        return INTEL.endpoint(IpAddress.parse(ip).orElseThrow());
    }
}
