package dev.kith.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void weightsShown_addUpToTheScoreShown() {
        long seed = 41;
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            List<Double> parts = new ArrayList<>();
            double whole = 0;
            for (int n = random.nextInt(1, 14); n > 0; n--) {
                double part = (random.nextDouble() - 0.1) * 0.1;
                parts.add(part);
                whole += part;
            }
            if (whole >= 0) {
                assertThat(sum(Figures.weights(parts, whole)))
                        .as("%s of seed %d", parts, seed)
                        .isEqualTo(hundredths(Figures.score(whole)));
            }
        }
    }

    @Test
    void weightsOfAllButCertainty_addUpToWhatIsShown() {
        List<Double> parts = List.of(0.5, 0.25, 0.249);
        assertThat(Figures.score(0.999)).isEqualTo("0.99");
        assertThat(Figures.weights(parts, 0.999)).containsExactly("+0.50", "+0.25", "+0.24");
    }

    @Test
    void weightsThatNeedNoRounding_areShownAsTheyAre() {
        assertThat(Figures.weights(List.of(0.31, 0.12, -0.05), 0.38)).containsExactly("+0.31", "+0.12", "\u22120.05");
        assertThat(Figures.weights(List.of(), 0)).isEmpty();
    }

    private static long sum(List<String> weights) {
        return weights.stream()
                .mapToLong(w -> (w.startsWith("+") ? 1 : -1) * hundredths(w.substring(1)))
                .sum();
    }

    private static long hundredths(String digits) {
        return Long.parseLong(digits.replace(".", ""));
    }
}
