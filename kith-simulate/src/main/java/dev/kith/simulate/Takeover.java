package dev.kith.simulate;

/** Placeholder. */
final class Takeover {
    /** The browser that intruders use: an ordinary one. */
    static final String AGENT =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36";

    private Takeover() {}
}
