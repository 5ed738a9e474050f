package dev.kith.investigate;

import dev.kith.detect.Detection;
import dev.kith.detect.Visit;
import dev.kith.event.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a case is about while it is asked about: the trigger and the window of time, with the evidence.
 *
 * @param alerts what other products say of it
 * @param now event time at which it is asked; nothing later is looked at
 * @param suspectedUntil accounts found taken later than this do not count as suspected: of a case that was raised, when it
 *     was, for others may have been raised because of it
 */
record Inquiry(Detection trigger, List<Alert> alerts, Instant now, Instant suspectedUntil, EvidenceStore store) {
    /** What led up to a trigger is looked for so far back. Chosen by hand: a password is used within days. */
    static final Duration BEFORE = Duration.ofDays(7);

    /** Things are at the same time within so long. Chosen by hand. */
    static final Duration NEAR = Duration.ofMinutes(30);

    AccountId account() {
        return trigger.account();
    }

    Optional<Visit> visit() {
        return trigger.visit();
    }

    /** When what is asked about began: the visit, or without one the very act that fired. */
    Instant began() {
        return visit().map(Visit::first).orElse(trigger.time());
    }

    /** From when on acts are looked at. */
    Instant start() {
        return visit().map(Visit::first).orElse(trigger.time().minus(Duration.ofHours(12)));
    }

    /** Whether a visit has hardly begun, so that what was not done in it says nothing yet. */
    boolean early() {
        return visit().isPresent() && acts().size() < EARLY;
    }

    /** Chosen by hand: an intruder looks around first. */
    private static final int EARLY = 6;

    /** Whether the account had hardly been seen before it began, so that nothing can be called usual for it. */
    boolean withoutHistory() {
        List<Trace> acts = acts();
        return !acts.isEmpty() && acts.get(0).trust() < TRUSTED;
    }

    /** Chosen by hand: a few records on a few days. */
    static final double TRUSTED = 0.3;

    /** Whose account was taken once is looked at with that in mind for so long. Chosen by hand. */
    static final Duration SUSPECTED = Duration.ofDays(30);

    /** Whether another case of the account was raised lately. */
    boolean suspected() {
        return store.suspected(account(), trigger.id(), suspectedUntil.minus(SUSPECTED), suspectedUntil);
    }

    /** What the account did in the visit; without one, what it did half a day around the trigger. */
    List<Trace> acts() {
        return visit().isPresent()
                ? store.ofAccount(account(), start(), now).stream()
                        .filter(t -> t.visit().filter(v -> v == visit().get()).isPresent())
                        .toList()
                : store.ofAccount(account(), start(), now).stream()
                        .filter(t -> t.visit().isEmpty())
                        .toList();
    }
}
