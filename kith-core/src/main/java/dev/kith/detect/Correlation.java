package dev.kith.detect;

import java.time.Duration;
import java.util.List;

/**
 * Several matches of rules that mean something together.
 *
 * @param id of the model that fires
 * @param kind how matches are taken together
 * @param rules ids of the rules whose matches are looked at; in order, where order counts
 * @param groupBy names of the values that must be the same in all of them
 * @param field the values that are counted; empty where it is no count of values
 * @param least matches, or different values, from which on it fires, from 1; not looked at where all rules must match
 * @param within so long; above 0
 */
public record Correlation(
        String id, Kind kind, List<String> rules, List<String> groupBy, String field, int least, Duration within) {
    public Correlation {
        if (rules.isEmpty() || least < 1 || within.isZero() || within.isNegative()) {
            throw new IllegalArgumentException(
                    "correlation " + id + " of nothing: " + rules + ", " + least + ", " + within);
        }
        rules = List.copyOf(rules);
        groupBy = List.copyOf(groupBy);
    }

    /** How matches are taken together. */
    public enum Kind {
        /** So many matches. */
        EVENT_COUNT,
        /** So many different values of a field. */
        VALUE_COUNT,
        /** Each of the rules, in any order. */
        TEMPORAL,
        /** Each of the rules, one after the other. */
        TEMPORAL_ORDERED
    }
}
