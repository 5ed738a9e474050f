package dev.kith.connect.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelephoneNumbersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "call +1 (555) 010-9921 now",
                "Tel. 0049 30 555 01 23",
                "(02) 5550 1234 5",
                "Rufen Sie +49305550123 an",
                "555-010-9921",
            })
    void whatCouldBeDialled_isFound(String text) {
        assertThat(TelephoneNumbers.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no number at all",
                "invoice F09223 of 05/2026 over 1.417,85",
                "due on 2026-05-30 at 12:05",
                "order 4471009923",
                "container CAIU9125506, 40 ft, 22.5 t",
            })
    void datesAmountsAndRecordNumbers_areNone(String text) {
        assertThat(TelephoneNumbers.isIn(text)).isFalse();
    }
}
