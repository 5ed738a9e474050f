package dev.kith.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom one account writes to for the first time, and with what. Bounded: 32 KB at the most, some hundred bytes for whoever
 * writes to few. Mutable.
 */
final class Outreach {
    /** Addresses written to; 4 bytes each. Chosen by hand: whoever has written to more is no stranger to new addresses. */
    private static final int KNOWN_MAX = 4_096;

    /** Addresses that wrote lately. Chosen by hand: answers come within days. */
    private static final int WRITERS_MAX = 256;

    /** Mails to new addressees that the next is compared with. Chosen by hand: ten hours of five. */
    private static final int COMPARED_MAX = 48;

    /** Records of sending that wait for their mail. Chosen by hand: the two are seconds apart. */
    private static final int SENDINGS_MAX = 16;

    private static final Duration COMPARED = Duration.ofDays(3);

    /** What is more in an hour is a mailing or a burst, and seen as such. Chosen by hand. */
    private static final int HOUR_MAX = 10;

    /** What the account sends so long after the last of a drip is no part of it. Chosen by hand. */
    private static final Duration PAUSE = Duration.ofHours(2);

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    /** Where a record says that a mail was sent: in a visit, or from a usual place. */
    private record Origin(Optional<Visit> visit) {}

    /** A mail to new addressees; compared by identity. */
    private static final class Sent {
        private Approach mail;
        private int fresh;
        private boolean like;
        private @Nullable Origin from;

        private Sent(Approach mail, int fresh) {
            this.mail = mail;
            this.fresh = fresh;
        }
    }

    private final Cusum hourly = new Cusum(HOUR, 0.25, 1);
    private final Cusum daily = new Cusum(DAY, 1, 4);
    private final Deque<Sent> recent = new ArrayDeque<>(2);
    private final Map<String, Origin> sendings = new LinkedHashMap<>(4) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Origin> eldest) {
            return size() > SENDINGS_MAX;
        }
    };
    private int[] known = new int[4];
    private int knownCount;
    private int[] writers = new int[4];
    private int writersCount;
    private Instant last = Instant.EPOCH;
    private long hour = Long.MIN_VALUE;
    private int inHour;

    /** Takes in that somebody wrote to the account, who is no stranger then. */
    void heardFrom(String address) {
        if (writersCount == writers.length && writers.length < WRITERS_MAX) {
            writers = Arrays.copyOf(writers, 2 * writers.length);
        }
        writers[writersCount % writers.length] = address.hashCode();
        // Beyond the bound the oldest makes room.
        writersCount = writersCount + 1 == 2 * WRITERS_MAX ? WRITERS_MAX : writersCount + 1;
    }

    /** Takes in a mail that was sent; what two sources tell of one mail comes in as two. */
    void sent(Approach mail, boolean teaches) {
        int fresh = 0;
        for (String recipient : mail.recipients()) {
            fresh += isNew(recipient.hashCode()) ? 1 : 0;
        }
        Instant old = mail.at().minus(COMPARED);
        while (!recent.isEmpty() && recent.getFirst().mail.at().isBefore(old)) {
            recent.removeFirst();
        }
        Sent same = find(mail.messageId());
        if (same == null) {
            if (fresh == 0) {
                return;
            }
            same = new Sent(mail, 0);
            same.from = sendings.remove(mail.messageId());
            if (recent.size() >= COMPARED_MAX) {
                recent.removeFirst();
            }
            recent.addLast(same);
        } else {
            same.mail = same.mail.with(mail);
        }
        same.fresh += fresh;
        if (same.like) {
            count(mail.at(), fresh, teaches);
        } else if (isLikeAnother(same)) {
            same.like = true;
            count(mail.at(), same.fresh, teaches);
        }
    }

    /** Takes in from where a mail was sent. */
    void sentFrom(String messageId, Optional<Visit> visit) {
        Sent sent = find(messageId);
        if (sent == null) {
            sendings.put(messageId, new Origin(visit));
        } else {
            sent.from = new Origin(visit);
        }
    }

    /** The drip that goes on, if most of it came from there. */
    Optional<Drip> drip(Instant now, Optional<Visit> visit) {
        if (last.plus(PAUSE).isBefore(now)) {
            return Optional.empty();
        }
        int placed = 0;
        int there = 0;
        for (Sent sent : recent) {
            if (sent.like && sent.from != null) {
                placed++;
                there += sent.from.visit().equals(visit) ? 1 : 0;
            }
        }
        if (there == 0 || 2 * there < placed) {
            return Optional.empty();
        }
        Drip byHour = drip(hourly, HOUR, now);
        Drip byDay = drip(daily, DAY, now);
        return Optional.of(byDay.bits() > byHour.bits() ? byDay : byHour).filter(drip -> drip.bits() > 0);
    }

    private static Drip drip(Cusum cusum, Duration window, Instant now) {
        return new Drip(window, cusum.total(), cusum.hours(), cusum.usual(), cusum.bits(now.getEpochSecond()));
    }

    private void count(Instant at, int fresh, boolean teaches) {
        last = at.isAfter(last) ? at : last;
        long seconds = at.getEpochSecond();
        long reached = Math.floorDiv(seconds, HOUR.toSeconds());
        if (reached > hour) {
            hour = reached;
            inHour = 0;
        }
        int counted = Math.min(fresh, HOUR_MAX - inHour);
        if (counted > 0) {
            inHour += counted;
            hourly.add(seconds, counted, teaches);
            daily.add(seconds, counted, teaches);
        }
    }

    private boolean isLikeAnother(Sent sent) {
        for (Sent other : recent) {
            if (other != sent && other.mail.isLike(sent.mail)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Sent find(String messageId) {
        for (Sent sent : recent) {
            if (sent.mail.messageId().equals(messageId)) {
                return sent;
            }
        }
        return null;
    }

    /** Whether the account never wrote there and heard nothing from there; from now on it has. */
    private boolean isNew(int address) {
        int at = Arrays.binarySearch(known, 0, knownCount, address);
        if (at >= 0 || knownCount >= KNOWN_MAX) {
            return false;
        }
        if (knownCount == known.length) {
            known = Arrays.copyOf(known, 2 * known.length);
        }
        int place = -at - 1;
        System.arraycopy(known, place, known, place + 1, knownCount - place);
        known[place] = address;
        knownCount++;
        for (int i = 0; i < Math.min(writersCount, writers.length); i++) {
            if (writers[i] == address) {
                return false;
            }
        }
        return true;
    }
}
