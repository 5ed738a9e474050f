package dev.kith.connect.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.connect.intel.Intel;
import dev.kith.event.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the address field of a log. */
class EndpointsTest {
    private final Endpoints endpoints = new Endpoints(Intel.unknown());

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "203.0.113.9; 203.0.113.9",
                "203.0.113.9:4711; 203.0.113.9",
                "[203.0.113.9]:4711; 203.0.113.9",
                "::ffff:203.0.113.9; 203.0.113.9",
                "[::ffff:203.0.113.9]:4711; 203.0.113.9",
                "2001:db8::abcd; 2001:db8::abcd",
                "[2001:db8::abcd]:443; 2001:db8::abcd",
                "fe80::1%4; fe80::1",
                "[fe80::1%eth0]:443; fe80::1",
                "'203.0.113.9, 198.51.100.7'; 203.0.113.9",
                "'203.0.113.9,198.51.100.7:80'; 203.0.113.9",
                "'10.0.0.7, 198.51.100.7'; 198.51.100.7",
                "'100.64.3.4, 198.51.100.7'; 198.51.100.7",
                "'10.0.0.7, 192.168.1.1'; 10.0.0.7",
                "'unknown, 198.51.100.7'; 198.51.100.7",
            })
    void addressIsFoundInEveryForm(String text, String address) {
        assertThat(endpoints.first(text).orElseThrow().ip()).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:12345",
                "[cool.client.local]:12345",
                "a host",
                "999.1.2.3",
                "1.2.3",
                "1.2.3.4.5",
                "\u0000\u202e<script>",
                "]:[",
                "%",
                "::::::"
            })
    void whatIsNoAddress_isNone_andThisIsSaid(String text) {
        assertThat(endpoints.first(text)).isEmpty();
        assertThat(Endpoints.unreadable(text)).map(Problem::code).contains("address-unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "<null>", "Unknown"})
    void whereTheLogSaysThatThereIsNone_nothingIsWrong(String text) {
        assertThat(endpoints.first(text)).isEmpty();
        assertThat(Endpoints.unreadable(text)).isEmpty();
    }

    @Test
    void aLongListIsCutShort() {
        String list = "10.0.0.1, ".repeat(10) + "198.51.100.7";
        assertThat(endpoints.first(list).orElseThrow().ip()).hasToString("10.0.0.1");
        assertThat(endpoints.first("x, ".repeat(100_000))).isEmpty();
    }
}
