package dev.kith.connect.intel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkTableTest {
    @TempDir
    Path folder;

    @Test
    void builtTable_readsBackAsItsRows() throws IOException {
        NetworkTable table = NetworkTable.read(new ByteArrayInputStream(build()));
        AnnouncedNetworks v4 = table.v4().get();
        AnnouncedNetworks v6 = table.v6().get();

        assertThat(number(v4, 0x01020000)).isZero();
        assertThat(number(v4, 0x01020300)).isEqualTo(64500);
        assertThat(number(v4, 0x010203ff)).isEqualTo(64500);
        assertThat(number(v4, 0x01020400)).isEqualTo(4_294_967_295L);
        assertThat(number(v4, 0x01020500)).isZero();
        assertThat(number(v4, 0xffffffffL)).isEqualTo(64501);
        assertThat(v4.networks().name(v4.ranges().value(0x01020300))).isEqualTo("Acme, \"Inc.\" \u00d6");
        assertThat(number(v6, 0x2001_0db8_0000_0000L)).isEqualTo(64500);
        assertThat(number(v6, 0x2001_0db9_0000_0000L)).isZero();
        assertThat(number(v6, 0xfff0_0000_0000_0001L)).isEqualTo(64501);
        assertThat(table.countryCodes().get()).isEqualTo("NLDE");
        assertThat(table.countryV4().get().value(0x01020300)).isEqualTo(1);
        assertThat(table.countryV4().get().value(0x01020380)).isEqualTo(2);
        assertThat(table.countryV6().get().value(0x2001_0db8_ffff_ffffL)).isEqualTo(1);
    }

    @Test
    void sameRows_giveTheSameBytes() throws IOException {
        assertThat(build()).isEqualTo(build());
    }

    @Test
    void share_isOfAnnouncedAddressesOnly() throws IOException {
        AnnouncedNetworks v4 =
                NetworkTable.read(new ByteArrayInputStream(build())).v4().get();

        double[] shares = v4.shares();

        assertThat(shares[0]).isZero();
        assertThat(shares[v4.networks().index(64500)]).isEqualTo(256.0 / 768);
        assertThat(shares[v4.networks().index(64501)]).isEqualTo(256.0 / 768);
    }

    @Test
    void damagedTable_isRefused() throws IOException {
        byte[] bytes = build();
        assertThatThrownBy(() -> NetworkTable.read(new ByteArrayInputStream(bytes, 0, bytes.length - 1)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> NetworkTable.read(new ByteArrayInputStream(new byte[100])))
                .isInstanceOf(IOException.class);
    }

    @Test
    void brokenRow_stopsTheBuilderAndIsNamed() throws IOException {
        build();
        Files.writeString(folder.resolve("asn-ipv4.csv"), "1.2.3.0,1.2.3.255,1,A\n1.2.3.4\n");

        assertThatThrownBy(() -> BuildNetworkTable.build(folder, folder, folder.resolve("out")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("asn-ipv4.csv, line 2");
    }

    @Test
    void laterAndShorterRanges_lieOnTop() {
        long seed = 7;
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            int size = 64;
            int[] plain = new int[size];
            RangeTable.Builder builder = new RangeTable.Builder();
            int start = 0;
            for (int value = 1; value < 12; value++) {
                start += 1 + random.nextInt(6);
                int end = Math.min(size - 1, start + random.nextInt(20));
                if (start > end) {
                    break;
                }
                builder.add(start, end, value % 4);
                for (int i = start; i <= end; i++) {
                    plain[i] = value % 4;
                }
            }
            RangeTable table = builder.build();
            for (int i = 0; i < size; i++) {
                assertThat(table.value(i))
                        .as("seed %s round %s at %s", seed, round, i)
                        .isEqualTo(plain[i]);
            }
        }
    }

    @Test
    void unsortedNestedRanges_areLaidByStartThenLength() {
        RangeTable table = new RangeTable.Builder()
                .add(10, 12, 3)
                .add(-16, -1, 5)
                .add(10, 20, 2)
                .add(0, 100, 1)
                .build();

        assertThat(table.value(9)).isEqualTo(1);
        assertThat(table.value(11)).isEqualTo(3);
        assertThat(table.value(13)).isEqualTo(2);
        assertThat(table.value(21)).isEqualTo(1);
        assertThat(table.value(101)).isZero();
        assertThat(table.value(-1)).isEqualTo(5);
    }

    private static long number(AnnouncedNetworks networks, long address) {
        int index = networks.ranges().value(address);
        return index == 0 ? 0 : networks.networks().number(index);
    }

    private byte[] build() throws IOException {
        Files.writeString(folder.resolve("asn-ipv4.csv"), """
                1.2.3.0,1.2.3.255,64500,"Acme, ""Inc."" \u00d6"
                1.2.4.0,1.2.4.255,4294967295,Other
                255.255.255.0,255.255.255.255,64501,Last
                """);
        Files.writeString(folder.resolve("asn-ipv6.csv"), """
                2001:db8::,2001:db8:ffff:ffff:ffff:ffff:ffff:ffff,64500,Second name
                fff0::,ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff,64501,Last
                """);
        Files.writeString(
                folder.resolve("geo-whois-asn-country-ipv4.csv"), "1.2.3.0,1.2.3.127,NL\n1.2.3.128,1.2.3.255,de\n");
        Files.writeString(
                folder.resolve("geo-whois-asn-country-ipv6.csv"),
                "2001:db8::,2001:db8:ffff:ffff:ffff:ffff:ffff:ffff,NL\n");
        Path out = folder.resolve("networks.bin");
        BuildNetworkTable.build(folder, folder, out);
        return Files.readAllBytes(out);
    }
}
