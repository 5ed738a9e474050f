package dev.kith.connect.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.event.Problem;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The further facts of a record, bounded in number and length; empty values are left out, and the first of a name stays. */
public final class Details {
    /** Chosen by hand: the most parameters seen on an ordinary record were 26. */
    public static final int ENTRIES_MAX = 60;
    /** Longest name of a fact. Chosen by hand. */
    private static final int NAME_CHARS_MAX = 100;

    private final Map<String, String> facts = new LinkedHashMap<>();
    private long left;

    public void put(String name, String value) {
        if (value.isEmpty() || name.isEmpty()) {
            return;
        }
        if (facts.size() >= ENTRIES_MAX) {
            left += facts.containsKey(name) ? 0 : 1;
            return;
        }
        facts.putIfAbsent(RecordFields.shared(whole(RecordFields.cut(name, NAME_CHARS_MAX))), value);
    }

    /** The name with halves of characters replaced: a key must be the same wherever it was written in between. */
    private static String whole(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (Character.isSurrogate(name.charAt(i))) {
                return new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            }
        }
        return name;
    }

    /** The value as text; lists and objects as JSON, cut. */
    public void put(String name, @Nullable JsonNode value) {
        put(name, RecordFields.anyText(value));
    }

    public String get(String name) {
        return facts.getOrDefault(name, "");
    }

    public boolean has(String name) {
        return facts.containsKey(name);
    }

    public Map<String, String> facts() {
        return facts;
    }

    /** Says so where facts were left out. */
    public List<Problem> problems() {
        return left == 0 ? List.of() : List.of(Problem.of("details-cut", left + " facts beyond " + ENTRIES_MAX));
    }
}
