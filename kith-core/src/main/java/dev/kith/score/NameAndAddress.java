package dev.kith.score;

import com.google.common.collect.ImmutableSet;
import dev.kith.event.MailAddress;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether a name and the address under it have anything in common. People and firms put their name, or its beginning, or its
 * initials into their addresses; who rents addresses by the thousand does not.
 */
final class NameAndAddress {
    /** So many letters of a word are hardly in an address by chance. Chosen by hand. */
    private static final int LETTERS = 4;

    private static final int WORD_LETTERS_MIN = 3;

    /** Names of offices say nothing about whose they are. Written by hand. */
    private static final ImmutableSet<String> ROLES = ImmutableSet.of(
            "abteilung",
            "accounting",
            "accounts",
            "admin",
            "administration",
            "alert",
            "alerts",
            "and",
            "assistance",
            "atencion",
            "billing",
            "buchhaltung",
            "care",
            "center",
            "centre",
            "client",
            "cliente",
            "clients",
            "compta",
            "customer",
            "department",
            "des",
            "dienst",
            "email",
            "equipe",
            "facturation",
            "helpdesk",
            "info",
            "information",
            "invoices",
            "invoicing",
            "kunden",
            "kundendienst",
            "kundenservice",
            "mail",
            "mailing",
            "marketing",
            "news",
            "newsletter",
            "noreply",
            "notification",
            "notifications",
            "office",
            "online",
            "order",
            "orders",
            "portal",
            "relations",
            "reply",
            "rechnung",
            "rechnungen",
            "sales",
            "service",
            "services",
            "support",
            "system",
            "team",
            "the",
            "und",
            "update",
            "updates",
            "vertrieb",
            "web");

    private static final Pattern OTHERS = Pattern.compile("[^a-z]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private NameAndAddress() {}

    /** True as well where nothing can be said: no name, or none in Latin letters. */
    static boolean alike(String name, MailAddress address) {
        String[] words = OTHERS.split(latin(name), -1);
        String in = OTHERS.matcher(latin(address.local() + address.domain())).replaceAll("");
        boolean judged = false;
        StringBuilder initials = new StringBuilder();
        for (String word : words) {
            if (!word.isEmpty()) {
                initials.append(word.charAt(0));
            }
            if (word.length() >= WORD_LETTERS_MIN) {
                judged |= !ROLES.contains(word);
                if (in.contains(word.substring(0, Math.min(LETTERS, word.length())))) {
                    return true;
                }
            }
        }
        String local = latin(address.local());
        String letters = String.join("", words);
        for (String part : OTHERS.split(local, -1)) {
            if (part.length() >= LETTERS && letters.contains(part)) {
                return true;
            }
        }
        return !judged
                || (initials.length() >= 2 && local.startsWith(initials.toString()))
                || beginnings(local.replaceAll("[^a-z]", ""), 0, words, 0, 0);
    }

    /** Whether the rest of an address is made of beginnings of the words in their order, of two at least: laquiman, jfsmith. */
    private static boolean beginnings(String local, int at, String[] words, int word, int used) {
        if (at == local.length()) {
            return used >= 2;
        }
        if (word >= Math.min(words.length, WORDS_MAX)) {
            return false;
        }
        int length = 0;
        while (at + length < local.length()
                && length < words[word].length()
                && local.charAt(at + length) == words[word].charAt(length)) {
            length++;
        }
        for (int take = length; take >= 0; take--) {
            if (beginnings(local, at + take, words, word + 1, used + (take > 0 ? 1 : 0))) {
                return true;
            }
        }
        return false;
    }

    /** More words than people have names; bounds the search. */
    private static final int WORDS_MAX = 6;

    /** Small letters without their marks. */
    private static String latin(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
