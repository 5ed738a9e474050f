package dev.kith.connect.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.kith.connect.source.RecordFields;
import java.util.ArrayList;
import java.util.List;

/** Fields of an alert by their path: products nest them, and their exports write the whole path as one name. */
final class Fields {
    /** Values of one field that are read. Chosen by hand. */
    private static final int VALUES_MAX = 50;

    private Fields() {}

    /** What stands under {@code a.b.c}, nested, flat, or flat within something nested; missing where nothing does. */
    static JsonNode at(JsonNode record, String path) {
        JsonNode whole = record.get(path);
        if (whole != null) {
            return whole;
        }
        for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
            JsonNode outer = record.get(path.substring(0, dot));
            if (outer != null) {
                JsonNode found = at(first(outer), path.substring(dot + 1));
                if (!found.isMissingNode()) {
                    return found;
                }
            }
        }
        return MissingNode.getInstance();
    }

    private static JsonNode first(JsonNode node) {
        return node.isArray() && !node.isEmpty() ? node.get(0) : node;
    }

    /** The first of these that is told, as text; of a list its first value. Empty where none is. */
    static String text(JsonNode record, String... paths) {
        for (String path : paths) {
            String text = RecordFields.text(first(at(record, path))).strip();
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    /** All values of a field that may be one or a list. */
    static List<String> texts(JsonNode record, String path) {
        JsonNode found = at(record, path);
        List<String> texts = new ArrayList<>();
        if (found.isArray()) {
            for (int i = 0; i < Math.min(VALUES_MAX, found.size()); i++) {
                texts.add(RecordFields.text(found.get(i)).strip());
            }
        } else {
            texts.add(RecordFields.text(found).strip());
        }
        texts.removeIf(String::isEmpty);
        return texts;
    }
}
