package dev.kith.simulate.m365;

import java.util.Locale;

/**
 * An organisation as the cloud knows it.
 *
 * @param id its GUID
 * @param domain its mail domain
 * @param name the name of its SharePoint, first label of {@code NAME.sharepoint.com}
 */
public record Tenant(String id, String domain, String name) {
    /** The first domain of every tenant. */
    public String onMicrosoft() {
        return name + ".onmicrosoft.com";
    }

    /** Address of a team's site. */
    public String site(String site) {
        return "https://" + name + ".sharepoint.com/sites/" + site.replace(" ", "");
    }

    /** Address of a person's own files. */
    public String oneDrive(String account) {
        return "https://" + name + "-my.sharepoint.com/personal/"
                + account.toLowerCase(Locale.ROOT)
                        .replace('@', '_')
                        .replace('.', '_')
                        .replace('-', '_');
    }

    /** Where Exchange keeps an object of the tenant. */
    String exchangePath(String object) {
        return "EURPR0" + (1 + Guid.number(9, id, "forest")) + "A00" + (1 + Guid.number(9, id, "set"))
                + ".PROD.OUTLOOK.COM/Microsoft Exchange Hosted Organizations/" + onMicrosoft() + "/" + object;
    }

    /** A mailbox server, from which a record comes. */
    String server(String key) {
        return "DB" + (3 + Guid.number(6, key)) + "PR0" + (1 + Guid.number(9, id, "forest")) + "MB"
                + (1000 + Guid.number(9000, key, "server")) + " (15.20." + (8400 + Guid.number(600, id, "build")) + ".0"
                + (10 + Guid.number(30, key, "minor")) + ")";
    }
}
