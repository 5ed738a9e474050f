package dev.kith.connect.link;

import com.google.common.net.InternetDomainName;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The address that the visible text of a link pretends to be. File names, mail addresses, version numbers and names of
 * technologies ({@code report.pdf}, {@code Node.js}) are none.
 *
 * @param address the address shown, taken apart
 * @param start where it begins in the text
 * @param end where it ends
 */
record ShownAddress(WebAddress address, int start, int end) {
    /** Text looked into, in characters. Chosen by hand: addresses shown stand at the beginning or fill the text. */
    private static final int TEXT_CHARS_MAX = 400;

    /** Top-level domains that are extensions of files at least as often, when nothing else speaks for an address. By hand. */
    private static final Set<String> FILE_TLDS =
            Set.of("zip", "mov", "md", "py", "sh", "rs", "ps", "cc", "so", "cab", "pm", "mk", "st", "ms", "bat", "inc");

    /** Names of technologies that are written like domains. Chosen by hand. */
    private static final Set<String> TECHNOLOGIES =
            Set.of("asp.net", "ado.net", "vb.net", "ml.net", "paint.net", "socket.io", "draw.io");

    static Optional<ShownAddress> in(String text) {
        String looked = text.length() > TEXT_CHARS_MAX ? text.substring(0, TEXT_CHARS_MAX) : text;
        if (looked.indexOf('.') < 0 && looked.indexOf('\u3002') < 0) {
            return Optional.empty();
        }
        int scheme = schemeStart(looked);
        if (scheme >= 0) {
            return at(looked, scheme);
        }
        int www = startOfWww(looked);
        if (www >= 0) {
            return at(looked, www);
        }
        return onlyWord(looked);
    }

    /** Whether nothing but an address (web or mail) is shown, so that the link is not hidden behind words. */
    static boolean isAddress(String text) {
        return (text.indexOf('@') > 0 && text.indexOf(' ') < 0) || in(text).isPresent();
    }

    private static int schemeStart(String text) {
        int slashes = text.indexOf("://");
        if (slashes < 4) {
            return -1;
        }
        boolean secure = text.regionMatches(true, slashes - 5, "https", 0, 5);
        return secure ? slashes - 5 : text.regionMatches(true, slashes - 4, "http", 0, 4) ? slashes - 4 : -1;
    }

    private static int startOfWww(String text) {
        for (int i = 0; i + 5 < text.length(); i++) {
            if ((text.charAt(i) | 0x20) == 'w'
                    && text.regionMatches(true, i, "www.", 0, 4)
                    && (i == 0 || (!Character.isLetterOrDigit(text.charAt(i - 1)) && text.charAt(i - 1) != '.'))) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<ShownAddress> at(String text, int start) {
        int end = start;
        while (end < text.length()
                && !Character.isWhitespace(text.charAt(end))
                && "<>\"".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        while (end > start && ".,;:!?)]}'…".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int last = end;
        return WebAddress.parse(text.substring(start, end))
                .filter(address -> isHost(address.host()) || HostNames.isIpLiteral(address.host()))
                .map(address -> new ShownAddress(address, start, last));
    }

    /** A bare domain counts only where it is all there is to see. */
    private static Optional<ShownAddress> onlyWord(String text) {
        String word = text.strip();
        if (word.length() < 4 || word.indexOf('@') >= 0 || containsWhitespace(word)) {
            return Optional.empty();
        }
        int start = text.indexOf(word);
        boolean hasPath = word.indexOf('/') > 0;
        return at(text, start).filter(shown -> isBareDomain(shown.address(), hasPath, word));
    }

    private static boolean isBareDomain(WebAddress address, boolean hasPath, String word) {
        String host = address.host();
        String tld = host.substring(host.lastIndexOf('.') + 1);
        if (!address.scheme().isEmpty()
                || !address.userInfo().isEmpty()
                || FILE_TLDS.contains(tld)
                || TECHNOLOGIES.contains(host)
                || !isDomain(host)) {
            return false;
        }
        int dot = word.lastIndexOf('.');
        boolean titleCase = !hasPath && dot + 1 < word.length() && Character.isUpperCase(word.charAt(dot + 1));
        return !titleCase || word.equals(word.toUpperCase(Locale.ROOT));
    }

    /** Letters, digits and hyphens in at least two labels, the last of which is no number (RFC 1123). */
    private static boolean isHost(String host) {
        int labelStart = 0;
        int dots = 0;
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c == '.') {
                if (i == labelStart) {
                    return false;
                }
                labelStart = i + 1;
                dots++;
            } else if (c != '-' && (c < '0' || c > '9') && (c < 'a' || c > 'z')) {
                return false;
            }
        }
        return dots > 0 && labelStart < host.length() && !Character.isDigit(host.charAt(labelStart));
    }

    /** Whether a name ends in a public suffix that exists. */
    static boolean isDomain(String host) {
        return isHost(host)
                && InternetDomainName.isValid(host)
                && InternetDomainName.from(host).isUnderRegistrySuffix();
    }

    private static boolean containsWhitespace(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
