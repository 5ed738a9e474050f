package dev.kith.server;

import dev.kith.detect.Detection;
import dev.kith.event.AccountId;
import dev.kith.event.Actor;
import dev.kith.event.EmailActivity;
import dev.kith.event.Event;
import dev.kith.event.MailAddress;
import dev.kith.investigate.Incident;
import dev.kith.pipeline.AccountNames;
import dev.kith.pipeline.Desk;
import dev.kith.profile.AccountFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the accounts that a person's question is about, and when; then puts the question to the desk at that moment of the
 * records. Mutable; one thread.
 */
final class AskedAbout {
    /** Accounts that are investigated: those nearest to the time. Chosen by hand. */
    static final int ACCOUNTS_MAX = 5;

    /** Accounts that are looked through for them. Chosen by hand. */
    private static final int KEPT_MAX = 100_000;

    /** Further from the time asked about, a record says nothing of it. Chosen by hand. */
    private static final Duration FAR = Duration.ofDays(1);

    /** So much of what came after counts: whoever asks later knows it. Chosen by hand. */
    private static final Duration AFTER = Duration.ofDays(1);

    private record Question(AccountId account, Instant at) {}

    private final Optional<Asking> asking;
    private final Optional<AskedMatch> match;
    private final Map<Actor, Instant> actors = new LinkedHashMap<>();
    private final Map<MailAddress, Instant> addresses = new LinkedHashMap<>();
    private final Set<AccountId> recorded = new HashSet<>();
    private final Deque<Question> waiting = new ArrayDeque<>();
    private final Set<String> asked = new HashSet<>();
    private Instant last = Instant.MIN;

    AskedAbout(Optional<Asking> asking) {
        this.asking = asking;
        this.match = asking.map(AskedMatch::new);
    }

    /** Takes in an event, before anything is judged. */
    void observe(Event event) {
        if (match.isEmpty()) {
            return;
        }
        Optional<AccountFacts> facts = AccountFacts.of(event);
        if (facts.isPresent()) {
            if (recorded.size() < KEPT_MAX) {
                recorded.add(facts.get().account());
            }
            if (match.get().record(facts.get()) && actors.size() < KEPT_MAX) {
                actors.merge(facts.get().actor(), event.occurredAt(), this::nearer);
            }
        } else if (!(event instanceof EmailActivity mail) || mail.dated()) {
            for (MailAddress address : match.get().mail(event)) {
                if (addresses.size() < KEPT_MAX) {
                    addresses.merge(address, event.occurredAt(), this::nearer);
                }
            }
        }
    }

    /** Of two times the nearer to the one asked about; the later where none is. */
    private Instant nearer(Instant one, Instant other) {
        return far(one).compareTo(far(other)) <= 0 ? one : other;
    }

    private Duration far(Instant time) {
        return asking.orElseThrow()
                .at()
                .map(at -> Duration.between(at, time).abs())
                .orElseGet(() -> Duration.between(time, Instant.EPOCH.plus(FOREVER)));
    }

    private static final Duration FOREVER = Duration.ofDays(365L * 10_000);

    /** Decides whom to ask about: all has been observed. */
    void conclude(Predicate<MailAddress> owns, AccountNames.Known names) {
        Map<AccountId, Instant> found = new HashMap<>();
        actors.forEach((actor, at) -> found.merge(names.of(actor).account(), at, this::nearer));
        if (found.isEmpty()) {
            addresses.forEach((address, at) -> {
                AccountId account = new AccountId(names.of(address));
                if (owns.test(address) && recorded.contains(account)) {
                    found.merge(account, at, this::nearer);
                }
            });
        }
        found.entrySet().stream()
                .filter(e ->
                        asking.orElseThrow().at().isEmpty() || far(e.getValue()).compareTo(FAR) <= 0)
                .sorted(Comparator.comparing((Map.Entry<AccountId, Instant> e) -> far(e.getValue()))
                        .thenComparing(e -> e.getKey().value()))
                .limit(ACCOUNTS_MAX)
                .sorted(Comparator.comparing(Map.Entry<AccountId, Instant>::getValue)
                        .thenComparing(e -> e.getKey().value()))
                .forEach(e -> waiting.add(new Question(e.getKey(), e.getValue())));
        actors.clear();
        addresses.clear();
        recorded.clear();
    }

    /** Asks what is due before an event of this time is taken in. */
    void until(Instant now, Desk desk) {
        while (!waiting.isEmpty() && waiting.getFirst().at().plus(AFTER).isBefore(now)) {
            ask(waiting.removeFirst(), desk);
        }
        last = now;
    }

    /** Asks what is left: all events are in. */
    void rest(Desk desk) {
        while (!waiting.isEmpty()) {
            ask(waiting.removeFirst(), desk);
        }
    }

    private void ask(Question question, Desk desk) {
        Instant end = question.at().plus(AFTER);
        Instant now = last.isBefore(question.at()) || end.isBefore(last) ? end : last;
        Detection trigger = desk.ask(question.account(), question.at(), now);
        asked.add(trigger.id());
    }

    /** The incidents and cases that were asked about. */
    List<Incident> of(List<Incident> incidents) {
        List<Incident> about = new ArrayList<>();
        for (Incident incident : incidents) {
            if (incident.detections().stream().map(Detection::id).anyMatch(asked::contains)) {
                about.add(incident);
            }
        }
        return about;
    }
}
