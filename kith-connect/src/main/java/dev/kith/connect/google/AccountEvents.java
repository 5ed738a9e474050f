package dev.kith.connect.google;

import dev.kith.connect.source.Details;
import dev.kith.event.Event;
import dev.kith.event.MailboxActivity;
import dev.kith.event.UserManagement;
import java.util.List;
import java.util.Map;

/** What people change of their own account: password, second factor, ways of recovery, forwarding. */
final class AccountEvents {
    /** Detail that marks Google's own findings: something to compare with, never evidence. */
    private static final String COMPARISON_ONLY = "comparisonOnly";

    /** By the beginning of Google's name, in lower case. */
    private static final Map<String, UserManagement.Activity> CHANGES = Map.of(
            "password_edit", UserManagement.Activity.PASSWORD_CHANGE,
            "2sv_", UserManagement.Activity.MFA_CHANGE,
            "titanium_", UserManagement.Activity.MFA_CHANGE,
            "recovery_", UserManagement.Activity.MFA_CHANGE,
            "passkey_", UserManagement.Activity.MFA_CHANGE,
            "backup_codes_", UserManagement.Activity.MFA_CHANGE,
            "advanced_protection_", UserManagement.Activity.MFA_CHANGE);

    private AccountEvents() {}

    static Event event(ReportedActivity activity) {
        String name = activity.key();
        Details details = activity.details();
        if (name.startsWith("email_forwarding")) {
            // By the name under which every source tells where mail goes.
            details.put("ForwardTo", activity.parameters().text("email_forwarding_destination_address"));
            return new MailboxActivity(
                    activity.id(),
                    activity.time(),
                    activity.where(),
                    activity.actor(),
                    MailboxActivity.Activity.FORWARDING_CHANGED,
                    activity.name(),
                    activity.actor().account().value(),
                    "",
                    List.of(),
                    activity.endpoint(),
                    activity.client(),
                    details.facts(),
                    details.problems());
        }
        for (Map.Entry<String, UserManagement.Activity> change : CHANGES.entrySet()) {
            if (name.startsWith(change.getKey())) {
                return new UserManagement(
                        activity.id(),
                        activity.time(),
                        activity.where(),
                        activity.actor(),
                        change.getValue(),
                        activity.name(),
                        activity.actor().account().value(),
                        activity.endpoint(),
                        activity.client(),
                        details.facts(),
                        details.problems());
            }
        }
        if (name.contains("suspicious") || name.contains("warning") || name.startsWith("account_disabled")) {
            details.put(COMPARISON_ONLY, "true");
        }
        return activity.asApiActivity(details);
    }
}
