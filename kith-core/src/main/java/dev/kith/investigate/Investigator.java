package dev.kith.investigate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    private static final int HYPOTHESES = Hypothesis.values().length;

    private final List<Question> questions = Questions.all();
    private final List<CallQuestion> callQuestions = CallQuestions.all();

    /** For each question what {@link #uncertainty(Question)} says; asked for before every step, and always the same. */
    private final IdentityHashMap<Question, double[]> uncertainty = new IdentityHashMap<>();

    public Investigator() {
        questions.forEach(question -> uncertainty.put(question, uncertainty(question)));
        callQuestions.forEach(q -> uncertainty.put(q.question(), uncertainty(q.question())));
    }

    /** How many questions without an answer are told of a case that could not be decided. Chosen by hand. */
    private static final int WANTED_MAX = 5;

    /** Follows a trigger to its end, with the evidence there is. */
    Conclusion investigate(Inquiry inquiry) {
        List<Question> left = new ArrayList<>(questions);
        left.removeIf(question -> !Questions.fits(question, inquiry.trigger().model()));
        // What others say is asked when the evidence has been: it moves the belief, and never what is looked at before.
        Optional<Question> others = left.stream()
                .filter(question -> question.id().equals(AlertQuestions.ALERTS))
                .findFirst();
        others.ifPresent(left::remove);
        others = others.filter(question -> !inquiry.alerts().isEmpty());
        return investigate(
                Hypothesis.Subject.ACCOUNT,
                left,
                Questions.about(inquiry.trigger().model()),
                others,
                question -> question.ask().apply(inquiry));
    }

    /** The same for what a device calls. */
    Conclusion investigate(CallInquiry inquiry) {
        IdentityHashMap<Question, CallQuestion> asked = new IdentityHashMap<>();
        callQuestions.forEach(q -> asked.put(q.question(), q));
        return investigate(
                Hypothesis.Subject.DEVICE,
                callQuestions.stream().map(CallQuestion::question).collect(Collectors.toCollection(ArrayList::new)),
                CallQuestions.about(inquiry.trigger().model()),
                Optional.empty(),
                question -> Objects.requireNonNull(asked.get(question)).ask().apply(inquiry));
    }

    /**
     * @param left the questions; those asked are taken out
     * @param about id of the question that the trigger is about; empty where it is about several
     * @param last the question that is asked when all others have been
     */
    private Conclusion investigate(
            Hypothesis.Subject subject,
            List<Question> left,
            Optional<String> about,
            Optional<Question> last,
            Function<Question, Question.Finding> ask) {
        Map<Hypothesis, Double> beliefs = new EnumMap<>(Hypothesis.class);
        for (Hypothesis h : Hypothesis.of(subject)) {
            beliefs.put(h, h.prior());
        }
        List<Question> unanswered = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        Optional<Question> others = last;
        Optional<Question> next = first(about, left, beliefs);
        while (next.isPresent()) {
            Question question = next.get();
            left.remove(question);
            Question.Finding finding = ask.apply(question);
            if (finding.equals(Question.Finding.NONE)) {
                unanswered.add(question);
            } else if (!finding.answer().isEmpty()) {
                Map<Hypothesis, Double> after = updated(beliefs, question.answer(finding.answer()));
                steps.add(new Step(
                        question.id(),
                        question.text(),
                        finding.answer(),
                        finding.text(),
                        promise(question, beliefs),
                        beliefs,
                        after,
                        finding.events()));
                beliefs = after;
            }
            next = mostTelling(left, beliefs);
            if (next.isEmpty() && others.isPresent()) {
                next = others;
                others = Optional.empty();
            }
        }
        List<String> open = Stream.concat(unanswered.stream(), left.stream())
                .map(Question::text)
                .toList();
        return new Conclusion(beliefs, steps, open, wanted(unanswered, beliefs));
    }

    /** What the trigger is about is known, so that it costs nothing; and a rare answer, which decides all, promises little. */
    private Optional<Question> first(Optional<String> about, List<Question> left, Map<Hypothesis, Double> beliefs) {
        return about.flatMap(id -> left.stream().filter(q -> q.id().equals(id)).findFirst())
                .or(() -> mostTelling(left, beliefs));
    }

    /** The question that promises most, the first of those that promise as much; empty where none promises anything. */
    private Optional<Question> mostTelling(List<Question> left, Map<Hypothesis, Double> beliefs) {
        Optional<Question> best = Optional.empty();
        double most = INFORMATION_MIN;
        for (Question question : left) {
            double promise = promise(question, beliefs);
            if (promise > most || best.isEmpty() && promise == most) {
                most = promise;
                best = Optional.of(question);
            }
        }
        return best;
    }

    /** The questions without an answer that could decide a case which is not decided, the most telling first. */
    private List<Conclusion.Wanted> wanted(List<Question> unanswered, Map<Hypothesis, Double> beliefs) {
        if (Conclusion.verdict(beliefs) != Conclusion.Verdict.INSUFFICIENT_DATA) {
            return List.of();
        }
        return unanswered.stream()
                .sorted(Comparator.comparingDouble(q -> -promise(q, beliefs)))
                .map(q -> new Conclusion.Wanted(
                        q.id(),
                        q.text(),
                        leadsTo(Conclusion.Verdict.SUSPICIOUS, q, beliefs),
                        leadsTo(Conclusion.Verdict.BENIGN, q, beliefs)))
                .filter(w -> w.raises() || w.clears())
                .limit(WANTED_MAX)
                .toList();
    }

    private static boolean leadsTo(Conclusion.Verdict verdict, Question question, Map<Hypothesis, Double> beliefs) {
        return question.answers().stream().anyMatch(answer -> Conclusion.verdict(updated(beliefs, answer)) == verdict);
    }

    /** Information that is expected of a question, in bits for its cost. */
    private double promise(Question question, Map<Hypothesis, Double> beliefs) {
        return information(question, beliefs) / question.cost();
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

    /**
     * Mutual information of the answer and the hypothesis, in bits: how uncertain the answer is, less how uncertain it would be
     * if the hypothesis were known.
     */
    private double information(Question question, Map<Hypothesis, Double> beliefs) {
        double[] belief = new double[HYPOTHESES];
        beliefs.forEach((h, b) -> belief[h.ordinal()] = b);
        double bits = 0;
        for (Question.Answer answer : question.answers()) {
            double marginal = 0;
            for (Map.Entry<Hypothesis, Double> believed : beliefs.entrySet()) {
                marginal += believed.getValue() * answer.likelihood(believed.getKey());
            }
            bits -= marginal * log2(marginal);
        }
        double[] known = Objects.requireNonNull(uncertainty.get(question));
        for (int h = 0; h < belief.length; h++) {
            bits -= belief[h] * known[h];
        }
        return Math.max(0, bits);
    }

    /** How uncertain a question's answer is under each hypothesis, in bits. */
    private static double[] uncertainty(Question question) {
        double[] bits = new double[HYPOTHESES];
        for (Question.Answer answer : question.answers()) {
            for (Hypothesis h : Hypothesis.of(question.subject())) {
                bits[h.ordinal()] -= answer.likelihood(h) * log2(answer.likelihood(h));
            }
        }
        return bits;
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
