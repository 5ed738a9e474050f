package dev.kith.connect.intel;

import dev.kith.event.DomainTrait;
import dev.kith.event.Endpoint;
import dev.kith.event.Endpoint.Trait;
import dev.kith.event.IpAddress;
import dev.kith.event.Problem;
import dev.kith.event.SourceRef;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Intelligence from tables: those that come with the product, and those that the user brings.
 *
 * <p>The table of networks is unpacked when the first public address, or the first network's size, is asked for: about
 * 15 MB then, both families included. Everything is immutable but for caches, and may be used by several threads.
 */
public final class IntelTables implements Intel {
    static final String NETWORK_TABLE = "networks.bin";

    private final DomainLists domains;
    private final Popularity popularity;
    private final RegistrableDomains registrable;
    private final NetworkKinds kinds;
    private final Map<Trait, AddressTable> addresses;
    private final Supplier<AnnouncedNetworks> v4;
    private final Supplier<AnnouncedNetworks> v6;
    private final Supplier<double[]> shares;
    private final CountrySource countries;

    IntelTables(IntelParts parts) {
        this.domains = parts.domains.build();
        this.popularity = new Popularity(parts.ranks);
        this.registrable = new RegistrableDomains(parts.suffixes, parts.privateRegistries);
        this.kinds = parts.kinds.build();
        this.addresses = new EnumMap<>(Trait.class);
        parts.addresses.forEach((trait, builder) -> addresses.put(trait, builder.build()));
        this.v4 = parts.v4;
        this.v6 = parts.v6;
        this.shares = new Lazy<>(() -> v4.get().shares());
        this.countries = parts.countries;
    }

    /** What comes with the product. */
    public static IntelTables builtIn() {
        return new IntelTables(builtInParts());
    }

    /**
     * What comes with the product, with the files of a folder laid over it: tables of networks, countries, ranks and suffixes
     * take the place of the built-in ones, lists are added to them.
     *
     * @param folder files by the names that the documentation of {@code --intel} gives, packed with gzip or not
     */
    public static Loaded load(Path folder) {
        IntelParts parts = builtInParts();
        IntelFolder read = new IntelFolder(parts);
        read.read(folder);
        return new Loaded(new IntelTables(parts), read.files(), read.findings());
    }

    /**
     * Tables and how reading them went.
     *
     * @param files names of the files that were used, sorted
     * @param findings what was not used or could not be read, in the order of the files
     */
    public record Loaded(IntelTables intel, List<String> files, List<Finding> findings) {
        public Loaded {
            files = List.copyOf(files);
            findings = List.copyOf(findings);
        }
    }

    /** Something that is wrong with a file, and where. */
    public record Finding(SourceRef where, Problem problem) {}

    private static IntelParts builtInParts() {
        IntelParts parts = new IntelParts();
        BuiltInLists.addTo(parts.domains);
        BuiltInLists.addTo(parts.kinds);
        parts.ranks.putAll(BuiltInLists.popularDomains());
        parts.privateRegistries = BuiltInLists.privateRegistries();
        Lazy<NetworkTable> table = new Lazy<>(IntelTables::builtInTable);
        parts.v4 = () -> table.get().v4().get();
        parts.v6 = () -> table.get().v6().get();
        parts.countries = ip -> CountrySource.code(
                table.get().countryCodes().get(),
                ip.v6()
                        ? table.get().countryV6().get().value(ip.high())
                        : table.get().countryV4().get().value(ip.low()));
        return parts;
    }

    private static NetworkTable builtInTable() {
        try (InputStream in = IntelTables.class.getResourceAsStream(NETWORK_TABLE)) {
            if (in == null) {
                throw new FileNotFoundException(NETWORK_TABLE);
            }
            return NetworkTable.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("table that comes with the product: " + NETWORK_TABLE, e);
        }
    }

    @Override
    public Endpoint endpoint(IpAddress ip) {
        if (ip.isInternal()) {
            return Endpoint.of(ip);
        }
        AnnouncedNetworks announced = ip.v6() ? v6.get() : v4.get();
        int network = announced.ranges().value(ip.v6() ? ip.high() : ip.low());
        long number = network == 0 ? 0 : announced.networks().number(network);
        String name = network == 0 ? "" : announced.networks().name(network);
        return new Endpoint(ip, number, name, countries.country(ip), traits(ip, number, name));
    }

    private Set<Trait> traits(IpAddress ip, long number, String name) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        if (number != 0) {
            traits.addAll(kinds.of(number, name));
        }
        addresses.forEach((trait, table) -> {
            if (table.value(ip) != 0) {
                traits.add(trait);
            }
        });
        return traits;
    }

    @Override
    public Set<DomainTrait> traits(String host) {
        return domains.traits(host, "");
    }

    @Override
    public Set<DomainTrait> traits(String host, String path) {
        return domains.traits(host, path);
    }

    @Override
    public double popularity(String domain) {
        return popularity.of(domain);
    }

    @Override
    public double networkShare(long asn) {
        int index = v4.get().networks().index(asn);
        return shares.get()[index];
    }

    @Override
    public String registrableDomain(String host) {
        return registrable.of(host);
    }
}
