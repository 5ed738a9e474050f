package dev.kith.connect.link;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words in addresses and link texts that tell what a link is for. Chosen by hand. */
final class Wording {
    private static final List<String> UNSUBSCRIBE = List.of(
            "unsubscri",
            "opt out",
            "opt-out",
            "optout",
            "abmelden",
            "abbestell",
            "austragen",
            "désabonn",
            "desabonn",
            "désinscri",
            "desinscri",
            "darse de baja",
            "dar de baja",
            "cancelar suscrip",
            "cancelar a inscri",
            "cancelar inscri",
            "descadastr",
            "annulla iscrizione",
            "disiscri",
            "cancellati",
            "uitschrijv",
            "afmelden",
            "email preferences",
            "manage preferences",
            "listmanage");

    private static final List<String> SIGN_IN = List.of(
            "login",
            "log-in",
            "logon",
            "signin",
            "sign-in",
            "sign_in",
            "webmail",
            "/owa",
            "oauth",
            "authenticate",
            "verify",
            "verification",
            "password",
            "passwort",
            "passwd",
            "anmelden",
            "connexion",
            "iniciar-sesion",
            "accedi",
            "inloggen");

    /** Names that sign-in pages of others are dressed in. Chosen by hand from public phishing reports of 2020 to 2025. */
    private static final Set<String> BRANDS = Set.of(
            "microsoft",
            "office365",
            "o365",
            "office",
            "outlook",
            "onedrive",
            "sharepoint",
            "teams",
            "docusign",
            "adobe",
            "adobesign",
            "dropbox",
            "wetransfer",
            "google",
            "gmail",
            "gdrive",
            "icloud",
            "appleid",
            "apple",
            "paypal",
            "amazon",
            "netflix",
            "facebook",
            "instagram",
            "linkedin",
            "whatsapp",
            "dhl",
            "fedex",
            "ups",
            "usps",
            "maersk",
            "intuit",
            "quickbooks",
            "xero",
            "okta",
            "chase",
            "wellsfargo",
            "hsbc",
            "santander",
            "coinbase",
            "binance",
            "metamask",
            "webmail",
            "zimbra",
            "roundcube",
            "cpanel");

    private Wording() {}

    static boolean unsubscribes(String text, String path) {
        return containsAny(text.toLowerCase(Locale.ROOT), UNSUBSCRIBE)
                || containsAny(path.toLowerCase(Locale.ROOT), UNSUBSCRIBE);
    }

    /** Whether a path names a sign-in page. */
    static boolean signsIn(String path) {
        return path.length() > 3 && containsAny(path.toLowerCase(Locale.ROOT), SIGN_IN);
    }

    /** Whether a brand's name is a word of this path while the brand does not own the domain. */
    static boolean namesOtherBrand(String path, String domain) {
        int start = 0;
        for (int i = 0; i <= path.length(); i++) {
            if (i < path.length() && Character.isLetterOrDigit(path.charAt(i))) {
                continue;
            }
            if (i - start >= 3) {
                String word = path.substring(start, i).toLowerCase(Locale.ROOT);
                if (BRANDS.contains(word) && !domain.contains(word)) {
                    return true;
                }
            }
            start = i + 1;
        }
        return false;
    }

    private static boolean containsAny(String text, List<String> words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
