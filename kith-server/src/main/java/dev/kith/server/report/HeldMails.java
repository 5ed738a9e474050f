package dev.kith.server.report;

import dev.kith.detect.MailJudgement;
import dev.kith.event.MailAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The weightiest of the mails that would be held: a few of each sender, so that a burst of one account does not push out
 * what others sent. Memory: at most {@value ScanSummary#HELD_MAX} mails, and a counter for each of their senders.
 */
final class HeldMails {
    /** Weightiest first; ties go to the earlier, then by id, so that the order of arrival does not matter. */
    static final Comparator<MailJudgement> WEIGHTIEST = Comparator.comparingDouble(MailJudgement::score)
            .reversed()
            .thenComparing(j -> j.mail().occurredAt())
            .thenComparing(j -> j.mail().id().value())
            .thenComparing(j -> j.mail().source().toString());

    private static final Comparator<MailAddress> BY_TEXT = Comparator.comparing(MailAddress::toString);

    private final SortedMap<MailAddress, Kept> bySender = new TreeMap<>(BY_TEXT);
    private int size;

    void add(MailJudgement judgement) {
        Kept kept = bySender.computeIfAbsent(judgement.mail().from().address(), sender -> new Kept());
        kept.count++;
        kept.mails.add(judgement);
        size++;
        if (kept.mails.size() > ScanSummary.HELD_OF_SENDER_MAX) {
            kept.mails.remove();
            size--;
        }
        if (size > ScanSummary.HELD_MAX) {
            dropLightest();
        }
    }

    /** Weightiest first. */
    List<MailJudgement> mails() {
        List<MailJudgement> all = new ArrayList<>();
        bySender.values().forEach(kept -> all.addAll(kept.mails));
        all.sort(WEIGHTIEST);
        return all;
    }

    /** How many mails of each sender would be held, for the senders of {@link #mails}. */
    SortedMap<MailAddress, Long> counts() {
        SortedMap<MailAddress, Long> counts = new TreeMap<>(BY_TEXT);
        bySender.forEach((sender, kept) -> counts.put(sender, kept.count));
        return Collections.unmodifiableSortedMap(counts);
    }

    private void dropLightest() {
        Map.Entry<MailAddress, Kept> lightest = Collections.max(
                bySender.entrySet(),
                Comparator.comparing(entry -> entry.getValue().mails.element(), WEIGHTIEST));
        lightest.getValue().mails.remove();
        size--;
        if (lightest.getValue().mails.isEmpty()) {
            bySender.remove(lightest.getKey());
        }
    }

    /** The mails kept of one sender, lightest at the head, and how many there were. */
    private static final class Kept {
        private final PriorityQueue<MailJudgement> mails = new PriorityQueue<>(WEIGHTIEST.reversed());
        private long count;
    }
}
