package dev.kith.detect;

import dev.kith.event.Event;
import dev.kith.event.EventId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The organisation's rules over records as their source wrote them, alone and correlated. Mutable; one thread. */
public final class Rules {
    /** No rules. */
    static final Rules NONE = new Rules(List.of(), Set.of(), List.of(), RuleMatches.NONE);

    private final Map<String, Model> models = new LinkedHashMap<>();
    private final Set<String> parts;
    private final List<Correlating> correlations = new ArrayList<>();
    private final List<String> correlationIds = new ArrayList<>();
    private final RuleMatches matches;

    /**
     * @param models of all rules and correlations; those of other kinds are passed over
     * @param parts ids of rules and correlations that are only parts of correlations and do not fire alone
     * @param correlations none of which is a part of itself, by whatever way
     */
    public Rules(List<Model> models, Set<String> parts, List<Correlation> correlations, RuleMatches matches) {
        models.stream().filter(m -> m.kind() == Model.Kind.RULE).forEach(m -> this.models.put(m.id(), m));
        this.parts = new HashSet<>(parts);
        for (Correlation correlation : correlations) {
            this.correlations.add(new Correlating(correlation));
            correlationIds.add(correlation.id());
        }
        this.matches = matches;
    }

    /** Whether a rule matched the record of an event. */
    boolean matched(Event event) {
        return !models.isEmpty() && !matches.of(event.id()).isEmpty();
    }

    /** What fires with an event; to be asked once for each, in time order. */
    public List<Model> firing(EventId id, Instant at) {
        if (models.isEmpty()) {
            return List.of();
        }
        Set<Model> fired = new LinkedHashSet<>();
        List<RuleMatch> found = new ArrayList<>(matches.of(id));
        for (int next = 0; next < found.size(); next++) {
            RuleMatch match = found.get(next);
            if (!parts.contains(match.rule())) {
                add(match.rule(), fired);
            }
            for (int i = 0; i < correlations.size(); i++) {
                if (correlations.get(i).holdsWith(match, at)) {
                    // It may be a part of another, by the same values.
                    RuleMatch correlated = new RuleMatch(correlationIds.get(i), match.values());
                    if (!found.contains(correlated)) {
                        found.add(correlated);
                    }
                }
            }
        }
        return List.copyOf(fired);
    }

    private void add(String id, Set<Model> fired) {
        Model model = models.get(id);
        if (model != null) {
            fired.add(model);
        }
    }
}
