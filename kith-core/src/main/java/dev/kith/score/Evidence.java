package dev.kith.score;

/**
 * One observation that moves a judgement, before it is weighed with the others.
 *
 * @param axis which of the two questions it answers
 * @param code stable name in kebab case
 * @param observed what was seen
 * @param expected what is usual here; empty where there is no usual
 * @param nats how far it moves the log-odds of its axis, in nats; negative where it speaks for the mail
 */
public record Evidence(Axis axis, String code, String observed, String expected, double nats) {
    /** Chosen by hand: no single observation may decide alone against everything else. */
    static final double NATS_MAX = 6;

    private static final int TEXT_CHARS_MAX = 200;

    public Evidence {
        if (!(nats >= -NATS_MAX && nats <= NATS_MAX)) {
            throw new IllegalArgumentException("evidence outside [-6, 6] nats: " + nats);
        }
        observed = cut(observed);
        expected = cut(expected);
    }

    private static String cut(String text) {
        return text.length() <= TEXT_CHARS_MAX ? text : text.substring(0, TEXT_CHARS_MAX);
    }

    /** The two questions asked of every event, kept apart: how strange is it here, and how dangerous would it be. */
    public enum Axis {
        STRANGE,
        DANGEROUS
    }
}
