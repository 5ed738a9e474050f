package dev.kith.detect;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.kith.profile.MailFacts;
import dev.kith.profile.MailProfiles;
import dev.kith.score.Evidence;
import dev.kith.score.Score;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What is to be done with a mail of a given score, which findings name it, and what would have let it through. */
public final class MailDecision {
    /** Held: strange and dangerous. The lines are chosen by hand and measured on the replays and simulated organisations. */
    public static final double HOLD_LINE = 0.37;

    /** To the junk folder: not sure enough to hold. */
    static final double JUNK_LINE = 0.18;

    /** Links are locked, or a dangerous attachment stripped. */
    static final double LOCK_LINE = 0.14;

    /** From here a finding is shown. */
    public static final double TAG_LINE = 0.08;

    private MailDecision() {}

    /**
     * The strongest action that active mode would take.
     *
     * @param aside a stranger's mail that the house's own filter put aside: there is nothing left to hold
     */
    public static MailAction action(MailFacts facts, Score score, List<Evidence> evidence, boolean aside) {
        double value = score.value();
        if (value >= HOLD_LINE) {
            return aside || unsolicited(evidence) ? MailAction.JUNK : MailAction.HOLD;
        }
        if (value >= JUNK_LINE) {
            return MailAction.JUNK;
        }
        if (value >= LOCK_LINE) {
            if (has(evidence, e -> e.code().startsWith("attachment-"))) {
                return MailAction.STRIP_ATTACHMENT;
            }
            return facts.links().isEmpty() ? MailAction.TAG : MailAction.LOCK_LINKS;
        }
        return value >= TAG_LINE ? MailAction.TAG : MailAction.NONE;
    }

    /** What everybody who sells by mail does, too: sending copies, under the name of a firm. */
    private static final ImmutableSet<String> OF_SELLERS = ImmutableSet.of("campaign", "name-unlike-address");

    /** Whether the worst of it is that somebody sells something: nuisance, not theft. */
    private static boolean unsolicited(List<Evidence> evidence) {
        return evidence.stream()
                .filter(e -> e.axis() == Evidence.Axis.DANGEROUS && !OF_SELLERS.contains(e.code()))
                .max((a, b) -> Double.compare(a.nats(), b.nats()))
                .map(e -> e.code().equals("intent-unsolicited-offer"))
                .orElse(false);
    }

    private static boolean has(List<Evidence> evidence, Predicate<Evidence> test) {
        return evidence.stream().anyMatch(test);
    }

    /** The findings, in the order of {@link Tag}. */
    public static List<Tag> tags(MailFacts facts, List<Evidence> evidence, boolean known, boolean aside) {
        Set<Tag> tags = EnumSet.noneOf(Tag.class);
        if (aside) {
            tags.add(Tag.FILTERED);
        }
        double strange = 0;
        for (Evidence e : evidence) {
            if (e.axis() == Evidence.Axis.STRANGE) {
                strange += e.nats();
            }
            tag(e, tags);
        }
        if (known && strange >= OUT_OF_CHARACTER_NATS) {
            tags.add(Tag.OUT_OF_CHARACTER);
        }
        if (tags.contains(Tag.FILE_STORAGE_LURE) && !has(evidence, e -> e.code().startsWith("intent-"))) {
            tags.remove(Tag.FILE_STORAGE_LURE);
        }
        boolean leads = has(evidence, e -> e.code().startsWith("link-") && e.axis() == Evidence.Axis.DANGEROUS);
        boolean asks = has(evidence, e -> e.code().startsWith("intent-"));
        if (facts.direction() == dev.kith.event.Direction.INTERNAL && leads && asks && strange > 0) {
            tags.add(Tag.INTERNAL_PHISHING);
        }
        return List.copyOf(tags);
    }

    /** Departures that together make a known correspondent out of character: three habits broken. Chosen by hand. */
    private static final double OUT_OF_CHARACTER_NATS = 2.5;

