package dev.kith.connect.catalogue;

import dev.kith.connect.model.Entry;
import dev.kith.connect.model.ModelFile;
import dev.kith.connect.sigma.SigmaCorrelation;
import dev.kith.connect.sigma.SigmaMatcher;
import dev.kith.connect.sigma.SigmaRule;
import dev.kith.detect.Correlation;
import dev.kith.detect.Model;
import dev.kith.detect.Models;
import dev.kith.detect.Rules;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The models in use.
 *
 * @param entries all that is on: shipped ones in their order, then the organisation's own by file and line
 * @param off those switched off
 */
public record Catalogue(
        List<Entry> entries, List<Entry> off, List<SigmaRule> rules, List<SigmaCorrelation> correlations) {
    public Catalogue {
        entries = List.copyOf(entries);
        off = List.copyOf(off);
        rules = List.copyOf(rules);
        correlations = List.copyOf(correlations);
    }

    /** What kith ships. */
    public static Catalogue shipped() {
        return new Catalogue(ModelFile.shipped(), List.of(), List.of(), List.of());
    }

    /** Of the organisation's own. */
    public List<Entry> own() {
        return entries.stream().filter(Entry::own).toList();
    }

    public List<Model> models() {
        return entries.stream().map(Entry::model).toList();
    }

    /** What asks the rules about records; empty where there are none. */
    public Optional<SigmaMatcher> matcher() {
        return rules.isEmpty() ? Optional.empty() : Optional.of(new SigmaMatcher(rules, correlations));
    }

    /** The models, ready to be asked once all records were read past the matcher. */
    public Models compiled(Optional<SigmaMatcher> matcher) {
        if (matcher.isEmpty()) {
            return Models.of(models());
        }
        List<Correlation> taken =
                correlations.stream().map(SigmaCorrelation::correlation).toList();
        return Models.of(models(), new Rules(models(), parts(), taken, matcher.get()));
    }

    /** Rules that are parts of correlations and do not fire alone. */
    public Set<String> parts() {
        Set<String> parts = new LinkedHashSet<>();
        correlations.stream()
                .filter(correlation -> !correlation.generate())
                .forEach(correlation -> parts.addAll(correlation.correlation().rules()));
        return parts;
    }
}
