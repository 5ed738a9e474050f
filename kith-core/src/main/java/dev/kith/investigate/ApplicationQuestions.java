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
        return lately(q).stream()
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
                "Was an application let in?",
                1,
                List.of(
                        new Answer("none", .90, .01, .955, .988, .958, .978, .82, .01, .983),
                        new Answer("prepared", .03, .05, .005, .002, .002, .002, .08, .10, .002),
                        new Answer("let-in", .07, .94, .04, .010, .040, .020, .10, .89, .015)),
                q -> {
                    List<Trace> consents = consents(q);
                    if (consents.isEmpty()) {
                        List<Trace> prepared = q.acts().stream()
                                .filter(t -> t.act().ofApplications())
                                .toList();
                        return prepared.isEmpty()
                                ? new Finding("none", "none", List.of())
                                : new Finding("prepared", name(prepared.get(0), q), Questions.ids(prepared));
                    }
                    return q.suspected() && !atWork(consents, q)
                            ? Finding.MOOT
                            : new Finding("let-in", name(consents.get(0), q), Questions.ids(consents));
                });
    }

    /** Asked once it is used: a consent alone says nothing of who is behind the application. */
    static Question applicationUse() {
        return new Question(
                "application-use",
                "Where is the application used from?",
                1,
                List.of(
                        new Answer("usual-place", .57, .26, .75, .80, .90, .90, .90, .55, .87),
                        new Answer("unknown-hosting", .43, .74, .25, .20, .10, .10, .10, .45, .13)),
                q -> {
                    List<Trace> consents = consents(q);
                    Set<String> ids = consents.stream().map(Trace::application).collect(Collectors.toSet());
                    List<Trace> uses = lately(q).stream()
                            .filter(t ->
                                    ids.contains(t.application()) && !t.act().ofApplications())
                            .toList();
                    if (uses.isEmpty() || q.suspected() && !atWork(consents, q)) {
                        return Finding.MOOT;
                    }
                    List<Trace> elsewhere =
                            uses.stream().filter(t -> t.visit().isPresent()).toList();
                    List<Trace> telling = elsewhere.isEmpty() ? uses : elsewhere;
                    return new Finding(
                            elsewhere.isEmpty() ? "usual-place" : "unknown-hosting",
                            telling.get(0).endpoint().map(Questions::place).orElse("no place told"),
                            Questions.ids(telling));
                });
    }

    /** Applications let in lately that may read mail or files. */
    private static List<Trace> consents(Inquiry q) {
        return lately(q).stream()
                .filter(t -> t.note().filter(d -> d == Danger.CONSENT).isPresent())
                .toList();
    }

    private static List<Trace> lately(Inquiry q) {
        return q.store().ofAccount(q.account(), q.start().minus(Inquiry.BEFORE), q.now());
    }
}
