package dev.kith.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RememberedTest {
    @Test
    void atLeastTheLastEntriesAreKept_neverMoreThanTwiceAsMany() {
        Remembered<Integer, String> memory = new Remembered<>(10);
        for (int i = 0; i < 1_000; i++) {
            memory.put(i, "v" + i);
            assertThat(memory.size()).isLessThanOrEqualTo(20);
        }
        for (int i = 990; i < 1_000; i++) {
            assertThat(memory.get(i)).isEqualTo("v" + i);
        }
        assertThat(memory.get(900)).isNull();
    }

    @Test
    void whatIsLookedUpAgainAndAgain_isNotForgotten() {
        Remembered<Integer, String> memory = new Remembered<>(10);
        memory.put(-1, "mine");
        for (int i = 0; i < 1_000; i++) {
            memory.put(i, "v");
            assertThat(memory.get(-1)).isEqualTo("mine");
        }
    }

    @Test
    void newValueReplacesTheOldOne_evenOfTheGenerationBefore() {
        Remembered<Integer, String> memory = new Remembered<>(2);
        memory.put(1, "before");
        memory.put(2, "x");
        memory.put(3, "x");
        memory.put(1, "after");
        assertThat(memory.get(1)).isEqualTo("after");
        assertThat(memory.getOrDefault(9, "none")).isEqualTo("none");
    }

    @Test
    void valueIsMadeOnce() {
        Remembered<String, StringBuilder> memory = new Remembered<>(5);
        StringBuilder made = memory.computeIfAbsent("a", k -> new StringBuilder(k));
        assertThat(memory.computeIfAbsent("a", k -> new StringBuilder("b"))).isSameAs(made);
    }
}
