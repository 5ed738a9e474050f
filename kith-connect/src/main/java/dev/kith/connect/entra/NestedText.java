package dev.kith.connect.entra;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;

/**
 * An object or list that stands in a cell as text: as JSON, or as Python prints it (single quotes, {@code None}, {@code
 * True}), which is how notebooks export the tables of Log Analytics.
 */
final class NestedText {
    /** Chosen by hand: a list of policies has some thousands. */
    private static final int CHARS_MAX = 1 << 20;

    private static final ObjectReader READER = new JsonMapper(JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                    .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(32).build())
                    .build())
            .readerFor(JsonNode.class);

    private NestedText() {}

    static Optional<JsonNode> parse(String text) {
        if (text.length() > CHARS_MAX) {
            return Optional.empty();
        }
        try {
            return Optional.of(READER.readTree(text));
        } catch (IOException e) {
            try {
                return Optional.of(READER.readTree(fromPython(text)));
            } catch (IOException unreadable) {
                return Optional.empty();
            }
        }
    }

    /** Outside of quotes, Python's names for the three constants become those of JSON. */
    static String fromPython(String text) {
        StringBuilder json = new StringBuilder(text.length());
        char quote = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == '\\' && i + 1 < text.length()) {
                    json.append(c);
                    i++;
                    c = text.charAt(i);
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (Character.isLetter(c)) {
                int end = i;
                while (end < text.length() && Character.isLetter(text.charAt(end))) {
                    end++;
                }
                json.append(constant(text.substring(i, end)));
                i = end;
                continue;
            }
            json.append(c);
            i++;
        }
        return json.toString();
    }

    private static String constant(String word) {
        return switch (word) {
            case "None", "nan" -> "null";
            case "True" -> "true";
            case "False" -> "false";
            default -> word;
        };
    }
}
