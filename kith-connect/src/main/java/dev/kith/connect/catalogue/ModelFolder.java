package dev.kith.connect.catalogue;

import dev.kith.connect.model.Entry;
import dev.kith.connect.model.Fault;
import dev.kith.connect.model.ModelFile;
import dev.kith.connect.model.OwnModels;
import dev.kith.connect.model.Yaml;
import dev.kith.connect.model.YamlReader;
import dev.kith.connect.sigma.SigmaCorrelation;
import dev.kith.connect.sigma.SigmaReader;
import dev.kith.connect.sigma.SigmaRule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a folder of models: every {@code .yaml} and {@code .yml} in it, lists of models and rules of Sigma alike. All that is
 * wrong in any file is found at once; a folder with one fault is refused as a whole, so that nobody runs with half of his
 * models.
 */
public final class ModelFolder {
    /** Bytes of one file. Chosen by hand: some hundred times the longest public rule. */
    private static final long BYTES_MAX = 1 << 20;

    /** Chosen by hand: all public rules of all products together are fewer. */
    private static final int FILES_MAX = 5_000;

    private static final int DEPTH_MAX = 10;

    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> doubts = new ArrayList<>();
    private final List<Entry> models = new ArrayList<>();
    private final List<Entry> off = new ArrayList<>();
    private final List<SigmaRule> rules = new ArrayList<>();
    private final List<SigmaCorrelation> correlations = new ArrayList<>();

    private ModelFolder() {}

    /**
     * What a folder gave.
     *
     * @param faults by file and line; where there is one, the catalogue is not to be used
     * @param doubts what may be a mistake
     * @param files how many were read
     */
    public record Loaded(Catalogue catalogue, List<Fault> faults, List<Fault> doubts, int files) {}

