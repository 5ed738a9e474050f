package dev.kith.investigate;

import java.util.List;
import java.util.function.Function;

/**
 * Something the analyst can ask about a case.
 *
 * @param id stable name in kebab case
 * @param text as people would ask it
 * @param cost relative effort: 1 for a look at the records, less for what is known without one
 * @param answers all answers there can be; for each hypothesis their likelihoods add up to 1
 * @param ask finds the answer in the evidence
 */
record Question(String id, String text, double cost, List<Answer> answers, Function<Inquiry, Finding> ask) {
    Question {
        answers = List.copyOf(answers);
        for (Hypothesis h : Hypothesis.values()) {
            double sum = answers.stream().mapToDouble(a -> a.likelihood(h)).sum();
            if (Math.abs(sum - 1) > 1e-6) {
                throw new IllegalArgumentException("answers to " + id + " under " + h + " add up to " + sum);
            }
        }
    }

    Answer answer(String name) {
        return answers.stream()
                .filter(a -> a.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no answer " + name + " to " + id));
    }

    /**
     * An answer and how likely it is under each hypothesis, in the order of {@link Hypothesis}.
     *
     * @param name stable, in kebab case
     */
    record Answer(String name, double... likelihoods) {
        Answer {
            likelihoods = likelihoods.clone();
            if (likelihoods.length != Hypothesis.values().length) {
                throw new IllegalArgumentException("answer " + name + " has " + likelihoods.length + " likelihoods");
            }
            for (double likelihood : likelihoods) {
                // What is impossible under a hypothesis could never be believed again, whatever came later.
                if (!(likelihood > 0 && likelihood < 1)) {
                    throw new IllegalArgumentException("likelihood of " + name + " outside (0, 1): " + likelihood);
                }
            }
        }

        double likelihood(Hypothesis h) {
            return likelihoods[h.ordinal()];
        }
    }

    /**
     * What was found.
     *
     * @param answer name of the answer
     * @param text the finding in words
     * @param events ids of the records it rests on, bounded
     */
    record Finding(String answer, String text, List<String> events) {
        /** The evidence does not say. */
        static final Finding NONE = new Finding("", "", List.of());

        /** Nothing to be asked here: no record could answer it. */
        static final Finding MOOT = new Finding("", "does not apply", List.of());

        Finding {
            events = List.copyOf(events);
        }
    }
}
