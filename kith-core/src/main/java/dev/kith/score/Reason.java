package dev.kith.score;

/**
 * One reason for a score; put into words only where people read it.
 *
 * @param code stable name in kebab case, such as {@code storage-host-new-for-sender}
 * @param observed what was seen
 * @param expected what is usual here, and how well that is known; empty where there is no usual
 * @param weight its part of the score: the weights of all reasons add up to the score. Negative for what speaks for
 *     the event
 */
public record Reason(String code, String observed, String expected, double weight) {
    public Reason {
        if (!(weight >= -1 && weight <= 1)) {
            throw new IllegalArgumentException("weight outside [-1, 1]: " + weight);
        }
    }
}
