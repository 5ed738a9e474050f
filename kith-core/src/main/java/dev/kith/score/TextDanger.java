package dev.kith.score;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.kith.event.Intent;
import dev.kith.event.MailAddress;
import dev.kith.event.MailText;
import dev.kith.profile.MailFacts;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How dangerous the words of a mail are: what it asks for, by the intent model, and how it was built to pass filters.
 *
 * <p>Intents overlap (an invoice lure is a document lure), so the strongest counts in full and each further one half of the
 * one before: evidence that comes from the same sentence is not counted twice. Weights in nats, chosen by hand.
 */
final class TextDanger {
    /** What a certain intent is worth. Urgency and secrecy press, they harm little alone. */
    private static final Map<Intent, Double> WORTH = new EnumMap<>(Map.ofEntries(
            Map.entry(Intent.CREDENTIAL, 3.2),
            Map.entry(Intent.PAYMENT, 1.6),
            Map.entry(Intent.BANK_CHANGE, 3.2),
            Map.entry(Intent.PAYROLL, 1.8),
            Map.entry(Intent.GIFT_CARD, 3.6),
            Map.entry(Intent.DOCUMENT_LURE, 2.2),
            Map.entry(Intent.E_SIGNATURE, 2.0),
            Map.entry(Intent.VOICEMAIL, 2.2),
            Map.entry(Intent.INVOICE, 1.3),
            Map.entry(Intent.DELIVERY, 1.8),
            Map.entry(Intent.MAILBOX_NOTICE, 3.2),
            Map.entry(Intent.THREAT, 2.4),
            Map.entry(Intent.URGENCY, 0.9),
            Map.entry(Intent.SECRECY, 1.2),
            Map.entry(Intent.OPENER, 1.8),
            Map.entry(Intent.PRIZE, 3.4),
            Map.entry(Intent.ADVANCE_FEE, 3.4),
            Map.entry(Intent.UNSOLICITED_OFFER, 2.6),
            Map.entry(Intent.CALLBACK, 2.8),
            Map.entry(Intent.ACKNOWLEDGEMENT, 2.0),
            Map.entry(Intent.DATA_REQUEST, 2.4)));

    /** What a correspondent of ours can hardly mean without something to press or open. */
    private static final ImmutableSet<Intent> NEEDS_A_LINK = Sets.immutableEnumSet(
            Intent.CREDENTIAL,
            Intent.DOCUMENT_LURE,
            Intent.E_SIGNATURE,
            Intent.VOICEMAIL,
            Intent.DELIVERY,
            Intent.MAILBOX_NOTICE,
            Intent.THREAT,
            Intent.ACKNOWLEDGEMENT);

    /** Below this an intent is noise of the model. */
    private static final double PROBABILITY_MIN = 0.25;

    /**
     * A known correspondent's lure is worded softly, and how strange it is will be asked beside: where the mail leads to a
     * place that anybody can make, half an intent is worth more than half. The square root is chosen by hand.
     */
    private static final double PROBABILITY_MIN_WITH_LURE = 0.12;

    private static final double SHARE_OF_NEXT = 0.5;

    /** {@code known}: whether the sender is a correspondent of some standing. */
    void weigh(MailFacts facts, boolean known, Findings findings) {
        MailText text = facts.mail().text();
        boolean lure = known && facts.links().stream().anyMatch(l -> MailFacts.anybodysPlace(l) || l.opaque());
        double least = lure ? PROBABILITY_MIN_WITH_LURE : PROBABILITY_MIN;
        record Weighed(Intent intent, double probability, double nats) {}
        List<Weighed> intents = text.intents().entrySet().stream()
                .filter(e -> e.getValue() >= least)
                .map(e -> new Weighed(
                        e.getKey(),
                        e.getValue(),
                        (lure ? Math.sqrt(e.getValue()) : e.getValue()) * WORTH.getOrDefault(e.getKey(), 0.0)))
                .sorted(Comparator.comparingDouble((Weighed w) -> -w.nats()).thenComparing(Weighed::intent))
                .toList();
        double share = 1;
        double length = lengthShare(text.words());
        boolean nothingToPress =
                known && facts.links().isEmpty() && facts.mail().attachments().isEmpty();
        for (Weighed w : intents) {
            String code = "intent-" + w.intent().name().toLowerCase(Locale.ROOT).replace('_', '-');
            findings.dangerous(
                    code,
                    String.join(" | ", text.cues()),
                    percent(w.probability()),
                    share * length * w.nats() * (lacksItsMeans(w.intent(), nothingToPress, text) ? 0.5 : 1));
            share *= SHARE_OF_NEXT;
        }
        greeting(facts, findings);
        if (!known) {
            style(facts, findings);
        }
        if (!known && text.words() < WORDS_FEW && !facts.links().isEmpty()) {
            findings.dangerous("link-without-words", text.preview(), "", 1);
        }
        making(facts, findings);
    }

