package dev.kith.investigate;

import dev.kith.detect.Detection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Investigates a trigger: asks, weighs, asks again.
 *
 * <p>Sequential Bayesian inference [1]: the next question is the one with the highest expected information about the
 * hypotheses per cost (Lindley 1956); its answer multiplies the beliefs by its likelihoods. It stops when no question promises
 * anything, or none is left. Answers are taken as independent given the hypothesis; questions are made so that they look at
 * different things.
 *
 * <p>[1] Wald: Sequential Analysis, 1947. Lindley: On a Measure of the Information Provided by an Experiment. Annals of
 * Mathematical Statistics 27 (1956).
 */
public final class Investigator {
    /** Bits a question must promise per cost. Chosen by hand: the last questions of a decided case promise less. */
    private static final double INFORMATION_MIN = 0.002;

    private final List<Question> questions = Questions.all();

    /** Follows a trigger to its end, with the evidence there is at {@code now}. */
    public Conclusion investigate(Detection trigger, Instant now, EvidenceStore store) {
        Inquiry inquiry = new Inquiry(trigger, now, store);
        Map<Hypothesis, Double> beliefs = new EnumMap<>(Hypothesis.class);
        for (Hypothesis h : Hypothesis.values()) {
            beliefs.put(h, h.prior());
        }
        List<Question> left = new ArrayList<>(questions);
        List<Step> steps = new ArrayList<>();
        List<String> open = new ArrayList<>();
        while (!left.isEmpty()) {
            Question next = left.get(0);
            double most = -1;
            for (Question question : left) {
                double promise = aboutTrigger(question, trigger)
                        ? Double.MAX_VALUE
                        : information(question, beliefs) / question.cost();
                if (promise > most) {
                    most = promise;
                    next = question;
                }
            }
            if (most < INFORMATION_MIN) {
                left.forEach(q -> open.add(q.text()));
                break;
            }
            left.remove(next);
            Question.Finding finding = next.ask().apply(inquiry);
            if (finding.answer().isEmpty()) {
                continue;
            }
            Map<Hypothesis, Double> after = updated(beliefs, next.answer(finding.answer()));
            steps.add(new Step(
                    next.id(),
                    next.text(),
                    finding.answer(),
                    finding.text(),
                    information(next, beliefs) / next.cost(),
                    beliefs,
                    after,
                    finding.events()));
            beliefs = after;
        }
        return new Conclusion(beliefs, steps, open);
    }

    /** Whether a trigger is about what is asked: then it is asked first, for a rare answer promises little and decides all. */
    private static boolean aboutTrigger(Question question, Detection trigger) {
        return question.id().equals("guessing")
                && trigger.model().techniques().stream().anyMatch(technique -> technique.startsWith("T1110"));
    }

    private static Map<Hypothesis, Double> updated(Map<Hypothesis, Double> beliefs, Question.Answer answer) {
        Map<Hypothesis, Double> after = new EnumMap<>(Hypothesis.class);
        double sum = 0;
        for (Map.Entry<Hypothesis, Double> e : beliefs.entrySet()) {
            double joint = e.getValue() * answer.likelihood(e.getKey());
            after.put(e.getKey(), joint);
            sum += joint;
        }
        double total = sum;
        after.replaceAll((h, joint) -> joint / total);
        return after;
    }

    /** Mutual information of the answer and the hypothesis, in bits. */
    private static double information(Question question, Map<Hypothesis, Double> beliefs) {
        double bits = 0;
        for (Question.Answer answer : question.answers()) {
            double marginal = 0;
            for (Map.Entry<Hypothesis, Double> e : beliefs.entrySet()) {
                marginal += e.getValue() * answer.likelihood(e.getKey());
            }
            for (Map.Entry<Hypothesis, Double> e : beliefs.entrySet()) {
                double likelihood = answer.likelihood(e.getKey());
                if (likelihood > 0 && e.getValue() > 0) {
                    bits += e.getValue() * likelihood * Math.log(likelihood / marginal) / Math.log(2);
                }
            }
        }
        return bits;
    }
}
