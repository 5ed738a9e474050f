package dev.kith.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The values of two categorical facets, those known to both put together. */
final class MergedValues {
    private static final Comparator<HeavyValues.Value> HEAVIEST_FIRST = Comparator.comparingDouble(
                    HeavyValues.Value::mass)
            .reversed()
            .thenComparingLong(HeavyValues.Value::hash)
            .thenComparing(HeavyValues.Value::text);

    /** By the bits of the hash that a light value keeps, so that light and heavy ones meet. */
    private final Map<Long, HeavyValues.Value> byTag = new TreeMap<>();

    private final Map<Long, Pair> pairs = new TreeMap<>();
    private final int capacity;

    MergedValues(int capacity) {
        this.capacity = capacity;
    }

    void add(HeavyValues heavy, LightValues light, double factor) {
        for (int slot = 0; slot < heavy.size(); slot++) {
            add(scaled(heavy.value(slot), factor));
        }
        for (int cell = 0; cell < light.cells(); cell++) {
            if (!light.isFree(cell)) {
                add(scaled(light.value(cell), factor));
            }
        }
    }

    /** The values that both facets knew, in a fixed order. */
    List<Pair> pairs() {
        return List.copyOf(pairs.values());
    }

    List<HeavyValues.Value> heaviestFirst() {
        List<HeavyValues.Value> sorted = new ArrayList<>(byTag.values());
        sorted.sort(HEAVIEST_FIRST);
        return sorted;
    }

    private void add(HeavyValues.Value value) {
        Long tag = LightValues.place(value.hash(), capacity);
        HeavyValues.Value other = byTag.get(tag);
        if (other == null) {
            byTag.put(tag, value);
        } else {
            Pair pair = new Pair(other, value);
            pairs.put(tag, pair);
            byTag.put(tag, pair.joined());
        }
    }

    private static HeavyValues.Value scaled(HeavyValues.Value value, double factor) {
        return new HeavyValues.Value(
                value.hash(),
                value.text(),
                value.mass() * factor,
                value.arrival() * factor,
                value.firstSeconds(),
                value.lastSeconds(),
                value.sightings());
    }

    /** A value as each of two facets knew it. */
    record Pair(HeavyValues.Value a, HeavyValues.Value b) {
        HeavyValues.Value joined() {
            HeavyValues.Value named = a.text().isEmpty() ? b : a;
            return new HeavyValues.Value(
                    named.hash(),
                    named.text(),
                    a.mass() + b.mass(),
                    firstArrival(),
                    Math.min(a.firstSeconds(), b.firstSeconds()),
                    Math.max(a.lastSeconds(), b.lastSeconds()),
                    Math.min(HeavyValues.SIGHTINGS_MAX, a.sightings() + b.sightings()));
        }

        /** It was new once only: the arrival of the one that saw it later was none. */
        double doubledArrival() {
            return a.arrival() + b.arrival() - firstArrival();
        }

        /** By how much the arrivals of values with so many sightings change when the two become one. */
        double arrival(int sightings) {
            double before =
                    (a.sightings() == sightings ? a.arrival() : 0) + (b.sightings() == sightings ? b.arrival() : 0);
            return (a.sightings() + b.sightings() == sightings ? firstArrival() : 0) - before;
        }

        private double firstArrival() {
            if (a.firstSeconds() == b.firstSeconds()) {
                return Math.max(a.arrival(), b.arrival());
            }
            return a.firstSeconds() < b.firstSeconds() ? a.arrival() : b.arrival();
        }
    }
}
