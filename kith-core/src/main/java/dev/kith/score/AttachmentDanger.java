package dev.kith.score;

import dev.kith.event.Attachment;
import dev.kith.profile.MailFacts;
import java.util.LinkedHashMap;
import java.util.Map;

/** How dangerous the attachments of a mail are: the worst trait of all its files, and a little for each other kind. */
final class AttachmentDanger {
    /** Nats by trait; chosen by hand. Traits not named here only describe. */
    private static final Map<Attachment.Trait, Double> WORTH = Map.ofEntries(
            Map.entry(Attachment.Trait.EXECUTABLE, 5.0),
            Map.entry(Attachment.Trait.SCRIPT, 4.5),
            Map.entry(Attachment.Trait.SHORTCUT, 5.0),
            Map.entry(Attachment.Trait.DISK_IMAGE, 4.0),
            Map.entry(Attachment.Trait.MACRO, 2.5),
            Map.entry(Attachment.Trait.REMOTE_TEMPLATE, 3.5),
            Map.entry(Attachment.Trait.ENCRYPTED, 1.5),
            Map.entry(Attachment.Trait.HTML_FORM, 4.0),
            Map.entry(Attachment.Trait.HTML_SCRIPT, 3.0),
            Map.entry(Attachment.Trait.HTML_SMUGGLING, 4.5),
            Map.entry(Attachment.Trait.PDF_SCRIPT, 2.5),
            Map.entry(Attachment.Trait.PDF_LAUNCH, 4.0),
            Map.entry(Attachment.Trait.TYPE_MISMATCH, 1.0),
            Map.entry(Attachment.Trait.DOUBLE_EXTENSION, 3.0),
            Map.entry(Attachment.Trait.DECEPTIVE_NAME, 3.5),
            Map.entry(Attachment.Trait.NOT_OPENED, 0.5));

    void weigh(MailFacts facts, Findings findings) {
        Map<Attachment.Trait, String> found = new LinkedHashMap<>();
        for (Attachment attachment : facts.mail().attachments()) {
            for (Attachment.Trait trait : Attachment.Trait.values()) {
                if (attachment.traits().contains(trait)) {
                    found.putIfAbsent(trait, attachment.name());
                }
            }
        }
        double share = 1;
        for (Attachment.Trait trait : found.keySet().stream()
                .filter(WORTH::containsKey)
                .sorted((a, b) -> Double.compare(WORTH.getOrDefault(b, 0.0), WORTH.getOrDefault(a, 0.0)))
                .toList()) {
            String code = "attachment-"
                    + trait.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            findings.dangerous(code, found.getOrDefault(trait, ""), "", share * WORTH.getOrDefault(trait, 0.0));
            share /= 2;
        }
        if (found.isEmpty()) {
            facts.mail().attachments().stream()
                    .filter(a -> a.type().equals("html"))
                    .findFirst()
                    .ifPresent(a -> findings.dangerous("attachment-html", a.name(), "", 1.5));
        }
    }
}
