package dev.kith.connect.link;

import com.ibm.icu.text.IDNA;
import java.util.Locale;

/** Host names in one form: lower case, ASCII (UTS 46), without the root's dot; address literals as browsers read them. */
final class HostNames {
    /** RFC 1035: a name has at most 253 characters as written. A longer one is cut. */
    private static final int HOST_CHARS_MAX = 253;

    private HostNames() {}

    static String ascii(String written) {
        String host = written.indexOf('%') >= 0 ? Decoding.percent(written) : written;
        int end = host.length();
        while (end > 0 && (host.charAt(end - 1) == '.' || host.charAt(end - 1) == ':')) {
            end--;
        }
        host = host.substring(0, Math.min(end, HOST_CHARS_MAX));
        host = isAscii(host) ? host.toLowerCase(Locale.ROOT) : Uts46.toAscii(host);
        String literal = ipv4(host);
        return literal.isEmpty() ? host : literal;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** Loads ICU's tables only when the first internationalised host comes. */
    private static final class Uts46 {
        private static final IDNA IDNA_LENIENT =
                IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE);

        static String toAscii(String host) {
            return IDNA_LENIENT
                    .nameToASCII(host, new StringBuilder(), new IDNA.Info())
                    .toString()
                    .toLowerCase(Locale.ROOT);
        }

        static String toUnicode(String host) {
            return IDNA_LENIENT
                    .nameToUnicode(host, new StringBuilder(), new IDNA.Info())
                    .toString();
        }
    }

    /** The host in letters of its own script. */
    static String unicode(String asciiHost) {
        return isInternational(asciiHost) ? Uts46.toUnicode(asciiHost) : asciiHost;
    }

    static boolean isInternational(String asciiHost) {
        return asciiHost.startsWith("xn--") || asciiHost.contains(".xn--");
    }

    static boolean isIpLiteral(String host) {
        if (host.startsWith("[")) {
            return true;
        }
        int dots = 0;
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c == '.') {
                dots++;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return dots == 3;
    }

    /** IPv4 in any of the forms browsers take (WHATWG URL, IPv4 parser): dotted, one number, octal, hex. Empty where none. */
    static String ipv4(String host) {
        int lastDot = host.lastIndexOf('.');
        if (lastDot + 1 >= host.length() || number(host, lastDot + 1, host.length()) < 0) {
            return "";
        }
        long address = 0;
        int parts = 0;
        int start = 0;
        while (start <= host.length()) {
            int dot = host.indexOf('.', start);
            int end = dot < 0 ? host.length() : dot;
            long part = number(host, start, end);
            boolean last = dot < 0;
            int bytesLeft = 4 - parts;
            if (part < 0 || bytesLeft < 1 || part >= (last ? 1L << (8 * bytesLeft) : 256)) {
                return "";
            }
            address = last ? (address << (8 * bytesLeft)) | part : address << 8 | part;
            parts++;
            if (last) {
                break;
            }
            start = end + 1;
        }
        return (address >> 24 & 255) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }

    /** A decimal, octal (0...) or hexadecimal (0x...) number; -1 where it is none or exceeds 32 bits by far. */
    private static long number(String text, int start, int end) {
        boolean hex = end - start >= 2 && text.charAt(start) == '0' && (text.charAt(start + 1) | 0x20) == 'x';
        boolean octal = !hex && end - start >= 2 && text.charAt(start) == '0';
        int from = hex ? start + 2 : start;
        if (from >= end && !hex) {
            return -1;
        }
        long value = 0;
        for (int i = from; i < end; i++) {
            int digit = Character.digit(text.charAt(i), hex ? 16 : octal ? 8 : 10);
            if (digit < 0 || value > 0xFFFFFFFFL) {
                return -1;
            }
            value = value * (hex ? 16 : octal ? 8 : 10) + digit;
        }
        return value;
    }

    /** Whether a host is a domain or lies below it. */
    static boolean isWithin(String host, String domain) {
        return host.endsWith(domain)
                && (host.length() == domain.length() || host.charAt(host.length() - domain.length() - 1) == '.');
    }

    /** The label just left of a suffix the host lies below; empty where there is none. */
    static String labelBefore(String host, String suffix) {
        int end = host.length() - suffix.length() - 1;
        return end <= 0 ? "" : host.substring(host.lastIndexOf('.', end - 1) + 1, end);
    }

    /** Index just after {@code name=} in a query; -1 where the parameter is missing. */
    static int parameterStart(String query, String name) {
        int from = 0;
        while (from <= query.length()) {
            int found = query.indexOf(name, from);
            if (found < 0) {
                return -1;
            }
            int end = found + name.length();
            boolean begins = found == 0 || isSeparator(query.charAt(found - 1));
            if (begins && end < query.length() && query.charAt(end) == '=') {
                return end + 1;
            }
            from = end;
        }
        return -1;
    }

    private static boolean isSeparator(char c) {
        return c == '&' || c == ';' || c == '?';
    }

    static String parameter(String query, String name) {
        int start = parameterStart(query, name);
        if (start < 0) {
            return "";
        }
        int end = query.indexOf('&', start);
        return query.substring(start, end < 0 ? query.length() : end);
    }
}
