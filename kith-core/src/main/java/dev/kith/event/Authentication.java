package dev.kith.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sign-in, or the failure of one (OCSF Authentication, 3002).
 *
 * @param target what was signed in to: resource or workload
 * @param reason error code or failure reason of the source; empty on success
 * @param details further facts by the source's field names (conditional access, MFA, risk), bounded by the normaliser
 */
public record Authentication(
        EventId id,
        Instant occurredAt,
        SourceRef source,
        Actor actor,
        Outcome outcome,
        String reason,
        Optional<Endpoint> endpoint,
        Client client,
        String target,
        boolean interactive,
        Map<String, String> details,
        List<Problem> problems)
        implements Event {
    public Authentication {
        details = Map.copyOf(details);
        problems = List.copyOf(problems);
    }

    /** How it ended. {@code INTERRUPTED}: more was asked of the user (MFA, consent), neither success nor failure. */
    public enum Outcome {
        SUCCESS,
        FAILURE,
        INTERRUPTED
    }
}
