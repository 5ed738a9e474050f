package dev.kith.connect.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static int[] hashes(String text) {
        Words words = Words.of(text);
        return IntStream.range(0, words.size()).map(words::hash).toArray();
    }

    private static int[] plain(String... words) {
        return Arrays.stream(words).mapToInt(Hashes::of).toArray();
    }

    @Test
    void accentsAndCase_areFolded() {
        assertThat(hashes("Überprüfen CAFÉ")).containsExactly(plain("uberprufen", "cafe"));
    }

    @Test
    void marksInsideWords_joinOrPart() {
        assertThat(hashes("e-mail don't l'accès well-known"))
                .containsExactly(plain("email", "dont", "l", "acces", "well", "known"));
    }

    @Test
    void numbersAmountsDatesAndAddresses_areClasses() {
        assertThat(hashes("17 $500 12.50€ 3/4/2024 10:30 15% a@b.example https://c.example/x plan.pdf foo_bar()"))
                .containsExactly(
                        Words.NUMBER,
                        Words.MONEY,
                        Words.MONEY,
                        Words.DATE,
                        Words.TIME,
                        Words.PERCENT,
                        Words.MAIL,
                        Words.URL,
                        Words.FILE,
                        Words.CODE);
    }

    @Test
    void sentences_endAtFullStopsShortLinesAndFortyWords() {
        assertThat(Words.of("One two. Three four!\nFive").sentences()).isEqualTo(3);
        assertThat(Words.of("word ".repeat(100)).sentences()).isEqualTo(3);
        String wrapped = "This line was broken by the mail program because it is long\nand goes on here.";
        assertThat(Words.of(wrapped).sentences()).isEqualTo(1);
    }

    @Test
    void positions_pointIntoTheText() {
        Words words = Words.of("(Hello), \"big\" world.");
        assertThat(words.text().substring(words.start(0), words.end(0))).isEqualTo("Hello");
        assertThat(words.text().substring(words.start(2), words.end(2))).isEqualTo("world");
    }
}
