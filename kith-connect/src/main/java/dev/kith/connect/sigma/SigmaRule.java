package dev.kith.connect.sigma;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.connect.model.Entry;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A rule ready to be asked about records.
 *
 * @param entry what the catalogue says of it
 * @param name by which correlations may call it; empty where it has none
 * @param selections the parts of its condition, by name
 * @param fields it looks at for a value
 */
public record SigmaRule(
        Entry entry, String name, LogSource source, Test test, Map<String, Test> selections, Set<String> fields) {
    public SigmaRule {
        selections = Collections.unmodifiableMap(new LinkedHashMap<>(selections));
        fields = Set.copyOf(fields);
    }

    public String id() {
        return entry.model().id();
    }

    /** The part of a record that it matches; empty where none is, or the record is of another log. */
    Optional<SourceView> matching(ObjectNode record) {
        return source.holds(record) ? matching(source.views(record)) : Optional.empty();
    }

    /** The one of these parts of a record that it matches. */
    Optional<SourceView> matching(List<SourceView> views) {
        return views.stream().filter(test::holds).findFirst();
    }

    /** Which of its selections hold for a record, in words: why it matches, or does not. */
    String why(ObjectNode record) {
        if (!source.holds(record)) {
            return "the record is none of " + source.kind().title()
                    + (source.part().isEmpty() ? "" : " (" + source.part() + ")");
        }
        List<SourceView> views = source.views(record);
        StringBuilder words = new StringBuilder();
        selections.forEach((selection, part) -> words.append(words.isEmpty() ? "" : ", ")
                .append(selection)
                .append(views.stream().anyMatch(part::holds) ? " holds" : " does not hold"));
        return words.toString();
    }
}
