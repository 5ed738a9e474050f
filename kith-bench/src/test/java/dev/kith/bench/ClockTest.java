package dev.kith.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.bench.Clock.Spell;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockTest {
    @Test
    void medianOfAnOddNumber_isTheMiddleOne() {
        List<Spell> spells = List.of(new Spell(9, 1), new Spell(1, 3), new Spell(4, 2));
        assertThat(Clock.wallMedian(spells)).isEqualTo(4);
        assertThat(Clock.cpuMedian(spells)).isEqualTo(2);
    }

    @Test
    void medianOfAnEvenNumber_isTheMeanOfTheTwoInTheMiddle() {
        List<Spell> spells = List.of(new Spell(8, 0), new Spell(2, 0), new Spell(4, 0), new Spell(100, 0));
        assertThat(Clock.wallMedian(spells)).isEqualTo(6);
    }
}
