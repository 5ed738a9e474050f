package dev.kith.connect.sigma;

import dev.kith.connect.model.Entry;
import dev.kith.connect.model.Fault;
import dev.kith.connect.model.FieldReader;
import dev.kith.connect.model.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one document of the Sigma specification; all that is wrong or not read in it is noted. */
public final class SigmaReader {
    private static final Set<String> LOG_SOURCE = Set.of("product", "service", "category", "definition");

    private final String file;
    private final List<Fault> faults;
    private final List<Fault> doubts;
    private final List<SigmaRule> rules = new ArrayList<>();
    private final List<SigmaCorrelation> correlations = new ArrayList<>();

    /**
     * @param faults takes why documents are refused
     * @param doubts takes what may be a mistake and is read all the same
     */
    public SigmaReader(String file, List<Fault> faults, List<Fault> doubts) {
        this.file = file;
        this.faults = faults;
        this.doubts = doubts;
    }

    /** Whether a document is one of Sigma. */
    public static boolean recognises(Yaml document) {
        return document instanceof Yaml.Fields fields
                && (fields.find("detection").isPresent()
                        || fields.find("correlation").isPresent());
    }

    /** Rules read without a fault. */
    public List<SigmaRule> rules() {
        return rules;
    }

    /** Correlations read without a fault; whether their rules are there is not looked at. */
    public List<SigmaCorrelation> correlations() {
        return correlations;
    }

    public void read(Yaml.Fields document) {
        int before = faults.size();
        FieldReader reader = new FieldReader(file, document, faults);
        if (document.find("correlation").isPresent()) {
            CorrelationReader correlation = new CorrelationReader(file, document, reader, faults);
            correlation.read(doubts).filter(c -> faults.size() == before).ifPresent(correlations::add);
            return;
        }
        LogSource source = source(document, reader);
        Set<String> looked = new LinkedHashSet<>();
        Map<String, Test> selections = new LinkedHashMap<>();
        Map<String, Set<String>> fieldsOf = new LinkedHashMap<>();
        List<String> conditions = new ArrayList<>();
        Test test = record -> false;
        if (document.find("detection").orElse(null) instanceof Yaml.Fields detection) {
            test = detection(detection, selections, fieldsOf, conditions, looked);
        } else {
            reader.fault("detection", "is no mapping");
        }
        Entry entry = new RuleHead(file, document, reader)
                .entry(source.kind().title(), String.join("; or ", conditions), doubts);
        if (faults.size() == before) {
            rules.add(new SigmaRule(entry, reader.textOr("name"), source, test, selections, looked));
        }
    }

    private LogSource source(Yaml.Fields document, FieldReader reader) {
        List<String> refusals = new ArrayList<>();
        LogSource source = LogSource.of("", "", "", refusals);
        if (document.find("logsource").orElse(null) instanceof Yaml.Fields fields) {
            refusals.clear();
            FieldReader within = new FieldReader(file, fields, faults);
            fields.fields().keySet().stream()
                    .filter(name -> !LOG_SOURCE.contains(name))
                    .forEach(name -> refusals.add("there is no " + name + " of a log"));
            source = LogSource.of(
                    within.textOr("product"), within.textOr("service"), within.textOr("category"), refusals);
        }
        refusals.forEach(refusal -> reader.fault("logsource", refusal));
        return source;
    }

    private Test detection(
            Yaml.Fields detection,
            Map<String, Test> selections,
            Map<String, Set<String>> fieldsOf,
            List<String> conditions,
            Set<String> looked) {
        detection.fields().forEach((name, value) -> {
            if (name.equals("timeframe")) {
                fault(
                        detection.lineOf(name),
                        "detection.timeframe",
                        "is of an older Sigma and not read; write a correlation");
            } else if (!name.equals("condition")) {
                Set<String> fields = new LinkedHashSet<>();
                selections.put(name, selection("detection." + name, value, fields));
                fieldsOf.put(name, fields);
            }
        });
        List<Test> tests = new ArrayList<>();
        Yaml written = detection.fields().getOrDefault("condition", new Yaml.Scalar("", false, detection.line()));
        for (Yaml each : written instanceof Yaml.Items list ? list.items() : List.of(written)) {
            String condition = each instanceof Yaml.Scalar scalar ? scalar.text() : "";
            if (condition.isBlank()) {
                fault(detection.lineOf("condition"), "detection.condition", "is missing or no text");
                continue;
            }
            Set<String> used = new LinkedHashSet<>();
            try {
                tests.add(ConditionReader.read(condition, selections, used));
                conditions.add(condition);
            } catch (Refusal e) {
                fault(each.line(), "detection.condition", e.reason());
            }
            used.forEach(name -> looked.addAll(fieldsOf.getOrDefault(name, Set.of())));
        }
        return Test.any(tests);
    }

    private Test selection(String path, Yaml value, Set<String> fields) {
        if (value instanceof Yaml.Fields map) {
            return map(path, map, fields);
        }
        if (value instanceof Yaml.Items list) {
            List<Test> tests = new ArrayList<>();
            for (Yaml each : list.items()) {
                if (each instanceof Yaml.Fields map) {
                    tests.add(map(path, map, fields));
                } else {
                    keyword(path, each, tests);
                }
            }
            if (list.items().isEmpty()) {
                fault(value.line(), path, "is empty");
            }
            return Test.any(tests);
        }
        List<Test> one = new ArrayList<>();
        keyword(path, value, one);
        return Test.any(one);
    }

    private void keyword(String path, Yaml value, List<Test> tests) {
        try {
            tests.add(FieldTest.anywhere(value));
        } catch (Refusal e) {
            fault(value.line(), path, e.reason());
        }
    }

    private Test map(String path, Yaml.Fields map, Set<String> fields) {
        List<Test> tests = new ArrayList<>();
        if (map.fields().isEmpty()) {
            fault(map.line(), path, "is empty");
        }
        map.fields().forEach((name, value) -> {
            try {
                tests.add(FieldTest.of(name, value, fields));
            } catch (Refusal e) {
                fault(map.lineOf(name), path + "." + name, e.reason());
            }
        });
        return Test.all(tests);
    }

    private void fault(int line, String field, String reason) {
        faults.add(new Fault(file, line, field, reason));
    }
}
