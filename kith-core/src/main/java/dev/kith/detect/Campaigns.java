package dev.kith.detect;

import dev.kith.event.MailAddress;
import dev.kith.profile.MailFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds mails that are copies of one another across senders: near copies by SimHash (Charikar, STOC 2002; bands after
 * Manku, Jain, Das Sarma, WWW 2007), mails that share an unusual subject without being of one thread, suspicious mails
 * that lead to the same place, and the same ploy: mails of known correspondents that are held on one day, each leading to somebody
 * else's corner of a shared host. Known correspondents are seldom held; several at once were taken over by one hand, however
 * differently that writes.
 * */
public final class Campaigns {
    /** Chosen by hand: a taken account is used at once, a partner who changes to other file storage shares again in days. */
    private static final Duration LATELY = Duration.ofDays(1);

    /** From so many groups on, those that are over and came to nothing are forgotten. Chosen by hand. */
    private static final int GROUPS_FULL = 4_000;

    /** From so many on, the oldest that are over are forgotten whatever they came to. Chosen by hand. */
    private static final int GROUPS_MAX = 20_000;

    /** So many copies that were kept from inboxes are a campaign, even where one account sends them all. Chosen by hand. */
    private static final int ALONE_MIN = 5;

    private final CopyIndex index = new CopyIndex();
    private final Deque<SeenMail> ploys = new ArrayDeque<>();
    private final Map<Integer, CampaignGroup> groups = new LinkedHashMap<>();
    private int nextGroup = 1;
    private int groupsFull = GROUPS_FULL;

    /**
     * What is like a mail among those before it.
     *
     * @param senders how many other senders sent copies; colleagues of the sender's count where theirs were held
     * @param known how many of those were known correspondents
     * @param copies how many copies they sent
     * @param held how many mails that lead to the same place, the sender's own too, were held
     * @param junked how many of those of other senders went to junk within a day
     */
    public record Likeness(int senders, int known, int copies, int held, int junked) {
        public static final Likeness NONE = new Likeness(0, 0, 0, 0, 0);
    }

    /**
     * Looks for copies of a mail by other senders, without remembering it.
     *
     * @param places places it leads to that are nobody's here, as keys of any form
     */
    public Likeness likeness(MailFacts facts, Set<String> places) {
        index.forget(facts.mail().occurredAt());
        Map<MailAddress, Boolean> others = new LinkedHashMap<>();
        int copies = 0;
        int held = 0;
        int junked = 0;
        for (SeenMail seen : index.alike(facts, places)) {
            if (!seen.isDoubted()) {
                continue;
            }
            boolean isHeld = seen.member.action() == MailAction.HOLD;
            // A circular that was doubted once is not doubtful for having been sent on to the next, by a colleague
            // even.
            boolean other = !seen.sender.equals(facts.sender())
                    && (isHeld
                            || facts.freeMail()
                            || !seen.sender.domain().equals(facts.sender().domain()));
            boolean samePlace = seen.places.stream().anyMatch(places::contains);
            held += samePlace && isHeld ? 1 : 0;
            boolean lately = seen.at.plus(LATELY).isAfter(facts.mail().occurredAt());
            junked += samePlace && lately && other && seen.member.action() == MailAction.JUNK ? 1 : 0;
            if (other) {
                copies++;
                others.merge(seen.sender, seen.known, Boolean::logicalOr);
            }
        }
        int known = (int) others.values().stream().filter(k -> k).count();
        return new Likeness(others.size(), known, copies, held, junked);
    }

    /**
     * Remembers a judged mail and the group it belongs to.
     *
     * @param places as for {@link #likeness}
     * @param known whether its sender was a known correspondent
     * @return id of its campaign; empty where it is like no other sender's mail, nor one of many
     */
    public Optional<String> remember(
            MailFacts facts, Set<String> places, MailAction action, double score, boolean known) {
        SeenMail seen = new SeenMail(facts, places, action, score, known);
        Set<SeenMail> alike = new LinkedHashSet<>();
        index.alike(facts, places).stream()
                .filter(other -> other.group != null || worthGrouping(seen, other))
                .forEach(alike::add);
        if (seen.isPloy()) {
            ploys.stream().filter(p -> p.at.plus(LATELY).isAfter(seen.at)).forEach(alike::add);
            CopyIndex.bounded(ploys, seen);
        }
        boolean across = alike.stream().anyMatch(s -> !s.sender.equals(seen.sender));
        long kept = alike.stream()
                .filter(s -> s.member.action().compareTo(MailAction.JUNK) >= 0)
                .count();
        if (across || kept >= ALONE_MIN) {
            CampaignGroup group = groupOf(alike, seen.at);
            for (SeenMail earlier : alike) {
                if (earlier.group == null) {
                    earlier.group = group;
                    group.add(earlier);
                }
            }
            seen.group = group;
            group.add(seen);
        }
        index.add(seen);
        return Optional.ofNullable(seen.group).map(group -> group.id());
    }

    /** The campaigns so far in which at least one mail would be acted upon, largest first. */
    public List<Campaign> campaigns() {
        return groups.values().stream()
                .filter(CampaignGroup::actedUpon)
                .map(CampaignGroup::campaign)
                .sorted((a, b) -> a.size() != b.size() ? Integer.compare(b.size(), a.size()) : a.id().compareTo(b.id()))
                .toList();
    }

    /** The group that like mails are in, which takes in every other that they are in; a new one where they are in none. */
    private CampaignGroup groupOf(Set<SeenMail> alike, Instant now) {
        NavigableMap<Integer, CampaignGroup> found = new TreeMap<>();
        for (SeenMail seen : alike) {
            if (seen.group != null) {
                CampaignGroup group = seen.group.whole();
                found.put(group.number, group);
            }
        }
        if (found.isEmpty()) {
            if (groups.size() >= groupsFull) {
                forgetGroups(now);
            }
            CampaignGroup fresh = new CampaignGroup(nextGroup++);
            groups.put(fresh.number, fresh);
            return fresh;
        }
        CampaignGroup first = found.pollFirstEntry().getValue();
        for (CampaignGroup other : found.values()) {
            first.takeIn(other);
            groups.remove(other.number);
        }
        // It may have been forgotten while a mail of it was still remembered.
        groups.put(first.number, first);
        return first;
    }

    /** Copies are copies; but one place is where many honest people lead, too. */
    private static boolean worthGrouping(SeenMail seen, SeenMail other) {
        return other.isDoubted() && seen.isDoubted() || seen.isCopyOf(other);
    }

    /** What was acted upon is a finding and stays; the next time comes when there are twice as many as are left. */
    private void forgetGroups(Instant now) {
        groups.values().removeIf(g -> g.isOver(now) && !g.actedUpon());
        Iterator<CampaignGroup> oldest = groups.values().iterator();
        while (groups.size() > GROUPS_MAX && oldest.hasNext()) {
            if (oldest.next().isOver(now)) {
                oldest.remove();
            }
        }
        groupsFull = Math.max(GROUPS_FULL, 2 * groups.size());
    }
}
