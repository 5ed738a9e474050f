package dev.kith.investigate;

import dev.kith.investigate.Question.Answer;
import dev.kith.investigate.Question.Finding;
import dev.kith.investigate.Trace.Danger;
import dev.kith.profile.Act;
import dev.kith.profile.HostedFile;
import dev.kith.profile.Staff.Departure;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether somebody carries files away that are not his work. Likelihoods are in the order of {@link Hypothesis}: hijack,
 * application, insider, elsewhere, equipment, mailing, administration, tool, routine.
 */
final class InsiderQuestions {
    private InsiderQuestions() {}

    /** What these questions are about, so that others need not ask. */
    static final Set<Danger> ASKED = EnumSet.of(Danger.GATHERED, Danger.SHARED_PRIVATE, Danger.LEAVER_FETCHED);

    private static final Set<Act> FETCHING = EnumSet.of(Act.FILE_DOWNLOAD, Act.FILE_SYNC);

    static Question gathered() {
        return new Question(
                "gathered",
                "Were files gathered that are not the account's work?",
                1,
                List.of(
                        new Answer("many-from-several-areas", .07, .02, .45, .0025, .0025, .002, .020, .008, .0040),
                        new Answer("some-from-elsewhere", .10, .05, .20, .0100, .0100, .005, .050, .020, .0120),
                        new Answer("of-its-work", .83, .93, .35, .9875, .9875, .993, .930, .972, .9840)),
                q -> {
                    List<Trace> fetched = q.acts().stream()
                            .filter(t -> FETCHING.contains(t.act()))
                            .toList();
                    if (fetched.isEmpty() || hasLeft(q)) {
                        return Finding.MOOT; // whoever has left has no work here
                    }
                    if (q.withoutHistory()) {
                        return Finding.NONE;
                    }
                    List<Trace> foreign = fetched.stream()
                            .filter(t ->
                                    t.note().filter(d -> d == Danger.GATHERED).isPresent())
                            .toList();
                    if (foreign.isEmpty()) {
                        return new Finding(
                                "of-its-work", fetched.size() + " files, no more than a few elsewhere", List.of());
                    }
                    List<String> areas = areas(foreign);
                    boolean many = areas.size() >= SEVERAL && foreign.size() >= MANY;
                    return new Finding(
                            many ? "many-from-several-areas" : "some-from-elsewhere",
                            foreign.size() + " from " + areas.stream().limit(4).collect(Collectors.joining(", "))
                                    + (areas.size() > 4 ? " and " + (areas.size() - 4) + " more" : ""),
                            Questions.ids(foreign));
                });
    }

    /** Chosen by hand: a task elsewhere takes some files of one area. */
    private static final int SEVERAL = 2;

    private static final int MANY = 20;

    private static List<String> areas(List<Trace> traces) {
        return traces.stream()
                .flatMap(t -> t.file().stream())
                .map(HostedFile::area)
                .distinct()
                .toList();
    }

    static Question hours() {
        return new Question(
                "hours",
                "Were the files fetched at hours usual for the account?",
                1,
                List.of(
                        new Answer("unusual", .50, .40, .45, .15, .08, .05, .20, .15, .06),
                        new Answer("usual", .50, .60, .55, .85, .92, .95, .80, .85, .94)),
                q -> {
                    List<Trace> fetched = q.acts().stream()
                            .filter(t -> t.note().filter(MUCH_FETCHED::contains).isPresent())
                            .toList();
                    if (fetched.isEmpty()) {
                        return Finding.MOOT;
                    }
                    if (q.withoutHistory()) {
                        return Finding.NONE;
                    }
                    double middle = fetched.stream()
                            .mapToDouble(Trace::hourBits)
                            .sorted()
                            .skip(fetched.size() / 2)
                            .findFirst()
                            .orElse(0);
                    String share = String.format(
                            Locale.ROOT, "%.0f %% of its work is done at hours as unusual", 100 * Math.pow(2, -middle));
                    return middle >= UNUSUAL_HOUR_BITS
                            ? new Finding("unusual", share, Questions.ids(fetched))
                            : new Finding("usual", share, List.of());
                });
    }

    private static final Set<Danger> MUCH_FETCHED = EnumSet.of(Danger.GATHERED, Danger.DOWNLOAD_BURST);

    /** One in twenty. Chosen by hand. */
    private static final double UNUSUAL_HOUR_BITS = 4.3;

