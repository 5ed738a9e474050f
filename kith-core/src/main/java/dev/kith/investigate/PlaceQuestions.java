package dev.kith.investigate;

import dev.kith.detect.Standing;
import dev.kith.detect.Visit;
import dev.kith.event.Endpoint;
import dev.kith.investigate.Question.Answer;
import dev.kith.investigate.Question.Finding;
import dev.kith.profile.Act;
import dev.kith.profile.AmongPeers;
import dev.kith.profile.NetworkSurprise.Familiar;
import dev.kith.score.AccountSurprise;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where it came from, and whether the person can have been there. Likelihoods are in the order of {@link Hypothesis}: hijack,
 * application, insider, elsewhere, equipment, mailing, administration, tool, routine.
 */
final class PlaceQuestions {
    private PlaceQuestions() {}

    static Question network() {
        return new Question(
                "network",
                "Where did it come from?",
                1,
                List.of(
                        new Answer("usual", .04, .50, .86, .02, .78, .90, .80, .52, .95),
                        new Answer("used-by-others-here", .16, .10, .06, .27, .10, .04, .10, .10, .02),
                        new Answer("access-network", .28, .05, .04, .60, .07, .03, .06, .08, .02),
                        new Answer("anonymising-or-hosting", .52, .35, .04, .11, .05, .03, .04, .30, .01)),
                q -> {
                    if (q.visit().isEmpty()) {
                        return q.withoutHistory()
                                ? ofNewcomer(q)
                                : new Finding("usual", "from networks the account uses", List.of());
                    }
                    Visit visit = q.visit().get();
                    String where = Questions.place(visit.endpoint());
                    if (hidden(visit.endpoint()) && !placeOfPeers(q)) {
                        return new Finding("anonymising-or-hosting", where, List.of());
                    }
                    if (InsiderQuestions.hasLeft(q)) {
                        return Finding.MOOT; // at home, or anywhere: none of its usual places is one any more
                    }
                    return visit.knownHere() || visit.closest() == Familiar.SYSTEM || placeOfPeers(q)
                            ? new Finding("used-by-others-here", where, List.of())
                            : new Finding("access-network", where, List.of());
                });
    }

    /** Where nothing is usual yet, only what no home and no office is tells something. */
    private static Finding ofNewcomer(Inquiry q) {
        return q.acts().stream()
                .filter(t -> t.endpoint().filter(PlaceQuestions::hidden).isPresent())
                .findFirst()
                .map(t -> new Finding(
                        "anonymising-or-hosting",
                        t.endpoint().map(Questions::place).orElse(""),
                        Questions.ids(List.of(t))))
                .orElse(Finding.NONE);
    }

    /** Whether it is where several of the account's peers work from: a rented server of the department's, say. */
    static boolean placeOfPeers(Inquiry q) {
        List<AmongPeers> asked = q.acts().stream()
                .flatMap(t -> t.standing().stream())
                .map(Standing::peers)
                .filter(p -> p.place() != AmongPeers.NOT_ASKED)
                .toList();
        return !asked.isEmpty() && asked.stream().allMatch(p -> p.several(p.place()));
    }

    private static boolean hidden(Endpoint endpoint) {
        return !endpoint.traits().isEmpty() && !endpoint.traits().contains(Endpoint.Trait.RELAY);
    }

    static Question device() {
        return new Question(
                "device",
                "Is it one of the person's devices?",
                1,
                List.of(
                        new Answer("own", .12, .25, .80, .74, .08, .82, .80, .40, .85),
                        new Answer("never-seen", .68, .45, .05, .06, .72, .04, .05, .35, .04),
                        new Answer("not-told", .20, .30, .15, .20, .20, .14, .15, .25, .11)),
                q -> {
                    if (q.withoutHistory()) {
                        return Finding.NONE;
                    }
                    List<Trace> acts = q.acts();
                    Set<String> strange = new LinkedHashSet<>();
                    Set<String> own = new LinkedHashSet<>();
                    for (Trace t : acts) {
                        if (!t.device().isEmpty() && t.device().indexOf('?') < 0) {
                            (t.deviceBits() >= AccountSurprise.STRANGE_DEVICE_BITS ? strange : own).add(t.device());
                        }
                    }
                    if (!strange.isEmpty() && (own.isEmpty() || q.visit().isPresent())) {
                        return new Finding("never-seen", String.join(", ", strange), Questions.ids(acts));
                    }
                    if (!own.isEmpty() && letIn(q)) {
                        return Finding.MOOT;
                    }
                    return own.isEmpty()
                            ? new Finding("not-told", "the records do not say", List.of())
                            : new Finding("own", String.join(", ", own), List.of());
                });
    }

    /** Whether an application was let in at home: whoever is talked into it uses the own device, too. */
    private static boolean letIn(Inquiry q) {
        return q.visit().isEmpty() && q.trigger().model().acts().stream().allMatch(Act::ofApplications);
    }

