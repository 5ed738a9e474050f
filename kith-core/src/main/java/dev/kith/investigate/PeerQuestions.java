package dev.kith.investigate;

import dev.kith.detect.Standing;
import dev.kith.event.AccountId;
import dev.kith.event.Actor;
import dev.kith.investigate.Question.Answer;
import dev.kith.investigate.Question.Finding;
import dev.kith.investigate.Trace.Danger;
import dev.kith.profile.AmongPeers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What kind of account it is, and what its peers do. Likelihoods are in the order of {@link Hypothesis}: hijack,
 * application, insider, elsewhere, equipment, mailing, administration, tool, routine.
 */
final class PeerQuestions {
    private PeerQuestions() {}

    static Question service() {
        return new Question(
                "service",
                "Was an account of a program used as one?",
                1,
                List.of(
                        // Programs do not travel and get no new browser: whoever sits before a screen has the password.
                        new Answer("used-by-a-person", .45, .05, .35, .010, .010, .03, .30, .02, .010),
                        new Answer("used-for-new-work", .30, .45, .25, .060, .060, .17, .20, .33, .060),
                        new Answer("used-as-ever", .25, .50, .40, .930, .930, .80, .50, .65, .930)),
                q -> {
                    List<Trace> acts = ofService(q);
                    if (acts.isEmpty()) {
                        return Finding.MOOT;
                    }
                    List<Trace> byPerson = with(acts, Standing::usedByPerson);
                    if (!byPerson.isEmpty()) {
                        return new Finding(
                                "used-by-a-person",
                                byPerson.get(0).act().name().toLowerCase(Locale.ROOT) + " with "
                                        + (byPerson.get(0).device().isEmpty()
                                                ? "a sign-in by hand"
                                                : byPerson.get(0).device()),
                                Questions.ids(byPerson));
                    }
                    List<Trace> fresh = with(acts, Standing::newWork);
                    return fresh.isEmpty()
                            ? new Finding("used-as-ever", "by a program, at its usual work", List.of())
                            : new Finding("used-for-new-work", kinds(fresh), Questions.ids(fresh));
                });
    }

    private static List<Trace> ofService(Inquiry q) {
        return q.acts().stream()
                .filter(t -> t.actor() == Actor.Kind.PERSON)
                .filter(t -> t.standing().filter(Standing::service).isPresent())
                .toList();
    }

    static Question administrator() {
        return new Question(
                "administrator",
                "Is administration the account's work?",
                1,
                List.of(
                        new Answer("its-work", .45, .40, .45, .62, .62, .62, .75, .55, .62),
                        new Answer("its-peers-work", .12, .15, .15, .20, .20, .20, .20, .20, .20),
                        new Answer("not-its-work", .43, .45, .40, .18, .18, .18, .05, .25, .18)),
                q -> {
                    List<Trace> acts = with(q.acts(), Standing::administers);
                    if (acts.isEmpty()) {
                        return Finding.MOOT;
                    }
                    List<Trace> unused = acts.stream()
                            .filter(t ->
                                    t.standing().filter(Standing::administrator).isEmpty())
                            .toList();
                    if (unused.isEmpty()) {
                        return new Finding("its-work", "an administrator's account", List.of());
                    }
                    boolean peers = unused.stream()
                            .map(t -> t.standing().map(Standing::peers).orElse(AmongPeers.NONE))
                            .anyMatch(p -> p.several(p.act()));
                    return peers && fromAKnownPlace(q)
                            ? new Finding("its-peers-work", "several of its peers administer", Questions.ids(unused))
                            : new Finding("not-its-work", kinds(unused), Questions.ids(unused));
                });
    }

