package dev.kith.detect;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import dev.kith.event.Direction;
import dev.kith.event.EmailActivity;
import dev.kith.event.MailAddress;
import dev.kith.profile.MailFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds mails that are copies of one another across senders: near copies by SimHash (Charikar, STOC 2002; bands after
 * Manku, Jain, Das Sarma, WWW 2007), mails that share an unusual subject without being of one thread, suspicious mails
 * that lead to the same place, and the same ploy: mails of known correspondents that are held on one day, each leading to somebody
 * else's corner of a shared host. Known correspondents are seldom held; several at once were taken over by one hand, however
 * differently that writes.
 *
 * <p>Bounded: of the newest {@value #REMEMBERED_MAX} mails of the last {@value #REMEMBERED_DAYS} days a mail is compared with the
 * newest {@value #BAND_CANDIDATES_MAX} of each band, subject and place it shares.
 */
public final class Campaigns {
    /** Chosen by hand: days of mail of a large organisation; about 300 bytes each. */
    private static final int REMEMBERED_MAX = 50_000;

    private static final int REMEMBERED_DAYS = 7;
    private static final Duration REMEMBERED = Duration.ofDays(REMEMBERED_DAYS);

    /** Chosen by hand: a taken account is used at once, a partner who changes to other file storage shares again in days. */
    private static final Duration LATELY = Duration.ofDays(1);

    /** Of 64 bits: 3 is the distance of near-duplicate web pages (Manku et al.); mails are shorter, so they vary more. */
    private static final int DISTANCE_MAX = 6;

    /** Copies of a mail that was harmless itself are minutes, invitations, price lists. Chosen by hand. */
    private static final double HARMLESS = 0.1;

    /** Chosen by hand: everybody sends a questionnaire once a year, but not on the same days. */
    private static final Duration SAME_SUBJECT = Duration.ofDays(2);

    private static final int BANDS = 8;
    private static final int BAND_CANDIDATES_MAX = 32;
    private static final int SENDERS_MAX = 200;
    private static final int MEMBERS_MAX = 500;

    /** From so many groups on, those that are over and came to nothing are forgotten. Chosen by hand. */
    private static final int GROUPS_FULL = 4_000;

    /** From so many on, the oldest that are over are forgotten whatever they came to. Chosen by hand. */
    private static final int GROUPS_MAX = 20_000;

    private static final int SUBJECT_CHARS_MIN = 8;
    private static final int WORDS_MIN = 8;

    /** So many copies that were kept from inboxes are a campaign, even where one account sends them all. Chosen by hand. */
    private static final int ALONE_MIN = 5;

    private final Deque<Seen> recent = new ArrayDeque<>();
    private final Map<Long, Deque<Seen>> byBand = new HashMap<>();
    private final Map<String, Deque<Seen>> bySubject = new HashMap<>();
    private final Map<String, Deque<Seen>> byPlace = new HashMap<>();
    private final Deque<Seen> ploys = new ArrayDeque<>();
    private final Map<Integer, Group> groups = new LinkedHashMap<>();
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
        forget(facts.mail().occurredAt());
        Map<MailAddress, Boolean> others = new LinkedHashMap<>();
        int copies = 0;
        int held = 0;
        int junked = 0;
        for (Seen seen : alike(facts, places)) {
            if (seen.member.score() < HARMLESS) {
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
        Seen seen = new Seen(facts, places, action, score, known);
        Set<Seen> alike = new LinkedHashSet<>();
        alike(facts, places).stream()
                .filter(other -> other.group != null || worthGrouping(seen, other))
                .forEach(alike::add);
        if (seen.isPloy()) {
            ploys.stream().filter(p -> p.at.plus(LATELY).isAfter(seen.at)).forEach(alike::add);
            bounded(ploys, seen);
        }
        boolean across = alike.stream().anyMatch(s -> !s.sender.equals(seen.sender));
        long kept = alike.stream()
                .filter(s -> s.member.action().compareTo(MailAction.JUNK) >= 0)
                .count();
        if (across || kept >= ALONE_MIN) {
            Group group = groupOf(alike, seen.at);
            for (Seen earlier : alike) {
                if (earlier.group == null) {
                    earlier.group = group;
                    group.add(earlier);
                }
            }
            seen.group = group;
            group.add(seen);
        }
        index(seen);
        return Optional.ofNullable(seen.group).map(group -> id(group.number));
    }

    /** The campaigns so far in which at least one mail would be acted upon, largest first. */
    public List<Campaign> campaigns() {
        return groups.values().stream()
                .filter(Group::actedUpon)
                .map(Group::campaign)
                .sorted((a, b) -> a.size() != b.size() ? Integer.compare(b.size(), a.size()) : a.id().compareTo(b.id()))
                .toList();
    }

    /** The group that like mails are in, which takes in every other that they are in; a new one where they are in none. */
    private Group groupOf(Set<Seen> alike, Instant now) {
        NavigableMap<Integer, Group> found = new TreeMap<>();
        for (Seen seen : alike) {
            if (seen.group != null) {
                Group group = seen.group.whole();
                found.put(group.number, group);
            }
        }
        if (found.isEmpty()) {
            if (groups.size() >= groupsFull) {
                forgetGroups(now);
            }
            Group fresh = new Group(nextGroup++);
            groups.put(fresh.number, fresh);
            return fresh;
        }
        Group first = found.pollFirstEntry().getValue();
        for (Group other : found.values()) {
            first.takeIn(other);
            groups.remove(other.number);
        }
        // It may have been forgotten while a mail of it was still remembered.
        groups.put(first.number, first);
        return first;
    }

    /** Copies are copies; but one place is where many honest people lead, too. */
    private static boolean worthGrouping(Seen seen, Seen other) {
        return other.member.score() >= HARMLESS && seen.member.score() >= HARMLESS || seen.isCopyOf(other);
    }

    private static String id(int group) {
        return "CP-" + group;
    }

    private List<Seen> alike(MailFacts facts, Set<String> places) {
        EmailActivity mail = facts.mail();
        if (!written(mail)) {
            return List.of();
        }
        Set<Seen> found = new LinkedHashSet<>();
        if (compared(mail)) {
            for (int band = 0; band < BANDS; band++) {
                for (Seen seen : byBand.getOrDefault(bandKey(mail.text().simHash(), band), new ArrayDeque<>(0))) {
                    if (near(seen.simHash, mail.text().simHash())) {
                        found.add(seen);
                    }
                }
            }
        }
        String subject = subjectCore(facts);
        if (subject.length() >= SUBJECT_CHARS_MIN
                && mail.thread().references().isEmpty()
                && !facts.links().isEmpty()) {
            for (Seen seen : bySubject.getOrDefault(subject, new ArrayDeque<>(0))) {
                if (seen.opens && seen.links && seen.at.plus(SAME_SUBJECT).isAfter(mail.occurredAt())) {
                    found.add(seen);
                }
            }
        }
        for (String place : places) {
            for (Seen seen : byPlace.getOrDefault(place, new ArrayDeque<>(0))) {
                if (seen.member.score() >= HARMLESS) {
                    found.add(seen);
                }
            }
        }
        return List.copyOf(found);
    }

    private static boolean written(EmailActivity mail) {
        return mail.kind() == EmailActivity.Kind.PERSONAL || mail.kind() == EmailActivity.Kind.LIST;
    }

    /** Whether a mail's text is compared: written by somebody, and long enough to be told from others. */
    private static boolean compared(EmailActivity mail) {
        return written(mail) && mail.text().words() >= WORDS_MIN;
    }

    private static boolean near(long a, long b) {
        return Long.bitCount(a ^ b) <= DISTANCE_MAX;
    }

    /**
     * What is left of a subject without what tailors it: names of the sender's, numbers, forms of companies.
     * {@code Norfield: RFP for Acme Ltd 2026} and {@code RFP for Acme - Pellworm} are one subject.
     */
    private static String subjectCore(MailFacts facts) {
        String own = facts.mail().from().name().toLowerCase(Locale.ROOT) + " " + facts.sender();
        StringBuilder core = new StringBuilder();
        for (String word : WORDS.split(facts.mail().thread().subjectKey())) {
            boolean tailored = own.contains(word)
                    || COMPANY_FORMS.contains(word)
                    || word.chars().noneMatch(Character::isLetter);
            if (word.length() > 2 && !tailored) {
                core.append(core.length() == 0 ? "" : " ").append(word);
            }
        }
        return core.toString();
    }

    private static final Splitter WORDS = Splitter.on(CharMatcher.forPredicate(c -> !Character.isLetterOrDigit(c)))
            .omitEmptyStrings();

    private static final ImmutableSet<String> COMPANY_FORMS = ImmutableSet.of(
            "ltd", "limited", "inc", "llc", "llp", "plc", "corp", "gmbh", "mbh", "kg", "ohg", "sarl", "sas", "srl",
            "spa", "oyj", "aps", "bvba", "pty", "lda", "sro", "ooo", "company", "project");

    private void index(Seen seen) {
        recent.addLast(seen);
        for (int band = seen.comparable ? 0 : BANDS; band < BANDS; band++) {
            bounded(byBand.computeIfAbsent(bandKey(seen.simHash, band), k -> new ArrayDeque<>(1)), seen);
        }
        for (String place : seen.places) {
            bounded(byPlace.computeIfAbsent(place, k -> new ArrayDeque<>(1)), seen);
        }
        if (seen.subject.length() >= SUBJECT_CHARS_MIN) {
            bounded(bySubject.computeIfAbsent(seen.subject, k -> new ArrayDeque<>(1)), seen);
        }
    }

    private static void bounded(Deque<Seen> list, Seen seen) {
        if (list.size() >= BAND_CANDIDATES_MAX) {
            list.removeFirst();
        }
        list.addLast(seen);
    }

    private void forget(Instant now) {
        while (!recent.isEmpty()
                && (recent.size() > REMEMBERED_MAX
                        || recent.getFirst().at.plus(REMEMBERED).isBefore(now))) {
            Seen old = recent.removeFirst();
            for (int band = 0; band < BANDS; band++) {
                drop(byBand, bandKey(old.simHash, band), old);
            }
            old.places.forEach(place -> drop(byPlace, place, old));
            drop(bySubject, old.subject, old);
        }
    }

    /** What was acted upon is a finding and stays; the next time comes when there are twice as many as are left. */
    private void forgetGroups(Instant now) {
        groups.values().removeIf(g -> g.isOver(now) && !g.actedUpon());
        Iterator<Group> oldest = groups.values().iterator();
        while (groups.size() > GROUPS_MAX && oldest.hasNext()) {
            if (oldest.next().isOver(now)) {
                oldest.remove();
            }
        }
        groupsFull = Math.max(GROUPS_FULL, 2 * groups.size());
    }

    private static <K> void drop(Map<K, Deque<Seen>> index, K key, Seen seen) {
        Deque<Seen> list = index.get(key);
        if (list != null) {
            list.removeFirstOccurrence(seen);
            if (list.isEmpty()) {
                index.remove(key);
            }
        }
    }

    private static long bandKey(long simHash, int band) {
        return ((long) band << 8) | (simHash >>> (band * 8) & 0xff);
    }

    /** What is kept of a mail; compared by identity. */
    private static final class Seen {
        private final MailAddress sender;
        private final boolean known;
        private final boolean inbound;
        private final long simHash;
        private final String subject;
        private final Set<String> places;
        private final boolean comparable;
        private final boolean opens;
        private final boolean links;
        private final Instant at;
        private final Campaign.Member member;
        private final String fullSubject;
        private @Nullable Group group;

        /** Whether a known correspondent suddenly leads to strange files, so that it is held. */
        boolean isPloy() {
            return known && inbound && member.action() == MailAction.HOLD && !places.isEmpty();
        }

        boolean isCopyOf(Seen other) {
            return near(simHash, other.simHash) || (opens && other.opens && subject.equals(other.subject));
        }

        Seen(MailFacts facts, Set<String> places, MailAction action, double score, boolean known) {
            EmailActivity mail = facts.mail();
            this.sender = facts.sender();
            this.known = known;
            this.inbound = facts.direction() == Direction.INBOUND;
            this.simHash = mail.text().simHash();
            this.subject = subjectCore(facts);
            this.places = Set.copyOf(places);
            this.comparable = compared(mail);
            this.opens = mail.thread().references().isEmpty();
            this.links = !facts.links().isEmpty();
            this.at = mail.occurredAt();
            this.fullSubject = mail.subject();
            this.member = new Campaign.Member(
                    mail.source().toString(), mail.id().value(), at, sender.toString(), action, score);
        }
    }

    private static final class Group {
        private static final Comparator<Campaign.Member> MILDEST = Comparator.comparing(Campaign.Member::action)
                .thenComparingDouble(Campaign.Member::score)
                .thenComparing(Campaign.Member::time, Comparator.reverseOrder())
                .thenComparing(Campaign.Member::source, Comparator.reverseOrder());

        private final int number;
        private final Map<String, Integer> senders = new LinkedHashMap<>();
        private final Map<String, Boolean> known = new HashMap<>();
        private final PriorityQueue<Campaign.Member> members = new PriorityQueue<>(MILDEST);
        private final List<String> takenIn = new ArrayList<>();
        private @Nullable Group takenInBy;
        private String subject = "";
        private int size;
        private Instant first = Instant.MAX;
        private Instant last = Instant.MIN;

        Group(int number) {
            this.number = number;
        }

        void add(Seen seen) {
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
        void takeIn(Group other) {
            other.takenInBy = this;
            takenIn.add(id(other.number));
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
        Group whole() {
            Group whole = this;
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
            return last.plus(REMEMBERED).isBefore(now);
        }

        Campaign campaign() {
            List<Campaign.Sender> who = new ArrayList<>();
            senders.forEach((address, mails) ->
                    who.add(new Campaign.Sender(address, known.getOrDefault(address, false), mails)));
            int knownSenders = (int) known.values().stream().filter(k -> k).count();
            return new Campaign(
                    id(number),
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
    }
}
