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
import java.util.Objects;
import java.util.Set;

/** Reads models from YAML: a list of mappings, one for each model. */
public final class ModelFile {
    private static final String SHIPPED_FILE = "accounts.yaml";
    private static final String NETWORK_FILE = "network.yaml";

    private static final Set<String> FIELDS =
            Set.of("id", "title", "acts", "condition", "score", "techniques", "misses", "benign", "samples", "enabled");

    /** What a model that is switched off may say besides. */
    private static final Set<String> ENOUGH_TO_SWITCH_OFF = Set.of("id", "enabled");

    private ModelFile() {}

    /** The models that kith ships. */
    public static List<Model> builtIn() {
        return shipped().stream().map(Entry::model).toList();
    }

    /** The models of devices that kith ships. */
    public static List<Model> network() {
        return shipped(NETWORK_FILE).stream().map(Entry::model).toList();
    }

    /** The models of accounts that kith ships, with their samples. */
    public static List<Entry> shipped() {
        return shipped(SHIPPED_FILE);
    }

    private static List<Entry> shipped(String file) {
        try (InputStream in = Objects.requireNonNull(ModelFile.class.getResourceAsStream(file))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<Fault> faults = new ArrayList<>();
            Read read = read(file, YamlReader.read(file, text).get(0), Model.Kind.SHIPPED, faults);
            if (!faults.isEmpty()) {
                throw new IllegalStateException(faults.toString());
            }
            return read.entries();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (YamlReader.Refused e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What a file holds.
     *
     * @param off ids of models that it switches off
     */
    record Read(List<Entry> entries, List<Entry> off) {}

    /** Reads a list of models; what is wrong is noted in {@code faults}, and a model with faults left out. */
    static Read read(String file, Yaml root, Model.Kind kind, List<Fault> faults) {
        List<Entry> entries = new ArrayList<>();
        List<Entry> off = new ArrayList<>();
        for (Yaml each : ((Yaml.Items) root).items()) {
            if (!(each instanceof Yaml.Fields fields)) {
                faults.add(new Fault(file, each.line(), "", "an entry of the list is no mapping, and so no model"));
                continue;
            }
            int before = faults.size();
            FieldReader reader = new FieldReader(file, fields, faults);
            reader.only(FIELDS);
            if (!reader.truth("enabled", true)
                    && ENOUGH_TO_SWITCH_OFF.containsAll(fields.fields().keySet())) {
                off.add(switchedOff(file, fields.line(), reader.text("id")));
                continue;
            }
            Entry entry = entry(file, fields.line(), reader, kind, faults, before);
            if (faults.size() == before) {
                (reader.truth("enabled", true) ? entries : off).add(entry);
            }
        }
        return new Read(entries, off);
    }

    private static Entry switchedOff(String file, int line, String id) {
        Model nothing = new Model(id, id, Set.of(Act.OTHER), "false", 0.5, List.of(), "", List.of(), Model.Kind.OWN);
        return new Entry(nothing, file, line, List.of(), List.of());
    }

    private static Entry entry(
            String file, int line, FieldReader reader, Model.Kind kind, List<Fault> faults, int before) {
        String id = reader.text("id");
        if (!id.isEmpty() && !id.matches("[a-z0-9][a-z0-9-]{0,79}")) {
            reader.fault("id", "is not of small letters, digits and hyphens: " + id);
        }
        String title = reader.text("title");
        if (!title.isEmpty() && !title.matches("[^/:]{1,60} / [^/:]{1,60}::[^:]{1,120}")) {
            reader.fault("title", "is not of the form Group / Subgroup::Title: " + title);
        }
        Set<Act> acts = acts(reader);
        String condition = reader.text("condition");
        double score = reader.number("score");
        if (!(score > 0 && score < 1) && !Double.isNaN(score)) {
            reader.fault("score", "is not between 0 and 1: " + score);
        }
        List<String> techniques = reader.texts("techniques", false);
        for (String technique : techniques) {
            if (!technique.matches("T\\d{4}(\\.\\d{3})?")) {
                reader.fault("techniques", "is no technique of ATT&CK: " + technique);
            }
        }
        String misses = reader.text("misses");
        List<String> benign = reader.texts("benign", false);
        List<Entry.Sample> fires = reader.samples("fires");
        List<Entry.Sample> silent = reader.samples("silent");
        boolean sound = faults.size() == before;
        Model model = new Model(
                id,
                title,
                sound ? acts : Set.of(Act.OTHER),
                condition,
                sound ? score : 0.5,
                techniques,
                misses,
                benign,
                kind);
        return new Entry(model, kind == Model.Kind.SHIPPED ? Entry.SHIPPED : file, line, fires, silent);
    }

    private static Set<Act> acts(FieldReader reader) {
        Set<Act> acts = new LinkedHashSet<>();
        List<String> named = reader.texts("acts", false);
        if (named.isEmpty() && reader.isList("acts")) {
            reader.fault("acts", "names no act");
        }
        for (String act : named) {
            try {
                acts.add(Act.valueOf(act));
            } catch (IllegalArgumentException e) {
                reader.fault("acts", "there is no act " + act + "; there are " + List.of(Act.values()));
            }
        }
        return acts;
    }
}
