package dev.kith.simulate;

import java.time.Instant;

/**
 * The truth about one message, written beside it.
 *
 * @param path where the message lies below the output folder, such as {@code mail/2026-03-02/000017.eml}
 * @param messageId its Message-ID, with angle brackets
 * @param time when our edge or the author's server took it
 * @param direction {@code inbound}, {@code outbound} or {@code internal}
 * @param truth what it is
 * @param kind what sort of ordinary mail or of attack, in kebab case, such as {@code newsletter}
 * @param who the address of the person or account behind it: the hijacked account, the name pretended, or the author
 * @param step for attacks the step of the story, such as {@code lure}; else empty
 * @param difficulty for attacks {@code easy}, {@code medium} or {@code hard}; else empty
 */
public record Label(
        String path,
        String messageId,
        Instant time,
        String direction,
        Truth truth,
        String kind,
        String who,
        String step,
        String difficulty) {
    /** What a message is. */
    public enum Truth {
        /** Must be delivered. */
        LEGIT,
        /** Must not be delivered untouched. */
        ATTACK,
        /** Crude spam and bulk phishing that fills every mailbox. */
        SPAM
    }
}
