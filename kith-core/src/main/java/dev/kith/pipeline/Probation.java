package dev.kith.pipeline;

import dev.kith.event.MailAddress;
import dev.kith.profile.MailFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lessons that wait. Whatever is neither harmless nor held teaches only after some days, and not at all where its sender was
 * held in the meantime: otherwise the first mails of a taken account would make the next ones look usual.
 *
 * <p>Bounded: the newest {@value #WAITING_MAX} lessons wait, the oldest beyond that are lost; the last {@value #HELD_MAX} senders
 * that were held are known.
 */
final class Probation {
    private static final int WAITING_MAX = 4_000;

    /** Chosen by hand: more senders than anybody holds in a week; about 200 bytes each. */
    private static final int HELD_MAX = 50_000;

    /** Chosen by hand: a taken account is used within days. */
    private static final Duration WAIT = Duration.ofDays(3);

    /** A lesson and the score its mail had. */
    record Lesson(MailFacts facts, double score) {}

    private final Deque<Lesson> waiting = new ArrayDeque<>();

    /** In the order in which they were last held. */
    private final Map<MailAddress, Instant> held = new LinkedHashMap<>();

    void await(MailFacts facts, double score) {
        if (waiting.size() >= WAITING_MAX) {
            waiting.removeFirst();
        }
        waiting.addLast(new Lesson(facts, score));
    }

    /** Notes that a mail of this sender was held: nothing of it that waits will teach. */
    void held(MailAddress sender, Instant at) {
        held.remove(sender);
        held.put(sender, at);
    }

    /** Takes the lessons whose time has come, oldest first. */
    List<Lesson> due(Instant now) {
        List<Lesson> due = new ArrayList<>();
        while (!waiting.isEmpty() && !isAfter(waiting.getFirst(), now)) {
            Lesson lesson = waiting.removeFirst();
            Instant at = held.get(lesson.facts().sender());
            if (at == null || at.plus(WAIT).isBefore(time(lesson))) {
                due.add(lesson);
            }
        }
        forget(now);
        return due;
    }

    private void forget(Instant now) {
        Iterator<Instant> times = held.values().iterator();
        while (times.hasNext() && (times.next().plus(WAIT).plus(WAIT).isBefore(now) || held.size() > HELD_MAX)) {
            times.remove();
        }
    }

    private static boolean isAfter(Lesson lesson, Instant now) {
        return time(lesson).plus(WAIT).isAfter(now);
    }

    private static Instant time(Lesson lesson) {
        return lesson.facts().mail().occurredAt();
    }
}
