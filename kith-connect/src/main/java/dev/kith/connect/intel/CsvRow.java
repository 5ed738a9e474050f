package dev.kith.connect.intel;

import java.util.ArrayList;
import java.util.List;

/** One line of comma-separated fields, in RFC 4180's form but for line breaks inside quotes, which these tables never have. */
final class CsvRow {
    private CsvRow() {}

    /** The fields, stripped; quotes taken off. A quote that is never closed runs to the end of the line. */
    static List<String> fields(String line) {
        List<String> fields = new ArrayList<>(4);
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                boolean escaped = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (escaped) {
                    field.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString().strip());
        return fields;
    }
}
