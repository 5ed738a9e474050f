package dev.kith.connect.mail;

import dev.kith.event.MailText;
import java.util.Set;

/** Makes features of the words of a mail: language, fingerprint, intents. Never throws on input. */
public interface TextAnalyser {
    /**
     * What the words are like.
     *
     * @param subject decoded subject
     * @param authorText what the author wrote, without quotation, signature and list footer
     * @param quotedText what it quotes; empty where nothing is quoted
     * @param traits oddities already found by the parser; kept, and added to
     */
    MailText analyse(String subject, String authorText, String quotedText, Set<MailText.Trait> traits);
}