    static Question atOnce() {
        return new Question(
                "at-once",
                "Was the account used from its usual places at the same time?",
                1.5,
                List.of(
                        new Answer("yes", .55, .60, .50, .18, .50, .50, .50, .60, .50),
                        new Answer("no", .45, .40, .50, .82, .50, .50, .50, .40, .50)),
                q -> {
                    if (q.visit().isEmpty() || InsiderQuestions.hasLeft(q)) {
                        return Finding.MOOT; // whoever has left is at none of them
                    }
                    List<Trace> all = q.store().ofAccount(q.account(), q.start().minus(Inquiry.NEAR), q.now());
                    List<Trace> home =
                            all.stream().filter(PlaceQuestions::atHome).toList();
                    List<Trace> there = q.acts();
                    int next = 0; // both are in order of time: what is too early for one is so for those after it
                    for (Trace h : home) {
                        Instant from = h.at().minus(Inquiry.NEAR);
                        while (next < there.size() && !there.get(next).at().isAfter(from)) {
                            next++;
                        }
                        if (next < there.size() && there.get(next).at().isBefore(h.at().plus(Inquiry.NEAR))) {
                            return new Finding(
                                    "yes",
                                    h.endpoint().map(Questions::place).orElse("") + " within half an hour",
                                    List.of(h.id(), there.get(next).id()));
                        }
                    }
                    return new Finding("no", "nothing from its usual places within half an hour", List.of());
                });
    }

    /** A record that shows the account in use from a usual place. Whoever fails to sign in has not been anywhere. */
    private static boolean atHome(Trace t) {
        return t.visit().isEmpty() && t.endpoint().isPresent() && t.act() != Act.SIGN_IN_FAILED;
    }

    static Question country() {
        return new Question(
                "country",
                "In which country, and can the person be there?",
                1,
                List.of(
                        new Answer("usual-country", .36, .50, .95, .60, .94, .95, .95, .60, .97),
                        new Answer("other-country", .30, .30, .04, .37, .05, .04, .04, .30, .02),
                        new Answer("too-soon", .34, .20, .01, .03, .01, .01, .01, .10, .01)),
                q -> {
                    boolean byProgram =
                            q.acts().stream().noneMatch(t -> t.device().indexOf('/') > 0);
                    if (q.visit().isEmpty()
                            || byProgram
                            || q.visit().get().endpoint().country().isEmpty()
                            || InsiderQuestions.hasLeft(q)) {
                        return Finding.NONE;
                    }
                    String country = q.visit().get().endpoint().country();
                    Optional<Trace> before = Optional.empty();
                    for (Trace t : q.store().ofAccount(q.account(), q.start().minus(Inquiry.BEFORE), q.now())) {
                        boolean counts = atHome(t);
                        if (counts && t.endpoint().get().country().equals(country)) {
                            return new Finding("usual-country", country, List.of());
                        }
                        if (counts && !t.at().isAfter(q.start())) {
                            before = Optional.of(t);
                        }
                    }
                    // Who hides the place, for good or ill, chooses the country and needs no time to get there.
                    if (before.isPresent()
                            && !hidden(q.visit().get().endpoint())
                            && Duration.between(before.get().at(), q.start()).compareTo(JOURNEY) < 0) {
                        return new Finding(
                                "too-soon",
                                country + ", "
                                        + Duration.between(before.get().at(), q.start())
                                                .toMinutes() + " minutes after "
                                        + before.get().endpoint().get().country(),
                                List.of(before.get().id()));
                    }
                    return new Finding("other-country", country, List.of());
                });
    }

    /** Nobody changes countries within so short a time, from work to work. Chosen by hand. */
    private static final Duration JOURNEY = Duration.ofMinutes(90);

    static Question others() {
        return new Question(
                "others",
                "Who else came from there?",
                1.5,
                List.of(
                        new Answer("other-odd-visits", .26, .20, .02, .03, .02, .02, .02, .05, .02),
                        new Answer("colleagues-as-usual", .06, .20, .48, .22, .48, .48, .48, .30, .48),
                        new Answer("nobody", .68, .60, .50, .75, .50, .50, .50, .65, .50)),
                q -> {
                    if (q.visit().isEmpty()) {
                        return Finding.MOOT;
                    }
                    String block = q.visit().get().endpoint().ip().block();
                    Set<String> odd = new LinkedHashSet<>();
                    Set<String> usual = new LinkedHashSet<>();
                    for (Trace t : q.store().fromBlock(block, q.start().minus(Inquiry.BEFORE), q.now())) {
                        if (!t.account().equals(q.account())
                                && t.actor() == dev.kith.event.Actor.Kind.PERSON
                                && t.act() != Act.SIGN_IN_FAILED) {
                            boolean strange = t.visit()
                                    .filter(v -> v.deviceBits() >= AccountSurprise.STRANGE_DEVICE_BITS)
                                    .isPresent();
                            (t.visit().isEmpty() ? usual : strange ? odd : new HashSet<String>())
                                    .add(t.account().value());
                        }
                    }
                    if (!usual.isEmpty()) {
                        Visit visit = q.visit().get();
                        if (placeOfPeers(q) || visit.knownHere() && !hidden(visit.endpoint())) {
                            // The answer to where it came from says so already: it does not count twice.
                            return Finding.MOOT;
                        }
                        return new Finding("colleagues-as-usual", usual.size() + " colleagues as usual", List.of());
                    }
                    return odd.isEmpty()
                            ? new Finding("nobody", "nobody else", List.of())
                            : new Finding("other-odd-visits", String.join(", ", odd), List.of());
                });
    }
}
