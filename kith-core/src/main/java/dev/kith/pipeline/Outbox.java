package dev.kith.pipeline;

import dev.kith.investigate.Addressees;
import dev.kith.investigate.Addressees.AsMail;
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
 * Whom our mails were sent to, as mail or a message trace tells, so that those can be warned whom an intruder wrote to; and
 * whether active mode would have held them. A mail
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
    /** A mail that was sent; all its copies together. */
    private static final class Sent {
        final Set<String> to = new LinkedHashSet<>(4);
        AsMail asMail = AsMail.NOT_READ;
    }

    private final Map<String, Sent> recent = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Sent> eldest) {
            return size() > RECENT_MAX;
        }
    };
    private final Map<String, Sent> kept = new LinkedHashMap<>();

    /** @param ours tells addresses of our own */
    Outbox(Predicate<String> ours) {
        this.ours = ours;
    }

    /** Notes that a mail was sent to these. */
    void sent(String messageId, Iterable<String> recipients) {
        Set<String> to = mail(messageId).to;
        for (String recipient : recipients) {
            if (to.size() < ADDRESSES_MAX) {
                to.add(recipient);
            }
        }
    }

    /** Notes what active mode would have done with a copy of a mail: who has one delivered has the mail. */
    void judged(String messageId, boolean held) {
        Sent mail = mail(messageId);
        mail.asMail = held && mail.asMail != AsMail.DELIVERED ? AsMail.HELD : AsMail.DELIVERED;
    }

    private Sent mail(String messageId) {
        Sent found = kept.get(messageId);
        return found == null ? recent.computeIfAbsent(messageId, k -> new Sent()) : found;
    }

    /** Keeps to the end whom the mail was sent to that this record tells of. */
    void keep(Trace trace) {
        if (trace.act() != Act.MAIL_SEND) {
            return;
        }
        for (String id : trace.messageIds()) {
            if (kept.size() < KEPT_MAX && !kept.containsKey(id)) {
                Sent mail = recent.remove(id);
                kept.put(id, mail == null ? new Sent() : mail);
            }
        }
    }

    /** Whom a mail was sent to that is kept. */
    Addressees of(String messageId) {
        Set<String> own = new TreeSet<>();
        Set<String> outside = new TreeSet<>();
        Sent mail = kept.getOrDefault(messageId, new Sent());
        mail.to.forEach(to -> (ours.test(to) ? own : outside).add(to));
        return new Addressees(List.copyOf(own), List.copyOf(outside), mail.asMail);
    }
}
