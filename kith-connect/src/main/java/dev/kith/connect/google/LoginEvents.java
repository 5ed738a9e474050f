package dev.kith.connect.google;

import dev.kith.connect.source.Details;
import dev.kith.event.Authentication;
import dev.kith.event.Authentication.Outcome;
import dev.kith.event.Event;
import java.util.Map;

/** Sign-ins to Google and, by SAML, to other applications. Names by Google's "Login audit activity events". */
final class LoginEvents {
    private static final Map<String, Outcome> OUTCOMES = Map.of(
            "login_success", Outcome.SUCCESS,
            "login_failure", Outcome.FAILURE,
            "login_challenge", Outcome.INTERRUPTED,
            "login_verification", Outcome.INTERRUPTED);

    private LoginEvents() {}

    static Event event(ReportedActivity activity) {
        Outcome outcome = OUTCOMES.get(activity.key());
        if (outcome == null) {
            // Enrolments and passwords stand here in older exports; warnings are Google's findings.
            return AccountEvents.event(activity);
        }
        Parameters parameters = activity.parameters();
        Details details = activity.details();
        return new Authentication(
                activity.id(),
                activity.time(),
                activity.where(),
                activity.actor(),
                outcome,
                outcome == Outcome.FAILURE ? parameters.text("login_failure_type", "failure_type") : "",
                activity.endpoint(),
                activity.client(),
                activity.application().equals("saml") ? parameters.text("application_name") : "Google Workspace",
                !parameters.key("login_type").equals("exchange"),
                details.facts(),
                details.problems());
    }
}
