package dev.kith.investigate;

import dev.kith.investigate.Statement.Code;
import dev.kith.investigate.Statement.Count;
import dev.kith.investigate.Statement.Names;
import dev.kith.investigate.Statement.Period;
import dev.kith.investigate.Statement.Text;
import dev.kith.investigate.Statement.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Tells of the mails that were sent: in batches, each with its time, its subjects and whom it went to. */
final class SentMail {
    /** Whoever pauses for so long begins anew. Chosen by hand, as for bursts. */
    private static final Duration PAUSE = Duration.ofHours(1);

    /** The largest batches are told. Chosen by hand. */
    private static final int BATCHES_MAX = 3;

    /** So few addresses are named instead of counted. Chosen by hand. */
    private static final int NAMED_MAX = 5;

    private SentMail() {}

    /**
     * @param sent records of sending, in time order, at least one
     * @param sentTo whom a mail was sent to, by its Message-ID
     */
    static Statement told(List<Trace> sent, Function<String, Addressees> sentTo) {
        List<List<Trace>> batches = new ArrayList<>();
        for (Trace t : sent) {
            List<Trace> last = batches.isEmpty() ? List.of() : batches.get(batches.size() - 1);
            if (last.isEmpty()
                    || Duration.between(last.get(last.size() - 1).at(), t.at()).compareTo(PAUSE) > 0) {
                batches.add(new ArrayList<>());
            }
            batches.get(batches.size() - 1).add(t);
        }
        List<Statement> told = batches.stream()
                .sorted(Comparator.comparingInt((List<Trace> b) -> -b.size()))
                .limit(BATCHES_MAX)
                .sorted(Comparator.comparing(b -> b.get(0).at()))
                .map(b -> batch(b, sentTo))
                .toList();
        return Statement.of(Code.MAIL_SENT, Count.of(sent.size()), new Told(told));
    }

    private static Statement batch(List<Trace> batch, Function<String, Addressees> sentTo) {
        Set<String> subjects = new LinkedHashSet<>();
        Set<String> ours = new LinkedHashSet<>();
        Set<String> outside = new LinkedHashSet<>();
        int unknown = 0;
        for (Trace t : batch) {
            if (!t.about().isEmpty()) {
                subjects.add(t.about());
            }
            boolean known = false;
            for (String id : t.messageIds()) {
                Addressees to = sentTo.apply(id);
                known |= to.known();
                ours.addAll(to.ours());
                outside.addAll(to.outside());
            }
            unknown += known ? 0 : 1;
        }
        List<Statement> about = new ArrayList<>();
        if (subjects.size() == 1) {
            about.add(Statement.of(Code.OF_SUBJECT, new Text(subjects.iterator().next())));
        } else if (!subjects.isEmpty()) {
            about.add(Statement.of(Code.OF_SUBJECTS, Names.of(subjects)));
        }
        return Statement.of(
                Code.BATCH,
                Count.of(batch.size()),
                new Period(batch.get(0).at(), batch.get(batch.size() - 1).at()),
                new Told(about),
                new Told(recipients(ours, outside, unknown)));
    }

    private static List<Statement> recipients(Set<String> ours, Set<String> outside, int unknown) {
        List<Statement> to = new ArrayList<>();
        if (!outside.isEmpty() && outside.size() <= NAMED_MAX) {
            to.add(Statement.of(Code.TO_NAMED, Names.of(outside)));
        } else if (!outside.isEmpty()) {
            long organisations = outside.stream()
                    .map(a -> a.substring(a.lastIndexOf('@') + 1))
                    .distinct()
                    .count();
            to.add(Statement.of(Code.TO_OUTSIDE, Count.of(outside.size()), Count.of(organisations)));
        }
        if (!ours.isEmpty()) {
            to.add(Statement.of(Code.TO_COLLEAGUES, Count.of(ours.size())));
        }
        if (unknown > 0 && !to.isEmpty()) {
            to.add(Statement.of(Code.TO_UNKNOWN, Count.of(unknown)));
        }
        return to.isEmpty() ? List.of() : List.of(Statement.of(Code.SENT_TO, new Told(to)));
    }
}
