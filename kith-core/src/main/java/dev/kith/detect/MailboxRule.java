package dev.kith.detect;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.kith.event.MailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an inbox rule or a mailbox setting does with mail, read from its parameters by Exchange's names. */
public final class MailboxRule {
    /** Folders in which nobody looks for mail. By their English names and those of four other languages. */
    private static final ImmutableSet<String> UNREAD_FOLDERS = ImmutableSet.of(
            "rss feeds",
            "rss subscriptions",
            "rss-feeds",
            "rss",
            "conversation history",
            "archive",
            "junk email",
            "junk e-mail",
            "deleted items",
            "notes",
            "sync issues",
            "archiv",
            "gelöschte elemente",
            "junk-e-mail",
            "flux rss",
            "éléments supprimés",
            "elementos eliminados",
            "posta eliminata",
            "verwijderde items");

    private static final ImmutableList<String> TARGETS = ImmutableList.of(
            "ForwardTo", "RedirectTo", "ForwardAsAttachmentTo", "ForwardingSmtpAddress", "ForwardingAddress");

    private MailboxRule() {}

    /** What a rule does, in words. */
    public static String words(Map<String, String> details) {
        List<String> said = new ArrayList<>();
        if (details.getOrDefault("DeleteMessage", "").equalsIgnoreCase("true")) {
            said.add("deletes mail");
        }
        String folder = details.getOrDefault("MoveToFolder", "");
        if (!folder.isEmpty()) {
            said.add("moves mail to " + folder);
        }
        for (String target : TARGETS) {
            if (details.containsKey(target)) {
                said.add("sends mail on to " + details.get(target));
            }
        }
        String about = details.entrySet().stream()
                .filter(e -> e.getKey().contains("Words"))
                .map(Map.Entry::getValue)
                .sorted()
                .collect(Collectors.joining("; "));
        return String.join(", ", said) + (about.isEmpty() ? "" : " where it speaks of " + about);
    }

    static boolean hidesMail(Map<String, String> details) {
        if (details.getOrDefault("DeleteMessage", "").equalsIgnoreCase("true")) {
            return true;
        }
        String folder = details.getOrDefault("MoveToFolder", "").toLowerCase(Locale.ROOT);
        String name = folder.substring(Math.max(folder.lastIndexOf('\\'), folder.lastIndexOf(':')) + 1);
        return UNREAD_FOLDERS.contains(name);
    }

    /** What an intruder does not want the owner to read: of money, and of the break-in. In seven languages, written by hand. */
    private static final Pattern WARNING = Pattern.compile(
            "invoice|payment|bank|wire|iban|remittance|fraud|hack|phish|suspicious|security|password|scam|virus|spam"
                    + "|rechnung|zahlung|konto|betrug|verdächtig|kennwort|passwort|facture|paiement|virement|fraude|suspect"
                    + "|factura|pago|transferencia|contraseña|fattura|pagamento|bonifico|frode|fatura|transferência|senha"
                    + "|factuur|betaling|wachtwoord",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Whether a rule hides mail of which an owner should know, or every mail. */
    static boolean hidesWarnings(Map<String, String> details) {
        if (!hidesMail(details)) {
            return false;
        }
        boolean conditions = false;
        for (Map.Entry<String, String> detail : details.entrySet()) {
            if (detail.getKey().contains("Contains") || detail.getKey().startsWith("From")) {
                conditions = true;
                if (detail.getKey().contains("Words")
                        && WARNING.matcher(detail.getValue()).find()) {
                    return true;
                }
            }
        }
        return !conditions;
    }

    /** A name that nobody gives to a rule he means to find again: a letter, a digit, a dot. */
    private static final int NAME_CHARS_MAX = 2;

    /** Whether a rule that hides warnings also hides itself: its mail is marked as read, or it bears no real name. */
    static boolean hidesItself(Map<String, String> details) {
        return hidesWarnings(details)
                && (details.getOrDefault("MarkAsRead", "").equalsIgnoreCase("true")
                        || details.getOrDefault("Name", "rule").strip().length() <= NAME_CHARS_MAX);
    }

    private static final Pattern MONEY = Pattern.compile(
            "invoice|payment|bank|wire|iban|remittance|rechnung|zahlung|überweisung|facture|paiement|virement|factura|pago"
                    + "|transferencia|fattura|pagamento|bonifico|fatura|transferência|factuur|betaling",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Whether a rule picks out mail that speaks of money. */
    static boolean aboutMoney(Map<String, String> details) {
        return details.entrySet().stream()
                .anyMatch(e -> e.getKey().contains("Words")
                        && MONEY.matcher(e.getValue()).find());
    }

    /** Whether mail is sent on and none left in the mailbox, by a setting of the whole mailbox. */
    static boolean keepsNoCopy(Map<String, String> details) {
        boolean setting = details.containsKey("ForwardingSmtpAddress") || details.containsKey("ForwardingAddress");
        return setting
                && details.getOrDefault("DeliverToMailboxAndForward", "false").equalsIgnoreCase("false");
    }

    /** {@code owns} tells our addresses. What names no address is a mailbox here. */
    static boolean forwardsOut(Map<String, String> details, Predicate<MailAddress> owns) {
        for (String target : TARGETS) {
            String value = details.getOrDefault(target, "").toLowerCase(Locale.ROOT);
            int at = value.indexOf('@');
            if (at > 0) {
                String address = value.substring(value.lastIndexOf(':') + 1)
                        .replaceAll("[\\[\\]\"<>]", " ")
                        .strip();
                if (!owns.test(MailAddress.of(address.split("[ ;,]", 2)[0]))) {
                    return true;
                }
            }
        }
        return false;
    }
}
