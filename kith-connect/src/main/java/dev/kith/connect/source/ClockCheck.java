package dev.kith.connect.source;

import dev.kith.event.Authentication;
import dev.kith.event.EmailActivity;
import dev.kith.event.EmailTrace;
import dev.kith.event.Event;
import dev.kith.event.MailboxActivity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares the clocks of the sources by what two of them tell of: a sign-in that stands in the sign-in log and in the audit
 * log, a mail that stands in a mailbox, in a message trace and in the audit log. Where the difference is always the same and
 * not small, one of them is off, most often by a time zone.
 *
 * <p>Memory: at most {@value #SEEN_MAX} ids; beyond, a sample of them by hash, the same for every source.
 */
final class ClockCheck {
    private static final int SEEN_MAX = 50_000;
    private static final int DIFFERENCES_MAX = 5_000;

    /** Pairs needed to say anything. Chosen by hand. */
    private static final int PAIRS_MIN = 20;

    /** Smaller differences are delays, not clocks. Chosen by hand: traces and audit records lag by a minute or two. */
    private static final long SECONDS_MIN = 300;

    /** The same difference, give or take. Chosen by hand, for the same delays. */
    private static final long SAME_SECONDS = 120;

    private enum Source {
        SIGN_IN_LOG("sign-in log"),
        AUDIT_LOG("audit log"),
        MESSAGE_TRACE("message trace"),
        MAIL("mail");

        final String words;

        Source(String words) {
            this.words = words;
        }
    }

    private record Seen(Source source, long second) {}

    private record Pair(Source first, Source later) {}

    private final Map<String, Seen> seen = new HashMap<>();
    /** How much later the second source tells things, in seconds. */
    private final Map<Pair, List<Long>> differences =
            new TreeMap<>(Comparator.comparing(Pair::first).thenComparing(Pair::later));

    private int mask;

    /** Takes note of an event, in any order. */
    void see(Event event) {
        if (event instanceof Authentication signIn) {
            if (SameEvent.hasOwnId(signIn)) {
                boolean poor = signIn.client().application().isEmpty()
                        && signIn.client().protocol().isEmpty();
                see(signIn.id().value(), poor ? Source.AUDIT_LOG : Source.SIGN_IN_LOG, event);
            }
        } else if (event instanceof EmailActivity mail) {
            see(mail.id().value(), Source.MAIL, event);
        } else if (event instanceof EmailTrace trace) {
            see(trace.messageId(), Source.MESSAGE_TRACE, event);
        } else if (event instanceof MailboxActivity sent
                && sent.activity() == MailboxActivity.Activity.SEND
                && !sent.messageIds().isEmpty()) {
            see(sent.messageIds().get(0), Source.AUDIT_LOG, event);
        }
    }

    private void see(String key, Source source, Event event) {
        if (key.isEmpty() || !sampled(key)) {
            return;
        }
        long second = event.occurredAt().getEpochSecond();
        Seen other = seen.putIfAbsent(key, new Seen(source, second));
        if (other == null) {
            thin();
        } else if (other.source() != source) {
            boolean lower = source.compareTo(other.source()) < 0;
            Source first = lower ? source : other.source();
            Source later = lower ? other.source() : source;
            List<Long> of = differences.computeIfAbsent(new Pair(first, later), k -> new ArrayList<>());
            if (of.size() < DIFFERENCES_MAX) {
                of.add(lower ? other.second() - second : second - other.second());
            }
        }
    }

    private boolean sampled(String key) {
        int hash = key.hashCode() * 0x9e3779b1;
        return (hash >>> 8 & mask) == 0;
    }

    private void thin() {
        if (seen.size() > SEEN_MAX) {
            mask = mask << 1 | 1;
            seen.keySet().removeIf(key -> !sampled(key));
        }
    }

    /** A sentence for each two sources whose clocks differ. */
    List<String> findings() {
        List<String> findings = new ArrayList<>();
        differences.forEach((pair, differences) -> {
            List<Long> seconds = differences.stream().sorted().toList();
            long median = seconds.get(seconds.size() / 2);
            long same = seconds.stream()
                    .filter(s -> Math.abs(s - median) <= SAME_SECONDS)
                    .count();
            if (seconds.size() >= PAIRS_MIN && Math.abs(median) >= SECONDS_MIN && 5 * same >= 4L * seconds.size()) {
                findings.add("The clocks of two sources differ: the " + pair.later().words + " tells things "
                        + span(Math.abs(median)) + (median > 0 ? " later" : " earlier") + " than the "
                        + pair.first().words + " (" + same + " of " + seconds.size()
                        + " compared). All were judged by the times they give, so that what belongs together may stand"
                        + " apart: export them again in one time zone.");
            }
        });
        return findings;
    }

    private static String span(long seconds) {
        long minutes = Math.round(seconds / 60.0);
        String rest = minutes % 60 == 0 ? "" : minutes % 60 + " min";
        return minutes < 60 ? rest : (minutes / 60 + " h " + rest).strip();
    }
}
