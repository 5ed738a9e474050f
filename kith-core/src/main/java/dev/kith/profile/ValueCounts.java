package dev.kith.profile;

import java.util.Optional;

/**
 * The counts of several values, in the landmark units of the facet that owns them: at most {@code capacity} values in full,
 * twice as many in brief, and sums over the rest. Not thread-safe.
 */
final class ValueCounts {
    /*
     * The heaviest values are found as in Space-Saving [1], but a newcomer does not inherit the count of the value it
     * displaces: that over-estimates exactly the values seen for the first time. A value outside is counted in a second
     * table by its tag; it changes places with the lightest heavy value once it outweighs it. The second table forgets the
     * lightest of a set. So counts never err high but for a collision of tags, and a value is counted low only when it was
     * forgotten, which happens to light ones.
     *
     * For the estimate of Pitman and Yor [2] the decayed mass of all sightings N is known; the mass of the sightings at
     * which a value was new (T, the "tables" when every value has one, as in interpolated Kneser-Ney [3]); the part of T of
     * values seen once and seen twice, which give the discount; and how much of N and T belongs to forgotten values, so
     * that the shares of the remembered and of "something else" sum to one.
     *
     * [1] Metwally, Agrawal, El Abbadi: Efficient Computation of Frequent and Top-k Elements in Data Streams. ICDT 2005.
     * [2] Pitman, Yor: The Two-Parameter Poisson-Dirichlet Distribution. Annals of Probability 25 (1997).
     * [3] Teh: A Hierarchical Bayesian Language Model based on Pitman-Yor Processes. ACL 2006.
     */
    private static final int FIXED_BYTES = 80;

    /** Stays empty: most never fill what is kept in full. */
    private static final LightValues NONE = new LightValues();

    private final int capacity;
    private final HeavyValues heavy;
    private LightValues light = NONE;
    private double total;
    private double arrivals;
    private double once;
    private double twice;
    private double forgottenMass;
    private double forgottenArrivals;
    private int distinct;

    ValueCounts(int capacity) {
        this.capacity = capacity;
        this.heavy = new HeavyValues(capacity);
    }

    /** Takes over the only value there was so far. */
    ValueCounts(int capacity, HeavyValues.Value only) {
        this(capacity);
        total = only.mass();
        arrivals = only.arrival();
        once = only.sightings() == 1 ? only.arrival() : 0;
        twice = only.sightings() == 2 ? only.arrival() : 0;
        distinct = 1;
        heavy.insert(only);
    }

    /** The only value, where there is one and nothing else was ever counted. */
    Optional<HeavyValues.Value> only() {
        boolean alone = distinct == 1 && heavy.size() == 1 && light.isEmpty() && forgottenMass == 0;
        return alone ? Optional.of(heavy.value(0)) : Optional.empty();
    }

    double total() {
        return total;
    }

    int distinct() {
        return distinct;
    }

    /** Counts a sighting of this weight. */
    void observe(String value, long seconds, double w) {
        long hash = ValueHash.of(value);
        total += w;
        int slot = heavy.find(hash, value);
        if (slot >= 0) {
            seenAgain(heavy.sightings(slot), heavy.arrival(slot));
            heavy.add(slot, w, seconds);
            return;
        }
        int cell = light.find(hash);
        if (cell < 0) {
            arrivals += w;
            once += w;
            distinct++;
            place(new HeavyValues.Value(hash, HeavyValues.kept(value), w, w, seconds, seconds, 1), -1);
        } else {
            seenAgain(light.sightings(cell), light.arrival(cell));
            place(
                    new HeavyValues.Value(
                            hash,
                            HeavyValues.kept(value),
                            light.mass(cell) + w,
                            light.arrival(cell),
                            Math.min(light.firstSeconds(cell), Math.max(0, seconds)),
                            Math.max(light.lastSeconds(cell), seconds),
                            Math.min(3, light.sightings(cell) + 1)),
                    cell);
        }
    }

    CategoricalFacet.Found find(String value) {
        long hash = ValueHash.of(value);
        int slot = heavy.find(hash, value);
        if (slot >= 0) {
            return new CategoricalFacet.Found(
                    heavy.mass(slot), heavy.arrival(slot), heavy.firstSeconds(slot), heavy.lastSeconds(slot));
        }
        int cell = light.find(hash);
        return cell < 0
                ? CategoricalFacet.Found.NOTHING
                : new CategoricalFacet.Found(
                        light.mass(cell), light.arrival(cell), light.firstSeconds(cell), light.lastSeconds(cell));
    }

    HeavyValues heavy() {
        return heavy;
    }

    /** What the estimate of Pitman and Yor needs, each sum multiplied with the scale. */
    Novelty novelty(double scale) {
        return new Novelty(
                total * scale,
                arrivals * scale,
                once * scale,
                twice * scale,
                forgottenMass * scale,
                forgottenArrivals * scale);
    }

