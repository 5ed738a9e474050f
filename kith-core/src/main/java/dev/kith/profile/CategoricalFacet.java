package dev.kith.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which values an entity uses, how often, since when, and how readily it takes up new ones: decayed counts of at most
 * {@code capacity} values in full, twice as many in brief, and sums over the rest.
 *
 * <p>Memory: at most {@link #bytesMax(int)}, about 300 bytes for a unit of capacity when all texts are of full length and
 * 150 for host names; an entity with one value takes about 320. Not thread-safe.
 */
public final class CategoricalFacet implements Facet {
    /*
     * Counts are kept with forward decay. The heaviest values are found as in Space-Saving [1], but a newcomer does not
     * inherit the count of the value it displaces: that over-estimates exactly the values seen for the first time. A
     * value outside is counted in a second table by its tag; it changes places with the lightest heavy value once it
     * outweighs it. The second table forgets the lightest of a set. So counts never err high but for a collision of
     * tags, and a value is counted low only when it was forgotten, which happens to light ones.
     *
     * For the estimate of Pitman and Yor [2] the facet knows, decayed like the counts: the mass of all sightings N; the
     * mass of the sightings at which a value was new (T, the "tables" when every value has one, as in interpolated
     * Kneser-Ney [3]); the part of T of values seen once and seen twice, which give the discount; and how much of N and
     * T belongs to forgotten values, so that the shares of the remembered and of "something else" sum to one.
     *
     * [1] Metwally, Agrawal, El Abbadi: Efficient Computation of Frequent and Top-k Elements in Data Streams. ICDT 2005.
     * [2] Pitman, Yor: The Two-Parameter Poisson-Dirichlet Distribution. Annals of Probability 25 (1997).
     * [3] Teh: A Hierarchical Bayesian Language Model based on Pitman-Yor Processes. ACL 2006.
     */
    private static final int FIXED_BYTES = 80 + 32;

    private final int capacity;
    private final ForwardDecay decay;
    private final HeavyValues heavy;
    private final LightValues light = new LightValues();
    private double total;
    private double arrivals;
    private double once;
    private double twice;
    private double forgottenMass;
    private double forgottenArrivals;
    private int distinct;

    /**
     * @param halfLife the time in which a sighting loses half its weight
     * @param capacity how many values are kept with text and times
     */
    public CategoricalFacet(Duration halfLife, int capacity) {
        this(new ForwardDecay(halfLife), capacity);
    }

    private CategoricalFacet(ForwardDecay decay, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity under 1: " + capacity);
        }
        this.capacity = capacity;
        this.decay = decay;
        this.heavy = new HeavyValues(capacity);
    }

    /**
     * Counts a sighting.
     *
     * @param weight 1 for an ordinary sighting, less for a doubtful one; 0 teaches nothing
     * @return whether the value was known before
     */
    public boolean observe(String value, Instant at, double weight) {
        if (!(weight >= 0) || weight > 1e9) {
            throw new IllegalArgumentException("weight of " + value + " outside [0, 1e9]: " + weight);
        }
        long hash = ValueHash.of(value);
        boolean known = find(hash, value).mass > 0;
        if (weight > 0) {
            observe(hash, value, at.getEpochSecond(), weight);
        }
        return known;
    }

    private void observe(long hash, String value, long seconds, double weight) {
        renew(seconds);
        double w = weight * decay.weight(seconds);
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

    /** The decayed number of sightings of a value; 0 for one never seen or forgotten. */
    public double count(String value, Instant now) {
        Found found = find(value);
        return found.mass * decay.scale(now.getEpochSecond());
    }

    /** The decayed number of all sightings. */
    public double total(Instant now) {
        return total * decay.scale(now.getEpochSecond());
    }

    /** How many different values there were, evicted ones included; one that was forgotten and returned counts twice. */
    public int distinct() {
        return distinct;
    }

    /** When a value was first seen, to the second; of a value long unseen and evicted, since its return. */
    public Optional<Instant> firstSeen(String value) {
        Found found = find(value);
        return found.mass > 0 ? Optional.of(Instant.ofEpochSecond(found.firstSeconds)) : Optional.empty();
    }

    /** When a value was last seen; to four seconds when it is not among the heaviest. */
    public Optional<Instant> lastSeen(String value) {
        Found found = find(value);
        return found.mass > 0 ? Optional.of(Instant.ofEpochSecond(found.lastSeconds)) : Optional.empty();
    }

    public boolean isEmpty() {
        return total == 0;
    }

    /** The heaviest values, heaviest first; among equals in the order of their text. */
    public List<Entry> top(int n, Instant now) {
        double scale = decay.scale(now.getEpochSecond());
        List<Entry> entries = new ArrayList<>(heavy.size());
        for (int slot = 0; slot < heavy.size(); slot++) {
            entries.add(new Entry(
                    heavy.text(slot),
                    heavy.mass(slot) * scale,
                    Instant.ofEpochSecond(heavy.firstSeconds(slot)),
                    Instant.ofEpochSecond(heavy.lastSeconds(slot))));
        }
        entries.sort(Comparator.comparingDouble(Entry::count).reversed().thenComparing(Entry::value));
        return List.copyOf(entries.subList(0, Math.min(n, entries.size())));
    }

    /** What the estimate of Pitman and Yor needs to know of this facet at this time. */
    public Novelty novelty(Instant now) {
        double scale = decay.scale(now.getEpochSecond());
        return new Novelty(
                total * scale,
                arrivals * scale,
                once * scale,
                twice * scale,
                forgottenMass * scale,
                forgottenArrivals * scale);
    }

    /** The decayed weight of the sighting at which a value was new: its part of {@link Novelty#arrivals()}. */
    double arrival(String value, Instant now) {
        return find(value).arrival * decay.scale(now.getEpochSecond());
    }

    Found find(String value) {
        return find(ValueHash.of(value), value);
    }

    private Found find(long hash, String value) {
        int slot = heavy.find(hash, value);
        if (slot >= 0) {
            return new Found(heavy.mass(slot), heavy.arrival(slot), heavy.firstSeconds(slot), heavy.lastSeconds(slot));
        }
        int cell = light.find(hash);
        return cell < 0
                ? Found.NOTHING
                : new Found(light.mass(cell), light.arrival(cell), light.firstSeconds(cell), light.lastSeconds(cell));
    }

    double scale(Instant now) {
        return decay.scale(now.getEpochSecond());
    }

    HeavyValues heavy() {
        return heavy;
    }

    @Override
    public long estimatedBytes() {
        return FIXED_BYTES + heavy.estimatedBytes() + light.estimatedBytes();
    }

    /** The most bytes a facet of this capacity takes. */
    public static long bytesMax(int capacity) {
        return FIXED_BYTES + HeavyValues.bytesMax(capacity) + LightValues.bytes(LightValues.cellsFor(capacity));
    }

    @Override
    public void write(StateWriter out) {
        out.number(capacity);
        decay.write(out);
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

    static CategoricalFacet read(StateReader in) {
        int capacity = in.count();
        CategoricalFacet facet = new CategoricalFacet(ForwardDecay.read(in), capacity);
        facet.distinct = in.count();
        facet.total = in.mass();
        facet.arrivals = in.mass();
        facet.once = in.mass();
        facet.twice = in.mass();
        facet.forgottenMass = in.mass();
        facet.forgottenArrivals = in.mass();
        int size = in.count();
        for (int i = 0; i < size; i++) {
            facet.heavy.insert(new HeavyValues.Value(
                    in.number(), in.text(), in.mass(), in.mass(), in.number(), in.number(), in.count()));
        }
        facet.light.read(in);
        return facet;
    }

    /**
     * What both facets have counted together; neither changes. Exact while the values fit; which is given first makes no
     * difference.
     */
    public static CategoricalFacet merged(CategoricalFacet a, CategoricalFacet b) {
        if (a.capacity != b.capacity) {
            throw new IllegalArgumentException("capacities differ: " + a.capacity + ", " + b.capacity);
        }
        ForwardDecay decay = ForwardDecay.later(a.decay, b.decay);
        double fromA = decay.conversion(a.decay);
        double fromB = decay.conversion(b.decay);
        CategoricalFacet merged = new CategoricalFacet(decay, a.capacity);
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
                merged.light.allocate(LightValues.cellsFor(a.capacity));
                merged.putLight(value);
            }
        }
        return merged;
    }

    private void renew(long at) {
        double factor = decay.renew(at);
        if (factor != 1) {
            total *= factor;
            arrivals *= factor;
            once *= factor;
            twice *= factor;
            forgottenMass *= factor;
            forgottenArrivals *= factor;
            heavy.scale(factor);
            light.scale(factor);
        }
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
        light.allocate(LightValues.cellsFor(capacity));
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

    /** A value with its decayed count. */
    public record Entry(String value, double count, Instant firstSeen, Instant lastSeen) {}

    /** What is known of one value; masses in landmark units. */
    record Found(double mass, double arrival, long firstSeconds, long lastSeconds) {
        static final Found NOTHING = new Found(0, 0, 0, 0);
    }
}
