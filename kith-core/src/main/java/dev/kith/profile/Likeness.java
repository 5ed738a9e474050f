package dev.kith.profile;

import dev.kith.event.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Which accounts work alike: in the same sites, through the same applications. Made anew once a week from habits that have
 * stood for a week, so that nobody becomes somebody's like within days. Deterministic; not thread-safe.
 *
 * <p>Memory: 128 bytes and {@value #BANDS} places in a table for each of at most {@value #ACCOUNTS_MAX} accounts. The error of
 * an estimated likeness is at most 0.09 (one standard deviation, at 1/2).
 */
final class Likeness {
    /*
     * The likeness of two accounts is the share of their habits that both have (Jaccard). It is estimated from the least of
     * each of 32 hashes over the habits [1]; to find who is alike at all, signatures are cut into 16 bands of two, and
     * those that agree in one are compared [2]: of two accounts with half of their habits in common 99 in 100 are found, with
     * a third 85. What more than half of all accounts use tells nobody apart and is left out.
     *
     * [1] Broder: On the Resemblance and Containment of Documents. SEQUENCES 1997.
     * [2] Indyk, Motwani: Approximate Nearest Neighbors: Towards Removing the Curse of Dimensionality. STOC 1998.
     */
    private static final int HASHES = 32;

    private static final int BANDS = 16;

    /** Chosen by hand: more than one process carries. */
    private static final int ACCOUNTS_MAX = 100_000;

    /** Accounts kept of those that agree in a band. Chosen by hand: enough to find the nearest among. */
    private static final int IN_BAND_MAX = 24;

    /** With fewer habits nobody can be compared. Chosen by hand. */
    private static final int HABITS_MIN = 3;

    /** Chosen by hand: two habits of five. */
    private static final double ALIKE_MIN = 0.4;

    /** Chosen by hand, as {@code Peers} wants them: few enough to be asked one by one. */
    private static final int ALIKE_MAX = 8;

    private static final List<FacetSpec> HABITS = List.of(AccountProfiles.SITES, AccountProfiles.APPLICATION);

    private static final long[] NO_HABITS = {};

    private static final Duration ANEW = Duration.ofDays(7);

    private final Profiles profiles;
    private final Set<AccountId> accounts = new LinkedHashSet<>();
    private Map<AccountId, int[]> signatures = Map.of();
    /** Answers of this week, which whoever does something new asks for with every record. */
    private final Map<AccountId, List<AccountId>> answered = new HashMap<>();

    private final Map<Long, List<AccountId>> bands = new HashMap<>();
    private Optional<Instant> made = Optional.empty();

    Likeness(Profiles profiles) {
        this.profiles = profiles;
    }

    /** Notes that an account has habits; once a week looks anew at all. */
    void seen(AccountId account, Instant now) {
        if (accounts.size() < ACCOUNTS_MAX) {
            accounts.add(account);
        }
        if (made.isEmpty()) {
            made = Optional.of(now);
        } else if (!made.get().plus(ANEW).isAfter(now)) {
            made = Optional.of(now);
            make(now);
        }
    }

    /** The at most {@value #ALIKE_MAX} accounts that work most like this one, the most alike first. */
    List<AccountId> of(AccountId account) {
        int[] own = signatures.get(account);
        return own == null ? List.of() : answered.computeIfAbsent(account, a -> find(a, own));
    }

    private List<AccountId> find(AccountId account, int[] own) {
        Map<AccountId, Double> alike = new LinkedHashMap<>();
        for (int band = 0; band < BANDS; band++) {
            for (AccountId other : bands.getOrDefault(band(own, band), List.of())) {
                int[] theirs = signatures.get(other);
                if (theirs != null && !other.equals(account)) {
                    alike.put(other, likeness(own, theirs));
                }
            }
        }
        return alike.entrySet().stream()
                .filter(e -> e.getValue() >= ALIKE_MIN)
                .sorted(Comparator.comparingDouble((Map.Entry<AccountId, Double> e) -> -e.getValue())
                        .thenComparing(e -> e.getKey().value()))
                .limit(ALIKE_MAX)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void make(Instant now) {
        Optional<Profile> here = profiles.find(AccountProfiles.HERE);
        Map<AccountId, int[]> anew = new HashMap<>();
        bands.clear();
        answered.clear();
        for (AccountId account : accounts) {
            long[] habits = profiles.find(AccountProfiles.key(account))
                    .map(profile -> habits(profile, here, now))
                    .orElse(NO_HABITS);
            if (habits.length < HABITS_MIN) {
                continue;
            }
            int[] signature = signature(habits);
            anew.put(account, signature);
            for (int band = 0; band < BANDS; band++) {
                List<AccountId> members = bands.computeIfAbsent(band(signature, band), k -> new ArrayList<>(2));
                if (members.size() < IN_BAND_MAX) {
                    members.add(account);
                }
            }
        }
        signatures = anew;
    }

    /** A hash for each place and application that the account has used for a while, and that not everybody uses. */
    private long[] habits(Profile profile, Optional<Profile> here, Instant now) {
        LongStream.Builder habits = LongStream.builder();
        long kind = 0;
        for (FacetSpec spec : HABITS) {
            long salt = ValueHash.mix(++kind);
            Optional<CategoricalFacet> all = here.flatMap(p -> p.find(spec, CategoricalFacet.class));
            profile.find(spec, CategoricalFacet.class)
                    .map(CategoricalFacet::kept)
                    .orElse(List.of())
                    .forEach(value -> {
                        double users = all.map(f -> f.count(value.text(), now)).orElse(0.0);
                        boolean habit = !Instant.ofEpochSecond(value.firstSeconds())
                                .plus(Peers.HABIT)
                                .isAfter(now);
                        if (habit && users <= accounts.size() / 2.0) {
                            habits.add(value.hash() ^ salt);
                        }
                    });
        }
        return habits.build().toArray();
    }

    private static int[] signature(long[] habits) {
        int[] least = new int[HASHES];
        Arrays.fill(least, Integer.MAX_VALUE);
        for (long habit : habits) {
            for (int i = 0; i < HASHES; i++) {
                least[i] = Math.min(least[i], (int) (ValueHash.mix(habit + i * 0x9e3779b97f4a7c15L) >>> 33));
            }
        }
        return least;
    }

    private static long band(int[] signature, int band) {
        long both = ((long) signature[2 * band] << 32) | signature[2 * band + 1];
        return ValueHash.mix(both * BANDS + band);
    }

    private static double likeness(int[] a, int[] b) {
        int same = 0;
        for (int i = 0; i < HASHES; i++) {
            same += a[i] == b[i] ? 1 : 0;
        }
        return (double) same / HASHES;
    }
}
