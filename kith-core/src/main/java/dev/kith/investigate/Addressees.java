package dev.kith.investigate;

import java.util.List;

/**
 * Whom a mail of ours was sent to.
 *
 * @param ours addresses of our own
 * @param outside the others
 * @param asMail what became of it as mail
 */
public record Addressees(List<String> ours, List<String> outside, AsMail asMail) {
    public static final Addressees UNKNOWN = new Addressees(List.of(), List.of(), AsMail.NOT_READ);

    public Addressees {
        ours = List.copyOf(ours);
        outside = List.copyOf(outside);
    }

    /** What active mode would have done with the mail itself. */
    public enum AsMail {
        /** It is not in the input. */
        NOT_READ,
        DELIVERED,
        HELD
    }

    public boolean known() {
        return !ours.isEmpty() || !outside.isEmpty();
    }
}
