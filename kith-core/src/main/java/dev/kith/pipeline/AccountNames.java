package dev.kith.pipeline;

import dev.kith.event.AccountId;
import dev.kith.event.Actor;
import dev.kith.event.Event;
import dev.kith.event.MailAddress;
import dev.kith.profile.AccountFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The names one account goes by: before and after it was renamed, its principal name and its mail address, its bare id. They are
 * one account because the source's own id of it says so; nothing is concluded from the names. Two that were in use at once
 * in one kind of log are two people, whatever id an export gave them.
 *
 * <p>Made in two steps: every event is {@link #observe observed}, then {@link #conclude} says who is who. Bounded: ids beyond
 * {@value #IDS_MAX} are not looked at, so that an account may stand under both its names.
 */
public final class AccountNames {
    private static final int IDS_MAX = 200_000;

    /** More names than that are no one's: the id is a placeholder. Chosen by hand. */
    private static final int NAMES_MAX = 4;

    /** For so long a source may go on with the old name. Chosen by hand: audit records are a day late at times. */
    private static final Duration OVERLAP = Duration.ofDays(2);

    private static final class Use {
        final Set<Class<?>> kinds = new HashSet<>(2);
        Instant first;
        Instant last;

        Use(Instant at) {
            first = at;
            last = at;
        }
    }

    private final Map<String, TreeMap<String, Use>> namesOf = new LinkedHashMap<>();

    /** Takes an event in; order does not matter. */
    public void observe(Event event) {
        AccountFacts.actor(event).filter(AccountNames::named).ifPresent(actor -> {
            TreeMap<String, Use> names = namesOf.get(actor.uid());
            if (names == null) {
                if (namesOf.size() >= IDS_MAX) {
                    return;
                }
                names = new TreeMap<>();
                namesOf.put(actor.uid(), names);
            }
            if (names.size() > NAMES_MAX) {
                return;
            }
            Instant at = event.occurredAt();
            Use use = names.computeIfAbsent(actor.account().value(), name -> new Use(at));
            use.first = at.isBefore(use.first) ? at : use.first;
            use.last = at.isAfter(use.last) ? at : use.last;
            use.kinds.add(event.getClass());
        });
    }

    /** Whether the record tells id and name of an account; some have the id in the place of the name. */
    private static boolean named(Actor actor) {
        return !actor.uid().isEmpty()
                && actor.account().value().indexOf('@') > 0
                && !actor.account().value().startsWith(actor.uid())
                && (actor.kind() == Actor.Kind.PERSON || actor.kind() == Actor.Kind.GUEST);
    }

    /** Who is who, by all that was observed. */
    public Known conclude() {
        Map<String, Set<String>> idsOf = new HashMap<>();
        namesOf.forEach((id, names) -> names.keySet()
                .forEach(name ->
                        idsOf.computeIfAbsent(name, k -> new HashSet<>(2)).add(id)));
        Map<String, AccountId> byId = new HashMap<>();
        Map<String, AccountId> byName = new TreeMap<>();
        namesOf.forEach((id, names) -> {
            if (names.size() == 1) {
                byId.put(id, new AccountId(names.firstKey()));
                return;
            }
            Optional<String> current = names.entrySet().stream()
                    .max(Comparator.comparing(use -> use.getValue().last))
                    .map(Map.Entry::getKey)
                    .filter(name -> onePerson(names) && sole(id, name, idsOf));
            if (current.isEmpty()) {
                return;
            }
            AccountId account = new AccountId(current.get());
            byId.put(id, account);
            for (String name : names.keySet()) {
                if (!name.equals(current.get()) && sole(id, name, idsOf)) {
                    byName.put(name, account);
                }
            }
        });
        return new Known(byId, byName);
    }

    private static boolean onePerson(Map<String, Use> names) {
        if (names.size() > NAMES_MAX) {
            return false;
        }
        List<Use> uses = new ArrayList<>(names.values());
        for (Use a : uses) {
            for (Use b : uses) {
                boolean atOnce = a != b
                        && a.first.plus(OVERLAP).isBefore(b.last)
                        && b.first.plus(OVERLAP).isBefore(a.last);
                if (atOnce && a.kinds.stream().anyMatch(b.kinds::contains)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether no other id of the same form goes by the name: an account has one of each form. */
    private static boolean sole(String id, String name, Map<String, Set<String>> idsOf) {
        return idsOf.getOrDefault(name, Set.of()).stream()
                .noneMatch(other -> !other.equals(id) && other.length() == id.length());
    }

    /**
     * Who is who.
     *
     * @param byId the name each id goes by now
     * @param byName the present name of each former one
     */
    public record Known(Map<String, AccountId> byId, Map<String, AccountId> byName) {
        /** Nothing is known: everybody is who the record says. */
        public static final Known NOBODY = new Known(Map.of(), Map.of());

        public Known {
            byId = Map.copyOf(byId);
            byName = Map.copyOf(byName);
        }

        /** The name an address's account goes by now; the address itself where it is no former name. */
        public String of(MailAddress address) {
            String name = address.toString();
            AccountId known = byName.get(name);
            return known == null ? name : known.value();
        }

        /** The actor under the name it goes by now. */
        public Actor of(Actor actor) {
            String name = actor.account().value();
            AccountId known = byId.get(actor.uid());
            if (known == null && actor.uid().isEmpty()) {
                known = byName.get(name);
            }
            if (known == null || known.value().equals(name)) {
                return actor;
            }
            boolean bareId = name.indexOf('@') < 0 && actor.kind() == Actor.Kind.UNKNOWN;
            return new Actor(known, bareId ? Actor.Kind.PERSON : actor.kind(), actor.name(), actor.uid());
        }
    }
}
