package dev.kith.investigate;

import java.util.List;
import java.util.function.Function;

/**
 * Something the analyst can ask about a case.
 *
 * @param subject whose hypotheses it is about
 * @param id stable name in kebab case
 * @param text as people would ask it
 * @param cost relative effort: 1 for a look at the records, less for what is known without one
 * @param answers all answers there can be; for each hypothesis their likelihoods add up to 1
 * @param ask finds the answer in the evidence
 */
record Question(
        Hypothesis.Subject subject,
        String id,
        String text,
        double cost,
        List<Answer> answers,
        Function<Inquiry, Finding> ask) {
    /** A question about an account. */
    Question(String id, String text, double cost, List<Answer> answers, Function<Inquiry, Finding> ask) {
        this(Hypothesis.Subject.ACCOUNT, id, text, cost, answers, ask);
    }

    /** A question about a device, to which no record of an account has an answer; {@link CallQuestion} has it. */
    static Question ofDevice(String id, String text, double cost, List<Answer> answers) {
        return new Question(Hypothesis.Subject.DEVICE, id, text, cost, answers, inquiry -> Finding.MOOT);
    }

    Question {
        answers = List.copyOf(answers);
        int hypotheses = Hypothesis.of(subject).size();
        for (Answer answer : answers) {
            if (answer.likelihoods.length != hypotheses) {
                throw new IllegalArgumentException(
                        "answer " + answer.name + " has " + answer.likelihoods.length + " likelihoods");
            }
        }
        for (Hypothesis h : Hypothesis.of(subject)) {
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
     * An answer and how likely it is under each hypothesis, in the order of the hypotheses about its subject.
     *
     * @param name stable, in kebab case
     */
    record Answer(String name, double... likelihoods) {
        Answer {
            likelihoods = likelihoods.clone();
            for (double likelihood : likelihoods) {
                // What is impossible under a hypothesis could never be believed again, whatever came later.
                if (!(likelihood > 0 && likelihood < 1)) {
                    throw new IllegalArgumentException("likelihood of " + name + " outside (0, 1): " + likelihood);
                }
            }
        }

        double likelihood(Hypothesis h) {
            return likelihoods[h.place()];
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
