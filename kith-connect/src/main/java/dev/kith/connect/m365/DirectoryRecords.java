package dev.kith.connect.m365;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.connect.source.Details;
import dev.kith.connect.source.RecordFields;
import dev.kith.event.Client;
import dev.kith.event.UserManagement;
import dev.kith.event.UserManagement.Activity;
import java.util.Locale;
import java.util.Map;

/** Changes to accounts, credentials, roles, consents and policies, from Entra's directory log and Exchange's admin log. */
final class DirectoryRecords {
    /** Exact operations, in lower case and without the full stop. */
    private static final Map<String, Activity> ACTIVITIES = Map.ofEntries(
            Map.entry("add user", Activity.CREATE),
            Map.entry("invite external user", Activity.CREATE),
            Map.entry("delete user", Activity.DELETE),
            Map.entry("hard delete user", Activity.DELETE),
            Map.entry("restore user", Activity.ENABLE),
            Map.entry("enable account", Activity.ENABLE),
            Map.entry("disable account", Activity.DISABLE),
            Map.entry("block user", Activity.DISABLE),
            Map.entry("update user", Activity.UPDATE),
            Map.entry("change user license", Activity.UPDATE),
            Map.entry("change user password", Activity.PASSWORD_CHANGE),
            Map.entry("change password (self-service)", Activity.PASSWORD_CHANGE),
            Map.entry("reset user password", Activity.PASSWORD_RESET),
            Map.entry("reset password (self-service)", Activity.PASSWORD_RESET),
            Map.entry("reset password (by admin)", Activity.PASSWORD_RESET),
            Map.entry("set force change user password", Activity.PASSWORD_RESET),
            Map.entry("disable strong authentication", Activity.MFA_CHANGE),
            Map.entry("enable strong authentication", Activity.MFA_CHANGE),
            Map.entry("set domain authentication", Activity.FEDERATION_CHANGE),
            Map.entry("set federation settings on domain", Activity.FEDERATION_CHANGE),
            Map.entry("add unverified domain", Activity.FEDERATION_CHANGE),
            Map.entry("add verified domain", Activity.FEDERATION_CHANGE),
            Map.entry("verify domain", Activity.FEDERATION_CHANGE),
            Map.entry("add partner to company", Activity.FEDERATION_CHANGE),
            Map.entry("consent to application", Activity.CONSENT),
            Map.entry("add oauth2permissiongrant", Activity.CONSENT),
            Map.entry("add delegated permission grant", Activity.CONSENT),
            Map.entry("add app role assignment grant to user", Activity.CONSENT),
            Map.entry("add app role assignment to service principal", Activity.CONSENT),
            Map.entry("remove oauth2permissiongrant", Activity.CONSENT_REVOKED),
            Map.entry("remove delegated permission grant", Activity.CONSENT_REVOKED),
            Map.entry("revoke consent", Activity.CONSENT_REVOKED),
            Map.entry("add service principal credentials", Activity.APPLICATION_CREDENTIAL),
            Map.entry("remove service principal credentials", Activity.APPLICATION_CREDENTIAL),
            Map.entry("set-adminauditlogconfig", Activity.AUDIT_CHANGE),
            Map.entry("set-mailboxauditbypassassociation", Activity.AUDIT_CHANGE),
            Map.entry("remove-unifiedauditlogretentionpolicy", Activity.AUDIT_CHANGE),
            Map.entry("new-managementroleassignment", Activity.ROLE_ADD),
            Map.entry("add-rolegroupmember", Activity.ROLE_ADD),
            Map.entry("update-rolegroupmember", Activity.ROLE_ADD),
            Map.entry("new-rolegroup", Activity.ROLE_ADD),
            Map.entry("remove-managementroleassignment", Activity.ROLE_REMOVE),
            Map.entry("remove-rolegroupmember", Activity.ROLE_REMOVE));

    private DirectoryRecords() {}

    static boolean isDirectory(String operation, int type) {
        return type == RecordTypes.ENTRA || ACTIVITIES.containsKey(operation);
    }

