package dev.kith.pipeline;

import dev.kith.investigate.Addressees;
import dev.kith.investigate.Trace;
import dev.kith.profile.Act;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Whom our mails were sent to, as mail or a message trace tells, so that those can be warned whom an intruder wrote to. A mail
 * and the record of its sending may come in either order: the last {@value #RECENT_MAX} mails are remembered, and those that a
 * raised case names are kept to the end, at most {@value #KEPT_MAX}. Mutable; one writer.
 */
final class Outbox {
    /** Chosen by hand: hours of a large organisation, some 20 MB. */
    private static final int RECENT_MAX = 50_000;

    /** Chosen by hand, as {@code CaseEvents} holds. */
    private static final int KEPT_MAX = 20_000;

    /** Addresses of one mail. Chosen by hand: mail with more goes to lists. */
    private static final int ADDRESSES_MAX = 100;

    private final Predicate<String> ours;
    private final Map<String, Set<String>> recent = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Set<String>> eldest) {
            return size() > RECENT_MAX;
        }
    };
    private final Map<String, Set<String>> kept = new LinkedHashMap<>();

    /** @param ours tells addresses of our own */
    Outbox(Predicate<String> ours) {
        this.ours = ours;
    }

    /** Notes that a mail was sent to these. */
    void sent(String messageId, Iterable<String> recipients) {
        Set<String> keeps = kept.get(messageId);
        Set<String> to = keeps == null ? recent.computeIfAbsent(messageId, k -> new LinkedHashSet<>(4)) : keeps;
        for (String recipient : recipients) {
            if (to.size() < ADDRESSES_MAX) {
                to.add(recipient);
            }
        }
    }

    /** Keeps to the end whom the mail was sent to that this record tells of. */
    void keep(Trace trace) {
        if (trace.act() != Act.MAIL_SEND) {
            return;
        }
        for (String id : trace.messageIds()) {
            if (kept.size() < KEPT_MAX && !kept.containsKey(id)) {
                Set<String> to = recent.remove(id);
                kept.put(id, to == null ? new LinkedHashSet<>(4) : to);
            }
        }
    }

    /** Whom a mail was sent to that is kept. */
    Addressees of(String messageId) {
        Set<String> own = new TreeSet<>();
        Set<String> outside = new TreeSet<>();
        kept.getOrDefault(messageId, Set.of()).forEach(to -> (ours.test(to) ? own : outside).add(to));
        return new Addressees(List.copyOf(own), List.copyOf(outside));
    }
}