    void scale(double factor) {
        total *= factor;
        arrivals *= factor;
        once *= factor;
        twice *= factor;
        forgottenMass *= factor;
        forgottenArrivals *= factor;
        heavy.scale(factor);
        light.scale(factor);
    }

    long estimatedBytes() {
        return FIXED_BYTES + heavy.estimatedBytes() + (light == NONE ? 0 : light.estimatedBytes());
    }

    /** The most that {@link #estimatedBytes()} can say. */
    static long bytesMax(int capacity) {
        return FIXED_BYTES + HeavyValues.bytesMax(capacity) + LightValues.bytes(LightValues.cellsFor(capacity));
    }

    void write(StateWriter out) {
        out.number(distinct);
        out.mass(total);
        out.mass(arrivals);
        out.mass(once);
        out.mass(twice);
        out.mass(forgottenMass);
        out.mass(forgottenArrivals);
        out.number(heavy.size());
        for (int slot = 0; slot < heavy.size(); slot++) {
            HeavyValues.Value value = heavy.value(slot);
            out.number(value.hash());
            out.text(value.text());
            out.mass(value.mass());
            out.mass(value.arrival());
            out.number(value.firstSeconds());
            out.number(value.lastSeconds());
            out.number(value.sightings());
        }
        light.write(out);
    }

    static ValueCounts read(int capacity, StateReader in) {
        ValueCounts counts = new ValueCounts(capacity);
        counts.distinct = in.count();
        counts.total = in.mass();
        counts.arrivals = in.mass();
        counts.once = in.mass();
        counts.twice = in.mass();
        counts.forgottenMass = in.mass();
        counts.forgottenArrivals = in.mass();
        int size = in.count();
        for (int i = 0; i < size; i++) {
            counts.heavy.insert(new HeavyValues.Value(
                    in.number(), in.text(), in.mass(), in.mass(), in.number(), in.number(), in.count()));
        }
        counts.light = LightValues.read(in);
        return counts;
    }

    /** What both have counted together, each multiplied with its factor; neither changes. */
    static ValueCounts merged(ValueCounts a, double fromA, ValueCounts b, double fromB) {
        ValueCounts merged = new ValueCounts(a.capacity);
        merged.total = a.total * fromA + b.total * fromB;
        merged.arrivals = a.arrivals * fromA + b.arrivals * fromB;
        merged.once = a.once * fromA + b.once * fromB;
        merged.twice = a.twice * fromA + b.twice * fromB;
        merged.forgottenMass = a.forgottenMass * fromA + b.forgottenMass * fromB;
        merged.forgottenArrivals = a.forgottenArrivals * fromA + b.forgottenArrivals * fromB;
        merged.distinct = a.distinct + b.distinct;
        MergedValues values = new MergedValues(a.capacity);
        values.add(a.heavy, a.light, fromA);
        values.add(b.heavy, b.light, fromB);
        for (MergedValues.Pair pair : values.pairs()) {
            merged.distinct--;
            merged.arrivals -= pair.doubledArrival();
            merged.once += pair.arrival(1);
            merged.twice += pair.arrival(2);
        }
        merged.once = Math.max(0, merged.once);
        merged.twice = Math.max(0, merged.twice);
        for (HeavyValues.Value value : values.heaviestFirst()) {
            if (!value.text().isEmpty() && !merged.heavy.full()) {
                merged.heavy.insert(value);
            } else {
                merged.makeLight();
                merged.putLight(value);
            }
        }
        return merged;
    }

    private void seenAgain(int sightings, double arrival) {
        if (sightings == 1) {
            once = Math.max(0, once - arrival);
            twice += arrival;
        } else if (sightings == 2) {
            twice = Math.max(0, twice - arrival);
        }
    }

    /** Puts a value where its mass belongs. The cell is the one that it has in the light table now, or -1. */
    private void place(HeavyValues.Value value, int cell) {
        if (!heavy.full()) {
            heavy.insert(value);
            return;
        }
        makeLight();
        if (value.mass() > heavy.mass(heavy.lightest())) {
            if (cell >= 0) {
                light.clear(cell);
            }
            putLight(heavy.replaceLightest(value));
        } else if (cell >= 0) {
            light.put(cell, value);
        } else {
            putLight(value);
        }
    }

    private void makeLight() {
        if (light.isEmpty()) {
            light = new LightValues(LightValues.cellsFor(capacity));
        }
    }

    private void putLight(HeavyValues.Value value) {
        int cell = light.find(value.hash());
        if (cell < 0) {
            cell = light.room(value.hash());
        }
        if (!light.isFree(cell)) {
            forgottenMass += light.mass(cell);
            forgottenArrivals += light.arrival(cell);
        }
        light.put(cell, value);
    }
}
