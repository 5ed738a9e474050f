package dev.kith.detect;

import dev.kith.event.AccountId;
import dev.kith.event.Endpoint;
import dev.kith.profile.AccountFacts;
import dev.kith.profile.Act;
import dev.kith.profile.NetworkSurprise.Familiar;
import dev.kith.score.AccountSurprise;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The visits that are going on, a few for each account, at most {@value #OPEN_MAX} in all. Not thread-safe. */
public final class Visits {
    /** Below this an address is another of the usual ones. Chosen by hand: one in thirty. */
    private static final double ODD_BITS = 5;

    /** Chosen by hand: about 300 bytes each. Beyond, the one that began first is closed. */
    private static final int OPEN_MAX = 100_000;

    private record Key(AccountId account, String network) {}

    private final Map<Key, Visit> open = new LinkedHashMap<>();

    /** Where an account was seen last. */
    private record Place(Optional<Visit> visit, Instant at) {}

    /** Chosen by hand: who administers from a page of the provider's signed in to it before. */
    private static final Duration JUST_BEFORE = Duration.ofMinutes(30);

    private final Remembered<AccountId, Place> last = new Remembered<>(OPEN_MAX);

    /**
     * The visit a record belongs to, begun with it where need be; empty for one from a usual place or from none. A visit ends
     * when it was quiet for days, or when its network has become a usual one.
     */
    public Optional<Visit> of(AccountFacts facts, AccountSurprise surprise) {
        // A failure is no visit: whoever guesses has not come in.
        if (facts.act() == Act.SIGN_IN_FAILED) {
            return Optional.empty();
        }
        if (facts.endpoint().isEmpty()) {
            return whereLast(facts, surprise);
        }
        Optional<Visit> found = located(facts, surprise);
        last.put(facts.account(), new Place(found, facts.event().occurredAt()));
        return found;
    }

    /** What does not say from where it was done belongs to where its account was seen just before. */
    private Optional<Visit> whereLast(AccountFacts facts, AccountSurprise surprise) {
        Instant now = facts.event().occurredAt();
        Optional<Visit> visit = Optional.ofNullable(last.get(facts.account()))
                .filter(place -> !place.at.plus(JUST_BEFORE).isBefore(now))
                .flatMap(Place::visit);
        visit.ifPresent(v -> v.take(facts.act(), surprise, "", now));
        return visit;
    }

    private Optional<Visit> located(AccountFacts facts, AccountSurprise surprise) {
        Endpoint endpoint = facts.endpoint().orElseThrow();
        Instant now = facts.event().occurredAt();
        Key system = new Key(facts.account(), "AS" + endpoint.asn());
        Key block = new Key(facts.account(), endpoint.ip().block());
        Visit going = open.get(system);
        if (going == null || going.over(now)) {
            going = open.get(block);
        }
        boolean usual = going != null && surprise.network() < ODD_BITS;
        if (going != null && (going.over(now) || usual)) {
            open.remove(new Key(going.account(), going.network()));
            going = null;
        }
        if (going == null && surprise.network() >= ODD_BITS) {
            Key key = endpoint.asn() == 0 || surprise.closest() == Familiar.SYSTEM ? block : system;
            going = new Visit(facts.account(), key.network(), endpoint, surprise, now);
            open.put(key, going);
            if (open.size() > OPEN_MAX) {
                open.remove(open.keySet().iterator().next());
            }
        }
        if (going != null) {
            going.take(facts.act(), surprise, facts.device(), now);
        }
        return Optional.ofNullable(going);
    }
}
