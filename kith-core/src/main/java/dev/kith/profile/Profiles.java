package dev.kith.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The profiles in memory, at most so many. When full, the least valuable of a few is dropped: old and thin ones go
 * first; organisations and peer groups never do. How many went is counted. Not thread-safe.
 */
public final class Profiles {
    /**
     * How many are compared for each one dropped, drawn by a counter so that a replay draws the same. The least of 16 is
     * among the lowest tenth in four of five cases.
     */
    private static final int COMPARED = 16;

    /**
     * A profile loses one binary order of magnitude of its value in so many days unseen. Chosen by hand: who wrote eight
     * mails half a year ago is still worth as much as a stranger of today, so a flood of strangers drives out strangers.
     */
    private static final double DAYS_PER_HALVING = 60;

    private final int entitiesMax;
    private final Map<EntityKey, Integer> slots = new HashMap<>();
    private final List<Profile> profiles = new ArrayList<>();
    private long draws;
    private long evicted;

    public Profiles(int entitiesMax) {
        if (entitiesMax < 1) {
            throw new IllegalArgumentException("room for " + entitiesMax + " profiles");
        }
        this.entitiesMax = entitiesMax;
    }

    /** The profile of an entity if there is one; reading makes none. */
    public Optional<Profile> find(EntityKey key) {
        Integer slot = slots.get(key);
        return slot == null ? Optional.empty() : Optional.of(profiles.get(slot));
    }

    /** The profile of an entity, made when there is none yet. */
    public Profile of(EntityKey key, Instant at) {
        Integer slot = slots.get(key);
        if (slot != null) {
            return profiles.get(slot);
        }
        Profile profile = new Profile(key, at);
        add(profile, at);
        return profile;
    }

    /** Puts a restored profile in the place of any there is. */
    public void put(Profile profile) {
        Integer slot = slots.get(profile.key());
        if (slot == null) {
            add(profile, profile.lastSeen());
        } else {
            profiles.set(slot, profile);
        }
    }

    public int size() {
        return profiles.size();
    }

    /** How many profiles had to go because there was no room. */
    public long evicted() {
        return evicted;
    }

    /** All profiles, in the order of their keys. */
    public List<Profile> all() {
        List<Profile> sorted = new ArrayList<>(profiles);
        sorted.sort((a, b) -> a.key().compareTo(b.key()));
        return List.copyOf(sorted);
    }

    /** The heap all profiles hold, in bytes; walks over all of them. */
    public long estimatedBytes() {
        long bytes = 0;
        for (Profile profile : profiles) {
            bytes += 64 + profile.estimatedBytes();
        }
        return bytes;
    }

    private void add(Profile profile, Instant now) {
        if (profiles.size() < entitiesMax) {
            slots.put(profile.key(), profiles.size());
            profiles.add(profile);
            return;
        }
        int slot = leastValuable(now);
        slots.remove(profiles.get(slot).key());
        evicted++;
        slots.put(profile.key(), slot);
        profiles.set(slot, profile);
    }

    private int leastValuable(Instant now) {
        int least = -1;
        double leastValue = Double.POSITIVE_INFINITY;
        for (int i = 0; i < COMPARED; i++) {
            int slot = (int) Long.remainderUnsigned(ValueHash.mix(++draws), profiles.size());
            double value = value(profiles.get(slot), now);
            if (least < 0 || value < leastValue) {
                leastValue = value;
                least = slot;
            }
        }
        return least;
    }

    private static double value(Profile profile, Instant now) {
        EntityKey.Kind kind = profile.key().kind();
        if (kind == EntityKey.Kind.ORGANISATION || kind == EntityKey.Kind.PEER_GROUP) {
            return Double.MAX_VALUE;
        }
        double days = Duration.between(profile.lastSeen(), now).toSeconds() / 86_400.0;
        return Bits.log2(Math.max(1.0, (double) profile.observations())) - days / DAYS_PER_HALVING;
    }
}
