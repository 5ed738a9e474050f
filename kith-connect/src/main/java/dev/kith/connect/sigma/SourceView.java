package dev.kith.connect.sigma;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A record under the names that Sigma has for the fields of its log. */
record SourceView(LogSource source, RecordView record) {
    /** The values of a field; empty where there is none, or only a null. */
    List<String> values(String field) {
        Optional<List<String>> derived = source.derived(field, record);
        if (derived.isPresent()) {
            return derived.get();
        }
        if (record.has(field)) {
            return withoutFullStop(record.values(field));
        }
        for (String other : source.otherNames(field)) {
            if (record.hasAt(other)) {
                return withoutFullStop(record.at(other));
            }
        }
        Optional<String> plain = source.withoutPrefix(field);
        return plain.isPresent() ? values(plain.get()) : List.of();
    }

    /** The directory ends some of its operations with a full stop in one log and not in the other: both are said. */
    private List<String> withoutFullStop(List<String> values) {
        if (source.kind() != LogSource.Kind.DIRECTORY
                || values.size() != 1
                || !values.get(0).endsWith(".")) {
            return values;
        }
        String value = values.get(0);
        return List.of(value, value.substring(0, value.length() - 1));
    }

    boolean has(String field) {
        return record.has(field)
                || source.derived(field, record).isPresent()
                || source.otherNames(field).stream().anyMatch(record::hasAt)
                || source.withoutPrefix(field).filter(this::has).isPresent();
    }

    /** The first value of a field in small letters, cut: by it matches are counted together. */
    String key(String field, int charsMax) {
        List<String> values = values(field);
        String value = values.isEmpty() ? "" : values.get(0).toLowerCase(Locale.ROOT);
        return value.length() > charsMax ? value.substring(0, charsMax) : value;
    }

    Collection<List<String>> all() {
        return record.all();
    }
}
