package dev.kith.connect.intel;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/*
 * The file: 8 bytes "KITHNET1"; then six sections, each of two big-endian ints (length unpacked, length packed) and its
 * bytes, deflated. The sections: networks; ranges of networks for IPv4, for IPv6; codes of countries; ranges of
 * countries for IPv4, for IPv6.
 *
 * Whole numbers are LEB128 (7 bits a byte, lowest first). Networks: their count; the steps between their numbers; the
 * lengths of their names; the names in UTF-8. Codes: two letters each. Ranges: their count; then columns, so that deflate sees
 * like beside like: for the step from each start to the next the number of its trailing zero bits (a byte, since ranges
 * are mostly powers of two), then the step without these bits, then the lowest, middle and highest byte of each value.
 */
/**
 * The table of networks and countries that comes with the product: which autonomous system announces an address, and in
 * which country its holder is registered. A section is unpacked when first asked for.
 */
record NetworkTable(
        Supplier<AnnouncedNetworks> v4,
        Supplier<AnnouncedNetworks> v6,
        Supplier<String> countryCodes,
        Supplier<RangeTable> countryV4,
        Supplier<RangeTable> countryV6) {
    private static final long MAGIC = 0x4b4954484e455431L;

    /** Chosen by hand: no section is near it; guards against a damaged file. */
    private static final int SECTION_BYTES_MAX = 64 << 20;

    /** Reads a table; nothing is unpacked yet. */
    static NetworkTable read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        if (data.readLong() != MAGIC) {
            throw new IOException("not a table of networks");
        }
        Lazy<Networks> networks = section(data, Section::networks);
        Lazy<RangeTable> v4 = section(data, Section::ranges);
        Lazy<RangeTable> v6 = section(data, Section::ranges);
        Lazy<String> codes = section(data, Section::text);
        Lazy<RangeTable> countryV4 = section(data, Section::ranges);
        Lazy<RangeTable> countryV6 = section(data, Section::ranges);
        return new NetworkTable(
                new Lazy<>(() -> new AnnouncedNetworks(v4.get(), networks.get())),
                new Lazy<>(() -> new AnnouncedNetworks(v6.get(), networks.get())),
                codes,
                countryV4,
                countryV6);
    }

    /** A table that knows nothing. */
    static NetworkTable empty() {
        RangeTable ranges = new RangeTable(new long[0], new int[0]);
        AnnouncedNetworks none = new AnnouncedNetworks(ranges, Networks.of(new int[0], new byte[0], new int[0]));
        return new NetworkTable(() -> none, () -> none, () -> "", () -> ranges, () -> ranges);
    }

    /** Writes the table; both families must hold the same networks. The same table gives the same bytes. */
    void write(OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeLong(MAGIC);
        writeSection(data, Section.of(v4.get().networks()));
        writeSection(data, Section.of(v4.get().ranges()));
        writeSection(data, Section.of(v6.get().ranges()));
        writeSection(data, Section.of(countryCodes.get()));
        writeSection(data, Section.of(countryV4.get()));
        writeSection(data, Section.of(countryV6.get()));
        data.flush();
    }

    private static <T> Lazy<T> section(DataInputStream in, Function<Section, T> decoder) throws IOException {
        int length = in.readInt();
        int packedLength = in.readInt();
        if (length < 0 || length > SECTION_BYTES_MAX || packedLength < 0 || packedLength > SECTION_BYTES_MAX) {
            throw new IOException("section of " + length + " bytes");
        }
        byte[] packed = in.readNBytes(packedLength);
        if (packed.length < packedLength) {
            throw new IOException("table ends early");
        }
        return new Lazy<>(() -> decoder.apply(new Section(unpack(packed, length))));
    }

    private static byte[] unpack(byte[] packed, int length) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            byte[] bytes = new byte[length];
            int at = 0;
            while (at < length) {
                int read = inflater.inflate(bytes, at, length - at);
                if (read == 0) {
                    throw new IllegalStateException("section shorter than it says: " + at + " of " + length);
                }
                at += read;
            }
            return bytes;
        } catch (DataFormatException e) {
            throw new IllegalStateException("damaged table of networks", e);
        } finally {
            inflater.end();
        }
    }

    private static void writeSection(DataOutputStream out, byte[] bytes) throws IOException {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(bytes);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        while (!deflater.finished()) {
            packed.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        out.writeInt(bytes.length);
        out.writeInt(packed.size());
        packed.writeTo(out);
    }
}
