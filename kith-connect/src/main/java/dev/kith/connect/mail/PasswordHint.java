package dev.kith.connect.mail;

import java.util.List;

/** Whether a text gives a password, as mails with encrypted archives do, in the seven languages kith reads. */
final class PasswordHint {
    private static final List<String> WORDS = List.of(
            "password",
            "passcode",
            "pass code",
            "passwort",
            "kennwort",
            "mot de passe",
            "contraseña",
            "clave",
            "parola d'ordine",
            "senha",
            "palavra-passe",
            "wachtwoord",
            "pwd");
    private static final int AHEAD_CHARS = 40; // chosen by hand: "password for the archive is: 1234"

    private PasswordHint() {}

    static boolean in(String text) {
        String lower = Words.lower(text);
        for (String word : WORDS) {
            int at = lower.indexOf(word);
            while (at >= 0) {
                if (valueFollows(lower, at + word.length())) {
                    return true;
                }
                at = lower.indexOf(word, at + word.length());
            }
        }
        return false;
    }

    /** A colon or equals sign, or a word with a digit, soon after. */
    private static boolean valueFollows(String text, int from) {
        int end = Math.min(text.length(), from + AHEAD_CHARS);
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c == ':' || c == '=' || Words.isAsciiDigit(c)) {
                return true;
            }
            if (c == '.' || c == '?' || c == '!') {
                return false;
            }
        }
        return false;
    }
}
