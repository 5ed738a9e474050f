package dev.kith.pipeline;

import dev.kith.event.UserManagement;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a record of a consent calls the application. Who gives it names the application, who takes it back the application or its
 * service principal, the object that stands for it in the directory; the record of giving names both.
 */
final class ConsentRecord {
    /** In what was allowed, as Microsoft writes it: {@code [[Id: ..., ClientId: 2097e206-..., PrincipalId: ...]]}. */
    private static final Pattern CLIENT = Pattern.compile("ClientId: ([0-9a-fA-F-]{36})");

    private static final Set<String> CALLS = Set.of(
            "ServicePrincipal.ObjectID",
            "ServicePrincipal.ObjectID.old",
            "ServicePrincipal.AppId",
            "ServicePrincipal.AppId.old",
            "TargetId.ServicePrincipalNames",
            "AppId");

    private ConsentRecord() {}

    /** Whether it takes a consent back, or removes the application to which consents were given. */
    static boolean takesBack(UserManagement record) {
        return record.activity() == UserManagement.Activity.CONSENT_REVOKED || ofAll(record);
    }

    /** Whether it takes back everybody's consents: the application is not there any more. */
    static boolean ofAll(UserManagement record) {
        String operation = record.operation().toLowerCase(Locale.ROOT);
        return operation.startsWith("remove service principal.")
                || operation.equals("remove service principal")
                || operation.startsWith("hard delete service principal");
    }

    /** Ids of the application in a record of giving. */
    static Set<String> given(UserManagement record, String application) {
        Set<String> ids = new LinkedHashSet<>();
        add(ids, application);
        Matcher client = CLIENT.matcher(record.details().getOrDefault("ConsentAction.Permissions", ""));
        if (client.find()) {
            add(ids, client.group(1));
        }
        add(ids, record.details().getOrDefault("ServicePrincipal.ObjectID", ""));
        return ids;
    }

    /** Ids of the application in a record of taking back. */
    static Set<String> takenBack(UserManagement record) {
        Set<String> ids = new LinkedHashSet<>();
        add(ids, record.target());
        for (Map.Entry<String, String> detail : record.details().entrySet()) {
            if (CALLS.contains(detail.getKey())) {
                add(ids, detail.getValue());
            }
        }
        return ids;
    }

    /** Whose consent it was; empty where the record does not say. */
    static String named(UserManagement record) {
        Map<String, String> details = record.details();
        String now = details.getOrDefault("User.UPN", "").strip();
        return (now.isEmpty() ? details.getOrDefault("User.UPN.old", "").strip() : now).toLowerCase(Locale.ROOT);
    }

    private static void add(Set<String> ids, String id) {
        if (!id.isBlank()) {
            ids.add(id.strip().toLowerCase(Locale.ROOT));
        }
    }
}