    /** Whether a mail asks for something and gives nothing to do it with: no link to press, no number to call. */
    private static boolean lacksItsMeans(Intent intent, boolean nothingToPress, MailText text) {
        if (intent == Intent.CALLBACK) {
            return !text.traits().contains(MailText.Trait.TELEPHONE_NUMBER);
        }
        return nothingToPress && NEEDS_A_LINK.contains(intent);
    }

    /**
     * The most of many sentences looks like something by chance, so the intents of long texts count less; bounded, since padding
     * costs an attacker nothing.
     */
    private static double lengthShare(int words) {
        return Math.max(LONG_TEXT_SHARE_MIN, Math.min(1, 1 - 0.25 * Math.log(words / LURE_WORDS)));
    }

    /** Lures are hardly longer. Chosen by hand. */
    private static final double LURE_WORDS = 120;

    private static final double LONG_TEXT_SHARE_MIN = 0.7;

    /** A stranger's subject dressed as advertising; among correspondents it is their way. */
    private static void style(MailFacts facts, Findings findings) {
        List<String> marks =
                SubjectStyle.marks(facts.mail().subject(), facts.mail().from().name());
        if (!marks.isEmpty()) {
            findings.dangerous(
                    "subject-advertises",
                    String.join(", ", marks),
                    "",
                    Math.min(STYLE_NATS_MAX, STYLE_NATS * (1 + marks.size())));
        }
    }

    /** Chosen by hand: lawful newsletters do it too. */
    private static final double STYLE_NATS = 0.35;

    private static final double STYLE_NATS_MAX = 1.4;

    /** Who knows people writes to them by name; who bought a list writes to addresses. */
    private static void greeting(MailFacts facts, Findings findings) {
        String subject = facts.mail().subject().toLowerCase(Locale.ROOT);
        String preview = facts.mail().text().preview().toLowerCase(Locale.ROOT);
        String head = preview.substring(0, Math.min(GREETING_CHARS, preview.length()));
        for (MailAddress ours : facts.ours()) {
            String address = ours.toString();
            if (address.length() >= ADDRESS_CHARS_MIN && (subject.contains(address) || head.contains(address))) {
                findings.dangerous("address-as-name", address, "", 1.4);
                return;
            }
        }
    }

    /** Below this a stranger's mail is nothing but its link. Chosen by hand. */
    private static final int WORDS_FEW = 6;

    private static final int GREETING_CHARS = 80;
    private static final int ADDRESS_CHARS_MIN = 6;

    private static void making(MailFacts facts, Findings findings) {
        for (MailText.Trait trait : MailText.Trait.values()) {
            if (!facts.mail().text().traits().contains(trait)) {
                continue;
            }
            switch (trait) {
                case HIDDEN_TEXT ->
                    findings.dangerous("hidden-text", "text nobody can see", "", facts.bulk() ? 0.2 : 1);
                case INVISIBLE_CHARACTERS ->
                    findings.dangerous(
                            "invisible-characters",
                            "words split by invisible characters",
                            "",
                            facts.bulk() ? 0.2 : 1.5);
                case MIXED_SCRIPTS ->
                    findings.dangerous("mixed-scripts", "letters of several scripts in a word", "", 1.5);
                case IMAGE_ONLY -> findings.dangerous("image-only", "a picture instead of text", "", 1.2);
                case PARTS_DIFFER -> findings.dangerous("parts-differ", "text and HTML say different things", "", 0.6);
                case PASSWORD_GIVEN ->
                    findings.dangerous("password-given", "gives the password of its attachment", "", 1);
                case EMPTY, TELEPHONE_NUMBER -> {
                    // an empty mail asks for nothing; a number counts where a call is asked for
                }
            }
        }
    }

    private static String percent(double probability) {
        return Math.round(100 * probability) + " % sure";
    }
}
