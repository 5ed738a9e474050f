package dev.kith.connect.intel;

import dev.kith.event.IpAddress;
import java.util.Optional;

/** A value for each address of both families. IPv6 is kept to the /64. */
record AddressTable(RangeTable v4, RangeTable v6) {
    /** The value at an address; 0 where nothing is known. */
    int value(IpAddress ip) {
        return ip.v6() ? v6.value(ip.high()) : v4.value(ip.low());
    }

    /** Gathers ranges of both families. */
    static final class Builder {
        private final RangeTable.Builder v4 = new RangeTable.Builder();
        private final RangeTable.Builder v6 = new RangeTable.Builder();

        /**
         * Adds a range, both ends included.
         *
         * @return false where the ends do not make a range
         */
        boolean add(IpAddress first, IpAddress last, int value) {
            if (first.v6() != last.v6() || first.compareTo(last) > 0) {
                return false;
            }
            if (first.v6()) {
                v6.add(first.high(), last.high(), value);
            } else {
                v4.add(first.low(), last.low(), value);
            }
            return true;
        }

        /**
         * Adds an address or a prefix such as {@code 192.0.2.0/24}; bits beyond the prefix are taken as zero.
         *
         * @return false where the text is neither
         */
        boolean add(String text, int value) {
            int slash = text.indexOf('/');
            Optional<IpAddress> parsed = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
            if (parsed.isEmpty()) {
                return false;
            }
            IpAddress ip = parsed.get();
            int whole = ip.v6() ? 128 : 32;
            int bits = slash < 0 ? whole : prefixBits(text.substring(slash + 1));
            if (bits < 0 || bits > whole) {
                return false;
            }
            if (ip.v6()) {
                long host = bits >= 64 ? 0 : -1L >>> bits;
                v6.add(ip.high() & ~host, ip.high() | host, value);
            } else {
                long host = 0xffffffffL >>> bits;
                v4.add(ip.low() & ~host, ip.low() | host, value);
            }
            return true;
        }

        AddressTable build() {
            return new AddressTable(v4.build(), v6.build());
        }

        private static int prefixBits(String text) {
            if (text.isEmpty() || text.length() > 3 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return -1;
            }
            return Integer.parseInt(text);
        }
    }
}
