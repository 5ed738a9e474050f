package dev.kith.investigate;

import dev.kith.profile.Act;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What active mode would have ended, and what it would have come too late for: the acts of an incident before and after the
 * moment at which each account would have been closed, its links removed and its applications' consent revoked. A replay by
 * the time of events: whoever was closed out is taken to do nothing more.
 *
 * @param lag by how much the records reach us after what they tell
 * @param firstAct the first act of the intruder
 * @param raised when the incident was raised, {@code lag} included
 * @param counts acts of each kind that there were, in a fixed order
 * @param asMail what active mode would have done with the mails sent, as mail; empty where none of them is in the input
 */
public record Containment(Duration lag, Instant firstAct, Instant raised, List<Count> counts, Optional<AsMail> asMail) {
    /** How late Microsoft delivers audit records at worst, by its own words: 60 to 90 minutes. */
    static final Duration LATE_LOGS = Duration.ofMinutes(90);

    public Containment {
        counts = List.copyOf(counts);
    }

    /**
     * Acts of a kind.
     *
     * @param before acts up to the moment at which the account would have been closed
     * @param after acts that would not have been
     */
    public record Count(Kind kind, int before, int after) {
        public int all() {
            return before + after;
        }
    }

    /**
     * The mails sent, as mail: whoever sends it, what is held reaches nobody, before the account is closed and after.
     *
     * @param read mails that are in the input
     * @param held those of them that would have been held
     * @param reached mails that would have reached their readers: sent before the account was closed, and not held
     */
    public record AsMail(int read, int held, int reached) {}

    /**
     * Replays the acts of an incident; empty where there are none.
     *
     * @param acts what was done, in time order
     * @param raised when a case of each account was first raised
     * @param sentTo what is known of a mail that was sent, by its Message-ID
     */
    static Optional<Containment> of(
            List<Trace> acts, Map<String, Instant> raised, Duration lag, Function<String, Addressees> sentTo) {
        Map<Kind, int[]> counts = new EnumMap<>(Kind.class);
        @Nullable Instant firstAct = null;
        for (Trace act : acts) {
            if (act.act() == Act.SIGN_IN_FAILED) {
                continue;
            }
            firstAct = firstAct == null ? act.at() : firstAct;
            Kind kind = Kind.of(act.act());
            if (kind != null) {
                counts.computeIfAbsent(kind, k -> new int[2])[before(act, raised, lag) ? 0 : 1]++;
            }
        }
        Optional<Instant> first = raised.values().stream().min(Instant::compareTo);
        if (firstAct == null || first.isEmpty()) {
            return Optional.empty();
        }
        List<Count> found = new ArrayList<>();
        counts.forEach((kind, n) -> found.add(new Count(kind, n[0], n[1])));
        return Optional.of(
                new Containment(lag, firstAct, first.get().plus(lag), found, asMail(acts, raised, lag, sentTo)));
    }

    private static Optional<AsMail> asMail(
            List<Trace> acts, Map<String, Instant> raised, Duration lag, Function<String, Addressees> sentTo) {
        int read = 0;
        int held = 0;
        int reached = 0;
        for (Trace act : acts) {
            if (act.act() != Act.MAIL_SEND) {
                continue;
            }
            Set<Addressees.AsMail> found = EnumSet.noneOf(Addressees.AsMail.class);
            act.messageIds().forEach(id -> found.add(sentTo.apply(id).asMail()));
            boolean whole = found.equals(EnumSet.of(Addressees.AsMail.HELD));
            read += whole || found.contains(Addressees.AsMail.DELIVERED) ? 1 : 0;
            held += whole ? 1 : 0;
            reached += !whole && before(act, raised, lag) ? 1 : 0;
        }
        return read == 0 ? Optional.empty() : Optional.of(new AsMail(read, held, reached));
    }

    /** Whether an act came before its account would have been closed. What it was raised on came before. */
    static boolean before(Trace act, Map<String, Instant> raised, Duration lag) {
        Instant at = raised.get(owner(act));
        return at == null || !act.at().isAfter(at.plus(lag));
    }

    /** Whose account an act belongs to: of a link used by nobody in particular, that of who made it. */
    static String owner(Trace act) {
        return act.visit().map(v -> v.account().value()).orElse(act.account().value());
    }

    /** From the first act to the moment at which it was raised; zero where it was raised on the first. */
    public Duration delay() {
        return raised.isBefore(firstAct) ? Duration.ZERO : Duration.between(firstAct, raised);
    }

    public Optional<Count> count(Kind kind) {
        return counts.stream().filter(c -> c.kind() == kind).findFirst();
    }

    /** Whether anything would have been ended by it. */
    public boolean helps() {
        return counts.stream().anyMatch(c -> c.after() > 0)
                || asMail.filter(m -> m.held() > 0).isPresent();
    }

    /** The kinds of acts that are counted, gravest first. */
    public enum Kind {
        MAIL_SENT,
        FILE_FETCHED,
        LINK_USED,
        LINK_MADE,
        MAIL_READ,
        RULE_MADE,
        ITEM_DELETED,
        CONSENT_GIVEN;

        private static @Nullable Kind of(Act act) {
            return switch (act) {
                case MAIL_SEND -> MAIL_SENT;
                case FILE_DOWNLOAD, FILE_SYNC -> FILE_FETCHED;
                case ANONYMOUS_LINK_USED -> LINK_USED;
                case ANONYMOUS_LINK_CREATED -> LINK_MADE;
                case MAIL_READ -> MAIL_READ;
                case INBOX_RULE, FORWARDING -> RULE_MADE;
                case MAIL_DELETE, FILE_DELETE -> ITEM_DELETED;
                case CONSENT -> CONSENT_GIVEN;
                default -> null;
            };
        }
    }
}
