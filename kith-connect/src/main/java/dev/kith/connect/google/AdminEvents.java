package dev.kith.connect.google;

import dev.kith.connect.source.Details;
import dev.kith.event.Event;
import dev.kith.event.UserManagement;
import dev.kith.event.UserManagement.Activity;
import java.util.List;
import java.util.Map;

/** What administrators do in the console. Names by Google's "Admin audit activity events". */
final class AdminEvents {
    private static final Map<String, UserManagement.Activity> EXACT = Map.ofEntries(
            Map.entry("create_user", Activity.CREATE),
            Map.entry("delete_user", Activity.DELETE),
            Map.entry("undelete_user", Activity.ENABLE),
            Map.entry("unsuspend_user", Activity.ENABLE),
            Map.entry("suspend_user", Activity.DISABLE),
            Map.entry("archive_user", Activity.DISABLE),
            Map.entry("change_password", Activity.PASSWORD_RESET),
            Map.entry("reset_signin_cookies", Activity.PASSWORD_RESET),
            Map.entry("change_password_on_next_login", Activity.PASSWORD_RESET),
            Map.entry("turn_off_2_step_verification", Activity.MFA_CHANGE),
            Map.entry("unenroll_user_from_strong_auth", Activity.MFA_CHANGE),
            Map.entry("generate_2sv_scratch_codes", Activity.MFA_CHANGE),
            Map.entry("change_recovery_email", Activity.MFA_CHANGE),
            Map.entry("change_recovery_phone", Activity.MFA_CHANGE),
            Map.entry("grant_admin_privilege", Activity.ROLE_ADD),
            Map.entry("grant_delegated_admin_privileges", Activity.ROLE_ADD),
            Map.entry("assign_role", Activity.ROLE_ADD),
            Map.entry("add_privilege", Activity.ROLE_ADD),
            Map.entry("revoke_admin_privilege", Activity.ROLE_REMOVE),
            Map.entry("unassign_role", Activity.ROLE_REMOVE),
            Map.entry("remove_privilege", Activity.ROLE_REMOVE),
            Map.entry("authorize_api_client_access", Activity.CONSENT),
            Map.entry("add_application", Activity.APPLICATION_CHANGE),
            Map.entry("add_trusted_domains", Activity.FEDERATION_CHANGE),
            Map.entry("remove_trusted_domains", Activity.FEDERATION_CHANGE),
            Map.entry("add_secondary_domain", Activity.FEDERATION_CHANGE),
            Map.entry("add_domain_alias", Activity.FEDERATION_CHANGE),
            Map.entry("enforce_strong_authentication", Activity.POLICY_CHANGE),
            Map.entry("allow_strong_authentication", Activity.POLICY_CHANGE));

    /** A word in a name, for what is not listed; the first that fits counts. */
    private record Word(String word, UserManagement.Activity activity) {}

    private static final List<Word> WORDS = List.of(
            new Word("sso", Activity.FEDERATION_CHANGE),
            new Word("saml", Activity.FEDERATION_CHANGE),
            new Word("identity_provider", Activity.FEDERATION_CHANGE),
            new Word("2sv", Activity.POLICY_CHANGE),
            new Word("strong_auth", Activity.POLICY_CHANGE),
            new Word("api_access", Activity.APPLICATION_CHANGE),
            new Word("oauth2", Activity.APPLICATION_CHANGE),
            new Word("role", Activity.ROLE_ADD));

    /** What is left, by Google's kind of event. */
    private static final Map<String, UserManagement.Activity> TYPES = Map.of(
            "user_settings", Activity.UPDATE,
            "group_settings", Activity.GROUP_CHANGE,
            "delegated_admin_settings", Activity.ROLE_ADD,
            "security_settings", Activity.POLICY_CHANGE,
            "application_settings", Activity.POLICY_CHANGE,
            "email_settings", Activity.POLICY_CHANGE,
            "docs_settings", Activity.POLICY_CHANGE,
            "domain_settings", Activity.POLICY_CHANGE);

    private static final String[] TARGETS = {
        "USER_EMAIL", "GROUP_EMAIL", "API_CLIENT_NAME", "DOMAIN_NAME", "SETTING_NAME"
    };

    private AdminEvents() {}

    static Event event(ReportedActivity activity) {
        UserManagement.Activity change = change(activity.key(), activity.type());
        if (change == Activity.OTHER) {
            return activity.asApiActivity();
        }
        Details details = activity.details();
        return new UserManagement(
                activity.id(),
                activity.time(),
                activity.where(),
                activity.actor(),
                change,
                activity.name(),
                target(activity.parameters()),
                activity.endpoint(),
                activity.client(),
                details.facts(),
                details.problems());
    }

    private static UserManagement.Activity change(String name, String type) {
        UserManagement.Activity exact = EXACT.get(name);
        if (exact != null) {
            return exact;
        }
        if (name.endsWith("_view") || name.startsWith("view_") || name.contains("search")) {
            return Activity.OTHER;
        }
        for (Word word : WORDS) {
            if (name.contains(word.word())) {
                return name.startsWith("remove_") && word.activity() == Activity.ROLE_ADD
                        ? Activity.ROLE_REMOVE
                        : word.activity();
            }
        }
        return TYPES.getOrDefault(type, Activity.OTHER);
    }

    private static String target(Parameters parameters) {
        for (String name : TARGETS) {
            String target = parameters.text(name);
            if (!target.isEmpty()) {
                return target;
            }
        }
        return "";
    }
}
