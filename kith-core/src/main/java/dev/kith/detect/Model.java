package dev.kith.detect;

import dev.kith.profile.Act;
import java.util.List;
import java.util.Set;

/**
 * A detection as data: when it fires, what that shows, and what it cannot know.
 *
 * @param id stable name in kebab case
 * @param title {@code Group / Subgroup::Title}
 * @param acts the acts it looks at; it is asked about no others
 * @param condition in CEL (see {@link Models} for the variables)
 * @param score how telling a firing is alone, in (0, 1)
 * @param techniques ATT&CK ids it shows
 * @param misses what it does not see
 * @param benign known benign causes
 * @param kind who made it and what it looks at
 */
public record Model(
        String id,
        String title,
        Set<Act> acts,
        String condition,
        double score,
        List<String> techniques,
        String misses,
        List<String> benign,
        Kind kind) {
    /** Who made a model, and what it looks at. */
    public enum Kind {
        /** Kith's own, judged against habits. */
        SHIPPED,
        /** The organisation's own, judged against habits. */
        OWN,
        /** The organisation's own, matched against records as their source wrote them; its condition is only told. */
        RULE
    }

    /** A model that kith ships. */
    public Model(
            String id,
            String title,
            Set<Act> acts,
            String condition,
            double score,
            List<String> techniques,
            String misses,
            List<String> benign) {
        this(id, title, acts, condition, score, techniques, misses, benign, Kind.SHIPPED);
    }

    public Model {
        if (!(score > 0 && score < 1)) {
            throw new IllegalArgumentException("score of model " + id + " outside (0, 1): " + score);
        }
        if (acts.isEmpty()) {
            throw new IllegalArgumentException("model " + id + " looks at no act");
        }
        acts = Set.copyOf(acts);
        techniques = List.copyOf(techniques);
        benign = List.copyOf(benign);
    }

    /** The same with another condition. */
    Model asking(String otherCondition) {
        return new Model(id, title, acts, otherCondition, score, techniques, misses, benign, kind);
    }
}
