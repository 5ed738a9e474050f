package dev.kith.connect.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the fields of one mapping and notes what is wrong with them, all of it. */
public final class FieldReader {
    private final String file;
    private final Yaml.Fields fields;
    private final List<Fault> faults;

    /** @param faults where faults are noted */
    public FieldReader(String file, Yaml.Fields fields, List<Fault> faults) {
        this.file = file;
        this.fields = fields;
        this.faults = faults;
    }

    public void fault(String field, String reason) {
        faults.add(new Fault(file, fields.lineOf(field), field, reason));
    }

    /** Notes the fields that are none of these. */
    void only(Set<String> known) {
        for (String name : fields.fields().keySet()) {
            if (!known.contains(name)) {
                fault(
                        name,
                        "there is no such field; there are "
                                + String.join(", ", known.stream().sorted().toList()));
            }
        }
    }

    boolean isList(String field) {
        return fields.find(field).orElse(null) instanceof Yaml.Items;
    }

    boolean has(String field) {
        return fields.find(field).isPresent();
    }

    /** A text that must be there. */
    public String text(String field) {
        Optional<Yaml> value = fields.find(field);
        if (value.isPresent()
                && value.get() instanceof Yaml.Scalar scalar
                && !scalar.text().isBlank()) {
            return scalar.text().strip();
        }
        fault(field, value.isEmpty() ? "is missing" : "is no text");
        return "";
    }

    /** A text that may be missing, and is empty then. */
    public String textOr(String field) {
        return has(field) ? text(field) : "";
    }

    /** A list of texts; missing ones are noted unless {@code optional}. */
    public List<String> texts(String field, boolean optional) {
        Optional<Yaml> value = fields.find(field);
        List<String> texts = new ArrayList<>();
        if (value.isEmpty()) {
            if (!optional) {
                fault(field, "is missing");
            }
            return texts;
        }
        if (value.get() instanceof Yaml.Items list) {
            for (Yaml item : list.items()) {
                if (item instanceof Yaml.Scalar scalar && !scalar.text().isBlank()) {
                    texts.add(scalar.text());
                } else {
                    faults.add(new Fault(file, item.line(), field, "an entry is no text"));
                }
            }
            return texts;
        }
        fault(field, "is no list");
        return texts;
    }

    /** A number that must be there; none where it is not. */
    double number(String field) {
        Object value = fields.find(field).map(Yaml::plain).orElse("");
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        fault(field, has(field) ? "is no number" : "is missing");
        return Double.NaN;
    }

    /** A truth value; {@code otherwise} where it is missing. */
    boolean truth(String field, boolean otherwise) {
        Object value = fields.find(field).map(Yaml::plain).orElse(otherwise);
        if (value instanceof Boolean truth) {
            return truth;
        }
        fault(field, "is neither true nor false");
        return otherwise;
    }

    /** The samples of {@code samples.fires} or {@code samples.silent}. */
    @SuppressWarnings("unchecked")
    public List<Entry.Sample> samples(String which) {
        List<Entry.Sample> found = new ArrayList<>();
        Optional<Yaml> samples = fields.find("samples");
        if (samples.isEmpty()) {
            return found;
        }
        if (!(samples.get() instanceof Yaml.Fields both)
                || !Set.of("fires", "silent").containsAll(both.fields().keySet())) {
            if (which.equals("fires")) {
                fault("samples", "is no mapping of fires and silent");
            }
            return found;
        }
        Yaml list = both.fields().get(which);
        if (list == null) {
            return found;
        }
        if (!(list instanceof Yaml.Items items)) {
            faults.add(new Fault(file, both.lineOf(which), "samples." + which, "is no list"));
            return found;
        }
        for (Yaml item : items.items()) {
            if (item instanceof Yaml.Fields) {
                found.add(new Entry.Sample((Map<String, Object>) item.plain(), item.line()));
            } else {
                faults.add(new Fault(file, item.line(), "samples." + which, "an entry is no mapping"));
            }
        }
        return found;
    }
}
