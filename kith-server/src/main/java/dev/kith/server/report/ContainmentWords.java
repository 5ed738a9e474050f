package dev.kith.server.report;

import dev.kith.investigate.Containment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What active mode would have ended, in sentences. They speak in the conditional: nothing was touched. */
final class ContainmentWords {
    private ContainmentWords() {}

    /** Whether it would have helped, in few words. */
    static String lead(List<Containment> replays) {
        if (replays.isEmpty()) {
            return "";
        }
        Containment replay = replays.get(0);
        if (replay.helps()) {
            return "Active mode would have helped.";
        }
        return replay.counts().isEmpty()
                ? "Active mode would have had nothing to end yet."
                : "Active mode would have come too late.";
    }

    /** A sentence or two for each way the records may come: at once, and late. */
    static List<String> sentences(List<Containment> replays, Moments moments) {
        List<String> sentences = new ArrayList<>();
        for (Containment replay : replays) {
            sentences.add(raised(replay, moments) + " " + ended(replay));
        }
        return sentences;
    }

    private static String raised(Containment replay, Moments moments) {
        String at = moments.of(replay.raised());
        if (!replay.lag().isZero()) {
            return "With records that come " + replay.lag().toMinutes() + " minutes late, as Microsoft's can, it is "
                    + at + ".";
        }
        return "Raised " + at + ", "
                + (replay.delay().compareTo(Duration.ofMinutes(1)) < 0
                        ? "within a minute of the first act"
                        : Figures.span(replay.firstAct(), replay.raised()) + " after the first act")
                + ", by the time of the records: accounts are closed, links and rules removed.";
    }

    /** {@code Mails: before the first of 492. Ended: 3 downloads. Too late for: 2 uses of links.} */
    private static String ended(Containment replay) {
        List<String> ended = new ArrayList<>();
        List<String> late = new ArrayList<>();
        String mails = "";
        for (Containment.Count count : replay.counts()) {
            if (count.kind() == Containment.Kind.MAIL_SENT) {
                mails = mails(count);
                continue;
            }
            if (count.after() > 0) {
                ended.add(words(count.kind(), count.after()));
            }
            if (count.before() > 0) {
                late.add(words(count.kind(), count.before()));
            }
        }
        List<String> said = new ArrayList<>();
        if (!mails.isEmpty()) {
            said.add("Mail from there: " + mails + ".");
        }
        replay.asMail().ifPresent(mail -> said.add(asMail(mail, all(replay))));
        if (!ended.isEmpty()) {
            said.add("Would not have happened: " + Wording.all(ended) + ".");
        }
        if (!late.isEmpty()) {
            said.add("Too late for " + Wording.all(late) + ".");
        }
        return said.isEmpty() ? "Nothing more was done after that." : String.join(" ", said);
    }

    private static int all(Containment replay) {
        return replay.count(Containment.Kind.MAIL_SENT)
                .map(Containment.Count::all)
                .orElse(0);
    }

    /** {@code As mail, 480 of 480 would have been held, whenever they were sent: none would have reached a reader.} */
    static String asMail(Containment.AsMail mail, int sent) {
        String of = mail.read() == sent
                ? Figures.count(sent)
                : "the " + Figures.count(mail.read()) + " of them that are in the input";
        String reached = mail.reached() == 0
                ? "none would have reached a reader"
                : Figures.count(mail.reached()) + " would have reached their readers";
        return mail.held() == 0
                ? "As mail, none of " + of + " would have been held."
                : "As mail, " + Figures.count(mail.held()) + " of " + of
                        + " would have been held, whenever they were sent: " + reached + ".";
    }

    /** At which mail sending would have ended. */
    static String mails(Containment.Count sent) {
        String all = Figures.count(sent.all());
        if (sent.after() == 0) {
            return "too late, all " + all + " were sent";
        }
        return sent.before() == 0
                ? "stopped before the first of " + all
                : "stopped at number " + Figures.count(sent.before() + 1L) + " of " + all;
    }

    private static String words(Containment.Kind kind, int count) {
        return Wording.phrase("containment.kind." + Wording.code(kind), Figures.count(count));
    }
}
