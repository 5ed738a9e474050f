package dev.kith.detect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Mails that belong together: who sent them, the worst of them, since when and until when. */
final class CampaignGroup {
    private static final int SENDERS_MAX = 200;
    private static final int MEMBERS_MAX = 500;

    private static final Comparator<Campaign.Member> MILDEST = Comparator.comparing(Campaign.Member::action)
            .thenComparingDouble(Campaign.Member::score)
            .thenComparing(Campaign.Member::time, Comparator.reverseOrder())
            .thenComparing(Campaign.Member::source, Comparator.reverseOrder());

    final int number;
    private final Map<String, Integer> senders = new LinkedHashMap<>();
    private final Map<String, Boolean> known = new HashMap<>();
    private final PriorityQueue<Campaign.Member> members = new PriorityQueue<>(MILDEST);
    private final List<String> takenIn = new ArrayList<>();
    private @Nullable CampaignGroup takenInBy;
    private String subject = "";
    private int size;
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;

    CampaignGroup(int number) {
        this.number = number;
    }

    void add(SeenMail seen) {
        String address = seen.sender.toString();
        if (senders.size() < SENDERS_MAX || senders.containsKey(address)) {
            senders.merge(address, 1, Integer::sum);
            known.merge(address, seen.known, Boolean::logicalOr);
        }
        keep(seen.member);
        if (subject.isEmpty()) {
            subject = seen.fullSubject;
        }
        size++;
        first = seen.at.isBefore(first) ? seen.at : first;
        last = seen.at.isAfter(last) ? seen.at : last;
    }

    /** A mail that is like mails of two groups shows that they are one. */
    void takeIn(CampaignGroup other) {
        other.takenInBy = this;
        takenIn.add(other.id());
        takenIn.addAll(other.takenIn);
        other.senders.forEach((address, mails) -> {
            if (senders.size() < SENDERS_MAX || senders.containsKey(address)) {
                senders.merge(address, mails, Integer::sum);
                known.merge(address, other.known.getOrDefault(address, false), Boolean::logicalOr);
            }
        });
        other.members.forEach(this::keep);
        size += other.size;
        first = other.first.isBefore(first) ? other.first : first;
        last = other.last.isAfter(last) ? other.last : last;
    }

    /** Of many mails the worst are kept. */
    private void keep(Campaign.Member member) {
        members.add(member);
        if (members.size() > MEMBERS_MAX) {
            members.remove();
        }
    }

    /** The group that this one has become part of, else itself. */
    CampaignGroup whole() {
        CampaignGroup whole = this;
        while (whole.takenInBy != null) {
            whole = whole.takenInBy;
        }
        return whole;
    }

    boolean actedUpon() {
        return members.stream().anyMatch(m -> m.action().compareTo(MailAction.LOCK_LINKS) >= 0);
    }

    /** Nobody can join any more: all its mails are forgotten. */
    boolean isOver(Instant now) {
        return last.plus(CopyIndex.REMEMBERED).isBefore(now);
    }

    Campaign campaign() {
        List<Campaign.Sender> who = new ArrayList<>();
        senders.forEach(
                (address, mails) -> who.add(new Campaign.Sender(address, known.getOrDefault(address, false), mails)));
        int knownSenders = (int) known.values().stream().filter(k -> k).count();
        return new Campaign(
                id(),
                takenIn,
                subject,
                "near copies, the same subject, the same place or the same ploy",
                who,
                members.stream()
                        .sorted(Comparator.comparing(Campaign.Member::time).thenComparing(Campaign.Member::source))
                        .toList(),
                size,
                knownSenders,
                first,
                last);
    }

    String id() {
        return "CP-" + number;
    }
}
