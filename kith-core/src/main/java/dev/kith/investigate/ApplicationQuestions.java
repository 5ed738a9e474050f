package dev.kith.investigate;

import dev.kith.investigate.Question.Answer;
import dev.kith.investigate.Question.Finding;
import dev.kith.investigate.Trace.Danger;
import dev.kith.profile.Act;
import java.util.List;
import java.util.Optional;
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
                        // Nobody honest misspells the provider's name so that it looks the same.
                        new Answer("imitates", .15, .25, .0005, .0005, .0005, .0005, .0010, .0010, .0005),
                        new Answer("pretends", .20, .30, .0295, .0295, .0295, .0295, .0290, .0290, .0295),
                        new Answer("no", .65, .45, .97, .97, .97, .97, .97, .97, .97)),
                q -> {
                    List<Trace> about = ofApplications(q);
                    // What another case was raised on says nothing of this one, unless the application is at work in
                    // it.
                    if (about.isEmpty() || q.suspected() && !atWork(about, q)) {
                        return Finding.MOOT;
                    }
                    Optional<Trace> pretending = Optional.empty();
                    for (Trace t : about) {
                        String name = name(t, q);
                        if (ApplicationName.imitates(name)) {
                            return new Finding("imitates", name, Questions.ids(List.of(t)));
                        }
                        if (pretending.isEmpty() && ApplicationName.pretends(name)) {
                            pretending = Optional.of(t);
                        }
                    }
                    return pretending
                            .map(t -> new Finding("pretends", name(t, q), Questions.ids(List.of(t))))
                            .orElseGet(() -> new Finding("no", name(about.get(0), q), List.of()));
                });
    }

    private static boolean atWork(List<Trace> about, Inquiry q) {
        Set<String> ids = about.stream().map(Trace::application).collect(Collectors.toSet());
        return q.acts().stream().anyMatch(t -> ids.contains(t.application()));
    }

    /** What the account let in, entered or gave keys to, lately. */
    private static List<Trace> ofApplications(Inquiry q) {
        return q.store().ofAccount(q.account(), q.start().minus(Inquiry.BEFORE), q.now()).stream()
                .filter(t -> t.act().ofApplications()
                        && (t.act() != Act.CONSENT
                                || t.note().filter(d -> d == Danger.CONSENT).isPresent()))
                .toList();
    }

    /** The name under which an application was entered, beside or after its consent. */
    private static String name(Trace about, Inquiry q) {
        return q.store().ofAccount(q.account(), about.at().minus(Inquiry.NEAR), q.now()).stream()
                .filter(t ->
                        t.act() == Act.APPLICATION_CHANGE && t.application().equals(about.application()))
                .map(Trace::object)
                .findFirst()
                .orElse(about.object());
    }

    static Question application() {
        return new Question(
                "application",
                "Was an application let in, and who uses it?",
                1.5,
                List.of(
                        new Answer("none", .90, .01, .955, .988, .958, .978, .82, .01, .983),
                        new Answer("prepared", .03, .05, .005, .002, .002, .002, .08, .10, .002),
                        new Answer("used-from-usual-place", .04, .24, .03, .008, .036, .018, .09, .49, .013),
                        new Answer("used-from-unknown-hosting", .03, .70, .01, .002, .004, .002, .01, .40, .002)),
                q -> {
                    List<Trace> all = q.store().ofAccount(q.account(), q.start().minus(Inquiry.BEFORE), q.now());
                    List<Trace> consents = all.stream()
                            .filter(t ->
                                    t.note().filter(d -> d == Danger.CONSENT).isPresent())
                            .toList();
                    if (consents.isEmpty()) {
                        List<Trace> prepared = q.acts().stream()
                                .filter(t -> t.act().ofApplications())
                                .toList();
                        return prepared.isEmpty()
                                ? new Finding("none", "none", List.of())
                                : new Finding("prepared", name(prepared.get(0), q), Questions.ids(prepared));
                    }
                    if (q.suspected() && !atWork(consents, q)) {
                        return Finding.MOOT;
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
