package dev.kith.connect.link;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads script for addresses it holds and for signs that it builds a file. Never runs it. */
final class ScriptScan {
    /** Addresses taken from one script. Chosen by hand. */
    private static final int ADDRESSES_MAX = 50;

    /** Encodings undone inside each other. Chosen by hand: kits nest two or three. */
    private static final int DEPTH_MAX = 3;

    /** Shortest base64 text that is a file rather than a word. Chosen by hand. */
    private static final int FILE_CHARS_MIN = 1_000;

    /** Shortest base64 text looked into for addresses: that of {@code http://a.bc}. */
    private static final int ENCODED_CHARS_MIN = 16;

    /** Hosts of namespaces, which lead nowhere. */
    private static final List<String> NAMESPACES = List.of("www.w3.org", "schema.org", "schemas.microsoft.com");

    private ScriptScan() {}

    /** Whether the script makes a file of data it carries (T1027.006, HTML smuggling). */
    static boolean smuggles(String script) {
        String lower = script.toLowerCase(Locale.ROOT);
        if (lower.contains("mssaveoropenblob") || lower.contains("mssaveblob")) {
            return true;
        }
        boolean decodes = lower.contains("atob(") || lower.contains("uint8array") || lower.contains("fromcharcode");
        boolean makesBlob =
                lower.contains("createobjecturl") || lower.contains("new blob(") || lower.contains("new file(");
        return (makesBlob && (decodes || lower.contains(".download") || holdsFile(script)))
                || (decodes && holdsFile(script));
    }

    private static boolean holdsFile(String script) {
        int run = 0;
        for (int i = 0; i < script.length(); i++) {
            run = Decoding.base64Value(script.charAt(i)) >= 0 ? run + 1 : 0;
            if (run >= FILE_CHARS_MIN) {
                return true;
            }
        }
        return false;
    }

    /** Addresses in the script's strings, plain, percent-encoded or in base64. */
    static List<String> addresses(String script) {
        List<String> found = new ArrayList<>();
        collect(script, 0, found);
        return found;
    }

    private static void collect(String script, int depth, List<String> found) {
        plain(script, found);
        if (depth >= DEPTH_MAX || found.size() >= ADDRESSES_MAX) {
            return;
        }
        if (script.indexOf("%3A%2F%2F") >= 0
                || script.indexOf("%3a%2f%2f") >= 0
                || script.indexOf("%68%74%74%70") >= 0) {
            plain(Decoding.percent(script), found);
        }
        if (script.contains("atob") || depth > 0) {
            encoded(script, depth, found);
        }
    }

    private static void plain(String script, List<String> found) {
        int slashes = script.indexOf("://");
        while (slashes >= 0 && found.size() < ADDRESSES_MAX) {
            int start = script.startsWith("https", slashes - 5)
                    ? slashes - 5
                    : script.startsWith("http", slashes - 4) ? slashes - 4 : -1;
            int end = slashes + 3;
            while (end < script.length() && !endsString(script.charAt(end))) {
                end++;
            }
            if (start >= 0 && end > slashes + 4) {
                add(script.substring(start, end), found);
            }
            slashes = script.indexOf("://", end);
        }
    }

    private static void add(String address, List<String> found) {
        boolean namespace = WebAddress.parse(address)
                .filter(parsed -> NAMESPACES.contains(parsed.host()))
                .isPresent();
        if (!namespace) {
            found.add(address);
        }
    }

    private static boolean endsString(char c) {
        return c <= ' ' || c == '"' || c == '\'' || c == '`' || c == '<' || c == '>' || c == '\\' || c == ')'
                || c == ';';
    }

    private static void encoded(String script, int depth, List<String> found) {
        int start = 0;
        for (int i = 0; i <= script.length(); i++) {
            if (i < script.length() && (Decoding.base64Value(script.charAt(i)) >= 0 || script.charAt(i) == '=')) {
                continue;
            }
            if (i - start >= ENCODED_CHARS_MIN) {
                String text = Decoding.base64(script.substring(start, i))
                        .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                        .orElse("");
                if (!text.isEmpty()) {
                    collect(text, depth + 1, found);
                }
            }
            start = i + 1;
        }
    }
}
