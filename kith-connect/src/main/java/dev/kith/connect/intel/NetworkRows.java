package dev.kith.connect.intel;

import dev.kith.event.IpAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers rows of {@code first address, last address, network number, organisation}, of both families in any order. */
final class NetworkRows {
    private static final long NUMBER_MAX = 0xffffffffL;

    private final Map<Long, Integer> seen = new HashMap<>();
    private final List<Long> numbers = new ArrayList<>();
    private final SortedMap<Long, String> names = new TreeMap<>();
    private final AddressTable.Builder ranges = new AddressTable.Builder();

    /**
     * Adds a row. Of several names for a network the first is kept.
     *
     * @return false where the fields are no such row
     */
    boolean add(List<String> fields) {
        if (fields.size() < 3 || !isNumber(fields.get(2))) {
            return false;
        }
        Optional<IpAddress> first = IpAddress.parse(fields.get(0));
        Optional<IpAddress> last = IpAddress.parse(fields.get(1));
        long number = Long.parseLong(fields.get(2));
        if (first.isEmpty() || last.isEmpty() || number > NUMBER_MAX) {
            return false;
        }
        int place = seen.computeIfAbsent(number, n -> {
            numbers.add(n);
            return numbers.size();
        });
        names.putIfAbsent(number, fields.size() > 3 ? fields.get(3) : "");
        return ranges.add(first.get(), last.get(), place);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The networks of the rows of each family; both families share the list of networks. */
    Families build() {
        Networks networks = Networks.of(names);
        int[] indices = new int[numbers.size() + 1];
        for (int i = 1; i < indices.length; i++) {
            indices[i] = networks.index(numbers.get(i - 1));
        }
        AddressTable table = ranges.build();
        return new Families(
                new AnnouncedNetworks(table.v4().mapValues(indices), networks),
                new AnnouncedNetworks(table.v6().mapValues(indices), networks));
    }

    record Families(AnnouncedNetworks v4, AnnouncedNetworks v6) {}
}
