package dev.kith.detect;

import dev.kith.event.AccountId;
import dev.kith.profile.AccountFacts;
import dev.kith.score.AccountSurprise;
import dev.kith.score.SessionForest;
import dev.kith.score.SessionForest.Oddity;
import dev.kith.score.SessionVector;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The sessions that are going on: an hour of an account, in one place. What somebody does from elsewhere at the same time is
 * a session of its own. Not thread-safe.
 */
public final class Sessions {
    /** Sessions open at once; beyond, the oldest ends. Chosen by hand. */
    private static final int OPEN_MAX = 50_000;

    /** Sessions with fewer bits in all are nobody's concern, and are not asked about. Chosen by hand. */
    private static final double BITS_MIN = 12;

    /** The forest is asked again when a session has become odder by so many bits. Chosen by hand: half as likely. */
    private static final double ODDER_MIN = 1;

    private record Key(AccountId account, Optional<Visit> visit) {}

    private static final class Session {
        private final long hour;
        private final SessionVector vector = new SessionVector();
        private final Instant first;
        /** Bits with which the forest was asked last. */
        private double asked;

        Session(long hour, Instant first) {
            this.hour = hour;
            this.first = first;
        }
    }

    private final Map<Key, Session> open = new LinkedHashMap<>();
    private final SessionForest forest = new SessionForest();

    /** Takes a record in; says how odd its session is by now, where the record made it odder and it is worth asking. */
    public Optional<Oddity> take(
            AccountFacts facts, AccountSurprise surprise, Optional<Visit> visit, Suspicion suspicion) {
        Instant now = facts.event().occurredAt();
        long hour = Math.floorDiv(now.getEpochSecond(), 3600);
        Key key = new Key(facts.account(), visit);
        Session session = open.get(key);
        if (session != null && session.hour != hour) {
            end(key, session, suspicion);
            session = null;
        }
        if (session == null) {
            if (open.size() >= OPEN_MAX) {
                Map.Entry<Key, Session> oldest = open.entrySet().iterator().next();
                end(oldest.getKey(), oldest.getValue(), suspicion);
            }
            session = new Session(hour, now);
            open.put(key, session);
        }
        session.vector.take(facts.act(), surprise);
        double bits = session.vector.sum();
        if (bits < Math.max(BITS_MIN, session.asked + ODDER_MIN)) {
            return Optional.empty();
        }
        session.asked = bits;
        return forest.of(session.vector);
    }

    /** A session that is over teaches what sessions are like, unless it was an intruder's. */
    private void end(Key key, Session session, Suspicion suspicion) {
        open.remove(key);
        if (key.visit.filter(suspicion::hostile).isEmpty()) {
            forest.learn(session.vector, session.first);
        }
    }
}
