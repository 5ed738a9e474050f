package dev.kith.event;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the words of a mail are like. Made from subject and visible text; quoted text counts only where said.
 *
 * @param language ISO 639-1 code of the author's text; empty where undecided
 * @param words number of words the author wrote (without quotation and footers)
 * @param wordHashes 32-bit hashes of the distinct words the author wrote, lower case, in order of first use, bounded
 * @param simHash 64-bit SimHash over words of subject and author's text: near copies differ in few bits (Charikar 2002)
 * @param intents what it asks for or pretends, each in (0, 1]; absent means 0
 * @param cues the phrases that speak for the intents, strongest first, at most 8
 * @param traits oddities of its making
 * @param preview the first words of the author's text, at most 280 characters
 */
public record MailText(
        String language,
        int words,
        IntList wordHashes,
        long simHash,
        Map<Intent, Double> intents,
        List<String> cues,
        Set<Trait> traits,
        String preview) {
    public MailText {
        intents = Map.copyOf(intents);
        cues = List.copyOf(cues);
        traits = Set.copyOf(traits);
    }

    public double intent(Intent intent) {
        return intents.getOrDefault(intent, 0.0);
    }

    /** Oddities of making. */
    public enum Trait {
        /** Text is there that a reader cannot see (zero size, colour of the ground, display none). */
        HIDDEN_TEXT,
        /** Zero-width or other invisible characters split words. */
        INVISIBLE_CHARACTERS,
        /** Letters of several scripts within words. */
        MIXED_SCRIPTS,
        /** Next to no text, one or more images. */
        IMAGE_ONLY,
        /** The HTML part and the plain part say different things. */
        PARTS_DIFFER,
        /** Next to no text at all. */
        EMPTY,
        /** Text or file of this mail gives the password of an attached archive. */
        PASSWORD_GIVEN,
        /** Something that could be dialled stands in the text. */
        TELEPHONE_NUMBER
    }
}
