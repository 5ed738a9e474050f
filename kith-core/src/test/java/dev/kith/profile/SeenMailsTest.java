package dev.kith.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeenMailsTest {
    @Test
    void whatWentBy_isKnown_andNothingElse() {
        SeenMails seen = new SeenMails();
        seen.add("<1@alder.example>");
        assertThat(seen.contains("<1@alder.example>")).isTrue();
        assertThat(seen.contains("<2@alder.example>")).isFalse();
    }

    @Test
    void theNewestAreKept_theOldestForgotten() {
        SeenMails seen = new SeenMails();
        int total = SeenMails.GENERATION * 2 + 1;
        for (int i = 0; i < total; i++) {
            seen.add("<" + i + "@alder.example>");
        }
        for (int i = total - SeenMails.GENERATION; i < total; i++) {
            assertThat(seen.contains("<" + i + "@alder.example>")).isTrue();
        }
        assertThat(seen.contains("<0@alder.example>")).isFalse();
    }
}
