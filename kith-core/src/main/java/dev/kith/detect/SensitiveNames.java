package dev.kith.detect;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.util.Locale;

/** Names of files that are likely to hold secrets, money or people's data. A name is a hint: contents are never read. */
public final class SensitiveNames {
    /** Beginnings of words, in seven languages. Written by hand from what intruders look for. */
    private static final ImmutableSet<String> STEMS = ImmutableSet.of(
            "password",
            "passwd",
            "passwort",
            "kennwort",
            "motdepasse",
            "contrasen",
            "senha",
            "wachtwoord",
            "credential",
            "secret",
            "geheim",
            "confidential",
            "vertraulich",
            "confidenti",
            "riservat",
            "vertrouwelijk",
            "privatekey",
            "apikey",
            "recoverykey",
            "credit",
            "kredit",
            "carte",
            "tarjeta",
            "cartao",
            "iban",
            "bank",
            "banque",
            "banco",
            "payroll",
            "salar",
            "gehalt",
            "lohn",
            "stipend",
            "nomina",
            "passport",
            "reisepass",
            "passeport",
            "pasaporte",
            "payment",
            "zahlung",
            "paiement",
            "wire",
            "account",
            "konto",
            "kontodaten",
            "tax",
            "steuer",
            "fiscal",
            "patient",
            "medical",
            "personnel",
            "personal",
            "employee",
            "mitarbeiter",
            "customer",
            "kunden",
            "client",
            "ssn",
            "socialsecurity",
            "pin",
            "vpn",
            "backup",
            "ledger",
            "budget",
            "merger",
            "acquisition",
            "contract");

    /** What alone is worth a theft; the rest is only business. */
    private static final ImmutableSet<String> SECRETS = ImmutableSet.of(
            "password",
            "passwd",
            "passwort",
            "kennwort",
            "motdepasse",
            "contrasen",
            "senha",
            "wachtwoord",
            "credential",
            "secret",
            "geheim",
            "privatekey",
            "apikey",
            "recoverykey",
            "credit",
            "kredit",
            "iban",
            "payroll",
            "salar",
            "gehalt",
            "lohn",
            "nomina",
            "passport",
            "reisepass",
            "passeport",
            "pasaporte",
            "ssn",
            "socialsecurity");

    private static final Splitter WORDS = Splitter.on(CharMatcher.forPredicate(c -> !Character.isLetterOrDigit(c)))
            .omitEmptyStrings();

    private static final int NAME_CHARS_MAX = 400;

    private SensitiveNames() {}

    /** Whether a file by this name or path is likely to hold something to protect. */
    public static boolean sensitive(String path) {
        return matches(path, STEMS);
    }

    /** Whether a file by this name or path is likely to hold secrets or data of cards, pay or papers. */
    public static boolean secret(String path) {
        return matches(path, SECRETS);
    }

    private static boolean matches(String path, ImmutableSet<String> stems) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String cut = name.substring(0, Math.min(name.length(), NAME_CHARS_MAX)).toLowerCase(Locale.ROOT);
        for (String word : WORDS.split(cut)) {
            for (String stem : stems) {
                if (word.startsWith(stem) && (stem.length() > 4 || word.length() <= stem.length() + 2)) {
                    return true;
                }
            }
        }
        return false;
    }
}
