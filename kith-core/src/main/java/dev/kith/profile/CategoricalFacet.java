package dev.kith.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which values an entity uses, how often, since when, and how readily it takes up new ones: decayed counts of at most
 * {@code capacity} values in full, twice as many in brief, and sums over the rest.
 *
 * <p>Memory: about 56 bytes and the text for one value, which is all that most facets ever hold; at most {@link
 * #bytesMax(int)}, about 300 bytes for a unit of capacity when all texts are of full length and 150 for host names. Not
 * thread-safe.
 */
public final class CategoricalFacet implements Facet {
    /*
     * Of somebody who wrote once every facet holds one value, and so do most of a person's for years: client, language,
     * country. One value needs no tables, and all sums over it are its own. Counts are made for the second.
     */
    private static final int FIXED_BYTES = 56;

    /** A string and its Latin-1 array without the characters. */
    private static final int TEXT_BYTES = 24 + 16 + 7;

    private final int capacity;
    private ForwardDecay decay;
    private String only = "";
    private double mass;
    private double arrival;
    private int firstSeconds;
    private int lastSeconds;
    /** 0 while there is no value yet. */
    private byte sightings;

    /** Once there were two values, this has them all, and the fields above mean nothing. */
    private @Nullable ValueCounts counts;

    /**
     * @param halfLife the time in which a sighting loses half its weight
     * @param capacity how many values are kept with text and times
     */
    public CategoricalFacet(Duration halfLife, int capacity) {
        this(ForwardDecay.of(halfLife), capacity);
    }

    private CategoricalFacet(ForwardDecay decay, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity under 1: " + capacity);
        }
        this.capacity = capacity;
        this.decay = decay;
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
        boolean known = find(value).mass > 0;
        if (weight > 0) {
            long seconds = at.getEpochSecond();
            renew(seconds);
            observe(value, seconds, weight * decay.weight(seconds));
        }
        return known;
    }

    private void observe(String value, long seconds, double w) {
        if (counts != null) {
            counts.observe(value, seconds, w);
        } else if (sightings == 0 && value.length() <= HeavyValues.TEXT_CHARS_MAX) {
            only = SharedTexts.of(value);
            mass = w;
            arrival = w;
            firstSeconds = (int) HeavyValues.seconds(seconds);
            lastSeconds = firstSeconds;
            sightings = 1;
        } else if (isOnly(value)) {
            mass += w;
            int second = (int) HeavyValues.seconds(seconds);
            firstSeconds = Integer.compareUnsigned(second, firstSeconds) < 0 ? second : firstSeconds;
            lastSeconds = Integer.compareUnsigned(second, lastSeconds) > 0 ? second : lastSeconds;
            sightings = (byte) Math.min(HeavyValues.SIGHTINGS_MAX, sightings + 1);
        } else {
            counts = counts();
            only = "";
            counts.observe(value, seconds, w);
        }
    }

    private boolean isOnly(String value) {
        return sightings > 0 && only.equals(value);
    }

    /** The counts of all values; where there is but one, made for the moment. */
    private ValueCounts counts() {
        if (counts != null) {
            return counts;
        }
        return sightings == 0
                ? new ValueCounts(capacity)
                : new ValueCounts(
                        capacity,
                        new HeavyValues.Value(
                                ValueHash.of(only),
                                only,
                                mass,
                                arrival,
                                Integer.toUnsignedLong(firstSeconds),
                                Integer.toUnsignedLong(lastSeconds),
                                sightings));
    }

    /** The decayed number of sightings of a value; 0 for one never seen or forgotten. */
    public double count(String value, Instant now) {
        Found found = find(value);
        return found.mass * decay.scale(now.getEpochSecond());
    }

    /** The decayed number of all sightings. */
    public double total(Instant now) {
        return total() * decay.scale(now.getEpochSecond());
    }

    private double total() {
        return counts == null ? mass : counts.total();
    }

    /** How many different values there were, evicted ones included; one that was forgotten and returned counts twice. */
    public int distinct() {
        return counts == null ? Math.min(1, sightings) : counts.distinct();
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
        return total() == 0;
    }

    /** The heaviest values, heaviest first; among equals in the order of their text. */
    public List<Entry> top(int n, Instant now) {
        double scale = decay.scale(now.getEpochSecond());
        HeavyValues heavy = counts().heavy();
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

    /** The heaviest values, in no order of weight. */
    List<HeavyValues.Value> kept() {
        HeavyValues heavy = counts().heavy();
        return IntStream.range(0, heavy.size()).mapToObj(heavy::value).toList();
    }

    /** What the estimate of Pitman and Yor needs to know of this facet at this time. */
    public Novelty novelty(Instant now) {
        double scale = decay.scale(now.getEpochSecond());
        if (counts != null) {
            return counts.novelty(scale);
        }
        double arrived = arrival * scale;
        return new Novelty(mass * scale, arrived, sightings == 1 ? arrived : 0, sightings == 2 ? arrived : 0, 0, 0);
    }

    /** The decayed weight of the sighting at which a value was new: its part of {@link Novelty#arrivals()}. */
    double arrival(String value, Instant now) {
        return find(value).arrival * decay.scale(now.getEpochSecond());
    }

    Found find(String value) {
        if (counts != null) {
            return counts.find(value);
        }
        return isOnly(value)
                ? new Found(mass, arrival, Integer.toUnsignedLong(firstSeconds), Integer.toUnsignedLong(lastSeconds))
                : Found.NOTHING;
    }

    /** How much of what the heaviest values own, their mass less a discount of their arrival, belongs to those that own more. */
    double ownedByMore(double own, double discount) {
        if (counts == null) {
            double other = mass - discount * arrival;
            return sightings > 0 && other > own ? other : 0;
        }
        HeavyValues heavy = counts.heavy();
        double more = 0;
        for (int slot = 0; slot < heavy.size(); slot++) {
            double other = heavy.mass(slot) - discount * heavy.arrival(slot);
            if (other > own) {
                more += other;
            }
        }
        return more;
    }

    double scale(Instant now) {
        return decay.scale(now.getEpochSecond());
    }

    @Override
    public long estimatedBytes() {
        return FIXED_BYTES
                + (counts != null ? counts.estimatedBytes() : sightings == 0 ? 0 : TEXT_BYTES + only.length());
    }

    /** The most bytes a facet of this capacity takes. */
    public static long bytesMax(int capacity) {
        return FIXED_BYTES + ValueCounts.bytesMax(capacity);
    }

    @Override
    public void write(StateWriter out) {
        out.number(capacity);
        decay.write(out);
        counts().write(out);
    }

    static CategoricalFacet read(StateReader in) {
        int capacity = in.count();
        CategoricalFacet facet = new CategoricalFacet(ForwardDecay.read(in), capacity);
        facet.set(ValueCounts.read(capacity, in));
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
        CategoricalFacet merged = new CategoricalFacet(decay, a.capacity);
        merged.set(ValueCounts.merged(a.counts(), decay.conversion(a.decay), b.counts(), decay.conversion(b.decay)));
        return merged;
    }

    /** Takes over counts, without tables where there is but one value. */
    private void set(ValueCounts all) {
        if (all.distinct() == 0) {
            return;
        }
        Optional<HeavyValues.Value> one = all.only().filter(v -> v.hash() == ValueHash.of(v.text()));
        if (one.isEmpty()) {
            counts = all;
            return;
        }
        HeavyValues.Value value = one.get();
        only = value.text();
        mass = value.mass();
        arrival = value.arrival();
        firstSeconds = (int) value.firstSeconds();
        lastSeconds = (int) value.lastSeconds();
        sightings = (byte) value.sightings();
    }

    private void renew(long at) {
        ForwardDecay before = decay;
        decay = before.at(at);
        double factor = decay.conversion(before);
        if (factor != 1) {
            mass *= factor;
            arrival *= factor;
            if (counts != null) {
                counts.scale(factor);
            }
        }
    }

    /** A value with its decayed count. */
    public record Entry(String value, double count, Instant firstSeen, Instant lastSeen) {}

    /** What is known of one value; masses in landmark units. */
    record Found(double mass, double arrival, long firstSeconds, long lastSeconds) {
        static final Found NOTHING = new Found(0, 0, 0, 0);
    }
}
