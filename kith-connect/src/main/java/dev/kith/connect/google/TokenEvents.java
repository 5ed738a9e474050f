package dev.kith.connect.google;

import dev.kith.connect.source.Details;
import dev.kith.event.Event;
import dev.kith.event.UserManagement;

/** Rights given to applications (OAuth), and calls that they make with them. */
final class TokenEvents {
    private TokenEvents() {}

    static Event event(ReportedActivity activity) {
        if (!activity.key().equals("authorize") && !activity.key().equals("revoke")) {
            return activity.asApiActivity();
        }
        Parameters parameters = activity.parameters();
        Details details = new Details();
        // By the name under which every source tells an application's name.
        details.put("DisplayName", parameters.text("app_name"));
        details.put("AppId", parameters.text("client_id"));
        parameters.copyTo(details);
        return new UserManagement(
                activity.id(),
                activity.time(),
                activity.where(),
                activity.actor(),
                switch (activity.key()) {
                    case "authorize" -> UserManagement.Activity.CONSENT;
                    case "revoke" -> UserManagement.Activity.CONSENT_REVOKED;
                    default -> UserManagement.Activity.OTHER;
                },
                activity.name(),
                parameters.text("client_id", "app_name"),
                activity.endpoint(),
                activity.client(),
                details.facts(),
                details.problems());
    }
}
