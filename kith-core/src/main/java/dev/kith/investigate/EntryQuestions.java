package dev.kith.investigate;

import dev.kith.investigate.Question.Answer;
import dev.kith.investigate.Question.Finding;
import dev.kith.profile.Act;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How somebody else may have come in. Likelihoods are in the order of {@link Hypothesis}: hijack,
 * application, insider, elsewhere, equipment, mailing, administration, tool, routine.
 */
final class EntryQuestions {
    private EntryQuestions() {}

    static Question lure() {
        return new Question(
                "lure",
                "Did suspicious mail reach the person before?",
                1,
                List.of(
                        new Answer("read-just-before", .17, .15, .0015, .0015, .0015, .0015, .0015, .004, .0015),
                        new Answer("read", .09, .15, .0085, .0085, .0085, .0085, .0085, .016, .0085),
                        new Answer("received-just-before", .06, .08, .010, .010, .010, .010, .010, .015, .010),
                        new Answer("received", .06, .12, .030, .030, .030, .030, .030, .045, .030),
                        new Answer("none", .62, .50, .95, .95, .95, .95, .95, .92, .95)),
                q -> {
                    if (q.suspected()) {
                        // It explains the case that was raised, and so says nothing of this one.
                        return Finding.MOOT;
                    }
                    Instant until = q.began();
                    List<MailTrace> mails = q.store().mailTo(q.account(), until.minus(LURE), until).stream()
                            .filter(MailTrace::suspicious)
                            .toList();
                    if (mails.isEmpty()) {
                        return new Finding("none", "none that was judged suspicious", List.of());
                    }
                    Map<String, Instant> read = new HashMap<>();
                    for (Trace t : q.store().ofAccount(q.account(), until.minus(LURE), until)) {
                        if (t.act() == Act.MAIL_READ) {
                            t.messageIds().forEach(id -> read.put(id, t.at()));
                        }
                    }
                    List<MailTrace> opened =
                            mails.stream().filter(m -> read.containsKey(m.id())).toList();
                    List<MailTrace> told = opened.isEmpty() ? mails : opened;
                    boolean justBefore = told.stream()
                            .map(m -> read.getOrDefault(m.id(), m.at()))
                            .anyMatch(at -> !at.isBefore(until.minus(JUST_BEFORE)));
                    return new Finding(
                            (opened.isEmpty() ? "received" : "read") + (justBefore ? "-just-before" : ""),
                            "\"" + told.get(0).subject() + "\" from "
                                    + told.get(0).from(),
                            told.stream()
                                    .map(MailTrace::id)
                                    .limit(Questions.EVENTS_MAX)
                                    .toList());
                });
    }

    /** What a lure catches is used within hours, and mostly at once. Chosen by hand. */
    private static final Duration JUST_BEFORE = Duration.ofHours(6);

    private static final Duration LURE = Duration.ofDays(3);

    static Question guessing() {
        return new Question(
                "guessing",
                "Was the password guessed?",
                1,
                List.of(
                        new Answer("spray-from-there", .14, .002, .001, .001, .001, .001, .001, .001, .001),
                        new Answer("guessed-from-there", .05, 1e-6, 1e-6, 1e-6, 1e-6, 1e-6, 1e-6, 1e-6, 1e-6),
                        new Answer("many-failures", .06, .048, .049, .049, .099, .049, .049, .049, .049),
                        new Answer("no", .75, .949999, .949999, .949999, .899999, .949999, .949999, .949999, .949999)),
                q -> {
                    Set<String> blocks = new LinkedHashSet<>();
                    q.acts()
                            .forEach(t -> t.endpoint().ifPresent(e -> {
                                if (q.visit().isPresent()) {
                                    blocks.add(e.ip().block());
                                }
                            }));
                    for (String block : blocks) {
                        List<Trace> failed = q
                                .store()
                                .fromBlock(block, q.start().minus(LURE), q.now())
                                .stream()
                                .filter(t -> t.act() == Act.SIGN_IN_FAILED)
                                .toList();
                        long accounts =
                                failed.stream().map(Trace::account).distinct().count();
                        if (accounts >= SPRAYED_MIN) {
                            return new Finding(
                                    "spray-from-there",
                                    accounts + " accounts failed to sign in from " + block,
                                    Questions.ids(failed));
                        }
                    }
                    List<Trace> own =
                            q.store().ofAccount(q.account(), q.start().minus(Duration.ofDays(1)), q.now()).stream()
                                    .filter(t -> t.act() == Act.SIGN_IN_FAILED)
                                    .toList();
                    boolean fromThere = own.stream()
                            .flatMap(t -> t.endpoint().stream())
                            .anyMatch(e -> blocks.contains(e.ip().block()));
                    if (fromThere && own.size() >= GUESSES_MIN) {
                        return new Finding(
                                "guessed-from-there",
                                own.size() + " or more failed sign-ins within a day, some from there",
                                Questions.ids(own));
                    }
                    return own.size() >= FAILURES_MANY
                            ? new Finding(
                                    "many-failures", own.size() + " failed sign-ins within a day", Questions.ids(own))
                            : new Finding("no", own.size() + " failed sign-ins within a day", List.of());
                });
    }

