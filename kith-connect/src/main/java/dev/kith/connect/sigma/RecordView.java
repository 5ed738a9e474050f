package dev.kith.connect.sigma;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A record's fields by name, as its source wrote them. Names of nested fields are joined by dots and compared without case. An
 * element of a list has the list's name, so that a field has several values; a list or an object as a whole is a value, too,
 * as JSON. Where a list holds pairs of a name and a value ({@code Parameters}, {@code ExtendedProperties}, {@code
 * parameters}), the value goes by its name as well: {@code ForwardTo} and {@code Parameters.ForwardTo}. So does what lies
 * in {@code properties}. Texts that are JSON are looked into.
 */
final class RecordView {
    /** Values of a record that are looked at. Chosen by hand: the largest records seen have some hundreds. */
    private static final int VALUES_MAX = 4_000;

    /** Characters of a value. Chosen by hand: parameters of a rule with a long list of words. */
    private static final int VALUE_CHARS_MAX = 16_000;

    private static final int DEPTH_MAX = 12;

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<String> VALUE_NAMES = List.of(
            "value",
            "newvalue",
            "boolvalue",
            "intvalue",
            "multivalue",
            "multiintvalue",
            "messagevalue",
            "displayvalue");
    private static final String PROPERTIES = "properties.";

    private final Map<String, List<String>> byPath = new HashMap<>();
    private final Map<String, List<String>> byName = new HashMap<>();
    private int values;

    RecordView(ObjectNode record) {
        flatten("", record, 0);
    }

    /** The values of a field; empty where there is no such field, or only a null. */
    List<String> values(String field) {
        String name = field.toLowerCase(Locale.ROOT);
        List<String> found = byPath.get(name);
        return found != null ? found : byName.getOrDefault(name, List.of());
    }

    /** The values at a path, whatever else goes by that name; empty where there is none, or only a null. */
    List<String> at(String path) {
        return byPath.getOrDefault(path, List.of());
    }

    boolean hasAt(String path) {
        return byPath.containsKey(path);
    }

    boolean has(String field) {
        String name = field.toLowerCase(Locale.ROOT);
        return byPath.containsKey(name) || byName.containsKey(name);
    }

    /** The first value of a field, or an empty text. */
    String first(String field) {
        List<String> found = values(field);
        return found.isEmpty() ? "" : found.get(0);
    }

    /** Every value of the record. */
    Collection<List<String>> all() {
        return byPath.values();
    }

    private void flatten(String path, JsonNode node, int depth) {
        if (depth > DEPTH_MAX || ++values > VALUES_MAX) {
            return;
        }
        if (node.isObject()) {
            put(path, node);
            pair(path, node, depth);
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                String name = field.getKey().toLowerCase(Locale.ROOT);
                flatten(path.isEmpty() ? name : path + "." + name, field.getValue(), depth + 1);
            }
        } else if (node.isArray()) {
            put(path, node);
            for (JsonNode each : node) {
                flatten(path, each, depth + 1);
            }
        } else {
            put(path, node);
            inside(path, node, depth);
        }
    }

    /** A name and its value, as lists of parameters have them. */
    private void pair(String path, JsonNode node, int depth) {
        JsonNode name =
                node.has("Name") ? node.get("Name") : node.has("name") ? node.get("name") : node.get("displayName");
        if (path.isEmpty() || name == null || !name.isTextual()) {
            return;
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (VALUE_NAMES.contains(field.getKey().toLowerCase(Locale.ROOT))) {
                flatten(path + "." + name.textValue().toLowerCase(Locale.ROOT), field.getValue(), depth + 1);
                named(name.textValue().toLowerCase(Locale.ROOT), field.getValue());
            }
        }
    }

    private void inside(String path, JsonNode node, int depth) {
        String text = node.isTextual() ? node.textValue().strip() : "";
        if (text.length() < 2 || text.length() > VALUE_CHARS_MAX || text.charAt(0) != '{' && text.charAt(0) != '[') {
            return;
        }
        try {
            JsonNode within = MAPPER.readTree(text);
            if (within.isContainerNode()) {
                flatten(path, within, depth + 1);
            }
        } catch (JsonProcessingException e) {
            // A text that only begins like JSON is a text.
        }
    }

    private void put(String path, JsonNode node) {
        if (path.isEmpty()) {
            return;
        }
        add(byPath, path, node);
        if (path.startsWith(PROPERTIES)) {
            add(byName, path.substring(PROPERTIES.length()), node);
        }
    }

    private void named(String name, JsonNode node) {
        add(byName, name, node);
        for (JsonNode each : node.isArray() ? node : List.<JsonNode>of()) {
            add(byName, name, each);
        }
    }

    private static void add(Map<String, List<String>> to, String name, JsonNode node) {
        List<String> known = to.computeIfAbsent(name, k -> new ArrayList<>(1));
        if (!node.isNull()) {
            String text = node.isContainerNode() ? node.toString() : node.asText();
            known.add(text.length() > VALUE_CHARS_MAX ? text.substring(0, VALUE_CHARS_MAX) : text);
        }
    }
}
