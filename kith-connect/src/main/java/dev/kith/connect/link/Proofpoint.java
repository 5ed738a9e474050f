package dev.kith.connect.link;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/*
 * Proofpoint URL Defense, three generations (Proofpoint, "URL Defense decoder", published script of 2019):
 * v1  the address percent-encoded in "u", up to "&k=";
 * v2  as v1 with "-" for "%" and "_" for "/", up to "&d=" or "&c=";
 * v3  /v3/__ADDRESS__;B64!...: characters the rewriting took out stand, in order, in B64. In ADDRESS "*" takes the next of
 *     them and "**X" the next n, n being 2 for "A" up to 65 for "_" in the base64url alphabet.
 */
final class Proofpoint {
    private static final String V3_BEGIN = "/v3/__";
    private static final String V3_END = "__;";

    /** Shortest run that a v3 run token stands for: the format's own. */
    private static final int RUN_MIN = 2;

    private Proofpoint() {}

    static Optional<Layer> open(WebAddress address) {
        if (address.path().startsWith("/v1/url")) {
            return Layer.gateway("proofpoint-v1", v1(Decoding.ampersands(address.query())));
        }
        if (address.path().startsWith("/v2/url")) {
            return Layer.gateway("proofpoint-v2", v2(Decoding.ampersands(address.query())));
        }
        if (address.path().startsWith("/v3/")) {
            return Layer.gateway("proofpoint-v3", v3(address.url()));
        }
        return Optional.empty();
    }

    private static String v1(String query) {
        int start = HostNames.parameterStart(query, "u");
        if (start < 0) {
            return "";
        }
        int key = query.indexOf("&k=", start);
        String inner = key < 0 ? HostNames.parameter(query, "u") : query.substring(start, key);
        return Decoding.ampersands(Decoding.percent(inner));
    }

    private static String v2(String query) {
        String inner = HostNames.parameter(query, "u");
        return Decoding.ampersands(Decoding.percent(inner.replace('-', '%').replace('_', '/')));
    }

    private static String v3(String url) {
        int begin = url.indexOf(V3_BEGIN);
        if (begin < 0) {
            return "";
        }
        int start = begin + V3_BEGIN.length();
        int end = url.indexOf(V3_END, start);
        if (end < 0) {
            return "";
        }
        int bytesStart = end + V3_END.length();
        int bytesEnd = url.indexOf('!', bytesStart);
        String encoded = url.substring(bytesStart, bytesEnd < 0 ? url.length() : bytesEnd);
        int[] taken = Decoding.base64(encoded)
                .map(bytes ->
                        new String(bytes, StandardCharsets.UTF_8).codePoints().toArray())
                .orElse(new int[0]);
        return putBack(Decoding.percent(url.substring(start, end)), taken);
    }

    /** Puts the characters taken out back in place of the tokens. A token without characters left stays. */
    private static String putBack(String text, int[] taken) {
        StringBuilder out = new StringBuilder(text.length() + taken.length);
        int cursor = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int run = 0;
            int tokenChars = 1;
            if (c == '*' && i + 2 < text.length() && text.charAt(i + 1) == '*') {
                run = runLength(text.charAt(i + 2));
                tokenChars = run > 0 ? 3 : 1;
            }
            if (c == '*' && run == 0) {
                run = 1;
            }
            if (run == 0 || cursor >= taken.length) {
                out.append(text, i, i + tokenChars);
            }
            for (int taking = 0; taking < run && cursor < taken.length; taking++) {
                out.appendCodePoint(taken[cursor++]);
            }
            i += tokenChars;
        }
        return out.toString();
    }

    /** Run length of a token's letter; 0 where it is none. */
    private static int runLength(char c) {
        int value = c == '+' || c == '/' ? -1 : Decoding.base64Value(c);
        return value < 0 ? 0 : value + RUN_MIN;
    }
}
