package dev.kith.connect.intel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.DomainTrait;
import dev.kith.event.Endpoint;
import dev.kith.event.Endpoint.Trait;
import dev.kith.event.IpAddress;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntelFolderTest {
    @TempDir
    Path folder;

    @Test
    void tables_takeThePlaceOfTheBuiltInOnes() throws IOException {
        packed("asn-ipv4.csv.gz", "8.8.8.0,8.8.8.255,64500,Acme\n");
        plain("tranco_top_50k.csv", "1,acme.example\n2,other.example\n");
        packed("public_suffix_list.dat.gz", "com\nacme.com\n");
        Files.write(folder.resolve("countries.mmdb"), countryDatabase());

        IntelTables.Loaded loaded = IntelTables.load(folder);

        assertThat(loaded.findings()).isEmpty();
        assertThat(loaded.files())
                .containsExactly(
                        "asn-ipv4.csv.gz", "countries.mmdb", "public_suffix_list.dat.gz", "tranco_top_50k.csv");
        Endpoint endpoint = endpoint(loaded, "8.8.8.8");
        assertThat(endpoint.asName()).isEqualTo("Acme");
        assertThat(endpoint.country()).isEqualTo("NL");
        assertThat(endpoint(loaded, "1.1.1.1").asn()).isZero();
        assertThat(endpoint(loaded, "2001:4860:4860::8888").asn()).isEqualTo(15169);
        assertThat(loaded.intel().networkShare(64500)).isEqualTo(1);
        assertThat(loaded.intel().popularity("acme.example")).isEqualTo(1);
        assertThat(loaded.intel().popularity("google.com")).isPositive();
        assertThat(loaded.intel().registrableDomain("www.a.acme.com")).isEqualTo("a.acme.com");
    }

    @Test
    void lists_areAddedToTheBuiltInOnes() throws IOException {
        plain("vpn_ipv4.txt", "198.51.100.0/25\n");
        plain("vpn_ipv6.txt", "2001:db8:1::/48\n");
        plain("vpn_asn.txt", "AS3320 # a comment\n");
        plain("datacenter_ipv4.txt", "198.51.100.0/24\n");
        plain("bad_asn_list.csv", "ASN,Entity\n3333, \"Acme, NL\"\n");
        plain("vpn_named_ranges.csv", "provider,cidr\nacmevpn,203.0.113.0/28\napple,203.0.113.128/28\n");
        plain("tor_exits.csv", "fingerprint, ipaddr, port\nAA, 203.0.113.200, 443\nAA, 2001:db8::5, 80\n");
        plain("free_email_domains.txt", "mail.example\n");
        plain("disposable_email_domains", "throw.example\n");
        plain("free_file_hosts.txt", "files.example\n");
        plain("free_subdomain_hosts.txt", " \nsites.example\n");
        plain("url_shorteners.txt", "s.example\n");
        plain("self_service_creation_platform_domains.txt", "make.example\n");
        plain("suspicious_tlds.txt", "test\n");

        IntelTables.Loaded loaded = IntelTables.load(folder);

        assertThat(loaded.findings()).isEmpty();
        assertThat(loaded.files()).hasSize(14);
        assertThat(endpoint(loaded, "198.51.100.1").traits()).containsExactlyInAnyOrder(Trait.VPN, Trait.HOSTING);
        assertThat(endpoint(loaded, "198.51.100.200").traits()).containsExactly(Trait.HOSTING);
        assertThat(endpoint(loaded, "2001:db8:1:2::3").traits()).containsExactly(Trait.VPN);
        assertThat(endpoint(loaded, "217.0.1.1").traits()).containsExactly(Trait.VPN);
        assertThat(endpoint(loaded, "193.0.6.139").traits()).containsExactly(Trait.HOSTING);
        assertThat(endpoint(loaded, "203.0.113.1").traits()).containsExactly(Trait.VPN);
        assertThat(endpoint(loaded, "203.0.113.129").traits()).containsExactly(Trait.RELAY);
        assertThat(endpoint(loaded, "203.0.113.200").traits()).containsExactly(Trait.TOR);
        assertThat(endpoint(loaded, "2001:db8::5").traits()).containsExactly(Trait.TOR);
        IntelTables intel = loaded.intel();
        assertThat(intel.traits("mail.example")).containsExactly(DomainTrait.FREE_MAIL);
        assertThat(intel.traits("throw.example")).containsExactly(DomainTrait.DISPOSABLE_MAIL);
        assertThat(intel.traits("a.files.example")).containsExactly(DomainTrait.FILE_STORAGE);
        assertThat(intel.traits("a.sites.example")).containsExactly(DomainTrait.FREE_HOSTING);
        assertThat(intel.traits("make.example")).containsExactly(DomainTrait.FREE_HOSTING);
        assertThat(intel.traits("s.example")).containsExactly(DomainTrait.SHORTENER);
        assertThat(intel.traits("acme.test")).containsExactly(DomainTrait.SUSPICIOUS_TLD);
        assertThat(intel.traits("gmail.com")).containsExactly(DomainTrait.FREE_MAIL);
    }

    @Test
    void whatIsBroken_isNamedAndNeverFatal() throws IOException {
        plain(
                "asn-ipv4.csv",
                "not a row\n9.9.9.9,8.8.8.8,1,backwards\n8.8.8.0,2001:db8::,1,mixed\n8.8.8.0,8.8.8.9,99999999999,big\n");
        plain("asn-ipv6.csv.gz", "not gzip\n");
        plain("countries.mmdb", "not a database");
        plain("vpn_ipv4.txt", "198.51.100.0/33\n198.51.100.0/\n198.51.100.7\n\u001b[31m\n");
        plain("free_email_domains.txt", "x".repeat(10_000) + "\n" + "not a host\n".repeat(20) + "mail.example\n");
        plain("tor_exits.csv", "");
        plain("notes.txt", "hello\n");
        Files.createDirectory(folder.resolve("inner"));

        IntelTables.Loaded loaded = IntelTables.load(folder);

        assertThat(loaded.files()).containsExactly("free_email_domains.txt", "vpn_ipv4.txt");
        List<String> findings = loaded.findings().stream()
                .map(finding -> finding.where() + " " + finding.problem().code())
                .toList();
        assertThat(findings)
                .containsExactly(
                        "asn-ipv4.csv#1 intel-line-unreadable",
                        "asn-ipv4.csv#2 intel-line-unreadable",
                        "asn-ipv4.csv#3 intel-line-unreadable",
                        "asn-ipv4.csv#4 intel-line-unreadable",
                        "asn-ipv6.csv.gz intel-file-unreadable",
                        "countries.mmdb intel-file-unreadable",
                        "free_email_domains.txt#1 intel-line-unreadable",
                        "free_email_domains.txt#2 intel-line-unreadable",
                        "free_email_domains.txt#3 intel-line-unreadable",
                        "free_email_domains.txt#4 intel-line-unreadable",
                        "free_email_domains.txt#5 intel-line-unreadable",
                        "free_email_domains.txt intel-lines-unreadable",
                        "notes.txt intel-file-unknown",
                        "tor_exits.csv intel-file-empty",
                        "vpn_ipv4.txt#1 intel-line-unreadable",
                        "vpn_ipv4.txt#2 intel-line-unreadable",
                        "vpn_ipv4.txt#4 intel-line-unreadable");
        assertThat(loaded.findings()).noneMatch(f -> f.problem().detail().contains("\u001b"));
        assertThat(endpoint(loaded, "8.8.8.8").asn()).isEqualTo(15169);
        assertThat(endpoint(loaded, "8.8.8.8").country()).isEqualTo("US");
    }

    @Test
    void damagedDatabase_neverThrows() throws IOException {
        byte[] whole = countryDatabase();
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = Arrays.copyOf(whole, i % 2 == 0 ? whole.length : 1 + random.nextInt(whole.length));
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            Path file = Files.write(folder.resolve(i + ".mmdb"), damaged);
            try {
                CountrySource countries = CountryDatabase.open(file);
                assertThat(countries.country(IpAddress.parse("8.8.8.8").orElseThrow()))
                        .matches("([A-Z]{2})?");
            } catch (IOException e) {
                assertThat(e).isNotInstanceOf(FileNotFoundException.class);
            }
        }
    }

    @Test
    void secondDatabase_isLeftOut() throws IOException {
        Files.write(folder.resolve("a.mmdb"), countryDatabase());
        Files.write(folder.resolve("b.mmdb"), countryDatabase());

        IntelTables.Loaded loaded = IntelTables.load(folder);

        assertThat(loaded.files()).containsExactly("a.mmdb");
        assertThat(loaded.findings())
                .hasSize(1)
                .allMatch(f -> f.problem().code().equals("intel-file-unused"));
    }

    @Test
    void missingFolder_isAFinding() {
        IntelTables.Loaded loaded = IntelTables.load(folder.resolve("nowhere"));

        assertThat(loaded.files()).isEmpty();
        assertThat(loaded.findings()).hasSize(1);
        assertThat(endpoint(loaded, "8.8.8.8").asn()).isEqualTo(15169);
    }

    private void plain(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void packed(String name, String text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Endpoint endpoint(IntelTables.Loaded loaded, String ip) {
        return loaded.intel().endpoint(IpAddress.parse(ip).orElseThrow());
    }

    /** The smallest database in MaxMind's format (MaxMind DB File Format Specification 2.0): every address is in NL. */
    private static byte[] countryDatabase() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0, 0, 17, 0, 0, 17});
        out.writeBytes(new byte[16]);
        out.write(0xe1);
        text(out, "country_code");
        text(out, "NL");
        out.writeBytes(new byte[] {(byte) 0xab, (byte) 0xcd, (byte) 0xef});
        out.writeBytes("MaxMind.com".getBytes(StandardCharsets.US_ASCII));
        out.write(0xe9);
        number(out, "node_count", 0xc1, 1);
        number(out, "record_size", 0xa1, 24);
        number(out, "ip_version", 0xa1, 6);
        number(out, "binary_format_major_version", 0xa1, 2);
        number(out, "binary_format_minor_version", 0xa1, 0);
        text(out, "build_epoch");
        out.writeBytes(new byte[] {1, 2, 1});
        text(out, "database_type");
        text(out, "Acme");
        text(out, "languages");
        out.writeBytes(new byte[] {0, 4});
        text(out, "description");
        out.write(0xe0);
        return out.toByteArray();
    }

    private static void number(ByteArrayOutputStream out, String key, int control, int value) {
        text(out, key);
        out.write(control);
        out.write(value);
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.write(0x40 | text.length());
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
