package dev.kith.investigate;

import dev.kith.detect.Model;
import dev.kith.investigate.Question.Answer;
import dev.kith.investigate.Question.Finding;
import java.util.List;

/**
 * What a model of the organisation's own says of its trigger. Likelihoods are in the order of {@link Hypothesis}: hijack,
 * application, insider, elsewhere, equipment, mailing, administration, tool, routine.
 */
final class OwnModelQuestion {
    static final String ID = "own-model";

    /** From here a model is grave, from there it is serious. Chosen by hand: the scores of the levels high and medium. */
    private static final double GRAVE = 0.3;

    private static final double SERIOUS = 0.2;

    private OwnModelQuestion() {}

    static Question ownModel() {
        return new Question(
                ID,
                "How grave is what the organisation's own model fired on?",
                1,
                List.of(
                        // Nobody knows how good somebody's model is. Three to one at most moves the prior from one in
                        // twenty to one in seven: it opens the case, and what else is found decides it.
                        new Answer("grave", .30, .30, .30, .10, .10, .10, .10, .10, .10),
                        new Answer("serious", .24, .24, .24, .12, .12, .12, .12, .12, .12),
                        new Answer("minor", .16, .16, .16, .13, .13, .13, .13, .13, .13),
                        new Answer("silent", .30, .30, .30, .65, .65, .65, .65, .65, .65)),
                q -> {
                    Model model = q.trigger().model();
                    String answer = model.score() >= GRAVE ? "grave" : model.score() >= SERIOUS ? "serious" : "minor";
                    return new Finding(
                            answer, model.title(), List.of(q.trigger().eventId()));
                });
    }
}
