package dev.kith.investigate;

import dev.kith.investigate.Question.Answer;
import dev.kith.investigate.Question.Finding;
import dev.kith.investigate.Trace.Danger;
import dev.kith.profile.Act;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was done. Likelihoods are in the order of {@link Hypothesis}: hijack,
 * application, insider, elsewhere, equipment, mailing, administration, tool, routine.
 */
final class ActQuestions {
    private ActQuestions() {}

    static Question acts() {
        return new Question(
                "acts",
                "What was done that serves an intruder?",
                1,
                List.of(
                        new Answer("nothing", .34, .17, .55, .9272, .9462, .889, .55, .228, .8632),
                        new Answer("one-thing", .18, .48, .31, .060, .049, .10, .36, .73, .130),
                        new Answer("one-grave-thing", .12, .10, .02, .0008, .0008, .001, .01, .002, .0008),
                        new Answer("several", .36, .25, .12, .012, .004, .01, .08, .04, .006)),
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
                        return q.early() ? Finding.NONE : new Finding("nothing", "nothing", List.of());
                    }
                    String one = dangers.stream().anyMatch(GRAVE::contains) ? "one-grave-thing" : "one-thing";
                    return new Finding(dangers.size() == 1 ? one : "several", what, Questions.ids(seen));
                });
    }

    static Question session() {
        return new Question(
                "session",
                "How odd is the hour as a whole?",
                1,
                List.of(
                        // Counted in the closed cases of simulated organisations; of intruders' hours there are few, so
                        // that they are put half way between those counted and the others.
                        new Answer("very-odd", .20, .20, .20, .115, .03, .85, .35, .14, .29),
                        new Answer("odd", .20, .20, .15, .085, .09, .07, .35, .18, .08),
                        new Answer("one-of-many", .60, .60, .65, .80, .88, .08, .30, .68, .63)),
                q -> {
                    double most = 0;
                    Optional<Trace> oddest = Optional.empty();
                    for (Trace t : q.acts()) {
                        if (t.sessionBits() > most) {
                            most = t.sessionBits();
                            oddest = Optional.of(t);
                        }
                    }
                    String answer = most >= VERY_ODD ? "very-odd" : most >= ODD ? "odd" : "one-of-many";
                    String found =
                            String.format(Locale.ROOT, "one in %,.0f sessions here is as odd", Math.pow(2, most));
                    return new Finding(
                            answer, found, Questions.ids(oddest.map(List::of).orElse(List.of())));
                });
    }

    /** One session in sixty, and one in three hundred. Chosen by hand. */
    private static final double ODD = 6;

    private static final double VERY_ODD = 8;

    static Question rules() {
        return new Question(
                "rules",
                "Does a rule or a setting of the mailbox hide mail, or send it away?",
                1,
                List.of(
                        new Answer("sends-money-mail-out", .030, .01, .09, .0002, .0002, .0002, .0006, .0003, .0002),
                        new Answer("sends-all-mail-away", .020, .01, .16, .0003, .0003, .0003, .0010, .0003, .0003),
                        new Answer("sends-mail-out", .030, .01, .10, .0015, .0015, .0015, .0034, .0014, .0015),
                        new Answer("hides-itself", .130, .01, .01, .00003, .00003, .00003, .00003, .00003, .00003),
                        new Answer("hides-warnings", .030, .01, .01, .0002, .0002, .0002, .0003, .0002, .0002),
                        new Answer("hides-mail", .030, .02, .01, .0040, .0040, .0040, .0040, .0040, .0060),
                        new Answer("none", .730, .93, .62, .99377, .99377, .99377, .99067, .99377, .99177)),
                q -> {
                    List<Trace> seen = q.acts().stream()
                            .filter(t -> t.note().filter(RULES::contains).isPresent())
                            .toList();
                    Optional<Danger> worst = seen.stream()
                            .map(t -> t.note().orElseThrow())
                            .min(Comparator.comparing(WORST_RULE_FIRST::indexOf));
                    return worst.map(danger -> new Finding(
                                    ANSWERS.get(WORST_RULE_FIRST.indexOf(danger)),
                                    seen.stream()
                                            .map(Trace::about)
                                            .distinct()
                                            .limit(3)
                                            .collect(Collectors.joining("; ")),
                                    Questions.ids(seen)))
                            .orElseGet(() -> q.early() ? Finding.NONE : new Finding("none", "none", List.of()));
                });
    }

    private static final List<Danger> WORST_RULE_FIRST = List.of(
            Danger.FORWARDS_MONEY_OUT,
            Danger.HIDES_ITSELF,
            Danger.HIDES_WARNINGS,
            Danger.FORWARDS_ALL_AWAY,
            Danger.FORWARDS_OUT,
            Danger.HIDES_MAIL);
    private static final List<String> ANSWERS = List.of(
            "sends-money-mail-out",
            "hides-itself",
            "hides-warnings",
            "sends-all-mail-away",
            "sends-mail-out",
            "hides-mail");
    private static final Set<Danger> RULES = EnumSet.copyOf(WORST_RULE_FIRST);

    private static boolean counts(Danger danger) {
        // How much was sent is a question of its own; so are rules, what reads the mailbox, and files carried away.
        return danger != Danger.ODD_READER
                && !MUCH_MAIL.contains(danger)
                && !RULES.contains(danger)
                && !InsiderQuestions.ASKED.contains(danger);
    }

    private static final Set<Danger> MUCH_MAIL = EnumSet.of(Danger.OUTBOUND_BURST, Danger.OUTBOUND_DRIP);

    private static List<Trace> noted(List<Trace> acts, Set<Danger> dangers) {
        return acts.stream()
                .filter(t -> t.note().filter(dangers::contains).isPresent())
                .toList();
    }

    /** Whether most of the mail of the last day came from the place that is asked about. */
    private static boolean burstIsFromHere(Inquiry q) {
        List<Trace> sent = q.store().ofAccount(q.account(), q.now().minus(Duration.ofDays(1)), q.now()).stream()
                .filter(t -> t.act() == Act.MAIL_SEND)
                .toList();
        return 2 * sent.stream().filter(t -> t.visit().equals(q.visit())).count() >= sent.size();
    }

    /** What people seldom do for themselves, and intruders first. */
    private static final Set<Danger> GRAVE = EnumSet.of(Danger.MFA, Danger.CREDENTIAL);

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

    static Question burst() {
        return new Question(
                "burst",
                "Was much mail sent, and from where?",
                1,
                List.of(
                        new Answer("none", .770, .949, .918, .9868, .9868, .02, .956, .9685, .858),
                        new Answer("from-usual-place", .020, .040, .060, .004, .008, .66, .035, .025, .127),
                        new Answer("from-there", .165, .009, .010, .0075, .0040, .24, .005, .005, .003),
                        // One by one for hours people write, too, but seldom from a place they have never been to.
                        new Answer("slowly-from-usual-place", .005, .001, .011, .0007, .0007, .06, .003, .001, .0115),
                        new Answer("slowly-from-there", .040, .001, .001, .0010, .0005, .02, .001, .0005, .0005)),
                q -> {
                    List<Trace> bursts = noted(q.acts(), EnumSet.of(Danger.OUTBOUND_BURST));
                    boolean slowly = bursts.isEmpty();
                    // Of a drip is known where most of it came from before it is called one.
                    List<Trace> much = slowly ? noted(q.acts(), EnumSet.of(Danger.OUTBOUND_DRIP)) : bursts;
                    if (much.isEmpty()) {
                        return new Finding("none", "no more than usual", List.of());
                    }
                    if (!slowly && !burstIsFromHere(q)) {
                        return new Finding("none", "most of the mail of that day came from elsewhere", List.of());
                    }
                    String where = q.visit().isPresent() ? "from-there" : "from-usual-place";
                    return slowly
                            ? new Finding(
                                    "slowly-" + where,
                                    "like mail to ever more new addressees for hours",
                                    Questions.ids(much))
                            : new Finding(
                                    where,
                                    much.size() + " mails beyond what the account ever sends",
                                    Questions.ids(much));
                });
    }

    static Question mailingsBefore() {
        return new Question(
                "mailings-before",
                "Did the account send mailings before?",
                1,
                List.of(
                        new Answer("yes", .04, .04, .04, .04, .04, .70, .04, .04, .08),
                        new Answer("no", .96, .96, .96, .96, .96, .30, .96, .96, .92)),
                q -> {
                    if (noted(q.acts(), MUCH_MAIL).isEmpty()) {
                        return Finding.MOOT;
                    }
                    Instant until = q.now().minus(Duration.ofDays(1));
                    List<Trace> before =
                            noted(q.store().ofAccount(q.account(), until.minus(Duration.ofDays(13)), until), MUCH_MAIL);
                    return before.isEmpty()
                            ? new Finding("no", "none in two weeks", List.of())
                            : new Finding(
                                    "yes",
                                    before.size() + " mails in mailings of the two weeks before",
                                    Questions.ids(before));
                });
    }

    static Question coveringUp() {
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
                            : new Finding("yes", pairs.size() + " times within five minutes", Questions.ids(pairs));
                });
    }

    private static final Duration AT_ONCE = Duration.ofMinutes(5);
}
