package dev.kith.connect.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * A value with parameters, as in Content-Type and Content-Disposition (RFC 2045), with RFC 2231 continuations and the
 * RFC 2047 words that many programs put in their place.
 *
 * @param value the part before the first semicolon, lower case
 * @param parameters by lower-case name
 */
record HeaderParameters(String value, Map<String, String> parameters) {
    private static final int PARAMETERS_MAX = 100; // chosen by hand: continuations of very long file names

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    static HeaderParameters parse(String text) {
        int semicolon = text.indexOf(';');
        String value = token(Words.lower((semicolon < 0 ? text : text.substring(0, semicolon)).strip()));
        if (semicolon < 0) {
            return new HeaderParameters(value, Map.of());
        }
        Map<String, String> raw = new TreeMap<>();
        int at = semicolon + 1;
        while (at < text.length() && raw.size() < PARAMETERS_MAX) {
            at = readParameter(text, at, raw);
        }
        return new HeaderParameters(value, join(raw));
    }

    /** Without quotation marks, and up to the first blank or comma: what stands behind is a comment or a slip. */
    private static String token(String value) {
        int start = value.startsWith("\"") ? 1 : 0;
        int end = start;
        while (end < value.length() && " \",(".indexOf(value.charAt(end)) < 0) {
            end++;
        }
        return value.substring(start, end);
    }

    private static int readParameter(String text, int from, Map<String, String> into) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ';' || Character.isWhitespace(text.charAt(at)))) {
            at++;
        }
        int nameStart = at;
        while (at < text.length() && text.charAt(at) != '=' && text.charAt(at) != ';') {
            at++;
        }
        String name = Words.lower(text.substring(nameStart, at).strip());
        if (at >= text.length() || text.charAt(at) == ';') {
            return at;
        }
        at++;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        StringBuilder value = new StringBuilder();
        if (at < text.length() && text.charAt(at) == '"') {
            at = readQuoted(text, at + 1, value);
        } else {
            while (at < text.length() && text.charAt(at) != ';') {
                value.append(text.charAt(at++));
            }
        }
        into.putIfAbsent(name, value.toString().strip());
        while (at < text.length() && text.charAt(at) != ';') {
            at++;
        }
        return at;
    }

    private static int readQuoted(String text, int from, StringBuilder value) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            value.append(text.charAt(at++));
        }
        return at + 1;
    }

    /** Joins {@code name*0*}, {@code name*1} and decodes {@code name*}. */
    private static Map<String, String> join(Map<String, String> raw) {
        Map<String, String> joined = new TreeMap<>();
        for (Map.Entry<String, String> entry : raw.entrySet()) {
            String key = entry.getKey();
            int star = key.indexOf('*');
            if (star < 0) {
                joined.putIfAbsent(key, EncodedWords.decode(entry.getValue()));
            } else if (star > 0) {
                String base = key.substring(0, star);
                String extended = extended(base, raw);
                if (!extended.isEmpty()) {
                    joined.put(base, extended);
                }
            }
        }
        return joined;
    }

    private static String extended(String base, Map<String, String> raw) {
        String single = raw.get(base + "*");
        if (single != null) {
            return percentDecoded(single, true);
        }
        StringBuilder all = new StringBuilder();
        boolean encoded = false;
        for (int i = 0; i < PARAMETERS_MAX; i++) {
            String piece = raw.get(base + "*" + i + "*");
            encoded |= piece != null;
            if (piece == null) {
                piece = raw.get(base + "*" + i);
            }
            if (piece == null) {
                break;
            }
            all.append(piece);
        }
        return encoded ? percentDecoded(all.toString(), true) : EncodedWords.decode(all.toString());
    }

    private static String percentDecoded(String text, boolean withCharset) {
        int first = withCharset ? text.indexOf('\'') : -1;
        int second = first < 0 ? -1 : text.indexOf('\'', first + 1);
        String charset = second < 0 ? "" : text.substring(0, first);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = second + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = c == '%' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        byte[] decoded = bytes.toByteArray();
        return Charsets.decode(decoded, 0, decoded.length, charset);
    }
}
