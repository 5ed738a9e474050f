package dev.kith.detect;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.util.Locale;

/** Names of files that are likely to hold secrets, or data of cards, pay or papers. A name is a hint: contents are never read. */
public final class SensitiveNames {
    /** Beginnings of words, in seven languages. Written by hand from what intruders look for. */
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

    /** Whether a file by this name or path is likely to hold secrets or data of cards, pay or papers. */
    public static boolean secret(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String cut = name.substring(0, Math.min(name.length(), NAME_CHARS_MAX)).toLowerCase(Locale.ROOT);
        for (String word : WORDS.split(cut)) {
            for (String stem : SECRETS) {
                if (word.startsWith(stem) && (stem.length() > 4 || word.length() <= stem.length() + 2)) {
                    return true;
                }
            }
        }
        return false;
    }
}
