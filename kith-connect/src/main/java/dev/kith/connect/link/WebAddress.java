package dev.kith.connect.link;

import java.util.Locale;
import java.util.Optional;

/**
 * An address taken apart as browsers do it (WHATWG URL), leniently: backslashes are slashes, one slash after the scheme is
 * enough, white space inside is dropped. Never resolved.
 *
 * @param url the whole address, cleaned
 * @param scheme lower case, without colon; empty where none was written
 * @param userInfo what stands before {@code @} in the authority; empty where nothing
 * @param host lower case, in ASCII form, address literals in canonical form; empty where the scheme has none
 * @param port the port written, -1 where none or unreadable
 * @param path from the first slash on, without query; empty where none
 * @param query without question mark; empty where none
 * @param fragment without hash mark; empty where none
 */
record WebAddress(
        String url, String scheme, String userInfo, String host, int port, String path, String query, String fragment) {

    /** Takes an address apart. Empty where there is neither a scheme nor anything like a host. */
    static Optional<WebAddress> parse(String raw) {
        String url = clean(raw);
        if (url.isEmpty()) {
            return Optional.empty();
        }
        int colon = schemeEnd(url);
        String scheme = colon < 0 ? "" : url.substring(0, colon).toLowerCase(Locale.ROOT);
        if (colon >= 0 && !isHierarchical(scheme)) {
            return Optional.of(new WebAddress(url, scheme, "", "", -1, url.substring(colon + 1), "", ""));
        }
        int authority = colon + 1;
        while (authority < url.length() && isSlash(url.charAt(authority))) {
            authority++;
        }
        return Optional.of(split(url, scheme, authority));
    }

    private static WebAddress split(String url, String scheme, int start) {
        int end = start;
        while (end < url.length() && !endsAuthority(url.charAt(end))) {
            end++;
        }
        int at = url.lastIndexOf('@', end - 1);
        String userInfo = at >= start ? url.substring(start, at) : "";
        String hostPort = url.substring(at >= start ? at + 1 : start, end);
        int portColon = hostPort.startsWith("[") ? hostPort.indexOf("]:") + 1 : hostPort.lastIndexOf(':');
        boolean hasPort = portColon > 0;
        int port = hasPort ? port(hostPort.substring(portColon + 1)) : -1;
        String host = HostNames.ascii(hasPort ? hostPort.substring(0, portColon) : hostPort);

        int hash = url.indexOf('#', end);
        int beforeHash = hash < 0 ? url.length() : hash;
        int question = url.indexOf('?', end);
        boolean hasQuery = question >= 0 && question < beforeHash;
        String path = url.substring(end, hasQuery ? question : beforeHash);
        String query = hasQuery ? url.substring(question + 1, beforeHash) : "";
        String fragment = hash < 0 ? "" : url.substring(hash + 1);
        return new WebAddress(url, scheme, userInfo, host, port, path, query, fragment);
    }

    /** Browsers drop tabs and newlines anywhere, and spaces and control characters at both ends. */
    private static String clean(String raw) {
        int start = 0;
        int end = raw.length();
        while (start < end && raw.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && raw.charAt(end - 1) <= ' ') {
            end--;
        }
        StringBuilder cleaned = null;
        for (int i = start; i < end; i++) {
            char c = raw.charAt(i);
            boolean dropped = c == '\t' || c == '\n' || c == '\r' || c == '\u200B' || c == '\uFEFF' || c == '\u00AD';
            if (dropped && cleaned == null) {
                cleaned = new StringBuilder(end - start).append(raw, start, i);
            } else if (!dropped && cleaned != null) {
                cleaned.append(c);
            }
        }
        return cleaned == null ? raw.substring(start, end) : cleaned.toString();
    }

    private static int schemeEnd(String url) {
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c == ':') {
                return i > 0 && !looksLikePort(url, i + 1) ? i : -1;
            }
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && (i == 0 || !((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'))) {
                return -1;
            }
        }
        return -1;
    }

    /** {@code example.com:8443/x} has no scheme. */
    private static boolean looksLikePort(String url, int index) {
        return index < url.length() && Character.isDigit(url.charAt(index)) && url.lastIndexOf('.', index) > 0;
    }

    private static boolean isHierarchical(String scheme) {
        return scheme.equals("http") || scheme.equals("https") || scheme.equals("ftp") || scheme.equals("ws");
    }

    private static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }

    private static boolean endsAuthority(char c) {
        return isSlash(c) || c == '?' || c == '#';
    }

    private static int port(String digits) {
        if (digits.isEmpty() || digits.length() > 5) {
            return -1;
        }
        int port = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), 10);
            if (digit < 0) {
                return -1;
            }
            port = port * 10 + digit;
        }
        return port;
    }

    boolean isWeb() {
        return scheme.equals("http") || scheme.equals("https");
    }

    boolean hostIs(String suffix) {
        return HostNames.isWithin(host, suffix);
    }

    /** A parameter's value as written; empty where it is missing or empty. The first of several counts. */
    String parameter(String name) {
        return HostNames.parameter(query, name);
    }

    /** The parameter's value decoded; an address written without any encoding runs to the end of the query. */
    String addressParameter(String name) {
        int start = HostNames.parameterStart(query, name);
        if (start < 0) {
            return "";
        }
        boolean plain = query.startsWith("http://", start) || query.startsWith("https://", start);
        if (!plain) {
            return Decoding.percentUntilScheme(parameter(name));
        }
        String rest = query.substring(start);
        int ownQuery = rest.indexOf('?');
        int next = rest.indexOf('&');
        return ownQuery >= 0 && (next < 0 || ownQuery < next) ? rest : Decoding.percent(parameter(name));
    }
}
