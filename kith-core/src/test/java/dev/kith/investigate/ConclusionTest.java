package dev.kith.investigate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a case ends by what is believed of it. */
class ConclusionTest {
    @Test
    void sureEnough_isSuspicious() {
        assertThat(of(0.8).verdict()).isEqualTo(Conclusion.Verdict.SUSPICIOUS);
    }

    @Test
    void neitherSureNorUnlikely_isNotDecided() {
        assertThat(of(0.79).verdict()).isEqualTo(Conclusion.Verdict.INSUFFICIENT_DATA);
        assertThat(of(0.25).verdict()).isEqualTo(Conclusion.Verdict.INSUFFICIENT_DATA);
    }

    @Test
    void unlikely_isBenign() {
        assertThat(of(0.24).verdict()).isEqualTo(Conclusion.Verdict.BENIGN);
    }

    private static Conclusion of(double hijack) {
        return new Conclusion(
                Map.of(Hypothesis.HIJACK, hijack, Hypothesis.ROUTINE, 1 - hijack), List.of(), List.of(), List.of());
    }
}
