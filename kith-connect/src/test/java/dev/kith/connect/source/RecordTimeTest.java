package dev.kith.connect.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordTimeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-02T08:00:00|2026-03-02T08:00:00Z",
                "2026-03-02T08:00:00.1234567Z|2026-03-02T08:00:00.123456700Z",
                "2026-03-02 08:00:00.5|2026-03-02T08:00:00.500Z",
                "2026-03-02T08:00:00+02:00|2026-03-02T06:00:00Z",
                "2026-03-02T08:00:00.1234567891-0530|2026-03-02T13:30:00.123456789Z",
                "2026-03-02T23:59:60Z|2026-03-03T00:00:00Z",
                "2026-03-02|2026-03-02T00:00:00Z",
                "3/2/2026 9:13:35 PM|2026-03-02T21:13:35Z",
                "12/31/2025 12:00:01 AM|2025-12-31T00:00:01Z",
                "31/12/2025 14:05|2025-12-31T14:05:00Z",
                "/Date(1658751973240)/|2022-07-25T12:26:13.240Z",
                "1658751973|2022-07-25T12:26:13Z",
                "1658751973240|2022-07-25T12:26:13.240Z",
            })
    void formsOfLogs_areUnderstood(String text, String expected) {
        assertThat(RecordTime.parse(text)).contains(Instant.parse(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2026-02-30T00:00:00",
                "2026-03-02T25:00:00",
                "2026-03-02X08:00:00",
                "/Date(x)/",
                "/Date(",
                "2026-03-02T08:00:00 and more",
                "99999999999999999999",
                "1/2/3",
                "2026-03-02T08:00:00+99:99",
                "0",
                "1970-01-01T00:00:00Z",
                "0001-01-01T00:00:00",
                "/Date(-62135596800000)/",
                "9999-12-31T23:59:59.9999999Z"
            })
    void anythingElse_isNoTime(String text) {
        assertThat(RecordTime.parse(text)).isEmpty();
    }

    @Test
    void anyText_isReadWithoutFailing() {
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                text.append("0123456789-/:T.Z+ APM".charAt(random.nextInt(21)));
            }
            assertThat(RecordTime.parse(text.toString())).isNotNull();
        }
    }
}
