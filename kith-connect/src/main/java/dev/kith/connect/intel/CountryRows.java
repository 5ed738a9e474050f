package dev.kith.connect.intel;

import dev.kith.event.IpAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Gathers rows of {@code first address, last address, country code}, of both families in any order. */
final class CountryRows {
    private final Map<String, Integer> places = new HashMap<>();
    private final StringBuilder codes = new StringBuilder();
    private final AddressTable.Builder ranges = new AddressTable.Builder();

    /**
     * Adds a row.
     *
     * @return false where the fields are no such row
     */
    boolean add(List<String> fields) {
        if (fields.size() < 3 || !isCode(fields.get(2))) {
            return false;
        }
        Optional<IpAddress> first = IpAddress.parse(fields.get(0));
        Optional<IpAddress> last = IpAddress.parse(fields.get(1));
        if (first.isEmpty() || last.isEmpty()) {
            return false;
        }
        int place = places.computeIfAbsent(fields.get(2).toUpperCase(Locale.ROOT), code -> {
            codes.append(code);
            return codes.length() / 2;
        });
        return ranges.add(first.get(), last.get(), place);
    }

    private static boolean isCode(String text) {
        return text.length() == 2 && text.chars().allMatch(c -> (c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    }

    /** The codes one after the other; a value of the ranges is a code's place, from 1. */
    String codes() {
        return codes.toString();
    }

    AddressTable build() {
        return ranges.build();
    }
}
