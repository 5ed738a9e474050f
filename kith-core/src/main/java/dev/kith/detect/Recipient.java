package dev.kith.detect;

import dev.kith.event.AccountId;
import dev.kith.event.DomainTrait;
import dev.kith.event.MailAddress;
import dev.kith.profile.World;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Whom a file was shared with. */
public enum Recipient {
    NOBODY,
    WITHIN,
    /** An address of an organisation that is not ours, or a domain. */
    OUTSIDE,
    /** An address that anybody can have. */
    PRIVATE,
    /** One of those that bears the name of whoever shares. */
    OWN_PRIVATE;

    public boolean isPrivate() {
        return this == PRIVATE || this == OWN_PRIVATE;
    }

    /** Parts of a name that are shorter are in many names; by one letter, they must stand alone. Chosen by hand. */
    private static final int NAME_MIN = 4;

    /**
     * @param account who shares
     * @param target an address or a domain, in lower case; empty where nobody is named
     * @param owns tells our addresses
     */
    static Recipient of(AccountId account, String target, Predicate<MailAddress> owns, World world) {
        if (target.indexOf('.') < 0) {
            return target.isEmpty() ? NOBODY : WITHIN; // a group, by its name
        }
        int at = target.lastIndexOf('@');
        MailAddress address = MailAddress.of(at < 0 ? "anybody@" + target : target);
        if (owns.test(address)) {
            return WITHIN;
        }
        Set<DomainTrait> traits = world.traits(address.domain());
        if (at < 0 || !traits.contains(DomainTrait.FREE_MAIL) && !traits.contains(DomainTrait.DISPOSABLE_MAIL)) {
            return OUTSIDE;
        }
        return alike(account.value(), target.substring(0, at)) ? OWN_PRIVATE : PRIVATE;
    }

    /** Whether an address bears a part of the account's name. */
    private static boolean alike(String account, String local) {
        int at = account.indexOf('@');
        String letters = String.join("", parts(local));
        for (String part : parts(at < 0 ? account : account.substring(0, at))) {
            boolean whole = part.length() == NAME_MIN - 1 && parts(local).contains(part);
            if (whole || part.length() >= NAME_MIN && letters.contains(part)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> parts(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1));
    }
}
