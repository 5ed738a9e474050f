package dev.kith.connect.intel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/**
 * Makes the table of networks that comes with the product, from public tables. Run by hand when the table is to be
 * refreshed; docs/refresh-network-table.md says how. The same input gives the same bytes.
 */
public final class BuildNetworkTable {
    private BuildNetworkTable() {}

    /**
     * Builds a table.
     *
     * @param args a folder with {@code asn-ipv4.csv} and {@code asn-ipv6.csv}, one with
     *     {@code geo-whois-asn-country-ipv4.csv} and {@code -ipv6.csv} (each also as {@code .gz}), and the file to write
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            System.err.println("usage: BuildNetworkTable FOLDER-OF-NETWORKS FOLDER-OF-COUNTRIES FILE");
            System.exit(2);
        }
        Path out = Path.of(args[2]);
        build(Path.of(args[0]), Path.of(args[1]), out);
        System.out.println(out + ": " + Files.size(out) + " bytes");
    }

    static void build(Path networks, Path countries, Path out) throws IOException {
        NetworkRows networkRows = new NetworkRows();
        CountryRows countryRows = new CountryRows();
        for (String family : List.of("ipv4", "ipv6")) {
            rows(networks, "asn-" + family + ".csv", networkRows::add);
            rows(countries, "geo-whois-asn-country-" + family + ".csv", countryRows::add);
        }
        NetworkRows.Families families = networkRows.build();
        AddressTable countryTable = countryRows.build();
        NetworkTable table =
                new NetworkTable(families::v4, families::v6, countryRows::codes, countryTable::v4, countryTable::v6);
        try (OutputStream file = Files.newOutputStream(out)) {
            table.write(file);
        }
    }

    private static void rows(Path folder, String name, Predicate<List<String>> use) throws IOException {
        Path packed = folder.resolve(name + ".gz");
        boolean gzip = Files.exists(packed);
        try (InputStream in = Files.newInputStream(gzip ? packed : folder.resolve(name));
                InputStream text = gzip ? new GZIPInputStream(in) : in) {
            Lines lines = new Lines(text);
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (lines.cut() || !use.test(CsvRow.fields(line))) {
                    throw new IOException(name + ", line " + lines.line() + " is no row: " + line);
                }
            }
            if (lines.tooLong()) {
                throw new IOException(name + " is too long");
            }
        }
    }
}