    static Question sharedWith() {
        return new Question(
                "shared-with",
                "Were files shared with private addresses?",
                1,
                List.of(
                        new Answer("several", .060, .010, .400, .004, .004, .004, .004, .004, .006),
                        new Answer("one", .060, .010, .150, .020, .020, .010, .010, .010, .030),
                        new Answer("none", .880, .980, .450, .976, .976, .986, .986, .986, .964)),
                q -> {
                    List<Trace> shares = q.acts().stream()
                            .filter(t -> t.act() == Act.FILE_SHARE)
                            .toList();
                    if (shares.isEmpty()) {
                        return Finding.MOOT;
                    }
                    List<Trace> toPrivate = shares.stream()
                            .filter(t -> t.note()
                                    .filter(d -> d == Danger.SHARED_PRIVATE)
                                    .isPresent())
                            .toList();
                    String with = toPrivate.stream()
                            .flatMap(t -> t.file().stream())
                            .map(HostedFile::sharedWith)
                            .distinct()
                            .limit(3)
                            .collect(Collectors.joining(", "));
                    return toPrivate.isEmpty()
                            ? new Finding("none", shares.size() + " shares, none with a private address", List.of())
                            : new Finding(
                                    toPrivate.size() == 1 ? "one" : "several",
                                    toPrivate.size() + " with " + with,
                                    Questions.ids(toPrivate));
                });
    }

    static Question leaver() {
        return new Question(
                "leaver",
                "Has the person left, or is about to leave?",
                // The directory is at hand: what it says is rare, and so promises little, but is asked at once.
                0.2,
                List.of(
                        // A telephone reads on after the last day; files are opened by somebody who wants them.
                        new Answer(
                                "left-and-takes-files", .060, .002, .270, .00005, .00005, .0001, .0001, .0001, .0001),
                        new Answer("left", .020, .004, .020, .0010, .0010, .0006, .0010, .0010, .0010),
                        // Directories err, and contracts are prolonged.
                        new Answer("works-on", .010, .004, .010, .0005, .0005, .0003, .0005, .0005, .0005),
                        new Answer("leaving", .020, .020, .150, .0200, .0200, .0200, .0200, .0200, .0300),
                        new Answer("stays", .890, .970, .550, .97845, .97845, .9790, .9784, .9784, .9684)),
                q -> {
                    List<Trace> left = departing(q, Departure.LEFT);
                    if (!left.isEmpty()) {
                        List<Trace> files = left.stream()
                                .filter(t -> TAKING.contains(t.act()))
                                .toList();
                        if (worksOn(q)) {
                            return new Finding(
                                    "works-on", "by the directory, but goes on from the usual places", List.of());
                        }
                        boolean ordinary = q.visit().isEmpty() && files.stream().noneMatch(t -> outOfTheOrdinary(t));
                        return ordinary || files.size() < TAKES_MIN
                                ? new Finding("left", "by the directory, before this", Questions.ids(left))
                                : new Finding(
                                        "left-and-takes-files",
                                        files.size() + " files after the last day, by the directory",
                                        Questions.ids(files));
                    }
                    // Whoever is not said to leave is not asked about: most directories say nothing of it.
                    return departing(q, Departure.LEAVING).isEmpty()
                            ? Finding.MOOT
                            : new Finding("leaving", "by the directory, within a month", List.of());
                });
    }

    private static boolean outOfTheOrdinary(Trace t) {
        return t.hourBits() >= UNUSUAL_HOUR_BITS
                || t.note().filter(d -> d != Danger.LEAVER_FETCHED).isPresent();
    }

    private static final Set<Act> TAKING =
            EnumSet.of(Act.FILE_DOWNLOAD, Act.FILE_SYNC, Act.FILE_OPEN, Act.FILE_SHARE, Act.ANONYMOUS_LINK_CREATED);

    /** One may be opened by a link in a mail. Chosen by hand. */
    private static final int TAKES_MIN = 3;

    /** Whether the account was in use from its usual places on several of the days before, though the person had left by then. */
    private static boolean worksOn(Inquiry q) {
        return q.store().ofAccount(q.account(), q.start().minus(Inquiry.BEFORE), q.start()).stream()
                        .filter(t -> t.visit().isEmpty() && WORKING.contains(t.act()) && departs(t, Departure.LEFT))
                        .map(t -> t.at().truncatedTo(ChronoUnit.DAYS))
                        .distinct()
                        .count()
                >= WORKS_ON_DAYS;
    }

    /** What nobody does without meaning to: telephones sign in and read mail by themselves. */
    private static final Set<Act> WORKING =
            EnumSet.of(Act.FILE_OPEN, Act.FILE_CHANGE, Act.FILE_DOWNLOAD, Act.FILE_SHARE, Act.MAIL_SEND);

    /** Chosen by hand: somebody who comes back for his files comes on one day, or two. */
    private static final int WORKS_ON_DAYS = 3;

    static boolean hasLeft(Inquiry q) {
        return !departing(q, Departure.LEFT).isEmpty();
    }

    private static List<Trace> departing(Inquiry q, Departure departure) {
        return q.acts().stream().filter(t -> departs(t, departure)).toList();
    }

    static boolean departs(Trace t, Departure departure) {
        return t.standing().filter(s -> s.departure() == departure).isPresent();
    }
}
