package dev.kith.event;

/**
 * Something that could not be read, or stood where it must not: itself evidence.
 *
 * @param code a stable name in kebab case, such as {@code header-too-long}
 * @param offset byte offset or line within the piece, -1 where unknown
 * @param detail for people; at most {@value #DETAIL_CHARS_MAX} characters, never a secret
 */
public record Problem(String code, long offset, String detail) {
    /** Chosen by hand: enough for a sentence and a short quotation. */
    public static final int DETAIL_CHARS_MAX = 300;

    public Problem {
        if (code.isBlank()) {
            throw new IllegalArgumentException("problem without a code");
        }
        if (detail.length() > DETAIL_CHARS_MAX) {
            detail = detail.substring(0, DETAIL_CHARS_MAX);
        }
    }

    public static Problem of(String code, String detail) {
        return new Problem(code, -1, detail);
    }
}
