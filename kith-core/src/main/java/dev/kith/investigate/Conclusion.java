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
 * @param open questions that had no answer in the evidence, or were not asked, in words
 * @param wanted of a case that is not decided: what would decide it, the most telling first
 */
public record Conclusion(Map<Hypothesis, Double> beliefs, List<Step> steps, List<String> open, List<Wanted> wanted) {
    /** From this belief in something malicious on, a case is raised. Chosen by hand: four in five. */
    static final double RAISED = 0.8;

    /** From this belief on a case is not closed as benign, either. Chosen by hand: one in four. */
    static final double UNDECIDED = 0.25;

    public Conclusion {
        beliefs = Collections.unmodifiableMap(new TreeMap<>(beliefs));
        steps = List.copyOf(steps);
        open = List.copyOf(open);
        wanted = List.copyOf(wanted);
    }

    /** How a case ends; named after OCSF's verdicts of an incident finding. */
    public enum Verdict {
        SUSPICIOUS,
        INSUFFICIENT_DATA,
        BENIGN
    }

    /**
     * A question without an answer in the evidence that could decide the case.
     *
     * @param question its id; it says which records would answer it
     * @param asked the question in words
     * @param raises whether some answer would raise the case
     * @param clears whether some answer would close it as benign
     */
    public record Wanted(String question, String asked, boolean raises, boolean clears) {}

    /** How it ends with these beliefs. */
    public Verdict verdict() {
        return verdict(beliefs);
    }

    static Verdict verdict(Map<Hypothesis, Double> beliefs) {
        double malicious = malicious(beliefs);
        return malicious >= RAISED
                ? Verdict.SUSPICIOUS
                : malicious >= UNDECIDED ? Verdict.INSUFFICIENT_DATA : Verdict.BENIGN;
    }

    /** How sure it is that something malicious is behind it, in [0, 1]. */
    public double malicious() {
        return malicious(beliefs);
    }

    private static double malicious(Map<Hypothesis, Double> beliefs) {
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