    /**
     * Reads a folder, or a single file.
     *
     * @throws IOException where it cannot be read
     */
    public static Loaded load(Path folder) throws IOException {
        ModelFolder loading = new ModelFolder();
        List<Path> files = loading.files(folder);
        for (Path file : files) {
            loading.file(Files.isRegularFile(folder) ? String.valueOf(file.getFileName()) : name(folder, file), file);
        }
        Catalogue catalogue = loading.catalogue();
        return new Loaded(
                catalogue,
                loading.faults.stream().sorted().toList(),
                loading.doubts.stream().sorted().toList(),
                files.size());
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder, DEPTH_MAX)) {
            List<Path> files = all.filter(ModelFolder::isYaml)
                    .sorted()
                    .limit(FILES_MAX + 1L)
                    .toList();
            if (files.size() > FILES_MAX) {
                faults.add(new Fault(folder.toString(), 0, "", "holds more than " + FILES_MAX + " files of models"));
                return files.subList(0, FILES_MAX);
            }
            if (files.isEmpty()) {
                faults.add(new Fault(folder.toString(), 0, "", "holds no .yaml or .yml file"));
            }
            return files;
        }
    }

    private static boolean isYaml(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return (name.endsWith(".yaml") || name.endsWith(".yml")) && !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private void file(String name, Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            faults.add(new Fault(name, 0, "", "is no regular file"));
            return;
        }
        if (Files.size(file) > BYTES_MAX) {
            faults.add(new Fault(name, 0, "", "is larger than " + BYTES_MAX + " bytes"));
            return;
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            faults.add(new Fault(name, 0, "", "is not UTF-8"));
            return;
        }
        try {
            documents(name, YamlReader.read(name, text.startsWith("\ufeff") ? text.substring(1) : text));
        } catch (YamlReader.Refused e) {
            faults.add(e.fault());
        }
    }

    private void documents(String name, List<Yaml> documents) {
        SigmaReader sigma = new SigmaReader(name, faults, doubts);
        for (Yaml document : documents) {
            if (document instanceof Yaml.Items list) {
                OwnModels own = OwnModels.read(name, list, faults);
                models.addAll(own.entries());
                off.addAll(own.off());
            } else if (document instanceof Yaml.Fields fields && SigmaReader.recognises(document)) {
                sigma.read(fields);
            } else {
                faults.add(new Fault(
                        name,
                        document.line(),
                        "",
                        "is neither a list of models nor a Sigma rule (a mapping with detection or correlation)"));
            }
        }
        if (documents.isEmpty()) {
            faults.add(new Fault(name, 0, "", "is empty"));
        }
        rules.addAll(sigma.rules());
        correlations.addAll(sigma.correlations());
    }

    private Catalogue catalogue() {
        List<SigmaCorrelation> resolved = resolved();
        List<Entry> added = new ArrayList<>(models);
        rules.forEach(rule -> added.add(rule.entry()));
        resolved.forEach(correlation -> added.add(correlation.entry()));
        Map<String, Entry> all = new LinkedHashMap<>();
        ModelFile.shipped().forEach(entry -> all.put(entry.model().id(), entry));
        Map<String, Entry> own = new HashMap<>();
        for (Entry entry : off) {
            once(entry, own);
            if (all.remove(entry.model().id()) == null
                    && entry.model().condition().equals("false")) {
                faults.add(new Fault(
                        entry.from(),
                        entry.line(),
                        "id",
                        "there is no shipped model " + entry.model().id() + " to switch off"));
            }
        }
        for (Entry entry : added) {
            once(entry, own);
            all.put(entry.model().id(), entry);
            if (entry.fires().isEmpty() || entry.silent().isEmpty()) {
                doubts.add(new Fault(
                        entry.from(), entry.line(), "samples", "wants one that fires and one that stays silent"));
            }
        }
        return new Catalogue(List.copyOf(all.values()), off, rules, resolved);
    }

    private void once(Entry entry, Map<String, Entry> own) {
        Entry other = own.putIfAbsent(entry.model().id(), entry);
        if (other != null) {
            faults.add(new Fault(
                    entry.from(),
                    entry.line(),
                    "id",
                    "there is a model " + entry.model().id() + " in " + other.from() + ":" + other.line()
                            + " already"));
        }
    }

    /** The correlations with their rules called by id, those that are parts of others before them. */
    private List<SigmaCorrelation> resolved() {
        Map<String, String> ids = new HashMap<>();
        rules.forEach(rule -> named(rule.id(), rule.name(), ids));
        correlations.forEach(each -> named(each.id(), each.name(), ids));
        Set<String> known = new HashSet<>();
        rules.forEach(rule -> known.add(rule.id()));
        List<SigmaCorrelation> waiting = new ArrayList<>();
        for (SigmaCorrelation each : correlations) {
            List<String> unknown = each.correlation().rules().stream()
                    .filter(rule -> !ids.containsKey(rule.toLowerCase(Locale.ROOT)))
                    .toList();
            unknown.forEach(rule -> fault(each, "there is no rule " + rule));
            if (unknown.isEmpty()) {
                waiting.add(each.calling(rule -> ids.getOrDefault(rule.toLowerCase(Locale.ROOT), rule)));
            }
        }
        List<SigmaCorrelation> resolved = new ArrayList<>();
        boolean more = true;
        while (more) {
            List<SigmaCorrelation> ready = waiting.stream()
                    .filter(each -> known.containsAll(each.correlation().rules()))
                    .toList();
            ready.forEach(each -> known.add(each.id()));
            resolved.addAll(ready);
            waiting.removeAll(ready);
            more = !ready.isEmpty();
        }
        waiting.forEach(each -> fault(each, "is a part of itself, or of one that is refused"));
        return resolved;
    }

    private static void named(String id, String name, Map<String, String> ids) {
        ids.put(id.toLowerCase(Locale.ROOT), id);
        if (!name.isEmpty()) {
            ids.putIfAbsent(name.toLowerCase(Locale.ROOT), id);
        }
    }

    private void fault(SigmaCorrelation correlation, String reason) {
        faults.add(new Fault(correlation.entry().from(), correlation.entry().line(), "correlation.rules", reason));
    }
}
