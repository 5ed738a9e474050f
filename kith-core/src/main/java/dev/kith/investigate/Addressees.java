package dev.kith.investigate;

import java.util.List;

/**
 * Whom a mail of ours was sent to.
 *
 * @param ours addresses of our own
 * @param outside the others
 */
public record Addressees(List<String> ours, List<String> outside) {
    public static final Addressees UNKNOWN = new Addressees(List.of(), List.of());

    public Addressees {
        ours = List.copyOf(ours);
        outside = List.copyOf(outside);
    }

    public boolean known() {
        return !ours.isEmpty() || !outside.isEmpty();
    }
}
