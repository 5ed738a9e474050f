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
 */
public record Model(
        String id,
        String title,
        Set<Act> acts,
        String condition,
        double score,
        List<String> techniques,
        String misses,
        List<String> benign) {
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
}
