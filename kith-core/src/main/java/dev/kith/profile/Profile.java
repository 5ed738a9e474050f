package dev.kith.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is normal for one entity: a handful of facets, made when first asked for. Mutable; one writer. */
public final class Profile {
    private static final int FIXED_BYTES = 192;

    /** Facets of one profile; more is a mistake in the program. */
    private static final int FACETS_MAX = 64;

    /** Room is made for so many facets at a time. */
    private static final int GROWTH = 4;

    /** No allowance was used yet. */
    private static final long NEVER = Long.MIN_VALUE;

    private static final FacetSpec[] NO_SPECS = {};
    private static final Facet[] NO_FACETS = {};

    private final EntityKey key;
    /*
     * Times as numbers and facets in plain arrays: fewer objects to make, to move and to go through.
     */
    private long firstSecond;
    private int firstNano;
    private long lastSecond;
    private int lastNano;
    private long observations;
    private double allowance;
    private long allowanceSecond = NEVER;
    private int allowanceNano;
    private int size;
    private FacetSpec[] specs = NO_SPECS;
    private Facet[] facets = NO_FACETS;

    public Profile(EntityKey key, Instant firstSeen) {
        this.key = key;
        first(firstSeen);
        last(firstSeen);
    }

    public EntityKey key() {
        return key;
    }

    public Instant firstSeen() {
        return Instant.ofEpochSecond(firstSecond, firstNano);
    }

    public Instant lastSeen() {
        return Instant.ofEpochSecond(lastSecond, lastNano);
    }

    private void first(Instant at) {
        firstSecond = at.getEpochSecond();
        firstNano = at.getNano();
    }

    private void last(Instant at) {
        lastSecond = at.getEpochSecond();
        lastNano = at.getNano();
    }

    /** How many events it was made from. */
    public long observations() {
        return observations;
    }

    /** Notes that an event of this entity was taken in. */
    public void seen(Instant at) {
        observations++;
        if (at.isBefore(firstSeen())) {
            first(at);
        }
        if (at.isAfter(lastSeen())) {
            last(at);
        }
    }

    public Maturity maturity() {
        return Maturity.of(observations, Duration.between(firstSeen(), lastSeen()));
    }

    /** The facet of this specification, made when there is none yet. */
    public CategoricalFacet categorical(FacetSpec spec) {
        return (CategoricalFacet) facet(spec, FacetSpec.Kind.CATEGORICAL);
    }

    /** The facet of this specification, made when there is none yet. */
    public NetworkFacet network(FacetSpec spec) {
        return (NetworkFacet) facet(spec, FacetSpec.Kind.NETWORK);
    }

    /** The facet of this specification, made when there is none yet. */
    public RateFacet rate(FacetSpec spec) {
        return (RateFacet) facet(spec, FacetSpec.Kind.RATE);
    }

    /** The facet of this specification, made when there is none yet. */
    public WeekTimeFacet weekTime(FacetSpec spec) {
        return (WeekTimeFacet) facet(spec, FacetSpec.Kind.WEEK_TIME);
    }

    /** The facet of this specification, made when there is none yet. */
    public MagnitudeFacet magnitude(FacetSpec spec) {
        return (MagnitudeFacet) facet(spec, FacetSpec.Kind.MAGNITUDE);
    }

    /** The facet of this specification, made when there is none yet. */
    public CardinalityFacet cardinality(FacetSpec spec) {
        return (CardinalityFacet) facet(spec, FacetSpec.Kind.CARDINALITY);
    }

    /** The facet of this specification, made when there is none yet. */
    public WordFacet words(FacetSpec spec) {
        return (WordFacet) facet(spec, FacetSpec.Kind.WORDS);
    }

    /** The facet of this specification if something was taught to it; reading makes none. */
    public Optional<Facet> find(FacetSpec spec) {
        int at = index(spec);
        return at < 0 ? Optional.empty() : Optional.of(facets[at]);
    }

    /** The facet of this specification and type if something was taught to it; reading makes none. */
    public <F extends Facet> Optional<F> find(FacetSpec spec, Class<F> type) {
        int at = index(spec);
        return at < 0 ? Optional.empty() : Optional.of(type.cast(facets[at]));
    }

    /** The heap this profile holds now, in bytes; an estimate that errs high. */
    public long estimatedBytes() {
        long bytes = FIXED_BYTES + 2L * key.id().length();
        bytes += 8L * facets.length;
        for (int i = 0; i < size; i++) {
            bytes += facets[i].estimatedBytes();
        }
        return bytes;
    }

    double allowance() {
        return allowance;
    }

    Optional<Instant> allowanceAt() {
        return allowanceSecond == NEVER
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(allowanceSecond, allowanceNano));
    }

    void spend(double left, Instant at) {
        allowance = left;
        if (allowanceAt().filter(since -> !at.isAfter(since)).isEmpty()) {
            allowanceSecond = at.getEpochSecond();
            allowanceNano = at.getNano();
        }
    }

    /** The profile as plain records. */
    public ProfileState state() {
        List<FacetState> states = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            states.add(facets[i].state(specs[i]));
        }
        return new ProfileState(
                ProfileState.CURRENT_VERSION,
                key,
                firstSeen(),
                lastSeen(),
                observations,
                allowance,
                allowanceAt(),
                states);
    }

    /** The profile that a state was taken from. */
    public static Profile restore(ProfileState state) {
        Profile profile = new Profile(state.key(), state.firstSeen());
        profile.last(state.lastSeen());
        profile.observations = state.observations();
        state.allowanceAt().ifPresent(at -> profile.spend(state.allowance(), at));
        profile.allowance = state.allowance();
        for (FacetState facet : state.facets()) {
            profile.add(facet.spec(), Facet.restore(facet));
        }
        return profile;
    }

    private Facet facet(FacetSpec spec, FacetSpec.Kind kind) {
        if (spec.kind() != kind) {
            throw new IllegalArgumentException(spec.name() + " is " + spec.kind() + ", not " + kind);
        }
        int at = index(spec);
        if (at >= 0) {
            return facets[at];
        }
        if (size == FACETS_MAX) {
            throw new IllegalStateException("more than " + FACETS_MAX + " facets on " + key);
        }
        Facet made = Facet.create(spec);
        add(spec, made);
        return made;
    }

    private void add(FacetSpec spec, Facet facet) {
        if (size == facets.length) {
            specs = Arrays.copyOf(specs, size + GROWTH);
            facets = Arrays.copyOf(facets, size + GROWTH);
        }
        specs[size] = spec;
        facets[size++] = facet;
    }

    private int index(FacetSpec spec) {
        for (int i = 0; i < size; i++) {
            if (specs[i] == spec || specs[i].name().equals(spec.name())) {
                return i;
            }
        }
        return -1;
    }
}
