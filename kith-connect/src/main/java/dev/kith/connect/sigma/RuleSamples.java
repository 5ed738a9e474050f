package dev.kith.connect.sigma;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.connect.model.Entry;
import dev.kith.connect.model.Yaml;
import dev.kith.detect.Correlation;
import dev.kith.detect.Model;
import dev.kith.detect.RuleMatch;
import dev.kith.detect.Rules;
import dev.kith.event.EventId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs samples of rules and correlations. A sample is a record as its source writes it, or {@code records}, a list of them
 * in their order, {@code seconds} apart (1 where it is not said).
 */
public final class RuleSamples {
    private static final String RECORDS = "records";
    private static final String SECONDS = "seconds";

    private final List<SigmaRule> rules;
    private final List<SigmaCorrelation> correlations;
    private final SigmaMatcher matcher;

    public RuleSamples(List<SigmaRule> rules, List<SigmaCorrelation> correlations) {
        this.rules = rules;
        this.correlations = correlations;
        this.matcher = new SigmaMatcher(rules, correlations);
    }

    /** Whether a rule or correlation fires on a sample. */
    public boolean fires(String id, Entry.Sample sample) {
        Map<EventId, List<RuleMatch>> matches = new HashMap<>();
        List<ObjectNode> records = records(sample);
        for (int i = 0; i < records.size(); i++) {
            matches.put(
                    new EventId("sample-" + i),
                    List.copyOf(matcher.matches(records.get(i)).values()));
        }
        List<Model> models = new ArrayList<>();
        rules.forEach(rule -> models.add(rule.entry().model()));
        correlations.forEach(each -> models.add(each.entry().model()));
        List<Correlation> taken =
                correlations.stream().map(SigmaCorrelation::correlation).toList();
        Rules asked = new Rules(models, Set.of(), taken, event -> matches.getOrDefault(event, List.of()));
        boolean fires = false;
        for (int i = 0; i < records.size(); i++) {
            Instant at = Instant.EPOCH.plus(apart(sample).multipliedBy(i));
            fires |= asked.firing(new EventId("sample-" + i), at).stream()
                    .anyMatch(model -> model.id().equals(id));
        }
        return fires;
    }

    /** Why a rule does not match the first record of a sample. */
    public String why(String id, Entry.Sample sample) {
        List<ObjectNode> records = records(sample);
        for (SigmaRule rule : rules) {
            if (rule.id().equals(id) && !records.isEmpty()) {
                return rule.why(records.get(0));
            }
        }
        return "its rules match "
                + records.stream().filter(r -> !matcher.matches(r).isEmpty()).count() + " of " + records.size()
                + " records";
    }

    private static Duration apart(Entry.Sample sample) {
        return sample.given().get(SECONDS) instanceof Long seconds
                        && sample.given().containsKey(RECORDS)
                ? Duration.ofSeconds(seconds)
                : Duration.ofSeconds(1);
    }

    private static List<ObjectNode> records(Entry.Sample sample) {
        if (!sample.given().containsKey(RECORDS)) {
            return List.of((ObjectNode) json(sample.given()));
        }
        List<ObjectNode> records = new ArrayList<>();
        for (JsonNode each : json(sample.given().getOrDefault(RECORDS, List.of()))) {
            if (!(each instanceof ObjectNode record)) {
                throw new IllegalArgumentException("an entry of records is no mapping");
            }
            records.add(record);
        }
        return records;
    }

    private static JsonNode json(Object plain) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (plain instanceof Map<?, ?> map) {
            ObjectNode object = nodes.objectNode();
            map.forEach((name, value) -> object.set(String.valueOf(name), json(value == null ? Yaml.NULL : value)));
            return object;
        }
        if (plain instanceof List<?> list) {
            var array = nodes.arrayNode();
            list.forEach(value -> array.add(json(value == null ? Yaml.NULL : value)));
            return array;
        }
        if (plain instanceof Boolean truth) {
            return nodes.booleanNode(truth);
        }
        if (plain instanceof Long number) {
            return nodes.numberNode(number);
        }
        if (plain instanceof Double number) {
            return nodes.numberNode(number);
        }
        return plain == Yaml.NULL ? nodes.nullNode() : nodes.textNode(String.valueOf(plain));
    }
}
