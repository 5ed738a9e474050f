package dev.kith.detect;

import dev.kith.event.Endpoint;
import dev.kith.profile.AccountFacts;
import dev.kith.profile.Act;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Where an account was last: the country, the one before, and where its latest sessions began. At most 1.5 KB; not thread-safe. */
final class Whereabouts {
    private static final Duration DAY = Duration.ofDays(1);

    /** Sessions remembered of an account. Chosen by hand: of a person's devices and programs, and a browser's of some days. */
    private static final int SESSIONS_MAX = 16;

    private record Session(String id, Endpoint start) {}

    private String country = "";
    private String otherCountry = "";
    private @Nullable Instant at;
    private Instant otherAt = Instant.EPOCH;
    /** The one used last is first. */
    private final Deque<Session> sessions = new ArrayDeque<>(2);

    /** Minutes since the account was in another country; -1 where that is longer than a day ago, or nothing is told. */
    int otherCountry(AccountFacts facts) {
        String here = facts.endpoint().map(Endpoint::country).orElse("");
        if (here.isEmpty() || facts.act() == Act.SIGN_IN_FAILED) {
            return -1;
        }
        Instant now = facts.event().occurredAt();
        if (at != null && !country.equals(here)) {
            otherCountry = country;
            otherAt = at;
        }
        country = here;
        at = now;
        if (otherCountry.isEmpty() || otherAt.plus(DAY).isBefore(now)) {
            return -1;
        }
        return (int) Math.max(0, Duration.between(otherAt, now).toMinutes());
    }

    /** Whether a session goes on in another network and country than it began in. */
    boolean sessionMoved(AccountFacts facts) {
        if (facts.session().isEmpty() || facts.endpoint().isEmpty()) {
            return false;
        }
        Endpoint here = facts.endpoint().get();
        Endpoint start = start(facts.session(), here);
        return start.asn() != here.asn() && !start.country().equals(here.country());
    }

    private Endpoint start(String id, Endpoint here) {
        Session last = sessions.peekFirst();
        if (last != null && last.id.equals(id)) {
            return last.start;
        }
        for (Session session : sessions) {
            if (session.id.equals(id)) {
                sessions.remove(session);
                sessions.addFirst(session);
                return session.start;
            }
        }
        if (sessions.size() >= SESSIONS_MAX) {
            sessions.removeLast();
        }
        sessions.addFirst(new Session(id, here));
        return here;
    }
}
