package dev.kith.server.report;

import dev.kith.connect.catalogue.Catalogue;
import dev.kith.connect.catalogue.SampleTest;
import dev.kith.connect.model.Entry;
import dev.kith.detect.Model;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What is told of the catalogue. */
public final class ModelWords {
    private static final int[] COLUMNS = {42, 24, 24};

    private ModelWords() {}

    /** A row for each model: id, techniques, where from; its title below. */
    public static String table(Catalogue catalogue, boolean coloured) {
        TextLayout out = new TextLayout(coloured);
        out.row(0, COLUMNS, "id", "techniques", "where from");
        for (Entry entry : catalogue.entries()) {
            row(out, entry, from(entry));
        }
        for (Entry entry : catalogue.off()) {
            row(out, entry, "off: " + from(entry));
        }
        return out.toString();
    }

    private static void row(TextLayout out, Entry entry, String from) {
        Model model = entry.model();
        out.row(0, COLUMNS, Shown.line(model.id(), 80), String.join(" ", model.techniques()), from);
        out.paragraph(2, TextLayout.Look.DIM, Shown.line(model.title(), 200));
    }

    private static String from(Entry entry) {
        return entry.own() ? Shown.line(entry.from(), 200) + ":" + entry.line() : entry.from();
    }

    /** A line of JSON for each model, those switched off too. */
    public static String json(Catalogue catalogue) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonLines json = new JsonLines(bytes)) {
            for (Entry entry : catalogue.entries()) {
                json.line(() -> fields(json, entry, true));
            }
            for (Entry entry : catalogue.off()) {
                json.line(() -> fields(json, entry, false));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void fields(JsonLines json, Entry entry, boolean enabled) throws IOException {
        Model model = entry.model();
        json.text("id", model.id());
        json.text("title", model.title());
        json.text("kind", model.kind().name().toLowerCase(Locale.ROOT));
        json.flag("enabled", enabled);
        json.text("from", entry.from());
        json.count("line", entry.line());
        json.texts("acts", model.acts().stream().map(Enum::name).sorted().toList());
        json.text("condition", model.condition());
        json.number("score", model.score());
        json.texts("techniques", model.techniques());
        json.text("misses", model.misses());
        json.texts("benign", model.benign());
        json.count("samples", entry.fires().size() + (long) entry.silent().size());
    }

    /** What came of the samples: what failed and why, then the sum. */
    public static String tested(List<SampleTest.Outcome> outcomes) {
        StringBuilder out = new StringBuilder();
        int samples = 0;
        int failed = 0;
        int without = 0;
        for (SampleTest.Outcome outcome : outcomes) {
            samples += outcome.samples();
            failed += outcome.failures().size();
            without += outcome.samples() == 0 ? 1 : 0;
            if (outcome.samples() == 0) {
                out.append("not tested: ")
                        .append(Shown.line(outcome.entry().model().id(), 120))
                        .append(" has no samples\n");
            }
            for (SampleTest.Failure failure : outcome.failures()) {
                out.append("failed: ")
                        .append(Shown.line(outcome.entry().model().id(), 120))
                        .append(", sample at line ")
                        .append(failure.line())
                        .append(failure.shouldFire() ? ", which should fire: " : ", which should stay silent: ")
                        .append(Shown.line(failure.why(), 500))
                        .append('\n');
            }
        }
        out.append(Figures.count(outcomes.size(), "model", "models"))
                .append(", ")
                .append(Figures.count(samples, "sample", "samples"))
                .append(", ")
                .append(failed == 0 ? "none failed" : Figures.count(failed) + " failed")
                .append(without == 0 ? "" : ", " + Figures.count(without) + " without samples")
                .append(".\n");
        return out.toString();
    }
}
