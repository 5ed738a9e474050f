package dev.kith.investigate;

import dev.kith.investigate.Question.Answer;
import dev.kith.investigate.Question.Finding;
import dev.kith.investigate.Trace.Danger;
import dev.kith.profile.Act;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What application was let in. Likelihoods are in the order of {@link Hypothesis}: hijack,
 * application, insider, elsewhere, equipment, mailing, administration, tool, routine.
 */
final class ApplicationQuestions {
    private ApplicationQuestions() {}

    static Question applicationName() {
        return new Question(
                "application-name",
                "Does the application pretend to be somebody else's?",
                1,
                List.of(
                        new Answer("pretends", .30, .45, .03, .03, .03, .03, .03, .03, .03),
                        new Answer("no", .70, .55, .97, .97, .97, .97, .97, .97, .97)),
                q -> {
                    List<Trace> consents =
                            q.store().ofAccount(q.account(), q.start().minus(Inquiry.BEFORE), q.now()).stream()
                                    .filter(t -> t.note()
                                            .filter(d -> d == Danger.CONSENT)
                                            .isPresent())
                                    .toList();
                    if (consents.isEmpty()) {
                        return Finding.NONE;
                    }
                    for (Trace consent : consents) {
                        String name = name(consent, q);
                        if (ApplicationName.pretends(name)) {
                            return new Finding("pretends", name, Questions.ids(consents));
                        }
                    }
                    return new Finding("no", name(consents.get(0), q), List.of());
                });
    }

    /** The name under which an application was entered, beside or after its consent. */
    private static String name(Trace consent, Inquiry q) {
        return q.store().ofAccount(q.account(), consent.at().minus(Inquiry.NEAR), q.now()).stream()
                .filter(t ->
                        t.act() == Act.APPLICATION_CHANGE && t.application().equals(consent.application()))
                .map(Trace::object)
                .findFirst()
                .orElse(consent.object());
    }

    static Question application() {
        return new Question(
                "application",
                "Was an application let in, and who uses it?",
                1.5,
                List.of(
                        new Answer("none", .93, .02, .96, .99, .96, .98, .90, .01, .985),
                        new Answer("used-from-usual-place", .04, .28, .03, .008, .036, .018, .09, .59, .013),
                        new Answer("used-from-unknown-hosting", .03, .70, .01, .002, .004, .002, .01, .40, .002)),
                q -> {
                    List<Trace> all = q.store().ofAccount(q.account(), q.start().minus(Inquiry.BEFORE), q.now());
                    List<Trace> consents = all.stream()
                            .filter(t ->
                                    t.note().filter(d -> d == Danger.CONSENT).isPresent())
                            .toList();
                    if (consents.isEmpty()) {
                        return new Finding("none", "none", List.of());
                    }
                    Set<String> ids = consents.stream().map(Trace::application).collect(Collectors.toSet());
                    List<Trace> reads = all.stream()
                            .filter(t ->
                                    t.visit().isPresent() && ids.contains(t.application()) && t.act() != Act.CONSENT)
                            .toList();
                    return reads.isEmpty()
                            ? new Finding(
                                    "used-from-usual-place", consents.get(0).object(), Questions.ids(consents))
                            : new Finding(
                                    "used-from-unknown-hosting",
                                    reads.get(0)
                                            .endpoint()
                                            .map(Questions::place)
                                            .orElse(""),
                                    Questions.ids(reads));
                });
    }
}
