package dev.kith.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Any other audited operation (OCSF API Activity, 6003): kept and counted, so that nothing read is lost.
 *
 * @param service the workload, such as {@code MicrosoftTeams}
 * @param operation the source's own name of what was done
 * @param target what it was done to; empty where the source does not say
 */
public record ApiActivity(
        EventId id,
        Instant occurredAt,
        SourceRef source,
        Actor actor,
        String service,
        String operation,
        String target,
        Optional<Endpoint> endpoint,
        Client client,
        Map<String, String> details,
        List<Problem> problems)
        implements Event {
    public ApiActivity {
        details = Map.copyOf(details);
        problems = List.copyOf(problems);
    }
}
