package dev.kith.connect.intel;

import dev.kith.event.Endpoint.Trait;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What {@link IntelTables} is made of, while it is gathered. */
final class IntelParts {
    final DomainLists.Builder domains = new DomainLists.Builder();
    final NetworkKinds.Builder kinds = new NetworkKinds.Builder();
    final Map<Trait, AddressTable.Builder> addresses = new EnumMap<>(Trait.class);
    Map<String, Integer> ranks = new HashMap<>();
    Set<String> privateRegistries = Set.of();
    SuffixRules suffixes = SuffixRules.ofGuava();
    Supplier<AnnouncedNetworks> v4 = NetworkTable.empty().v4();
    Supplier<AnnouncedNetworks> v6 = NetworkTable.empty().v6();
    CountrySource countries = ip -> "";

    AddressTable.Builder addresses(Trait trait) {
        return addresses.computeIfAbsent(trait, key -> new AddressTable.Builder());
    }
}