    private static final int SPRAYED_MIN = 4;
    private static final int FAILURES_MANY = 10;

    /** More in a day than a telephone with an old password makes, which tries once a minute. Chosen by hand. */
    private static final int GUESSES_MIN = 2_000;

    static Question rights() {
        return new Question(
                "rights",
                "Did a suspect give it rights?",
                1,
                List.of(
                        new Answer("yes", .10, .05, .02, .0008, .0008, .0008, .0020, .0010, .0008),
                        new Answer("no", .90, .95, .98, .9992, .9992, .9992, .9980, .9990, .9992)),
                q -> {
                    Instant since = q.start().minus(Duration.ofDays(1));
                    List<Trace> all = q.store().rightsOf(q.account(), since, q.now());
                    if (all.isEmpty()) {
                        return Finding.MOOT;
                    }
                    List<Trace> given = all.stream()
                            .filter(t -> q.store().suspected(t.account(), since))
                            .toList();
                    return given.isEmpty()
                            ? new Finding("no", "some, by accounts that are not suspected", List.of())
                            : new Finding(
                                    "yes",
                                    given.get(0).account() + ", whose account is suspected",
                                    Questions.ids(given));
                });
    }

    static Question foothold() {
        return new Question(
                "foothold",
                "Was something set before, from elsewhere, that is still in force?",
                1,
                List.of(
                        new Answer("grave", .03, .02, .05, .0010, .0010, .0010, .0010, .0010, .0010),
                        // Most who come in have not been in before; whoever travels has been at other unusual places.
                        new Answer("odd", .05, .05, .02, .020, .020, .005, .010, .020, .005),
                        new Answer("none", .92, .93, .93, .979, .979, .994, .989, .979, .994)),
                q -> {
                    if (q.suspected()) {
                        // It belongs to the case that was raised, and says nothing of this one.
                        return Finding.MOOT;
                    }
                    List<Foothold> before = q.store().inForce(q.account()).stream()
                            .filter(f -> f.since().isBefore(q.start())
                                    && !f.since().isBefore(q.start().minus(FOOTHOLD)))
                            .filter(f ->
                                    !f.visit().equals(q.visit()) || f.visit().isEmpty())
                            // What was let in lately is asked about as an application.
                            .filter(f ->
                                    !f.consent() || f.since().isBefore(q.start().minus(Inquiry.BEFORE)))
                            .toList();
                    List<Foothold> grave =
                            before.stream().filter(Foothold::grave).toList();
                    List<Foothold> told = grave.isEmpty() ? before : grave;
                    return told.isEmpty()
                            ? new Finding("none", "nothing that is known", List.of())
                            : new Finding(
                                    grave.isEmpty() ? "odd" : "grave",
                                    told.stream()
                                            .limit(3)
                                            .map(f -> f.what() + ", since " + f.since())
                                            .collect(Collectors.joining("; ")),
                                    told.stream()
                                            .map(Foothold::record)
                                            .limit(Questions.EVENTS_MAX)
                                            .toList());
                });
    }

    /** What was set longer ago has been lived with. Chosen by hand. */
    private static final Duration FOOTHOLD = Duration.ofDays(30);

    static Question suspectedBefore() {
        return new Question(
                "suspected-before",
                "Was the account found taken lately?",
                1,
                List.of(
                        // Whoever has been in comes back; but the owner goes on working, too, and has cases of his own.
                        new Answer("yes", .15, .07, .100, .015, .015, .015, .015, .015, .015),
                        new Answer("no", .85, .93, .900, .985, .985, .985, .985, .985, .985)),
                q -> q.suspected()
                        ? new Finding("yes", "another case of it was raised", List.of())
                        : new Finding("no", "no other case of it was raised", List.of()));
    }
}
