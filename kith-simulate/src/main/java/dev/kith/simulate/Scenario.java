package dev.kith.simulate;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The truth about a story that runs through many events: an attack, or ordinary life that looks like one.
 *
 * @param scenario its name, unique in a simulation
 * @param type what sort of story it is, such as {@code partner-hijack}
 * @param kind whether it is an attack
 * @param accounts the accounts of ours that it happens to or that do it
 * @param events the sources' own ids: Message-ID of mails, Id of audit records (and of the sign-in that shares it)
 * @param sameAs audit records that tell of an event which a mail tells of, too: Message-ID to Id
 * @param firstAccountActivity the first act in a stolen account; the first event where none is stolen
 * @param techniques ATT&CK ids; empty for benign ones
 * @param mustName what a summary of it should name
 */
public record Scenario(
        String scenario,
        String type,
        Kind kind,
        List<String> accounts,
        List<String> events,
        Map<String, String> sameAs,
        Instant first,
        Instant firstAccountActivity,
        Instant last,
        List<String> techniques,
        List<String> mustName,
        List<Step> steps) {
    public Scenario {
        accounts = List.copyOf(accounts);
        events = List.copyOf(events);
        techniques = List.copyOf(techniques);
        mustName = List.copyOf(mustName);
        steps = List.copyOf(steps);
    }

    /** Whether something is meant ill. */
    public enum Kind {
        ATTACK,
        BENIGN_LOOKALIKE
    }

    /** A step of the story: its name, when it began, its events. */
    public record Step(String step, Instant time, List<String> events) {
        public Step {
            events = List.copyOf(events);
        }
    }
}
