package dev.kith.connect.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CsvRowsTest {
    @Test
    void cellsHoldDelimitersQuotesAndLineEnds() throws IOException {
        assertThat(rows("a,b\r\n\"1,\"\"x\"\"\",\"2\r\n3\"\r\n\r\n4,\n"))
                .containsExactly("1: a|b", "2: 1,\"x\"|2\r\n3", "5: 4|");
    }

    @Test
    void quotesOutOfPlace_areTakenAsTheyAre() throws IOException {
        assertThat(rows("a\"b,\"c\"d\n\"e")).containsExactly("1: a\"b|cd", "2: e");
    }

    @Test
    void aQuoteNeverClosed_costsOneRowLength_notTheFile() throws IOException {
        String rows = "1,\"open\n" + "2,x\n".repeat(40_000);
        List<String> read = rows(rows);
        assertThat(read.get(0)).isEqualTo("1: too long");
        assertThat(read.size()).isGreaterThan(20_000);
        assertThat(read.get(read.size() - 1)).isEqualTo("40001: 2|x");
    }

    @Test
    void anyCells_comeBackEqual() throws IOException {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            StringBuilder csv = new StringBuilder();
            List<String> expected = new ArrayList<>();
            for (int row = 0; row < 20; row++) {
                List<String> cells = new ArrayList<>();
                cells.add("k");
                for (int i = random.nextInt(5); i > 0; i--) {
                    cells.add(",\"\n;x\u00e9 ".substring(random.nextInt(7)));
                }
                cells.forEach(cell ->
                        csv.append('"').append(cell.replace("\"", "\"\"")).append("\","));
                csv.setLength(csv.length() - 1);
                csv.append(random.nextBoolean() ? "\r\n" : "\n");
                expected.add(String.join("|", cells));
            }
            assertThat(rows(csv.toString()).stream().map(row -> row.substring(row.indexOf(' ') + 1)))
                    .as("seed %s", seed)
                    .isEqualTo(expected);
        }
    }

    private static List<String> rows(String text) throws IOException {
        CsvRows rows = new CsvRows(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), ',', 64 * 1024);
        List<String> read = new ArrayList<>();
        while (rows.next()) {
            read.add(rows.line() + ": " + (rows.tooLong() ? "too long" : String.join("|", rows.texts())));
        }
        return read;
    }
}
