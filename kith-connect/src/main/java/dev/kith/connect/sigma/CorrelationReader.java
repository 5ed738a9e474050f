package dev.kith.connect.sigma;

import dev.kith.connect.model.Entry;
import dev.kith.connect.model.Fault;
import dev.kith.connect.model.FieldReader;
import dev.kith.connect.model.Yaml;
import dev.kith.detect.Correlation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a correlation: what several matches mean together. */
final class CorrelationReader {
    private static final Set<String> KNOWN =
            Set.of("type", "rules", "group-by", "timespan", "condition", "aliases", "generate");
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,6})([smhd])");

    /** Longest time looked back. Chosen by hand: the memory is bounded by groups, not by it. */
    private static final Duration SPAN_MAX = Duration.ofDays(30);

    /** Most matches that can be asked for: so many are remembered for each group. Chosen by hand. */
    private static final long LEAST_MAX = 1_000;

    private static final int RULES_MAX = 20;

    private final String file;
    private final Yaml.Fields document;
    private final FieldReader head;
    private final List<Fault> faults;

    CorrelationReader(String file, Yaml.Fields document, FieldReader head, List<Fault> faults) {
        this.file = file;
        this.document = document;
        this.head = head;
        this.faults = faults;
    }

    Optional<SigmaCorrelation> read(List<Fault> doubts) {
        if (!(document.find("correlation").orElse(null) instanceof Yaml.Fields fields)) {
            head.fault("correlation", "is no mapping");
            return Optional.empty();
        }
        if (document.find("detection").isPresent()) {
            head.fault("detection", "stands beside a correlation");
        }
        int before = faults.size();
        FieldReader reader = new FieldReader(file, fields, faults);
        for (String name : fields.fields().keySet()) {
            if (!KNOWN.contains(name)) {
                fault(fields.lineOf(name), name, "is not read");
            }
        }
        Correlation.Kind kind = kind(reader);
        List<String> rules = rules(reader, fields);
        List<String> groupBy = reader.texts("group-by", true);
        Duration within = within(reader);
        Map<String, Yaml> condition = condition(fields, kind);
        int least = least(fields, kind, condition);
        String field = kind == Correlation.Kind.VALUE_COUNT ? field(fields, condition) : "";
        Map<String, Map<String, String>> aliases = aliases(fields);
        boolean generate = generate(fields);
        String told = kind.name().toLowerCase(Locale.ROOT) + " of " + String.join(", ", rules)
                + (groupBy.isEmpty() ? "" : " by " + String.join(", ", groupBy)) + " within " + within;
        Entry entry = new RuleHead(file, document, head).entry("Correlation", told, doubts);
        if (faults.size() > before) {
            return Optional.empty();
        }
        Correlation correlation =
                new Correlation(entry.model().id(), kind, rules, groupBy, field, Math.max(1, least), within);
        return Optional.of(new SigmaCorrelation(entry, head.textOr("name"), correlation, aliases, generate));
    }

    private Correlation.Kind kind(FieldReader reader) {
        String type = reader.text("type");
        return switch (type) {
            case "event_count" -> Correlation.Kind.EVENT_COUNT;
            case "value_count" -> Correlation.Kind.VALUE_COUNT;
            case "temporal" -> Correlation.Kind.TEMPORAL;
            case "temporal_ordered" -> Correlation.Kind.TEMPORAL_ORDERED;
            default -> {
                if (!type.isEmpty()) {
                    reader.fault(
                            "type",
                            "is not read: " + type + "; event_count, value_count, temporal and temporal_ordered are");
                }
                yield Correlation.Kind.EVENT_COUNT;
            }
        };
    }

    private List<String> rules(FieldReader reader, Yaml.Fields fields) {
        List<String> rules = fields.find("rules").orElse(null) instanceof Yaml.Scalar one
                ? List.of(one.text())
                : reader.texts("rules", false);
        if (rules.isEmpty() || rules.size() > RULES_MAX) {
            reader.fault("rules", "wants 1 to " + RULES_MAX + " names of rules");
            return List.of("none");
        }
        return rules;
    }

    private Duration within(FieldReader reader) {
        String text = reader.text("timespan");
        Matcher matcher = SPAN.matcher(text);
        if (!matcher.matches()) {
            if (!text.isEmpty()) {
                reader.fault("timespan", "is no time such as 30s, 5m, 1h or 2d: " + text);
            }
            return Duration.ofDays(1);
        }
        long number = Long.parseLong(matcher.group(1));
        Duration within = switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
        if (within.isZero() || within.compareTo(SPAN_MAX) > 0) {
            reader.fault("timespan", "is nothing or longer than " + SPAN_MAX.toDays() + " days: " + text);
            return Duration.ofDays(1);
        }
        return within;
    }

    private Map<String, Yaml> condition(Yaml.Fields fields, Correlation.Kind kind) {
        Optional<Yaml> condition = fields.find("condition");
        if (condition.isPresent() && condition.get() instanceof Yaml.Fields map) {
            return map.fields();
        }
        if (condition.isPresent() || !temporal(kind)) {
            fault(
                    fields.lineOf("condition"),
                    "condition",
                    condition.isPresent() ? "is no mapping; conditions in words are not read" : "is missing");
        }
        return Map.of();
    }

    private static boolean temporal(Correlation.Kind kind) {
        return kind == Correlation.Kind.TEMPORAL || kind == Correlation.Kind.TEMPORAL_ORDERED;
    }

    /** From how many on. What is wanted to be few cannot be known while records still come. */
    private int least(Yaml.Fields fields, Correlation.Kind kind, Map<String, Yaml> condition) {
        if (temporal(kind)) {
            if (!condition.isEmpty()) {
                fault(
                        fields.lineOf("condition"),
                        "condition",
                        "a temporal correlation wants all its rules and no condition");
            }
            return 1;
        }
        long least = 0;
        for (Map.Entry<String, Yaml> each : condition.entrySet()) {
            String name = each.getKey();
            if (name.equals("field")) {
                continue;
            }
            Object number = each.getValue().plain();
            if (!Set.of("gt", "gte").contains(name)) {
                fault(each.getValue().line(), "condition." + name, "is not read; gte and gt are");
            } else if (number instanceof Long count && count >= 0 && count <= LEAST_MAX) {
                least = Math.max(least, count + (name.equals("gt") ? 1 : 0));
            } else {
                fault(each.getValue().line(), "condition." + name, "is no number up to " + LEAST_MAX);
                least = 1;
            }
        }
        if (least < 1 && fields.find("condition").isPresent()) {
            fault(fields.lineOf("condition"), "condition", "wants gte or gt with a number from 1");
        }
        return (int) least;
    }

    private String field(Yaml.Fields fields, Map<String, Yaml> condition) {
        if (condition.get("field") instanceof Yaml.Scalar field && !field.text().isBlank()) {
            return field.text();
        }
        fault(fields.lineOf("condition"), "condition.field", "is missing: values of which field are counted");
        return "";
    }

    private Map<String, Map<String, String>> aliases(Yaml.Fields fields) {
        Map<String, Map<String, String>> aliases = new LinkedHashMap<>();
        Optional<Yaml> written = fields.find("aliases");
        if (written.isEmpty()) {
            return aliases;
        }
        if (!(written.get() instanceof Yaml.Fields names)) {
            fault(fields.lineOf("aliases"), "aliases", "is no mapping");
            return aliases;
        }
        names.fields().forEach((name, value) -> {
            Map<String, String> byRule = new LinkedHashMap<>();
            if (value instanceof Yaml.Fields rules) {
                rules.fields().forEach((rule, field) -> {
                    if (field instanceof Yaml.Scalar scalar) {
                        byRule.put(rule, scalar.text());
                    } else {
                        fault(field.line(), "aliases." + name, "is no name of a field");
                    }
                });
            } else {
                fault(value.line(), "aliases." + name, "is no mapping of rules to fields");
            }
            aliases.put(name, byRule);
        });
        return aliases;
    }

    /** The specification has moved it: it may stand in the correlation or beside it. */
    private boolean generate(Yaml.Fields fields) {
        Optional<Yaml> written = fields.find("generate").or(() -> document.find("generate"));
        if (written.isPresent() && !(written.get().plain() instanceof Boolean)) {
            fault(written.get().line(), "generate", "is neither true nor false");
        }
        return written.isPresent() && Boolean.TRUE.equals(written.get().plain());
    }

    private void fault(int line, String field, String reason) {
        faults.add(new Fault(file, line, "correlation." + field, reason));
    }
}
