package dev.kith.investigate;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where an investigation ended.
 *
 * @param beliefs in each hypothesis, adding up to 1
 * @param steps in the order in which they were taken
 * @param open questions that were not asked, or had no answer in the evidence
 */
public record Conclusion(Map<Hypothesis, Double> beliefs, List<Step> steps, List<String> open) {
    public Conclusion {
        beliefs = Collections.unmodifiableMap(new TreeMap<>(beliefs));
        steps = List.copyOf(steps);
        open = List.copyOf(open);
    }

    /** How sure it is that something malicious is behind it, in [0, 1]. */
    public double malicious() {
        return beliefs.entrySet().stream()
                .filter(e -> e.getKey().malicious())
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** Whether an application that was let in or prepared is among what it was found on. */
    boolean restsOnApplication() {
        return leading() == Hypothesis.APPLICATION
                || steps.stream()
                        .anyMatch(
                                s -> s.answer().equals("imitates") || s.answer().equals("pretends"));
    }

    /** The hypothesis most believed in. */
    public Hypothesis leading() {
        return beliefs.entrySet().stream()
                .max(Map.Entry.<Hypothesis, Double>comparingByValue()
                        .thenComparing(e -> -e.getKey().ordinal()))
                .orElseThrow()
                .getKey();
    }
}
