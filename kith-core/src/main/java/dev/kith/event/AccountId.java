package dev.kith.event;

import java.util.Locale;

/** A user principal name, mail address or other account name, compared in lower case; never empty. */
public record AccountId(String value) {
    public AccountId {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("account id is blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
