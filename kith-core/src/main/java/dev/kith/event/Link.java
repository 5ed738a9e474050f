package dev.kith.event;

import java.util.List;
import java.util.Set;

/**
 * One link with its truth: what the reader sees, what stands behind it, and where it goes once every wrapper is taken off.
 *
 * @param text visible text, or the alternative text of the image; empty where nothing is shown
 * @param href the address as written
 * @param wrappers layers taken off, outermost first
 * @param target where it goes after unwrapping; equals the innermost known layer, opaque or not
 * @param host host of the target, lower case, in ASCII form; for an opaque layer its hint where it gives one, else the wrapper's host
 * @param domain registrable domain of host, or the host itself for an address literal; empty where none
 * @param tenant whose corner of a shared host it is ({@code contoso} for contoso-my.sharepoint.com); empty where none
 */
public record Link(
        String text,
        String href,
        List<Wrapper> wrappers,
        String target,
        String host,
        String domain,
        String tenant,
        Kind kind,
        Place place,
        Set<Trait> traits) {
    public Link {
        wrappers = List.copyOf(wrappers);
        traits = Set.copyOf(traits);
    }

    /** Whether the last layer could not be opened, so that the target is not known. */
    public boolean opaque() {
        return !wrappers.isEmpty() && wrappers.get(wrappers.size() - 1).opaque();
    }

    /**
     * A gateway's or mailer's rewriting of a link.
     *
     * @param name who wrapped it, such as {@code safelinks}
     * @param url the wrapped form
     * @param opaque whether only the wrapper's owner can tell the target
     */
    public record Wrapper(String name, String url, boolean opaque) {}

    /** What sort of place the target is. */
    public enum Kind {
        FILE_STORAGE,
        FORM,
        FREE_HOSTING,
        SHORTENER,
        TRACKING,
        IP_LITERAL,
        DATA_URI,
        MAILTO,
        WEB
    }

    /** Where in the mail it was found. */
    public enum Place {
        TEXT,
        ANCHOR,
        BUTTON,
        IMAGE,
        IMAGE_MAP,
        FORM,
        REDIRECT,
        SCRIPT,
        HTML_ATTACHMENT,
        PDF,
        CALENDAR,
        OFFICE,
        QR_CODE
    }

    /** What is odd or telling about it. */
    public enum Trait {
        /** The text shown is not an address: the target is hidden behind words, a button or an image. */
        HIDDEN,
        /** The text shows one domain, the link goes to another. */
        SHOWS_OTHER_DOMAIN,
        /** Stands in quoted text of an earlier mail. */
        QUOTED,
        /** Leads to an unsubscribe page, by its text or by List-Unsubscribe. */
        UNSUBSCRIBE,
        /** The address of a recipient stands in it, plain or encoded. */
        CARRIES_RECIPIENT,
        /** user:password@ or a host set before @ to deceive. */
        USERINFO,
        /** Internationalised host that can be confused with an ASCII one. */
        HOMOGLYPH,
        /** Internationalised host. */
        PUNYCODE,
        /** A port other than 80 and 443. */
        ODD_PORT,
        /** Sends the reader on to another address held in its query. */
        OPEN_REDIRECT,
        /** The path names a sign-in page or another brand's name. */
        SIGN_IN_PATH,
        /** http, not https. */
        PLAIN_HTTP
    }
}
