package dev.kith.connect.model;

import static dev.kith.connect.model.NetworkLife.BEGIN;
import static dev.kith.connect.model.NetworkLife.STRANGER;
import static dev.kith.connect.model.NetworkLife.device;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.detect.Model;
import dev.kith.investigate.Conclusion.Verdict;
import dev.kith.investigate.Hypothesis;
import dev.kith.investigate.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every model of devices fires on what it is for, and none on an ordinary office. */
class NetworkCatalogueTest {
    private static final Instant FIFTH = BEGIN.plus(Duration.ofDays(5));

    private static NetworkLife office() {
        return new NetworkLife(7).office(20, 8);
    }

    @Test
    void ordinaryOffice_firesNothing() {
        assertThat(office().fired()).isEmpty();
    }

    @Test
    void everyModel_hasAFiringSampleHere() {
        NetworkLife life = office().regular(device(7), STRANGER, "", FIFTH, Duration.ofHours(12), 300, 0.2, 0);
        for (int i = 0; i < 200; i++) {
            life.connection(FIFTH.plusSeconds(i), device(3), "203.0.113.40", 5888, "tcp", "", 0, 0, 0, "REJ");
        }
        life.connection(FIFTH, device(4), "203.0.113.50", 443, "tcp", "ssl", 90_000, 90_000, 9 * 3600, "SF");
        life.call(FIFTH.plusSeconds(100), device(5), "203.0.113.60", 443, "", 400_000_000, 10_000);
        for (int i = 0; i < 40; i++) {
            life.connection(
                    FIFTH.plusSeconds(90L * i * i), device(6), "203.0.113.70", 443, "tcp", "ssh", 900, 900, 4, "SF");
        }
        tunnel(life, device(8), "TXT");
        proxied(life);
        assertThat(life.fired())
                .containsExactlyElementsOf(
                        ModelFile.network().stream().map(Model::id).sorted().toList());
    }

    private static void proxied(NetworkLife life) {
        for (int i = 0; i < 60; i++) {
            life.tunnelled(
                    FIFTH.plusSeconds(240L * i + life.random(50)), device(9), "10.1.0.251", "c.stranger.example");
        }
    }

    private static void tunnel(NetworkLife life, String device, String type) {
        for (int i = 0; i < 400; i++) {
            byte[] data = new byte[24];
            for (int b = 0; b < data.length; b++) {
                data[b] = (byte) life.random(256);
            }
            String below =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(data).toLowerCase(Locale.ROOT);
            life.lookUp(FIFTH.plusSeconds(3L * i), device, below + ".t.stranger-domain.com", type);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.2, 0.3})
    void jitteredBeacon_isRaised_withItsRecords(double jitter) {
        List<Incident> raised = office().regular(
                        device(7), STRANGER, "news.stranger.example", FIFTH, Duration.ofHours(24), 300, jitter, 0)
                .raised();
        assertThat(raised).hasSize(1);
        assertThat(raised.get(0).entities())
                .contains(
                        new Incident.Entity("device", device(7)),
                        new Incident.Entity("domain", "news.stranger.example"));
        assertThat(raised.get(0).techniques()).contains("T1071.001");
        assertThat(raised.get(0).conclusion().leading()).isEqualTo(Hypothesis.COMMAND);
        assertThat(raised.get(0).events().size()).isGreaterThan(230);
    }

    @Test
    void beaconWithMissedBeats_isRaised() {
        assertThat(office().regular(
                                device(7),
                                STRANGER,
                                "news.stranger.example",
                                FIFTH,
                                Duration.ofHours(36),
                                600,
                                0.15,
                                0.4)
                        .raised())
                .hasSize(1);
    }

    @Test
    void beaconMixedWithOtherCalls_isRaised() {
        NetworkLife life = office().regular(
                        device(7), STRANGER, "news.stranger.example", FIFTH, Duration.ofHours(24), 300, 0.15, 0);
        for (int i = 0; i < 60; i++) {
            life.call(
                    FIFTH.plusSeconds(life.random(86_400)),
                    device(7),
                    STRANGER,
                    443,
                    "news.stranger.example",
                    900,
                    9_000);
        }
        List<Incident> raised = life.raised();
        assertThat(raised).hasSize(1);
        assertThat(raised.get(0).fallen()).isFalse();
    }

