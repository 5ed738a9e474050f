package dev.kith.score;

/** Decodes internationalised labels (RFC 3492). Total: what is malformed stays as it stands. */
final class Punycode {
    private static final String PREFIX = "xn--";

    // Parameters of RFC 3492, section 5.
    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int INITIAL_BIAS = 72;
    private static final int INITIAL_N = 128;

    private Punycode() {}

    static String label(String label) {
        if (!label.startsWith(PREFIX) || label.length() > 63) {
            return label;
        }
        String encoded = label.substring(PREFIX.length());
        StringBuilder out = new StringBuilder();
        int delimiter = encoded.lastIndexOf('-');
        out.append(encoded, 0, Math.max(delimiter, 0));
        int length = out.length();
        long n = INITIAL_N;
        long i = 0;
        int bias = INITIAL_BIAS;
        int in = delimiter < 0 ? 0 : delimiter + 1;
        while (in < encoded.length()) {
            long before = i;
            long weight = 1;
            for (int k = BASE; ; k += BASE) {
                int digit = in < encoded.length() ? Character.digit(encoded.charAt(in++), 36) : -1;
                if (digit < 0) {
                    return label;
                }
                // Java counts digits before letters, the RFC letters before digits.
                digit = digit < 10 ? digit + 26 : digit - 10;
                i += digit * weight;
                int threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
                if (digit < threshold) {
                    break;
                }
                weight *= BASE - threshold;
                if (i > Integer.MAX_VALUE || weight > Integer.MAX_VALUE) {
                    return label;
                }
            }
            length++;
            bias = adapt(i - before, length, before == 0);
            n += i / length;
            i %= length;
            if (n > Character.MAX_VALUE) {
                return label;
            }
            out.insert((int) i, (char) n);
            i++;
        }
        return out.toString();
    }

    private static int adapt(long delta, int length, boolean first) {
        long left = first ? delta / DAMP : delta / 2;
        left += left / length;
        int k = 0;
        while (left > (BASE - T_MIN) * T_MAX / 2) {
            left /= BASE - T_MIN;
            k += BASE;
        }
        return (int) (k + (BASE - T_MIN + 1) * left / (left + SKEW));
    }
}
