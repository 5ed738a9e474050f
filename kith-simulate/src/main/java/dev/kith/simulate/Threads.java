package dev.kith.simulate;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The latest threads with each outside person, for those who answer into them, lawfully or not. */
final class Threads {
    /** Threads kept for each person (chosen by hand). */
    private static final int KEPT = 3;

    private final Map<String, Deque<Open>> byOutsider = new TreeMap<>();

    void remember(String outsider, Open thread) {
        Deque<Open> threads = byOutsider.computeIfAbsent(outsider, key -> new ArrayDeque<>());
        threads.removeIf(
                known -> known.references().get(0).equals(thread.references().get(0)));
        threads.addFirst(thread);
        if (threads.size() > KEPT) {
            threads.removeLast();
        }
    }

    List<Open> of(String outsider) {
        return new ArrayList<>(byOutsider.getOrDefault(outsider, new ArrayDeque<>()));
    }

    Optional<Open> latest(String outsider) {
        return Optional.ofNullable(
                byOutsider.getOrDefault(outsider, new ArrayDeque<>()).peekFirst());
    }

    /**
     * A thread as it stands after its last mail.
     *
     * @param references the Message-IDs so far, the newest last, bounded
     * @param last the last mail, ready to be quoted
     */
    record Open(Person ours, Person theirs, String subject, List<String> references, Body.Quote last, Instant at) {
        Open {
            references = List.copyOf(references);
        }
    }
}
