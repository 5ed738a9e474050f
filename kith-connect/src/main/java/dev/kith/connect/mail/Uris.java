package dev.kith.connect.mail;

import java.util.ArrayList;
import java.util.List;

/** Addresses written out in text that is not the mail's own: a page, a calendar, a code. */
final class Uris {
    private static final int URI_CHARS_MAX = 4_000; // chosen by hand: twice what browsers show
    private static final List<String> SCHEMES = List.of("http://", "https://", "www.");

    private Uris() {}

    /** Every address that begins with http, https or www, in order, at most so many. */
    static List<String> in(String text, int max) {
        List<String> found = new ArrayList<>();
        int at = 0;
        while (at < text.length() && found.size() < max) {
            char c = text.charAt(at);
            int length = (c == 'h' || c == 'H' || c == 'w' || c == 'W') ? schemeLength(text, at) : 0;
            if (length == 0) {
                at++;
                continue;
            }
            int end = at + length;
            while (end < text.length() && end - at < URI_CHARS_MAX && isUriChar(text.charAt(end))) {
                end++;
            }
            int last = end;
            while (last > at + length && ".,;:!?)]}'".indexOf(text.charAt(last - 1)) >= 0) {
                last--;
            }
            if (last > at + length + 2) {
                found.add(text.substring(at, last));
            }
            at = end;
        }
        return found;
    }

    private static int schemeLength(String text, int at) {
        if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
            return 0;
        }
        for (String scheme : SCHEMES) {
            if (text.regionMatches(true, at, scheme, 0, scheme.length())) {
                return scheme.length();
            }
        }
        return 0;
    }

    private static boolean isUriChar(char c) {
        return c > ' ' && c != '<' && c != '>' && c != '"' && c != '\\' && c != '\u00a0' && !Character.isISOControl(c);
    }
}
