package dev.kith.connect.google;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.connect.source.Details;
import dev.kith.connect.source.RecordFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of an event by name. Google writes a list of names with one of five kinds of value; exports write a map. Nested
 * messages are looked into by {@link #message}.
 */
final class Parameters {
    /** Chosen by hand: events have at most some thirty. */
    static final int NAMES_MAX = 200;

    private static final String[] VALUES = {"value", "boolValue", "intValue", "multiValue", "multiIntValue"};
    private static final String[] MESSAGES = {"messageValue", "multiMessageValue"};

    private final Map<String, JsonNode> values = new LinkedHashMap<>();

    private Parameters() {}

    /** Of the {@code parameters} of an event, or the {@code parameter} of a message. */
    static Parameters of(JsonNode written) {
        Parameters parameters = new Parameters();
        if (written.isObject()) {
            for (Map.Entry<String, JsonNode> field : written.properties()) {
                parameters.put(field.getKey(), field.getValue());
            }
            return parameters;
        }
        for (JsonNode pair : written) {
            parameters.put(RecordFields.text(pair, "name"), value(pair));
        }
        return parameters;
    }

    private static JsonNode value(JsonNode pair) {
        for (String kind : VALUES) {
            if (pair.hasNonNull(kind)) {
                return pair.get(kind);
            }
        }
        for (String kind : MESSAGES) {
            if (pair.hasNonNull(kind)) {
                return pair.get(kind);
            }
        }
        return pair.path("value");
    }

    private void put(String name, JsonNode value) {
        if (!name.isEmpty() && !value.isNull() && !value.isMissingNode() && values.size() < NAMES_MAX) {
            values.putIfAbsent(name, value);
        }
    }

    /** A value as text, the values of a list parted by blanks; empty where there is none. */
    String text(String name) {
        return joined(values.get(name));
    }

    /** The first of two that is not empty. */
    String text(String name, String otherwise) {
        String text = text(name);
        return text.isEmpty() ? text(otherwise) : text;
    }

    /** A value in lower case. */
    String key(String name) {
        return RecordFields.lower(text(name));
    }

    boolean is(String name) {
        String text = text(name).toLowerCase(Locale.ROOT);
        return text.equals("true") || text.equals("yes");
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The parameters within a message; those of the first where there are several. */
    Parameters message(String name) {
        List<Parameters> all = messages(name);
        return all.isEmpty() ? new Parameters() : all.get(0);
    }

    /** The parameters within each of the messages of a name, the first {@value #NAMES_MAX}. */
    List<Parameters> messages(String name) {
        JsonNode value = values.get(name);
        List<Parameters> messages = new ArrayList<>();
        if (value == null) {
            return messages;
        }
        Iterable<JsonNode> each = value.isArray() ? value : List.of(value);
        for (JsonNode message : each) {
            if (messages.size() == NAMES_MAX) {
                break;
            }
            messages.add(of(message.has("parameter") ? message.get("parameter") : message));
        }
        return messages;
    }

    /** Every value that is no message, by Google's names. */
    void copyTo(Details details) {
        values.forEach((name, value) -> {
            if (!value.isObject()) {
                details.put(name, joined(value));
            }
        });
    }

    private static String joined(@Nullable JsonNode value) {
        if (value == null) {
            return "";
        }
        if (!value.isArray()) {
            return RecordFields.anyText(value);
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode each : value) {
            if (each.isContainerNode()) {
                return RecordFields.anyText(value);
            }
            if (text.length() > RecordFields.VALUE_CHARS_MAX) {
                break;
            }
            text.append(text.length() == 0 ? "" : " ").append(RecordFields.text(each));
        }
        return RecordFields.shared(RecordFields.cut(text.toString()));
    }
}