    static UserManagement event(AuditFacts facts, String operation) {
        AuditRecord record = facts.record();
        Details details = new Details();
        record.copyChanges(details);
        record.copyPairs("Parameters", details);
        record.copyPairs("ExtendedProperties", details);
        record.copy(details, "ResultStatus", "InterSystemsId", "ActorContextId", "TargetContextId");
        return new UserManagement(
                facts.id(),
                facts.time(),
                facts.where(),
                facts.actor(),
                activity(operation, record, details),
                record.operation(),
                target(record),
                facts.endpoint(),
                new Client(agent(details), record.text("ApplicationId", "AppId"), "", "", ""),
                details.facts(),
                details.problems());
    }

    private static Activity activity(String operation, AuditRecord record, Details details) {
        Activity known = ACTIVITIES.getOrDefault(operation, Activity.OTHER);
        if (known == Activity.UPDATE) {
            return update(record, details);
        }
        return known == Activity.OTHER ? byWords(operation) : known;
    }

    /** What an update of a user changed; the sign of most weight first. */
    private static Activity update(AuditRecord record, Details details) {
        Activity activity = Activity.UPDATE;
        int count = 0;
        for (JsonNode change : record.node("ModifiedProperties")) {
            String name = RecordFields.text(change, "Name");
            if (name.startsWith("StrongAuthentication") || name.contains("SearchableDeviceKey")) {
                return Activity.MFA_CHANGE;
            }
            if (name.equals("AccountEnabled")) {
                String value = RecordFields.anyText(change.get("NewValue")).toLowerCase(Locale.ROOT);
                activity = value.contains("true") ? Activity.ENABLE : Activity.DISABLE;
            }
            if (++count > Details.ENTRIES_MAX) {
                break;
            }
        }
        return activity == Activity.UPDATE && details.has("StrongAuthenticationMethod")
                ? Activity.MFA_CHANGE
                : activity;
    }

    /** Families of operations, whose members Microsoft adds to now and then. */
    private static Activity byWords(String operation) {
        if (operation.contains("security info") || operation.contains("strong authentication")) {
            return Activity.MFA_CHANGE;
        }
        if (operation.contains("to role") || operation.contains("role assignment")) {
            return operation.startsWith("remove") ? Activity.ROLE_REMOVE : Activity.ROLE_ADD;
        }
        if (operation.contains("from role") || operation.contains("remove eligible")) {
            return Activity.ROLE_REMOVE;
        }
        if (operation.contains("group")) {
            return Activity.GROUP_CHANGE;
        }
        if (operation.contains("certificates and secrets") || operation.contains("credential")) {
            return Activity.APPLICATION_CREDENTIAL;
        }
        if (operation.contains("application") || operation.contains("service principal")) {
            return Activity.APPLICATION_CHANGE;
        }
        if (operation.contains("device")) {
            return Activity.DEVICE_CHANGE;
        }
        if (operation.contains("policy") || operation.contains("named location")) {
            return Activity.POLICY_CHANGE;
        }
        return operation.contains("federat") || operation.contains("domain")
                ? Activity.FEDERATION_CHANGE
                : Activity.OTHER;
    }

    /** The named target: ObjectId, or the account or display name in Target (types 5 and 1). */
    private static String target(AuditRecord record) {
        String object = record.text("ObjectId");
        if (!object.isBlank() && !object.equals("Not Available")) {
            return object;
        }
        String name = "";
        int count = 0;
        for (JsonNode target : record.node("Target")) {
            String type = RecordFields.text(target, "Type");
            if (type.equals("5")) {
                return RecordFields.text(target, "ID");
            }
            if (type.equals("1") && name.isEmpty()) {
                name = RecordFields.text(target, "ID");
            }
            if (++count > 20) {
                break;
            }
        }
        return name;
    }

    /** {@code additionalDetails} is JSON in a text with the user agent among other things. */
    private static String agent(Details details) {
        String more = details.get("additionalDetails");
        String mark = "\"User-Agent\":\"";
        int start = more.indexOf(mark);
        int end = start < 0 ? -1 : more.indexOf('"', start + mark.length());
        return end < 0 ? "" : RecordFields.shared(more.substring(start + mark.length(), end));
    }
}
