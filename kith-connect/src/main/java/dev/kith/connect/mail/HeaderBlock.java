package dev.kith.connect.mail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The header of a message or part: its fields in order, found by name in any case. */
final class HeaderBlock {
    static final HeaderBlock EMPTY = new HeaderBlock(List.of());

    private final List<Field> fields;
    private final Map<String, List<String>> byName;

    /**
     * One header field.
     *
     * @param name as spelled
     * @param value unfolded, raw bytes decoded, encoded words not
     */
    record Field(String name, String value) {}

    HeaderBlock(List<Field> fields) {
        this.fields = List.copyOf(fields);
        this.byName = new HashMap<>();
        for (Field field : fields) {
            byName.computeIfAbsent(Words.lower(field.name()), name -> new ArrayList<>(1))
                    .add(field.value());
        }
    }

    List<Field> fields() {
        return fields;
    }

    /** How long the fields are together. */
    long chars() {
        return fields.stream()
                .mapToLong(field -> field.name().length() + field.value().length() + 4L)
                .sum();
    }

    boolean has(String lowerCaseName) {
        return byName.containsKey(lowerCaseName);
    }

    /** Every value of a field, topmost first. */
    List<String> all(String lowerCaseName) {
        List<String> values = byName.get(lowerCaseName);
        return values == null ? List.of() : Collections.unmodifiableList(values);
    }

    /** The topmost value; empty where the field is not there. */
    String first(String lowerCaseName) {
        List<String> values = byName.get(lowerCaseName);
        return values == null ? "" : values.get(0);
    }

    /** The topmost value with encoded words decoded and white space evened out. */
    String text(String lowerCaseName) {
        return Words.squeeze(Words.printable(EncodedWords.decode(first(lowerCaseName))));
    }

    /** Reads one raw field; null where it has no name. */
    static @Nullable Field field(byte[] raw, Budget budget) {
        int colon = 0;
        while (colon < raw.length && raw[colon] != ':') {
            colon++;
        }
        if (colon == 0 || colon == raw.length) {
            return null;
        }
        int end = raw.length;
        if (end - colon > Budget.HEADER_FIELD_BYTES_MAX) {
            budget.problem("header-too-long", "a header field of " + raw.length + " bytes was cut");
            end = colon + Budget.HEADER_FIELD_BYTES_MAX;
        }
        String name = Charsets.decode(raw, 0, colon, "").strip();
        if (!Charsets.isAscii(raw, colon, end)) {
            budget.problem("raw-8-bit-header", name + " holds raw 8-bit characters");
        }
        String value = unfold(Charsets.decode(raw, colon + 1, end, ""), budget);
        return name.isEmpty() ? null : new Field(name, value);
    }

    private static String unfold(String folded, Budget budget) {
        StringBuilder out = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c == 0) {
                budget.problem("nul-in-header", "a header holds NUL bytes");
            } else if (c == '\t') {
                out.append(' ');
            } else if (c != '\r' && c != '\n') {
                out.append(c);
            }
        }
        return out.toString().strip();
    }
}