    private static void tag(Evidence e, Set<Tag> tags) {
        switch (e.code()) {
            case "first-contact" -> tags.add(Tag.FIRST_CONTACT);
            case "link-hidden", "link-behind-button" -> tags.add(Tag.HIDDEN_LINK);
            case "link-shows-other-domain" -> tags.add(Tag.LINK_SHOWS_OTHER_DOMAIN);
            case "link-file-storage" -> tags.add(Tag.FILE_STORAGE_LURE);
            case "link-free-hosting", "link-form" -> tags.add(Tag.FREE_HOSTING_LINK);
            case "link-opaque" -> tags.add(Tag.OPAQUE_LINK);
            case "link-in-qr-code" -> tags.add(Tag.QR_CODE);
            case "look-alike-domain" -> tags.add(Tag.LOOK_ALIKE_SENDER);
            case "name-of-colleague" -> tags.add(Tag.NAME_OF_COLLEAGUE);
            case "name-of-correspondent" -> tags.add(Tag.NAME_OF_PARTNER);
            case "name-of-brand" -> tags.add(Tag.NAME_OF_BRAND);
            case "reply-diverted" -> tags.add(Tag.REPLY_DIVERTED);
            case "dmarc-failed", "spf-failed", "forged-address-of-ours" -> tags.add(Tag.AUTHENTICATION_FAILED);
            case "intent-credential", "intent-mailbox-notice", "intent-acknowledgement" ->
                tags.add(Tag.CREDENTIAL_LURE);
            case "intent-payment", "intent-invoice" -> tags.add(Tag.PAYMENT_REQUEST);
            case "intent-bank-change", "intent-payroll" -> tags.add(Tag.PAYMENT_DIVERSION);
            case "intent-gift-card" -> tags.add(Tag.GIFT_CARD);
            case "intent-threat" -> tags.add(Tag.EXTORTION);
            case "intent-prize", "intent-advance-fee", "intent-callback", "intent-data-request" -> tags.add(Tag.SCAM);
            case "intent-unsolicited-offer" -> tags.add(Tag.UNSOLICITED);
            case "attachment-encrypted" -> tags.add(Tag.ENCRYPTED_ATTACHMENT);
            case "campaign" -> tags.add(Tag.CAMPAIGN);
            case "recipients-new-together", "audience-wider-than-usual" -> tags.add(Tag.WIDE_RECIPIENTS);
            case "outbound-burst" -> tags.add(Tag.OUTBOUND_BURST);
            case "hidden-text", "invisible-characters", "mixed-scripts", "image-only" -> tags.add(Tag.EVASION);
            default -> {
                if (e.code().startsWith("attachment-")) {
                    tags.add(Tag.DANGEROUS_ATTACHMENT);
                }
            }
        }
    }

    /** The parts of a mail that could have been otherwise, in the order in which a sender would change them. */
    private enum Part {
        LINK("had the link led to %s", "link-", "form-in-mail", "request-new-for-sender") {
            @Override
            boolean holds(Evidence e) {
                return super.holds(e) && !CROWD.holds(e);
            }
        },
        ATTACHMENT("had it come without that attachment", "attachment-", "file-type-new"),
        WORDS("had it not asked for what it asks for", "intent-", "request-new-for-sender", "words-unlike"),
        IDENTITY(
                "had it come from the address it pretends to come from",
                "name-of-",
                "name-shows",
                "look-alike",
                "forged-",
                "reply-diverted",
                "dmarc-",
                "spf-",
                "authentication-",
                "address-as-name"),
        STRANGER("had its sender been known here", "first-", "name-unlike", "language-foreign", "not-authenticated"),
        ORIGIN(
                "had it come from the sender's usual program and network",
                "client-",
                "mail-built",
                "network-",
                "hour-",
                "time-zone"),
        CROWD("had no other mail been like it", "campaign", "link-of-suspect", "outbound-burst");

        private final String sentence;
        private final ImmutableList<String> prefixes;

        Part(String sentence, String... prefixes) {
            this.sentence = sentence;
            this.prefixes = ImmutableList.copyOf(prefixes);
        }

        boolean holds(Evidence e) {
            return prefixes.stream().anyMatch(p -> e.code().startsWith(p));
        }
    }

    /**
     * The first change that would have let the mail through, in the order in which a sender would change things, as a
     * sentence: one part of it, else two. Found by taking their evidence away and weighing the rest again.
     */
    public static String counterfactual(MailFacts facts, List<Evidence> evidence, MailAction action) {
        if (action == MailAction.NONE) {
            return "";
        }
        double line = action == MailAction.TAG ? TAG_LINE : LOCK_LINE;
        for (Part part : Part.values()) {
            if (passes(evidence, List.of(part), line)) {
                return sentence(List.of(part), evidence);
            }
        }
        for (Part first : Part.values()) {
            for (Part second : Part.values()) {
                if (first.compareTo(second) < 0 && passes(evidence, List.of(first, second), line)) {
                    return sentence(List.of(first, second), evidence);
                }
            }
        }
        boolean stranger = has(evidence, e -> e.code().equals("first-contact"));
        return stranger
                ? "No single change: " + facts.sender() + " would have to be known here, and ask for something else."
                : "No single change: it departs from the ways of " + facts.sender() + " in too many things at once.";
    }

    private static boolean passes(List<Evidence> evidence, List<Part> without, double line) {
        List<Evidence> rest = new ArrayList<>(evidence);
        boolean any = rest.removeIf(e -> without.stream().anyMatch(p -> p.holds(e)));
        return any && Score.of(rest).value() < line;
    }

    private static String sentence(List<Part> parts, List<Evidence> evidence) {
        List<String> words = new ArrayList<>();
        for (Part part : parts) {
            String usual = evidence.stream()
                    .filter(e -> e.code().equals("link-place-new-for-sender")
                            && !e.expected().isEmpty())
                    .map(e -> places(e.expected()))
                    .filter(places -> !places.isEmpty())
                    .findFirst()
                    .orElse("a place of the sender's own");
            words.add(String.format(Locale.ROOT, part.sentence, usual));
        }
        return "It would have been let through " + String.join(" and ", words) + ".";
    }

    /** The usual places without their counts, and without the mails that led nowhere. */
    private static String places(String usual) {
        return Splitter.on(", ")
                .splitToStream(usual)
                .map(place -> place.substring(0, Math.max(0, place.indexOf(" ("))))
                .filter(place -> !place.isEmpty() && !place.equals(MailProfiles.NONE))
                .collect(Collectors.joining(" or "));
    }
}
