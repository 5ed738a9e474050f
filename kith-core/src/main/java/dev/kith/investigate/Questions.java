package dev.kith.investigate;

import dev.kith.event.Endpoint;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The questions there are. Likelihoods are set by hand from what responders report of taken accounts and of ordinary life.
 */
final class Questions {
    static final int EVENTS_MAX = 50;

    private Questions() {}

    static List<Question> all() {
        return List.of(
                PlaceQuestions.network(),
                PlaceQuestions.device(),
                PlaceQuestions.atOnce(),
                PlaceQuestions.country(),
                EntryQuestions.lure(),
                EntryQuestions.guessing(),
                ActQuestions.acts(),
                ActQuestions.rules(),
                ActQuestions.session(),
                PlaceQuestions.others(),
                ActQuestions.burst(),
                ActQuestions.mailingsBefore(),
                ApplicationQuestions.application(),
                ApplicationQuestions.applicationName(),
                EntryQuestions.suspectedBefore(),
                EntryQuestions.rights(),
                ActQuestions.coveringUp());
    }

    static String place(Endpoint endpoint) {
        String traits = endpoint.traits().stream()
                .map(t -> t.name().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(", "));
        return endpoint.ip() + ", " + (endpoint.asName().isEmpty() ? "network unknown" : endpoint.asName())
                + (endpoint.country().isEmpty() ? "" : ", " + endpoint.country())
                + (traits.isEmpty() ? "" : " (" + traits + ")");
    }

    static List<String> ids(List<Trace> traces) {
        return traces.stream().map(Trace::id).distinct().limit(EVENTS_MAX).toList();
    }
}
