package dev.kith.connect.sigma;

import dev.kith.connect.model.Entry;
import dev.kith.connect.model.Fault;
import dev.kith.connect.model.FieldReader;
import dev.kith.connect.model.Yaml;
import dev.kith.detect.Model;
import dev.kith.profile.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a rule says of itself, beside what it looks for: id, title, level, techniques. */
final class RuleHead {
    /** How telling a rule is alone, by its level. Modest: nobody knows how good it is; the analyst asks. */
    private static final Map<String, Double> SCORES =
            Map.of("informational", 0.05, "low", 0.1, "medium", 0.2, "high", 0.3, "critical", 0.4);

    /** By the specification a level may be missing. */
    private static final String LEVEL = "medium";

    /** What the specification knows, and what public rules have besides. */
    private static final Set<String> KNOWN = Set.of(
            "title",
            "id",
            "name",
            "status",
            "description",
            "license",
            "references",
            "author",
            "date",
            "modified",
            "logsource",
            "detection",
            "correlation",
            "fields",
            "falsepositives",
            "level",
            "tags",
            "related",
            "scope",
            "taxonomy",
            "samples",
            "generate");

    private static final int TITLE_CHARS_MAX = 200;

    private final FieldReader reader;
    private final Yaml.Fields fields;
    private final String file;

    RuleHead(String file, Yaml.Fields fields, FieldReader reader) {
        this.file = file;
        this.fields = fields;
        this.reader = reader;
    }

    /**
     * What the catalogue says of a rule.
     *
     * @param source what its title begins with
     * @param condition told as what it fired on
     * @param doubts takes what is no fault but may be a mistake
     */
    Entry entry(String source, String condition, List<Fault> doubts) {
        for (String name : fields.fields().keySet()) {
            if (!KNOWN.contains(name)) {
                doubts.add(new Fault(
                        file, fields.lineOf(name), name, "is no field of the specification and not looked at"));
            }
        }
        String title = reader.text("title");
        if (title.length() > TITLE_CHARS_MAX) {
            reader.fault("title", "is longer than " + TITLE_CHARS_MAX + " characters");
        }
        String taxonomy = reader.textOr("taxonomy");
        if (!taxonomy.isEmpty() && !taxonomy.equals("sigma")) {
            reader.fault("taxonomy", "is not read: " + taxonomy);
        }
        String level = reader.textOr("level").toLowerCase(Locale.ROOT);
        Double score = SCORES.get(level.isEmpty() ? LEVEL : level);
        if (score == null) {
            reader.fault("level", "is none of informational, low, medium, high, critical: " + level);
        }
        Model model = new Model(
                id(title),
                "Sigma / " + source + "::" + title.replace("::", ": "),
                // It looks at records, whatever was done.
                Set.of(Act.OTHER),
                condition,
                score == null ? 0.1 : score,
                techniques(),
                "What its author did not think of; it knows nothing of habits.",
                benign(),
                Model.Kind.RULE);
        return new Entry(model, file, fields.line(), reader.samples("fires"), reader.samples("silent"));
    }

    private String id(String title) {
        String id = reader.textOr("id").toLowerCase(Locale.ROOT);
        if (id.isEmpty()) {
            id = reader.textOr("name").toLowerCase(Locale.ROOT);
        }
        if (id.isEmpty()) {
            id = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        }
        if (!id.matches("[a-z0-9][a-z0-9_.-]{0,119}") && !title.isEmpty()) {
            reader.fault("id", "is not of letters, digits, hyphens, dots and underscores: " + id);
        }
        return id;
    }

    private List<String> techniques() {
        List<String> techniques = new ArrayList<>();
        for (String tag : reader.texts("tags", true)) {
            if (tag.toLowerCase(Locale.ROOT).matches("attack\\.t\\d{4}(\\.\\d{3})?")) {
                techniques.add(tag.substring("attack.".length()).toUpperCase(Locale.ROOT));
            }
        }
        return techniques.stream().distinct().toList();
    }

    private List<String> benign() {
        return fields.find("falsepositives")
                        .filter(value -> value instanceof Yaml.Items)
                        .isPresent()
                ? reader.texts("falsepositives", true)
                : List.of();
    }
}
