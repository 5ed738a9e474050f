package dev.kith.connect.catalogue;

import dev.kith.connect.model.Entry;
import dev.kith.connect.model.Yaml;
import dev.kith.connect.sigma.RuleSamples;
import dev.kith.detect.Model;
import dev.kith.detect.Models;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs the samples of models: each must fire where it is said to, and stay silent where it is said to. */
public final class SampleTest {
    private SampleTest() {}

    /**
     * What came of a model's samples.
     *
     * @param samples how many there are
     * @param failures those that did not do as they should
     */
    public record Outcome(Entry entry, int samples, List<Failure> failures) {}

    /**
     * A sample that did not do as it should.
     *
     * @param why in words
     */
    public record Failure(int line, boolean shouldFire, String why) {}

    /** Of every model of the catalogue that is tested, in its order. */
    public static List<Outcome> run(Catalogue catalogue, List<Entry> tested) {
        RuleSamples rules = new RuleSamples(catalogue.rules(), catalogue.correlations());
        List<Outcome> outcomes = new ArrayList<>();
        for (Entry entry : tested) {
            List<Failure> failures = new ArrayList<>();
            entry.fires().forEach(sample -> run(entry, sample, true, rules, failures));
            entry.silent().forEach(sample -> run(entry, sample, false, rules, failures));
            outcomes.add(
                    new Outcome(entry, entry.fires().size() + entry.silent().size(), failures));
        }
        return outcomes;
    }

    private static void run(
            Entry entry, Entry.Sample sample, boolean shouldFire, RuleSamples rules, List<Failure> failures) {
        String why;
        boolean fires;
        try {
            if (entry.model().kind() == Model.Kind.RULE) {
                fires = rules.fires(entry.model().id(), sample);
                why = fires ? "it fires" : rules.why(entry.model().id(), sample);
            } else {
                Map<String, Object> said = said(sample);
                fires = Models.holds(entry.model(), said);
                why = fires
                        ? "its condition holds"
                        : "does not hold: " + String.join("; ", Models.failing(entry.model(), said));
            }
        } catch (IllegalArgumentException e) {
            failures.add(new Failure(sample.line(), shouldFire, "is no sample: " + e.getMessage()));
            return;
        }
        if (fires != shouldFire) {
            failures.add(new Failure(sample.line(), shouldFire, why));
        }
    }

    private static Map<String, Object> said(Entry.Sample sample) {
        Map<String, Object> said = new HashMap<>(sample.given());
        said.values().removeIf(value -> value == Yaml.NULL);
        return said;
    }
}
