package dev.kith.event;

import com.google.common.net.InetAddresses;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * An IPv4 or IPv6 address as a value. Never resolves a name.
 *
 * @param high upper 64 bits of an IPv6 address; 0 for IPv4
 * @param low lower 64 bits of an IPv6 address, or the 32 bits of an IPv4 address
 * @param v6 whether this is IPv6; IPv4-mapped addresses are IPv4
 */
public record IpAddress(long high, long low, boolean v6) implements Comparable<IpAddress> {
    private static final int TEXT_CHARS_MAX = 80;

    /**
     * Reads the forms logs use: {@code 1.2.3.4}, {@code 1.2.3.4:567}, {@code [v6]:567}, {@code [IPv6:...]}, {@code v6%zone}.
     *
     * @return empty where the text holds no literal address
     */
    public static Optional<IpAddress> parse(String text) {
        String t = text.strip();
        if (t.isEmpty() || t.length() > TEXT_CHARS_MAX) {
            return Optional.empty();
        }
        if (t.charAt(0) == '[') {
            int end = t.indexOf(']');
            t = end < 0 ? t.substring(1) : t.substring(1, end);
        }
        if (t.regionMatches(true, 0, "IPv6:", 0, 5)) {
            t = t.substring(5);
        }
        int zone = t.indexOf('%');
        if (zone > 0) {
            t = t.substring(0, zone);
        }
        int colon = t.indexOf(':');
        if (colon > 0 && colon == t.lastIndexOf(':') && t.indexOf('.') >= 0 && t.indexOf('.') < colon) {
            t = t.substring(0, colon);
        }
        if (t.isEmpty() || (t.indexOf(':') < 0 && t.indexOf('.') < 0) || !InetAddresses.isInetAddress(t)) {
            return Optional.empty();
        }
        return Optional.of(of(InetAddresses.forString(t)));
    }

    public static IpAddress of(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        if (address instanceof Inet4Address) {
            return new IpAddress(0, bytes.getInt() & 0xffffffffL, false);
        }
        long high = bytes.getLong();
        long low = bytes.getLong();
        boolean mapped = high == 0 && (low >>> 32) == 0xffffL;
        return mapped ? new IpAddress(0, low & 0xffffffffL, false) : new IpAddress(high, low, true);
    }

    /** The block this address is counted with: its /24, or for IPv6 its /48, such as {@code 192.0.2.0/24}. */
    public String block() {
        return v6
                ? new IpAddress(high & 0xffffffffffff0000L, 0, true) + "/48"
                : new IpAddress(0, low & 0xffffff00L, false) + "/24";
    }

    /** Whether this is loopback, private, link-local, shared or otherwise not an address of the public internet. */
    public boolean isInternal() {
        if (v6) {
            return (high == 0 && (low == 0 || low == 1)) || (high >>> 57) == 0x7e || (high >>> 54) == 0x3fa;
        }
        int a = (int) (low >>> 24);
        int b = (int) (low >>> 16) & 0xff;
        return a == 0
                || a == 10
                || a == 127
                || (a == 172 && b >= 16 && b < 32)
                || (a == 192 && b == 168)
                || (a == 169 && b == 254)
                || (a == 100 && b >= 64 && b < 128)
                || a >= 224;
    }

    @Override
    public int compareTo(IpAddress other) {
        int byKind = Boolean.compare(v6, other.v6);
        if (byKind != 0) {
            return byKind;
        }
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    @Override
    public String toString() {
        if (!v6) {
            return (low >>> 24 & 0xff) + "." + (low >>> 16 & 0xff) + "." + (low >>> 8 & 0xff) + "." + (low & 0xff);
        }
        byte[] bytes = ByteBuffer.allocate(16).putLong(high).putLong(low).array();
        try {
            return InetAddresses.toAddrString(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException e) {
            throw new AssertionError("16 bytes are an address", e);
        }
    }
}