    @Test
    void updateOfAllDevices_isNoIncident() {
        NetworkLife life = office();
        for (int n = 1; n <= 20; n++) {
            life.regular(device(n), "198.51.100.90", "update.vendor.example", BEGIN, Duration.ofDays(8), 3600, 0.02, 0);
            life.regular(
                    device(n), "198.51.100.91", "ctldl.windowsupdate.com", BEGIN, Duration.ofDays(8), 3600, 0.1, 0);
        }
        assertThat(life.raised()).isEmpty();
    }

    @Test
    void printerThatReportsToItsMaker_fromTheFirstDayOn_isClosedOrUndecided() {
        List<Incident> incidents = office().regular(
                        device(30),
                        "198.51.100.92",
                        "telemetry.printer.example",
                        BEGIN,
                        Duration.ofDays(8),
                        900,
                        0.01,
                        0)
                .incidents();
        assertThat(incidents).hasSize(1);
        assertThat(incidents.get(0).raised()).isFalse();
        assertThat(incidents.get(0).conclusion().verdict()).isEqualTo(Verdict.BENIGN);
        assertThat(incidents.get(0).conclusion().steps()).hasSizeGreaterThan(4);
    }

    @Test
    void timeService_isNoIncident() {
        NetworkLife life = office();
        for (int i = 0; i < 2_000; i++) {
            life.connection(
                    BEGIN.plusSeconds(300L * i), device(7), "203.0.113.123", 123, "udp", "ntp", 48, 48, 0.02, "SF");
        }
        assertThat(life.fired()).isEmpty();
    }

    @Test
    void monitorFromOutside_isNoIncident() {
        NetworkLife life = office();
        for (int i = 0; i < 5_000; i++) {
            life.connection(
                    BEGIN.plusSeconds(60L * i), "203.0.113.77", device(9), 443, "tcp", "ssl", 300, 900, 0.2, "SF");
        }
        assertThat(life.fired()).isEmpty();
    }

    @Test
    void serverOnTheInternet_calledByEverybody_isNoIncident() {
        NetworkLife life = new NetworkLife(3);
        for (int i = 0; i < 5_000; i++) {
            life.connection(
                    BEGIN.plusSeconds(16L * i), "203.0.113.77", "198.51.100.5", 30_003, "tcp", "", 0, 0, 0, "REJ");
            String scanner = "192.0." + life.random(200) + "." + life.random(200);
            life.connection(BEGIN.plusSeconds(16L * i + 3), scanner, "198.51.100.5", 22, "tcp", "", 0, 0, 0, "S0");
        }
        assertThat(life.fired()).isEmpty();
    }

    @Test
    void watchOverOurOwnDevices_isNoIncident() {
        NetworkLife life = office();
        for (int n = 1; n <= 20; n++) {
            life.regular(device(240), device(n), "", BEGIN, Duration.ofDays(2), 60, 0, 0);
        }
        assertThat(life.fired()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TXT", "NULL"})
    void dataInNames_isRaised(String type) {
        NetworkLife life = office();
        tunnel(life, device(8), type);
        List<Incident> raised = life.raised();
        assertThat(raised).hasSize(1);
        assertThat(raised.get(0).techniques()).contains("T1071.004");
    }

    @Test
    void largeUploadToAStranger_isRaised_asExfiltration() {
        NetworkLife life = office();
        for (int i = 0; i < 8; i++) {
            life.call(FIFTH.plusSeconds(100L * i), device(5), "203.0.113.60", 443, "", 120_000_000, 10_000);
        }
        List<Incident> raised = life.raised();
        assertThat(raised).hasSize(1);
        assertThat(raised.get(0).conclusion().leading()).isEqualTo(Hypothesis.EXFILTRATION);
        assertThat(raised.get(0).techniques()).contains("T1041");
    }

    @Test
    void dailyBackup_isNoIncident() {
        NetworkLife life = office();
        for (int day = 0; day < 8; day++) {
            life.call(
                    BEGIN.plusSeconds(86_400L * day + 7_200),
                    device(5),
                    "198.51.100.95",
                    443,
                    "backup.vault.example",
                    400_000_000,
                    100_000);
        }
        assertThat(life.raised()).isEmpty();
    }

    @Test
    void oneLongConnectionAlone_isNotRaised_butTold() {
        NetworkLife life = office();
        life.connection(FIFTH, device(4), "203.0.113.50", 443, "tcp", "ssl", 90_000, 90_000, 9 * 3600, "SF");
        List<Incident> incidents = life.incidents();
        assertThat(incidents).hasSize(1);
        assertThat(incidents.get(0).raised()).isFalse();
    }
}
