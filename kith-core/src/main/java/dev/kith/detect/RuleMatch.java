package dev.kith.detect;

import java.util.Map;

/**
 * A rule that matched a record as its source wrote it.
 *
 * @param rule id of the rule
 * @param values of the record's fields by which matches are counted together, by the names that correlations use; the
 *     normaliser bounds them
 */
public record RuleMatch(String rule, Map<String, String> values) {
    public RuleMatch {
        values = Map.copyOf(values);
    }
}
