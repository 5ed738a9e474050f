package dev.kith.connect.model;

import dev.kith.detect.Model;
import dev.kith.profile.Act;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads models from YAML: a list of mappings, one for each model. */
public final class ModelFile {
    private static final Set<String> FIELDS =
            Set.of("id", "title", "acts", "condition", "score", "techniques", "misses", "benign");

    private ModelFile() {}

    /** The models that kith ships. */
    public static List<Model> builtIn() {
        try (InputStream in = Objects.requireNonNull(ModelFile.class.getResourceAsStream("accounts.yaml"))) {
            return read("accounts.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a file's text.
     *
     * @throws IllegalArgumentException for what is no model; names the file, the model and the field
     */
    public static List<Model> read(String file, String text) {
        Object root;
        try {
            root = new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(text);
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
        if (!(root instanceof List<?> list)) {
            throw new IllegalArgumentException(file + ": is no list of models");
        }
        List<Model> models = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            models.add(model(file + ", model " + (i + 1), list.get(i)));
        }
        return models;
    }

    private static Model model(String where, @org.jspecify.annotations.Nullable Object entry) {
        if (!(entry instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(where + ": is no mapping");
        }
        for (Object key : map.keySet()) {
            if (!FIELDS.contains(key)) {
                throw new IllegalArgumentException(where + ": unknown field " + key + "; known are " + FIELDS);
            }
        }
        String id = text(where, map, "id");
        String named = where + " (" + id + ")";
        Set<Act> acts = new LinkedHashSet<>();
        for (String act : texts(named, map, "acts")) {
            try {
                acts.add(Act.valueOf(act));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(named + ", acts: there is no act " + act, e);
            }
        }
        if (!(map.get("score") instanceof Number score)) {
            throw new IllegalArgumentException(named + ", score: is no number");
        }
        return new Model(
                id,
                text(named, map, "title"),
                acts,
                text(named, map, "condition"),
                score.doubleValue(),
                texts(named, map, "techniques"),
                text(named, map, "misses"),
                texts(named, map, "benign"));
    }

    private static String text(String where, Map<?, ?> map, String field) {
        if (map.get(field) instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw new IllegalArgumentException(where + ", " + field + ": is missing or no text");
    }

    private static List<String> texts(String where, Map<?, ?> map, String field) {
        if (!(map.get(field) instanceof List<?> list)) {
            throw new IllegalArgumentException(where + ", " + field + ": is no list");
        }
        return list.stream().map(String::valueOf).toList();
    }
}
