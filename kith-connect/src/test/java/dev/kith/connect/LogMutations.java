package dev.kith.connect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes to records of logs that keep them JSON: what an attacker writes into fields, and what exports make of them. */
final class LogMutations {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** Everything escaped, so that halves of characters get through, too. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** Values that mean something to somebody: a page, a terminal, a parser, a table. */
    private static final List<String> TELLING = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\u202etxt.exe",
            "\u2066\u2067\u2068",
            "\ufeff",
            "\ud800",
            "line\r\nline\u2028line\u2029line\u0085line",
            "\u001b[2J\u001b]0;title\u0007",
            "<img src=x onerror=alert(1)>\"'`</script>",
            "{{7*7}} ${7*7} #{7*7} %n%s%x",
            "=cmd|'/c calc'!A1",
            "../../../../etc/passwd",
            "i:0h.f|membership|100320001234abcd@live.com",
            "i:0#.f|membership|ida@harbour.example",
            "ida_harbour.example#EXT#@tenant.example",
            "NT AUTHORITY\\SYSTEM",
            "00000000-0000-0000-0000-000000000000",
            "203.0.113.9, 10.0.0.1",
            "[2001:db8::1%eth0]:443",
            "cool.client.local:80",
            "999.999.999.999",
            "1970-01-01T00:00:00Z",
            "9999-12-31T23:59:59",
            "2026-03-02T08:00:00+14:00",
            "NaN",
            "15.0",
            "-1",
            "true",
            "null",
            "[{'a': None}]",
            "{\"a\":[1,2",
            "x".repeat(20_000),
            "\u0130\u1e9e\ufb03".repeat(500));

    private LogMutations() {}

    /** The record, changed in one to six places. */
    static String mutated(JsonNode record, JsonNode other, Random random) {
        JsonNode copy = record.deepCopy();
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            change(copy, other, random);
        }
        return twice(text(copy), random);
    }

    private static void change(JsonNode root, JsonNode other, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        JsonNode at = containers.get(random.nextInt(containers.size()));
        if (at instanceof ArrayNode array) {
            change(array, random);
        } else if (at instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(6)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(name, otherType(object.get(name)));
                case 2 -> object.set(telling(random), object.get(name));
                case 3 -> object.setAll((ObjectNode) other.deepCopy());
                default -> object.set(name, value(random));
            }
        }
    }

    private static void change(ArrayNode array, Random random) {
        if (array.isEmpty() || random.nextBoolean()) {
            JsonNode value = array.isEmpty() || random.nextBoolean() ? value(random) : array.get(0);
            int count = random.nextInt(20) == 0
                            && !value.isContainerNode()
                            && value.asText().length() < 50
                    ? 5_000
                    : 1;
            for (int i = 0; i < count; i++) {
                array.add(value);
            }
        } else {
            array.set(random.nextInt(array.size()), value(random));
        }
    }

    /** The same said in another type: a number for its text, a text for its number, a list for one, one for a list. */
    private static JsonNode otherType(JsonNode value) {
        if (value.isTextual()) {
            String text = value.textValue();
            return text.matches("\\d{1,15}")
                    ? NODES.numberNode(Long.parseLong(text))
                    : NODES.arrayNode().add(text);
        }
        return value.isContainerNode() ? NODES.textNode(text(value)) : NODES.textNode(value.asText());
    }

    private static JsonNode value(Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(random.nextLong());
            case 2 -> NODES.numberNode(random.nextDouble() * 1e300);
            case 3 -> NODES.booleanNode(random.nextBoolean());
            case 4 -> deep(random.nextInt(80));
            default -> NODES.textNode(telling(random));
        };
    }

    private static JsonNode deep(int levels) {
        JsonNode node = NODES.textNode("deep");
        for (int i = 0; i < levels; i++) {
            node = i % 2 == 0 ? NODES.arrayNode().add(node) : NODES.objectNode().set("Name", node);
        }
        return node;
    }

    private static String telling(Random random) {
        return TELLING.get(random.nextInt(TELLING.size()));
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode() && containers.size() < 1_000) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    /** Sometimes with the first field said once more, which no tree can hold. */
    private static String twice(String record, Random random) {
        return random.nextInt(15) == 0 && record.startsWith("{\"")
                ? record.substring(0, record.length() - 1) + ",\"UserId\":\"eve@harbour.example\",\"UserId\":7}"
                : record;
    }

    private static String text(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new AssertionError("a tree can be written", e);
        }
    }
}
