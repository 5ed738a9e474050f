package dev.kith.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PunycodeTest {
    @ParameterizedTest
    @CsvSource({
        "xn--bcher-kva, bücher",
        "xn--mller-shne-kcb9d, müller-söhne",
        "xn--80a1acny, почта",
        "xn--80ak6aa92e, аррӏе",
        "xn--r8jz45g, 例え",
        "xn--and-6ma2c, ñandú",
        "xn--aaaaaaaaaaaaaaaaaaaa-8ec, aaaaaaaaaaaaaaaaaaaaü",
    })
    void encodedLabels_areReadBack(String encoded, String label) {
        assertThat(Punycode.label(encoded)).isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "", "xn--99999999", "xn--aü", "xn--a-!!"})
    void whatIsMalformed_stays(String label) {
        assertThat(Punycode.label(label)).isEqualTo(label);
    }
}