    static Question peers() {
        return new Question(
                "peers",
                "Do the account's peers do what is new to it?",
                1,
                List.of(
                        // Most of what intruders do is done by somebody's peers, too, so that the answer says little.
                        new Answer("none-does", .40, .45, .25, .25, .25, .25, .25, .35, .25),
                        new Answer("one-or-two", .28, .25, .30, .27, .27, .30, .25, .27, .27),
                        new Answer("several-do", .32, .30, .45, .48, .48, .45, .50, .38, .48)),
                q -> {
                    if (q.withoutHistory()) {
                        return Finding.NONE;
                    }
                    List<Trace> none = new ArrayList<>();
                    List<Trace> few = new ArrayList<>();
                    List<Trace> several = new ArrayList<>();
                    int asked = 0;
                    for (Trace t : q.acts()) {
                        AmongPeers peers = t.standing().map(Standing::peers).orElse(AmongPeers.NONE);
                        int least = least(peers);
                        if (peers.peers() >= AmongPeers.PEERS_MIN && least >= 0) {
                            asked = Math.max(asked, peers.peers());
                            (least == 0 ? none : least < AmongPeers.SEVERAL ? few : several).add(t);
                        }
                    }
                    if (asked == 0) {
                        return Finding.NONE;
                    }
                    String of = " of its " + asked + " peers ";
                    if (!none.isEmpty()) {
                        return new Finding("none-does", "none" + of + "does: " + kinds(none), Questions.ids(none));
                    }
                    if (few.isEmpty() && !fromAKnownPlace(q)) {
                        return Finding.NONE;
                    }
                    return few.isEmpty()
                            ? new Finding("several-do", "several" + of + "do: " + kinds(several), List.of())
                            : new Finding("one-or-two", "one or two" + of + "do: " + kinds(few), Questions.ids(few));
                });
    }

    /** From elsewhere that peers do it says nothing: whoever has the password of one of them does what they do. */
    private static boolean fromAKnownPlace(Inquiry q) {
        return q.visit().isEmpty() || PlaceQuestions.placeOfPeers(q);
    }

    /** Of the things a record shows that are new to the account, how many peers do the one that fewest do; -1 where nothing is. */
    private static int least(AmongPeers peers) {
        int least = Integer.MAX_VALUE;
        for (int users : List.of(peers.act(), peers.application(), peers.site())) {
            least = users == AmongPeers.NOT_ASKED ? least : Math.min(least, users);
        }
        return least == Integer.MAX_VALUE ? AmongPeers.NOT_ASKED : least;
    }

    static Question peersBusy() {
        return new Question(
                "peers-busy",
                "Were its peers as busy in those days?",
                1.5,
                List.of(
                        new Answer("several-were", .03, .03, .03, .03, .03, .20, .15, .05, .30),
                        new Answer("it-alone", .97, .97, .97, .97, .97, .80, .85, .95, .70)),
                q -> {
                    Set<Danger> bursts = EnumSet.noneOf(Danger.class);
                    q.acts().stream()
                            .flatMap(t -> t.note().stream())
                            .filter(BURSTS::contains)
                            .forEach(bursts::add);
                    List<AccountId> peers =
                            bursts.isEmpty() ? List.of() : q.store().peersOf(q.account());
                    if (peers.size() < AmongPeers.PEERS_MIN) {
                        return Finding.NONE;
                    }
                    List<Trace> busy = new ArrayList<>();
                    for (AccountId peer : peers) {
                        busyOf(q, peer, bursts).ifPresent(busy::add);
                    }
                    return busy.size() >= AmongPeers.SEVERAL
                            ? new Finding(
                                    "several-were",
                                    busy.size() + " of its " + peers.size() + " peers, from their usual places",
                                    Questions.ids(busy))
                            : new Finding(
                                    "it-alone",
                                    busy.size() + " of its " + peers.size() + " peers",
                                    Questions.ids(busy));
                });
    }

    /** A burst of a peer's that no intruder can have made as far as is known: from a usual place, by an account not suspected. */
    private static Optional<Trace> busyOf(Inquiry q, AccountId peer, Set<Danger> bursts) {
        if (q.store().suspected(peer, q.now().minus(Inquiry.SUSPECTED))) {
            return Optional.empty();
        }
        return q.store().ofAccount(peer, q.start().minus(THOSE_DAYS), q.now()).stream()
                .filter(t ->
                        t.visit().isEmpty() && t.note().filter(bursts::contains).isPresent())
                .findFirst();
    }

    private static final Set<Danger> BURSTS =
            EnumSet.of(Danger.DOWNLOAD_BURST, Danger.DELETION_BURST, Danger.OUTBOUND_BURST);

    /** A month is closed within days. Chosen by hand. */
    private static final Duration THOSE_DAYS = Duration.ofDays(3);

    private static List<Trace> with(List<Trace> acts, java.util.function.Predicate<Standing> what) {
        return acts.stream().filter(t -> t.standing().filter(what).isPresent()).toList();
    }

    private static String kinds(List<Trace> acts) {
        return acts.stream()
                .map(t -> t.act().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.toCollection(LinkedHashSet::new))
                .stream()
                .limit(4)
                .collect(Collectors.joining(", "));
    }
}
