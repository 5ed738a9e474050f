package dev.kith.investigate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CallQuestionsTest {
    @Test
    void everyQuestion_isAboutDevices_andHasItsOwnId() {
        List<Question> questions =
                CallQuestions.all().stream().map(CallQuestion::question).toList();
        assertThat(questions).extracting(Question::id).doesNotHaveDuplicates();
        assertThat(questions).extracting(Question::subject).containsOnly(Hypothesis.Subject.DEVICE);
    }

    @Test
    void priorsAddUpToOne_forEachSubject() {
        for (Hypothesis.Subject subject : Hypothesis.Subject.values()) {
            assertThat(Hypothesis.of(subject).stream()
                            .mapToDouble(Hypothesis::prior)
                            .sum())
                    .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
            for (int i = 0; i < Hypothesis.of(subject).size(); i++) {
                assertThat(Hypothesis.of(subject).get(i).place()).isEqualTo(i);
            }
        }
    }

    @Test
    void everyHypothesis_isSpokenForMostBySomeAnswer() {
        for (Hypothesis h : Hypothesis.of(Hypothesis.Subject.DEVICE)) {
            assertThat(CallQuestions.all().stream()
                            .flatMap(q -> q.question().answers().stream())
                            .anyMatch(a -> Hypothesis.of(Hypothesis.Subject.DEVICE).stream()
                                    .allMatch(o -> a.likelihood(h) >= a.likelihood(o))))
                    .as(h.name())
                    .isTrue();
        }
    }
}
