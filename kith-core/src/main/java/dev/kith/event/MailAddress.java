package dev.kith.event;

import java.util.Locale;

/**
 * A mail address, compared in lower case. Holds whatever a header claimed, so neither part need be valid.
 *
 * @param local the part before the last {@code @}
 * @param domain the part after it, in lower case, without a trailing dot; empty where there is none
 */
public record MailAddress(String local, String domain) {
    public MailAddress {
        local = local.toLowerCase(Locale.ROOT);
        domain = domain.toLowerCase(Locale.ROOT);
    }

    /** Splits at the last {@code @}; a text without one becomes a local part without a domain. */
    public static MailAddress of(String text) {
        String trimmed = text.strip();
        int at = trimmed.lastIndexOf('@');
        if (at < 0) {
            return new MailAddress(trimmed, "");
        }
        String domain = trimmed.substring(at + 1);
        while (domain.endsWith(".")) {
            domain = domain.substring(0, domain.length() - 1);
        }
        return new MailAddress(trimmed.substring(0, at), domain);
    }

    @Override
    public String toString() {
        return domain.isEmpty() ? local : local + "@" + domain;
    }
}
