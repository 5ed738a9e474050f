package dev.kith.simulate.m365;

import java.util.Locale;

/**
 * Whoever acts, as the cloud knows them; all numbers follow from the account.
 *
 * @param account the user principal name, or what stands in {@code UserId} for a service or for nobody known
 * @param displayName empty for services
 * @param type UserType of the schema: 0 a person, 2 an administrator, 3 the data centre, 5 an application
 */
public record User(String account, String displayName, int type) {
    /** A person of the tenant. */
    public static User person(String account, String displayName) {
        return new User(account, displayName, 0);
    }

    /** A part of Exchange that keeps house. */
    public static User system(String process) {
        return new User("NT AUTHORITY\\SYSTEM (" + process + ")", "", 3);
    }

    /** SharePoint itself, at work on files. */
    public static User sharePoint() {
        return new User("app@sharepoint", "", 5);
    }

    /** An application that acts by itself, known by its service principal. */
    public static User servicePrincipal(String name) {
        return new User("ServicePrincipal_" + Guid.of("principal", name), name, 4);
    }

    /** Somebody who came by an anonymous link: a hash stands for the visit. */
    public static User anonymous(String visitor) {
        return new User("urn:spo:anon#" + Guid.hex(64, "anon", visitor), "", 0);
    }

    /** Somebody from outside to whom a file was shared by name. */
    public static User guest(String address) {
        return new User("urn:spo:guest#" + address, "", 0);
    }

    /** The same person in an administrator's or owner's cmdlet, where Exchange says type 2. */
    User inCmdlet() {
        return type == 0 ? new User(account, displayName, 2) : this;
    }

    /** How Exchange spells the account: of every fifth, as somebody typed it when the mailbox was made. */
    String inExchange() {
        if (type == 3 || account.startsWith("urn:") || Guid.number(5, "spelling", account) != 0) {
            return account;
        }
        int dot = account.indexOf('.');
        String upper = account.substring(0, 1).toUpperCase(Locale.ROOT) + account.substring(1);
        return dot < 1 || dot > account.indexOf('@')
                ? upper
                : upper.substring(0, dot + 1)
                        + upper.substring(dot + 1, dot + 2).toUpperCase(Locale.ROOT)
                        + upper.substring(dot + 2);
    }

    /** The object's GUID in the directory. */
    public String objectId() {
        return Guid.of("object", account);
    }

    /** The passport number, 16 hexadecimal digits. */
    String puid() {
        return "100320" + Guid.hex(10, "puid", account).toUpperCase(Locale.ROOT);
    }

    String sid() {
        return "S-1-5-21-" + (1_000_000_000 + Guid.number(1_000_000_000, "domain")) + "-"
                + (1_000_000_000 + Guid.number(1_000_000_000, "domain2")) + "-"
                + (1_000_000_000 + Guid.number(1_000_000_000, "domain3")) + "-"
                + (1_000_000 + Guid.number(40_000_000, "sid", account));
    }

    String mailbox() {
        return Guid.of("mailbox", account);
    }

    /** The key that SharePoint knows them by. */
    String claim() {
        if (type == 5) {
            return "i:0i.t|00000003-0000-0ff1-ce00-000000000000|" + account;
        }
        return "i:0h.f|membership|"
                + (account.startsWith("urn:")
                        ? account.replace("#", "%23")
                        : puid().toLowerCase(Locale.ROOT) + "@live.com");
    }
}
