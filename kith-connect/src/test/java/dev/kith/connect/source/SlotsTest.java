package dev.kith.connect.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class SlotsTest {
    @Test
    void whatIsHeldHasANumber_andNothingElse() {
        Slots<String> slots = new Slots<>(4);
        slots.hold("one");

        assertThat(slots.number("one")).isBetween(1, 16);
        assertThat(slots.number("two")).isZero();
        assertThat(slots.value(slots.number("one"))).isEqualTo("one");
    }

    @Test
    void theLastOfASlotStays() {
        Slots<String> slots = new Slots<>(0);
        slots.hold("one");
        slots.hold("two");

        assertThat(slots.number("one")).isZero();
        assertThat(slots.value(1)).isEqualTo("two");
    }

    @Test
    void anEmptySlotIsTold() {
        assertThatThrownBy(() -> new Slots<String>(4).value(3)).isInstanceOf(NoSuchElementException.class);
    }
}
