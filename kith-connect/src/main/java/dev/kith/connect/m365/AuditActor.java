package dev.kith.connect.m365;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.connect.source.AccountKey;
import dev.kith.connect.source.RecordFields;
import dev.kith.event.AccountId;
import dev.kith.event.Actor;
import dev.kith.event.Actor.Kind;
import java.util.Locale;

/**
 * Who acted, and of what kind. About four fifths of an Exchange log are the service's own housekeeping; the user type alone
 * does not tell it, so the name counts first.
 */
final class AuditActor {
    private static final String[] SYSTEM = {"nt authority\\", "nt service\\", "s-1-5-18", "s-1-5-19", "s-1-5-20"};
    private static final String[] ANONYMOUS = {"anonymous", "urn:spo:anon#", "urn:spo:anonymous"};
    private static final String[] SERVICE = {
        "app@sharepoint",
        "sharepoint\\",
        "serviceprincipal_",
        "fim_password_service@",
        "sync_",
        "microsoft.",
        "spo_",
        "ocsadminportal",
        "healthmailbox"
    };
    /** Entra's ways to say that it could not tell the account. */
    private static final String[] NOBODY = {"not available", "unknown", "none", "<null>", "-"};

    private AuditActor() {}

    static Actor of(AuditRecord record) {
        String user = record.text("UserId", "UserId_");
        if (user.isBlank()) {
            user = record.text("UserKey");
        }
        if (user.isBlank()) {
            return new Actor(new AccountId("unknown"), Kind.UNKNOWN, "");
        }
        String account = RecordFields.account(withoutClaim(user));
        String key = AccountKey.of(record.text("UserKey"));
        return new Actor(
                new AccountId(account), kind(account, record), "", key.isEmpty() ? AccountKey.of(account) : key);
    }

    /** SharePoint's claims: {@code i:0h.f|membership|ida@harbour.example} is that account. */
    private static String withoutClaim(String user) {
        int mark = user.lastIndexOf('|');
        return user.startsWith("i:0") && mark > 0 && mark < user.length() - 1 && user.indexOf('@', mark) > 0
                ? user.substring(mark + 1)
                : user;
    }

    private static Kind kind(String account, AuditRecord record) {
        if (startsWith(account, SYSTEM) || account.equals("system") || account.equals("s-1-5-7")) {
            return Kind.SYSTEM;
        }
        if (startsWith(account, ANONYMOUS)) {
            return Kind.ANONYMOUS;
        }
        if (account.contains("#ext#") || account.startsWith("urn:spo:guest#")) {
            return Kind.GUEST;
        }
        if (startsWith(account, SERVICE)) {
            return Kind.SERVICE;
        }
        String type = record.text("UserType").toLowerCase(Locale.ROOT);
        switch (type) {
            case "3", "dcadmin", "4", "system", "7", "custompolicy", "8", "systempolicy" -> {
                return Kind.SYSTEM;
            }
            case "5", "application", "6", "serviceprincipal" -> {
                return Kind.SERVICE;
            }
            case "10", "guest" -> {
                return Kind.GUEST;
            }
            default -> {
                return byName(account, record);
            }
        }
    }

    private static Kind byName(String account, AuditRecord record) {
        if (startsWith(account, NOBODY) || isGuid(account)) {
            return servicePrincipal(record) ? Kind.SERVICE : Kind.UNKNOWN;
        }
        if (account.indexOf('@') > 0) {
            return Kind.PERSON;
        }
        return account.indexOf('\\') > 0 ? Kind.PERSON : Kind.SERVICE;
    }

    private static boolean servicePrincipal(AuditRecord record) {
        int count = 0;
        for (JsonNode part : record.node("Actor")) {
            String id = RecordFields.text(part, "ID");
            if (id.startsWith("ServicePrincipal") || ++count > 20) {
                return id.startsWith("ServicePrincipal");
            }
        }
        return false;
    }

    private static boolean isGuid(String text) {
        return text.length() == 36
                && text.charAt(8) == '-'
                && text.charAt(13) == '-'
                && text.charAt(18) == '-'
                && text.charAt(23) == '-'
                && text.indexOf('@') < 0;
    }

    private static boolean startsWith(String account, String[] marks) {
        for (String mark : marks) {
            if (account.startsWith(mark)) {
                return true;
            }
        }
        return false;
    }
}
