package dev.kith.investigate;

import dev.kith.detect.Visit;
import dev.kith.event.Endpoint;
import dev.kith.investigate.Question.Answer;
import dev.kith.investigate.Question.Finding;
import dev.kith.investigate.Trace.Danger;
import dev.kith.profile.Act;
import dev.kith.profile.NetworkSurprise.Familiar;
import dev.kith.score.AccountSurprise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The questions there are. Likelihoods are set by hand from what responders report of taken accounts and of ordinary life, in
 * the order of {@link Hypothesis}: hijack, application, insider, elsewhere, equipment, mailing, administration, tool, routine.
 */
final class Questions {
    private static final int EVENTS_MAX = 50;
    private static final Finding NO_ANSWER = new Finding("", "", List.of());

    private Questions() {}

    static List<Question> all() {
        return List.of(
                network(),
                device(),
                atOnce(),
                country(),
                lure(),
                guessing(),
                acts(),
                others(),
                burst(),
                mailingsBefore(),
                application(),
                applicationName(),
                suspectedBefore(),
                coveringUp());
    }

    private static Question network() {
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
                        return new Finding("usual", "from networks the account uses", List.of());
                    }
                    Visit visit = q.visit().get();
                    String where = place(visit.endpoint());
                    if (!visit.endpoint().traits().isEmpty()
                            && !visit.endpoint().traits().contains(Endpoint.Trait.RELAY)) {
                        return new Finding("anonymising-or-hosting", where, List.of());
                    }
                    return visit.knownHere() || visit.closest() == Familiar.SYSTEM
                            ? new Finding("used-by-others-here", where, List.of())
                            : new Finding("access-network", where, List.of());
                });
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

    private static Question device() {
        return new Question(
                "device",
                "Is it one of the person's devices?",
                1,
                List.of(
                        new Answer("own", .06, .25, .80, .74, .08, .82, .80, .40, .85),
                        new Answer("never-seen", .74, .45, .05, .06, .72, .04, .05, .35, .04),
                        new Answer("not-told", .20, .30, .15, .20, .20, .14, .15, .25, .11)),
                q -> {
                    List<Trace> acts = q.acts();
                    Set<String> strange = new LinkedHashSet<>();
                    Set<String> own = new LinkedHashSet<>();
                    for (Trace t : acts) {
                        if (!t.device().isEmpty() && t.device().indexOf('?') < 0) {
                            (t.deviceBits() >= AccountSurprise.STRANGE_DEVICE_BITS ? strange : own).add(t.device());
                        }
                    }
                    if (!strange.isEmpty() && (own.isEmpty() || q.visit().isPresent())) {
                        return new Finding("never-seen", String.join(", ", strange), ids(acts));
                    }
                    return own.isEmpty()
                            ? new Finding("not-told", "the records do not say", List.of())
                            : new Finding("own", String.join(", ", own), List.of());
                });
    }

    private static Question atOnce() {
        return new Question(
                "at-once",
                "Was the account used from its usual places at the same time?",
                1.5,
                List.of(
                        new Answer("yes", .55, .60, .50, .18, .50, .50, .50, .60, .50),
                        new Answer("no", .45, .40, .50, .82, .50, .50, .50, .40, .50)),
                q -> {
                    if (q.visit().isEmpty()) {
                        return NO_ANSWER;
                    }
                    List<Trace> all = q.store().ofAccount(q.account(), q.start().minus(NEAR), q.now());
                    List<Trace> home = all.stream().filter(Questions::atHome).toList();
                    List<Trace> there = q.acts();
                    for (Trace h : home) {
                        for (Trace t : there) {
                            if (Duration.between(h.at(), t.at()).abs().compareTo(NEAR) < 0) {
                                return new Finding(
                                        "yes",
                                        h.endpoint().map(Questions::place).orElse("") + " within half an hour",
                                        List.of(h.id(), t.id()));
                            }
                        }
                    }
                    return new Finding("no", "nothing from its usual places within half an hour", List.of());
                });
    }

    /** A record that shows the account in use from a usual place. Whoever fails to sign in has not been anywhere. */
    private static boolean atHome(Trace t) {
        return t.visit().isEmpty() && t.endpoint().isPresent() && t.act() != Act.SIGN_IN_FAILED;
    }

    private static final Duration NEAR = Duration.ofMinutes(30);

    private static Question country() {
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
                            || q.visit().get().endpoint().country().isEmpty()) {
                        return NO_ANSWER;
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
                    if (before.isPresent()
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

    private static Question lure() {
        return new Question(
                "lure",
                "Did suspicious mail reach the person before?",
                1,
                List.of(
                        new Answer("read", .26, .30, .01, .01, .01, .01, .01, .02, .01),
                        new Answer("received", .12, .20, .04, .04, .04, .04, .04, .06, .04),
                        new Answer("none", .62, .50, .95, .95, .95, .95, .95, .92, .95)),
                q -> {
                    if (suspected(q)) {
                        // It explains the case that was raised, and so says nothing of this one.
                        return NO_ANSWER;
                    }
                    Instant until = q.start();
                    List<MailTrace> mails = q.store().mailTo(q.account(), until.minus(LURE), until).stream()
                            .filter(MailTrace::suspicious)
                            .toList();
                    if (mails.isEmpty()) {
                        return new Finding("none", "none that was judged suspicious", List.of());
                    }
                    Set<String> read = q.store().ofAccount(q.account(), until.minus(LURE), until).stream()
                            .filter(t -> t.act() == Act.MAIL_READ)
                            .flatMap(t -> t.messageIds().stream())
                            .collect(Collectors.toCollection(HashSet::new));
                    List<MailTrace> opened =
                            mails.stream().filter(m -> read.contains(m.id())).toList();
                    List<MailTrace> told = opened.isEmpty() ? mails : opened;
                    return new Finding(
                            opened.isEmpty() ? "received" : "read",
                            "\"" + told.get(0).subject() + "\" from "
                                    + told.get(0).from(),
                            told.stream().map(MailTrace::id).limit(EVENTS_MAX).toList());
                });
    }

    private static final Duration LURE = Duration.ofDays(3);

    private static Question guessing() {
        return new Question(
                "guessing",
                "Was the password guessed?",
                1,
                List.of(
                        new Answer("spray-from-there", .14, .002, .001, .001, .001, .001, .001, .001, .001),
                        new Answer("many-failures", .06, .048, .049, .049, .099, .049, .049, .049, .049),
                        new Answer("no", .80, .95, .95, .95, .90, .95, .95, .95, .95)),
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
                                    ids(failed));
                        }
                    }
                    List<Trace> own =
                            q.store().ofAccount(q.account(), q.start().minus(Duration.ofDays(1)), q.now()).stream()
                                    .filter(t -> t.act() == Act.SIGN_IN_FAILED)
                                    .toList();
                    return own.size() >= FAILURES_MANY
                            ? new Finding("many-failures", own.size() + " failed sign-ins within a day", ids(own))
                            : new Finding("no", own.size() + " failed sign-ins within a day", List.of());
                });
    }

    private static final int SPRAYED_MIN = 4;
    private static final int FAILURES_MANY = 10;

    private static Question acts() {
        return new Question(
                "acts",
                "What was done that serves an intruder?",
                1,
                List.of(
                        new Answer("nothing", .24, .17, .36, .9272, .9462, .889, .55, .228, .8632),
                        new Answer("one-thing", .18, .48, .42, .060, .049, .10, .36, .73, .130),
                        new Answer("one-grave-thing", .22, .10, .02, .0008, .0008, .001, .01, .002, .0008),
                        new Answer("several", .36, .25, .20, .012, .004, .01, .08, .04, .006)),
                q -> {
                    Set<Danger> dangers = EnumSet.noneOf(Danger.class);
                    List<Trace> seen = new ArrayList<>();
                    for (Trace t : related(q)) {
                        t.note().filter(danger -> counts(danger)).ifPresent(danger -> {
                            dangers.add(danger);
                            seen.add(t);
                        });
                    }
                    String what = dangers.stream()
                            .map(d -> d.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .collect(Collectors.joining(", "));
                    if (dangers.isEmpty()) {
                        return new Finding("nothing", "nothing", List.of());
                    }
                    String one = dangers.stream().anyMatch(GRAVE::contains) ? "one-grave-thing" : "one-thing";
                    return new Finding(dangers.size() == 1 ? one : "several", what, ids(seen));
                });
    }

    private static boolean counts(Danger danger) {
        // How much was sent is a question of its own; so is what reads the mailbox.
        return danger != Danger.ODD_READER && danger != Danger.OUTBOUND_BURST;
    }

    /** Whether most of the mail of the last day came from the place that is asked about. */
    private static boolean burstIsFromHere(Inquiry q) {
        List<Trace> sent = q.store().ofAccount(q.account(), q.now().minus(Duration.ofDays(1)), q.now()).stream()
                .filter(t -> t.act() == Act.MAIL_SEND)
                .toList();
        return 2 * sent.stream().filter(t -> t.visit().equals(q.visit())).count() >= sent.size();
    }

    /** What people seldom do for themselves, and intruders first. */
    private static final Set<Danger> GRAVE =
            EnumSet.of(Danger.HIDES_WARNINGS, Danger.FORWARDS_OUT, Danger.MFA, Danger.CREDENTIAL);

    /** What the account did, and what anybody did with links it made in the visit. */
    private static List<Trace> related(Inquiry q) {
        List<Trace> all = new ArrayList<>(q.acts());
        if (q.visit().isPresent()) {
            q.store().fromBlock(q.visit().get().endpoint().ip().block(), q.start(), q.now()).stream()
                    .filter(t -> t.note().filter(d -> d == Danger.OWN_LINK_USED).isPresent())
                    .forEach(all::add);
        }
        return all;
    }

    private static Question others() {
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
                        return NO_ANSWER;
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
                        return new Finding("colleagues-as-usual", usual.size() + " colleagues as usual", List.of());
                    }
                    return odd.isEmpty()
                            ? new Finding("nobody", "nobody else", List.of())
                            : new Finding("other-odd-visits", String.join(", ", odd), List.of());
                });
    }

    private static Question burst() {
        return new Question(
                "burst",
                "Was much mail sent, and from where?",
                1,
                List.of(
                        new Answer("none", .80, .95, .93, .988, .988, .02, .96, .97, .86),
                        new Answer("from-usual-place", .02, .04, .06, .004, .008, .72, .035, .025, .137),
                        new Answer("from-there", .18, .01, .01, .008, .004, .26, .005, .005, .003)),
                q -> {
                    List<Trace> bursts = q.acts().stream()
                            .filter(t -> t.note()
                                    .filter(d -> d == Danger.OUTBOUND_BURST)
                                    .isPresent())
                            .toList();
                    if (bursts.isEmpty()) {
                        return new Finding("none", "no more than usual", List.of());
                    }
                    if (!burstIsFromHere(q)) {
                        return new Finding("none", "most of the mail of that day came from elsewhere", List.of());
                    }
                    return new Finding(
                            q.visit().isPresent() ? "from-there" : "from-usual-place",
                            bursts.size() + " mails beyond what the account ever sends",
                            ids(bursts));
                });
    }

    private static Question mailingsBefore() {
        return new Question(
                "mailings-before",
                "Did the account send mailings before?",
                1,
                List.of(
                        new Answer("yes", .04, .04, .04, .04, .04, .70, .04, .04, .08),
                        new Answer("no", .96, .96, .96, .96, .96, .30, .96, .96, .92)),
                q -> {
                    Instant until = q.now().minus(Duration.ofDays(1));
                    List<Trace> bursts =
                            q.store().ofAccount(q.account(), until.minus(Duration.ofDays(13)), until).stream()
                                    .filter(t -> t.note()
                                            .filter(d -> d == Danger.OUTBOUND_BURST)
                                            .isPresent())
                                    .toList();
                    boolean now = q.acts().stream()
                            .anyMatch(t -> t.note()
                                    .filter(d -> d == Danger.OUTBOUND_BURST)
                                    .isPresent());
                    if (!now) {
                        return NO_ANSWER;
                    }
                    return bursts.isEmpty()
                            ? new Finding("no", "none in two weeks", List.of())
                            : new Finding(
                                    "yes", bursts.size() + " mails in mailings of the two weeks before", ids(bursts));
                });
    }

    private static Question applicationName() {
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
                        return NO_ANSWER;
                    }
                    for (Trace consent : consents) {
                        String name = name(consent, q);
                        if (ApplicationName.pretends(name)) {
                            return new Finding("pretends", name, ids(consents));
                        }
                    }
                    return new Finding("no", name(consents.get(0), q), List.of());
                });
    }

    /** The name under which an application was entered, beside or after its consent. */
    private static String name(Trace consent, Inquiry q) {
        return q.store().ofAccount(q.account(), consent.at().minus(NEAR), q.now()).stream()
                .filter(t ->
                        t.act() == Act.APPLICATION_CHANGE && t.application().equals(consent.application()))
                .map(Trace::object)
                .findFirst()
                .orElse(consent.object());
    }

    private static Question suspectedBefore() {
        return new Question(
                "suspected-before",
                "Was the account found taken lately?",
                1,
                List.of(
                        // Whose account was taken goes on working, so this tells less than it seems.
                        new Answer("yes", .15, .10, .03, .03, .03, .03, .03, .03, .03),
                        new Answer("no", .85, .90, .97, .97, .97, .97, .97, .97, .97)),
                q -> suspected(q)
                        ? new Finding("yes", "another case of it was raised", List.of())
                        : new Finding("no", "no other case of it was raised", List.of()));
    }

    private static boolean suspected(Inquiry q) {
        return q.store().suspected(q.account(), q.visit(), q.now().minus(Inquiry.BEFORE));
    }

    private static Question coveringUp() {
        return new Question(
                "covering-up",
                "Was mail deleted as soon as it was sent?",
                1,
                List.of(
                        new Answer("yes", .16, .02, .05, .01, .01, .02, .01, .01, .015),
                        new Answer("no", .84, .98, .95, .99, .99, .98, .99, .99, .985)),
                q -> {
                    Instant sent = Instant.EPOCH;
                    List<Trace> pairs = new ArrayList<>();
                    for (Trace t : q.acts()) {
                        if (t.act() == Act.MAIL_SEND) {
                            sent = t.at();
                        } else if (t.act() == Act.MAIL_DELETE && !t.at().isAfter(sent.plus(AT_ONCE))) {
                            pairs.add(t);
                        }
                    }
                    return pairs.isEmpty()
                            ? new Finding("no", "no", List.of())
                            : new Finding("yes", pairs.size() + " times within five minutes", ids(pairs));
                });
    }

    private static final Duration AT_ONCE = Duration.ofMinutes(5);

    private static Question application() {
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
                                    "used-from-usual-place", consents.get(0).object(), ids(consents))
                            : new Finding(
                                    "used-from-unknown-hosting",
                                    reads.get(0)
                                            .endpoint()
                                            .map(Questions::place)
                                            .orElse(""),
                                    ids(reads));
                });
    }

    private static List<String> ids(List<Trace> traces) {
        return traces.stream().map(Trace::id).distinct().limit(EVENTS_MAX).toList();
    }
}
