package dev.kith.connect.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class JsonSplitterTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void recordsOfEveryForm_areFoundWithTheirLines() throws IOException {
        assertThat(split("{\"a\":1}\n{\"a\":2}\n")).containsExactly("1 WHOLE {\"a\":1}", "2 WHOLE {\"a\":2}");
        assertThat(split("{\"a\":\n1}{\"a\":2}")).containsExactly("1 WHOLE {\"a\":\n1}", "2 WHOLE {\"a\":2}");
        assertThat(split("[{\"a\":1},\n{\"a\":[{}]}]")).containsExactly("1 WHOLE {\"a\":1}", "2 WHOLE {\"a\":[{}]}");
        assertThat(split("{\"@c\":\"[{\",\"value\":[\n{\"a\":\"}]\\\"\"}\n]}\n{\"value\":[{\"a\":2}]}"))
                .containsExactly("2 WHOLE {\"a\":\"}]\\\"\"}", "4 WHOLE {\"a\":2}");
        assertThat(split("{\"d\":{\"x\":{},\"results\":[{\"a\":1}]}}")).containsExactly("1 WHOLE {\"a\":1}");
        assertThat(split("[]")).isEmpty();
        assertThat(split("{\"value\":[]}")).isEmpty();
    }

    @Test
    void aRecordCutOff_costsNoOther() throws IOException {
        assertThat(split("{\"a\":1}\n{\"a\":\"cu\n{\"a\":[{\"b\"\n{\"a\":4}\n{\"a\""))
                .containsExactly("1 WHOLE {\"a\":1}", "2 CUT_OFF", "3 CUT_OFF", "4 WHOLE {\"a\":4}", "5 CUT_OFF");
        assertThat(split("[\n{\"a\":1},\n{\"a\":\"cu\n{\"a\":3}\n]"))
                .containsExactly("2 WHOLE {\"a\":1}", "3 CUT_OFF", "4 WHOLE {\"a\":3}");
    }

    @Test
    void otherTextBetweenRecords_isNamed() throws IOException {
        assertThat(split("{\"a\":1}\nnot \"json\n{\"a\":2}\nend"))
                .containsExactly("1 WHOLE {\"a\":1}", "2 OTHER_TEXT", "3 WHOLE {\"a\":2}", "4 OTHER_TEXT");
    }

    @Test
    void aRecordTooLong_isNamedAndPassedOver() throws IOException {
        String big = "{\"a\":\"" + "x".repeat(300_000) + "\"}";
        assertThat(split("{\"a\":1}\n" + big + "\n{\"a\":3}"))
                .containsExactly("1 WHOLE {\"a\":1}", "2 TOO_LONG", "3 WHOLE {\"a\":3}");
        assertThat(split("[{\"a\":1}," + big + ",{\"a\":3}]"))
                .containsExactly("1 WHOLE {\"a\":1}", "1 TOO_LONG", "1 WHOLE {\"a\":3}");
    }

    @Test
    void anyTreesInAnyForm_comeBackEqual() throws IOException {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<JsonNode> records = new ArrayList<>();
            for (int i = random.nextInt(20); i >= 0; i--) {
                records.add(tree(random, 0));
            }
            ArrayNode array = JSON.createArrayNode().addAll(records);
            String pretty = random.nextBoolean() ? array.toPrettyString() : array.toString();
            StringBuilder lines = new StringBuilder();
            records.forEach(record -> lines.append(record).append('\n'));
            String page =
                    JSON.createObjectNode().put("@x", "{[").set("value", array).toString();
            for (String text : List.of(pretty, lines.toString(), page)) {
                List<JsonNode> back = new ArrayList<>();
                for (String record : split(text)) {
                    assertThat(record).as("seed %s", seed).contains("WHOLE");
                    back.add(JSON.readTree(record.substring(record.indexOf('{'))));
                }
                assertThat(back).as("seed %s", seed).isEqualTo(records);
            }
        }
    }

    @Test
    void brokenBytes_endInTimeLinearInThem() {
        byte[] bytes = new byte[2 << 20];
        for (int seed = 0; seed < 6; seed++) {
            Random random = new Random(seed);
            byte[] alphabet = "{}[]\",:\\\n a1".getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = alphabet[random.nextInt(seed % 3 == 0 ? 2 : alphabet.length)];
            }
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> split(bytes, 1));
        }
    }

    private static JsonNode tree(Random random, int depth) {
        ObjectNode node = JSON.createObjectNode();
        for (int i = random.nextInt(4); i >= 0; i--) {
            String name = "n" + random.nextInt(9);
            switch (random.nextInt(depth > 3 ? 2 : 4)) {
                case 0 -> node.put(name, random.nextInt());
                case 1 -> node.put(name, "\"{[]}\\,\n\u00e9".substring(random.nextInt(8)));
                case 2 -> node.set(name, tree(random, depth + 1));
                default -> node.putArray(name).add(tree(random, depth + 1)).add("]");
            }
        }
        return node;
    }

    private static List<String> split(String text) throws IOException {
        return split(text.getBytes(StandardCharsets.UTF_8), 7);
    }

    /** Reads a few bytes at a time, so that every boundary falls everywhere. */
    private static List<String> split(byte[] bytes, int step) throws IOException {
        Head head = new Head(Arrays.copyOf(bytes, Math.min(bytes.length, Head.BYTES_MAX)));
        JsonForm form = JsonForm.of(head);
        InputStream in = new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return super.read(buffer, offset, step == 1 ? length : Math.min(length, step));
            }
        };
        JsonSplitter splitter = new JsonSplitter(in, form.level(), form.linewise(), 128 * 1024);
        List<String> records = new ArrayList<>();
        for (JsonSplitter.End end = splitter.next(); end != JsonSplitter.End.INPUT; end = splitter.next()) {
            String text = end == JsonSplitter.End.WHOLE
                    ? " " + new String(splitter.buffer(), splitter.offset(), splitter.length(), StandardCharsets.UTF_8)
                    : "";
            records.add(splitter.line() + " " + end + text);
        }
        return records;
    }
}
