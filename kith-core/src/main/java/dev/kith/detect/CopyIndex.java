package dev.kith.detect;

import dev.kith.event.EmailActivity;
import dev.kith.profile.MailFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the mails that are like one: near copies by SimHash in bands, those of one unusual subject, suspicious ones that lead to
 * one place.
 *
 * <p>Bounded: of the newest {@value #REMEMBERED_MAX} mails of the last {@value #REMEMBERED_DAYS} days a mail is compared with the
 * newest {@value #CANDIDATES_MAX} of each band, subject and place it shares.
 */
final class CopyIndex {
    /** Chosen by hand: days of mail of a large organisation; about 300 bytes each. */
    private static final int REMEMBERED_MAX = 50_000;

    private static final int REMEMBERED_DAYS = 7;
    static final Duration REMEMBERED = Duration.ofDays(REMEMBERED_DAYS);

    /** Chosen by hand: everybody sends a questionnaire once a year, but not on the same days. */
    private static final Duration SAME_SUBJECT = Duration.ofDays(2);

    private static final int BANDS = 8;
    private static final int CANDIDATES_MAX = 32;
    private static final int SUBJECT_CHARS_MIN = 8;

    private final Deque<SeenMail> recent = new ArrayDeque<>();
    private final Map<Long, Deque<SeenMail>> byBand = new HashMap<>();
    private final Map<String, Deque<SeenMail>> bySubject = new HashMap<>();
    private final Map<String, Deque<SeenMail>> byPlace = new HashMap<>();

    /** The mails remembered that are like this one. */
    List<SeenMail> alike(MailFacts facts, Set<String> places) {
        EmailActivity mail = facts.mail();
        if (!SeenMail.written(mail)) {
            return List.of();
        }
        Set<SeenMail> found = new LinkedHashSet<>();
        if (SeenMail.compared(mail)) {
            for (int band = 0; band < BANDS; band++) {
                for (SeenMail seen : byBand.getOrDefault(bandKey(mail.text().simHash(), band), new ArrayDeque<>(0))) {
                    if (SeenMail.near(seen.simHash, mail.text().simHash())) {
                        found.add(seen);
                    }
                }
            }
        }
        String subject = SeenMail.subjectCore(facts);
        if (subject.length() >= SUBJECT_CHARS_MIN
                && mail.thread().references().isEmpty()
                && !facts.links().isEmpty()) {
            for (SeenMail seen : bySubject.getOrDefault(subject, new ArrayDeque<>(0))) {
                if (seen.opens && seen.links && seen.at.plus(SAME_SUBJECT).isAfter(mail.occurredAt())) {
                    found.add(seen);
                }
            }
        }
        for (String place : places) {
            for (SeenMail seen : byPlace.getOrDefault(place, new ArrayDeque<>(0))) {
                if (seen.isDoubted()) {
                    found.add(seen);
                }
            }
        }
        return List.copyOf(found);
    }

    /** Remembers a mail. */
    void add(SeenMail seen) {
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

    /** Adds to a list of candidates, the oldest of which makes room. */
    static void bounded(Deque<SeenMail> list, SeenMail seen) {
        if (list.size() >= CANDIDATES_MAX) {
            list.removeFirst();
        }
        list.addLast(seen);
    }

    /** Forgets what is too old or too much. */
    void forget(Instant now) {
        while (!recent.isEmpty()
                && (recent.size() > REMEMBERED_MAX
                        || recent.getFirst().at.plus(REMEMBERED).isBefore(now))) {
            SeenMail old = recent.removeFirst();
            for (int band = 0; band < BANDS; band++) {
                drop(byBand, bandKey(old.simHash, band), old);
            }
            old.places.forEach(place -> drop(byPlace, place, old));
            drop(bySubject, old.subject, old);
        }
    }

    private static <K> void drop(Map<K, Deque<SeenMail>> index, K key, SeenMail seen) {
        Deque<SeenMail> list = index.get(key);
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
}
