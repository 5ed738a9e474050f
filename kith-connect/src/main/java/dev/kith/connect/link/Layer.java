package dev.kith.connect.link;

import java.util.Optional;

/**
 * What was found when one wrapper was taken off.
 *
 * @param name who wrapped, in kebab case
 * @param next the address inside; empty where only the wrapper's owner can tell
 * @param hint host that an opaque wrapper admits to lead to; empty where it does not say
 * @param redirect whether it is anybody's to use: an open redirect, not a gateway's or mailer's rewriting
 */
record Layer(String name, String next, String hint, boolean redirect) {
    static Layer opened(String name, String next) {
        return new Layer(name, next, "", false);
    }

    static Layer opaque(String name, String hint) {
        return new Layer(name, "", hint, false);
    }

    /** A gateway's layer, known by its host: opaque where what it holds could not be read. */
    static Optional<Layer> gateway(String name, String next) {
        return Optional.of(looksLikeAddress(next) ? opened(name, next) : opaque(name, ""));
    }

    /** A redirect, which counts only where it holds an address. */
    static Optional<Layer> redirect(String name, String next) {
        return looksLikeAddress(next) ? Optional.of(new Layer(name, next, "", true)) : Optional.empty();
    }

    boolean isOpaque() {
        return next.isEmpty();
    }

    /** Whether decoding led to something one can go to: a scheme, or a host with a dot. */
    private static boolean looksLikeAddress(String text) {
        int end = 0;
        boolean dot = false;
        while (end < text.length() && text.charAt(end) != '/' && text.charAt(end) != '?') {
            char c = text.charAt(end);
            if (c == ':') {
                return end > 0;
            }
            if (c <= ' ' || c == '<' || c == '"' || c == '\uFFFD') {
                return false;
            }
            dot |= c == '.' && end > 0;
            end++;
        }
        return dot;
    }
}
