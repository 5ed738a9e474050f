package dev.kith.connect.model;

import dev.kith.detect.Model;
import java.util.List;
import java.util.Map;

/**
 * A model of the catalogue with where it comes from and its samples.
 *
 * @param from {@code kith} for shipped ones, else the file
 * @param line in that file
 * @param fires samples on which it must fire
 * @param silent samples on which it must not
 */
public record Entry(Model model, String from, int line, List<Sample> fires, List<Sample> silent) {
    /** Where shipped models come from. */
    public static final String SHIPPED = "kith";

    public Entry {
        fires = List.copyOf(fires);
        silent = List.copyOf(silent);
    }

    /**
     * A sample.
     *
     * @param given of a model: values of variables, the rest as on an ordinary day; of a rule: a record, or under {@code
     *     records} several in their order
     */
    public record Sample(Map<String, Object> given, int line) {}

    /** Whether it is the organisation's own. */
    public boolean own() {
        return model.kind() != Model.Kind.SHIPPED;
    }
}
