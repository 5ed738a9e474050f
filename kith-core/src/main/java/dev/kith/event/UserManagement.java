package dev.kith.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A change to an account, its credentials, roles or consents, or to a directory's own settings (OCSF User Management, 3007).
 *
 * @param operation the source's own name of it, such as {@code Add member to role.}
 * @param target whom or what it was done to; empty where the source does not say
 * @param details what changed, by the source's field names, bounded by the normaliser
 */
public record UserManagement(
        EventId id,
        Instant occurredAt,
        SourceRef source,
        Actor actor,
        Activity activity,
        String operation,
        String target,
        Optional<Endpoint> endpoint,
        Client client,
        Map<String, String> details,
        List<Problem> problems)
        implements Event {
    public UserManagement {
        details = Map.copyOf(details);
        problems = List.copyOf(problems);
    }

    /** What was changed. */
    public enum Activity {
        CREATE,
        DELETE,
        ENABLE,
        DISABLE,
        UPDATE,
        PASSWORD_CHANGE,
        PASSWORD_RESET,
        MFA_CHANGE,
        ROLE_ADD,
        ROLE_REMOVE,
        GROUP_CHANGE,
        CONSENT,
        CONSENT_REVOKED,
        APPLICATION_CHANGE,
        APPLICATION_CREDENTIAL,
        DEVICE_CHANGE,
        POLICY_CHANGE,
        FEDERATION_CHANGE,
        AUDIT_CHANGE,
        OTHER
    }
}
