package dev.kith.investigate;

import dev.kith.event.DetectionFinding;
import dev.kith.investigate.Alert.Weight;
import dev.kith.investigate.Question.Answer;
import dev.kith.investigate.Question.Finding;
import java.util.Comparator;
import java.util.List;

/** What other products say. The strongest of their alerts counts: they look at the same records and are not independent. */
final class AlertQuestions {
    static final String ALERTS = "alerts";

    private AlertQuestions() {}

    static Question alerts() {
        return new Question(
                ALERTS,
                "What do other products say of it?",
                1,
                List.of(
                        // Ten to one at most: what decides must be found in the evidence, too.
                        new Answer("grave", .10, .10, .08, .01, .01, .01, .01, .01, .01),
                        new Answer("serious", .10, .10, .10, .04, .04, .04, .04, .04, .04),
                        // Where from is asked as well, so that it hardly counts again.
                        new Answer("place", .10, .03, .03, .08, .06, .02, .02, .02, .02),
                        new Answer("weak", .10, .10, .10, .09, .09, .09, .09, .09, .09),
                        new Answer("common", .10, .10, .10, .10, .10, .10, .10, .10, .10),
                        new Answer("dismissed", .005, .005, .005, .01, .01, .01, .01, .01, .01),
                        // Where nothing of ours speaks of it, either, what opened the case is mostly nothing.
                        new Answer("weak-alone", .040, .040, .040, .09, .09, .09, .09, .09, .09),
                        new Answer("common-alone", .020, .020, .020, .10, .10, .10, .10, .10, .10),
                        new Answer("none", .435, .505, .525, .48, .50, .54, .54, .54, .54)),
                q -> {
                    List<Alert> alerts = q.alerts();
                    if (alerts.isEmpty()) {
                        // What a product watches is not known, so that its silence says nothing.
                        return Finding.MOOT;
                    }
                    Alert strongest = alerts.stream()
                            .max(Comparator.comparing(Alert::weight))
                            .orElseThrow();
                    return new Finding(
                            answer(alerts, strongest.weight()) + (alone(q, strongest.weight()) ? "-alone" : ""),
                            text(alerts, strongest),
                            alerts.stream()
                                    .map(a -> a.finding().id().value())
                                    .distinct()
                                    .limit(Questions.EVENTS_MAX)
                                    .toList());
                });
    }

    private static boolean alone(Inquiry q, Weight strongest) {
        return (strongest == Weight.WEAK || strongest == Weight.COMMON) && Alert.opened(q.trigger());
    }

    /** Two products that each hold it to be serious are worth one that holds it to be grave. */
    private static String answer(List<Alert> alerts, Weight strongest) {
        long products = alerts.stream()
                .filter(a -> a.weight() == Weight.SERIOUS)
                .map(a -> a.finding().product())
                .distinct()
                .count();
        return switch (strongest) {
            case GRAVE -> "grave";
            case SERIOUS -> products > 1 ? "grave" : "serious";
            case PLACE -> "place";
            case WEAK -> "weak";
            case COMMON -> "common";
            case DISMISSED -> "dismissed";
        };
    }

    private static String text(List<Alert> alerts, Alert strongest) {
        DetectionFinding finding = strongest.finding();
        String what = finding.product() + ": " + finding.title() + " (" + words(strongest) + ")";
        return alerts.size() == 1 ? what : what + ", the weightiest of " + alerts.size() + " alerts";
    }

    private static String words(Alert alert) {
        return switch (alert.weight()) {
            case GRAVE -> "grave";
            case SERIOUS -> "serious";
            case PLACE -> "about the place";
            case WEAK -> "of little weight";
            case COMMON -> "raised about many here";
            case DISMISSED -> "dismissed there";
        };
    }
}
