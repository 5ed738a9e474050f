package dev.kith.connect.sigma;

import dev.kith.connect.model.Entry;
import dev.kith.detect.Correlation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A correlation as it is written: its rules are called by name or id.
 *
 * @param name by which other correlations may call it; empty where it has none
 * @param aliases for names of {@code group-by}, what the field is called in a rule
 * @param generate whether its rules fire alone as well
 */
public record SigmaCorrelation(
        Entry entry, String name, Correlation correlation, Map<String, Map<String, String>> aliases, boolean generate) {
    /** The same, with its rules called otherwise. */
    public SigmaCorrelation calling(UnaryOperator<String> names) {
        Correlation c = correlation;
        List<String> rules = c.rules().stream().map(names).distinct().toList();
        return new SigmaCorrelation(
                entry,
                name,
                new Correlation(c.id(), c.kind(), rules, c.groupBy(), c.field(), c.least(), c.within()),
                aliases,
                generate);
    }

    public String id() {
        return entry.model().id();
    }

    /** The field of a rule's records that a name of this correlation stands for. */
    String field(String name, SigmaRule rule) {
        Map<String, String> byRule = aliases.getOrDefault(name, Map.of());
        return Optional.ofNullable(byRule.get(rule.id()))
                .or(() -> Optional.ofNullable(byRule.get(rule.name())))
                .orElse(name);
    }
}
