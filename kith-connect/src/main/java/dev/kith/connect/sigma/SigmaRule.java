package dev.kith.connect.sigma;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.connect.model.Entry;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rule ready to be asked about records.
 *
 * @param entry what the catalogue says of it
 * @param name by which correlations may call it; empty where it has none
 * @param fields it looks at for a value
 */
public record SigmaRule(Entry entry, String name, LogSource source, Test test, Set<String> fields) {
    public SigmaRule {
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
}
