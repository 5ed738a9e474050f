package dev.kith.connect.intel;

import com.maxmind.db.NoCache;
import com.maxmind.db.Reader;
import dev.kith.event.IpAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** A database in MaxMind's format that the user brought, with {@code country_code}, or {@code country} and its {@code iso_code}, in its records. */
final class CountryDatabase implements CountrySource {
    private final Reader reader;

    private CountryDatabase(Reader reader) {
        this.reader = reader;
    }

    /**
     * Opens a database; it stays mapped into memory until the program ends.
     *
     * @throws IOException where the file is no such database
     */
    static CountryDatabase open(Path file) throws IOException {
        try {
            return new CountryDatabase(new Reader(file.toFile(), Reader.FileMode.MEMORY_MAPPED, NoCache.getInstance()));
        } catch (RuntimeException e) {
            // The reader meets damage with whatever exception comes up: of arguments, of buffers, of casts.
            throw new IOException("damaged: " + e.getClass().getSimpleName(), e);
        }
    }

    @Override
    public String country(IpAddress ip) {
        try {
            Map<?, ?> entry = reader.get(address(ip), Map.class);
            return entry == null ? "" : code(entry);
        } catch (IOException | RuntimeException e) {
            // A damaged entry says nothing of this address; others may be whole.
            return "";
        }
    }

    private static String code(Map<?, ?> entry) {
        Object code = entry.get("country_code");
        if (code == null && entry.get("country") instanceof Map<?, ?> country) {
            code = country.get("iso_code");
        }
        return code instanceof String text && text.matches("[A-Za-z]{2}") ? text.toUpperCase(Locale.ROOT) : "";
    }

    private static InetAddress address(IpAddress ip) throws UnknownHostException {
        byte[] bytes = ip.v6()
                ? ByteBuffer.allocate(16).putLong(ip.high()).putLong(ip.low()).array()
                : ByteBuffer.allocate(4).putInt((int) ip.low()).array();
        return InetAddress.getByAddress(bytes);
    }
}
