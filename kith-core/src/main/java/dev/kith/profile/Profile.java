package dev.kith.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is normal for one entity: a handful of facets, made when first asked for. Mutable; one writer. */
public final class Profile {
    private static final int FIXED_BYTES = 160;

    /** Facets of one profile; more is a mistake in the program. */
    private static final int FACETS_MAX = 64;

    private final EntityKey key;
    private Instant firstSeen;
    private Instant lastSeen;
    private long observations;
    private double allowance;
    private @Nullable Instant allowanceAt;
    private final List<FacetSpec> specs = new ArrayList<>(4);
    private final List<Facet> facets = new ArrayList<>(4);

    public Profile(EntityKey key, Instant firstSeen) {
        this.key = key;
        this.firstSeen = firstSeen;
        this.lastSeen = firstSeen;
    }

    public EntityKey key() {
        return key;
    }

    public Instant firstSeen() {
        return firstSeen;
    }

    public Instant lastSeen() {
        return lastSeen;
    }

    /** How many events it was made from. */
    public long observations() {
        return observations;
    }

    /** Notes that an event of this entity was taken in. */
    public void seen(Instant at) {
        observations++;
        firstSeen = at.isBefore(firstSeen) ? at : firstSeen;
        lastSeen = at.isAfter(lastSeen) ? at : lastSeen;
    }

    public Maturity maturity() {
        return Maturity.of(observations, Duration.between(firstSeen, lastSeen));
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
        return at < 0 ? Optional.empty() : Optional.of(facets.get(at));
    }

    /** The facet of this specification and type if something was taught to it; reading makes none. */
    public <F extends Facet> Optional<F> find(FacetSpec spec, Class<F> type) {
        int at = index(spec);
        return at < 0 ? Optional.empty() : Optional.of(type.cast(facets.get(at)));
    }

    /** The heap this profile holds now, in bytes; an estimate that errs high. */
    public long estimatedBytes() {
        long bytes = FIXED_BYTES + 2L * key.id().length();
        for (Facet facet : facets) {
            bytes += 8 + facet.estimatedBytes();
        }
        return bytes;
    }

    double allowance() {
        return allowance;
    }

    Optional<Instant> allowanceAt() {
        return Optional.ofNullable(allowanceAt);
    }

    void spend(double left, Instant at) {
        allowance = left;
        allowanceAt = allowanceAt == null || at.isAfter(allowanceAt) ? at : allowanceAt;
    }

    /** The profile as plain records. */
    public ProfileState state() {
        List<FacetState> states = new ArrayList<>(facets.size());
        for (int i = 0; i < facets.size(); i++) {
            states.add(facets.get(i).state(specs.get(i)));
        }
        return new ProfileState(
                ProfileState.CURRENT_VERSION, key, firstSeen, lastSeen, observations, allowance, allowanceAt(), states);
    }

    /** The profile that a state was taken from. */
    public static Profile restore(ProfileState state) {
        Profile profile = new Profile(state.key(), state.firstSeen());
        profile.lastSeen = state.lastSeen();
        profile.observations = state.observations();
        profile.allowance = state.allowance();
        profile.allowanceAt = state.allowanceAt().orElse(null);
        for (FacetState facet : state.facets()) {
            profile.specs.add(facet.spec());
            profile.facets.add(Facet.restore(facet));
        }
        return profile;
    }

    private Facet facet(FacetSpec spec, FacetSpec.Kind kind) {
        if (spec.kind() != kind) {
            throw new IllegalArgumentException(spec.name() + " is " + spec.kind() + ", not " + kind);
        }
        int at = index(spec);
        if (at >= 0) {
            return facets.get(at);
        }
        if (facets.size() == FACETS_MAX) {
            throw new IllegalStateException("more than " + FACETS_MAX + " facets on " + key);
        }
        Facet made = Facet.create(spec);
        specs.add(spec);
        facets.add(made);
        return made;
    }

    private int index(FacetSpec spec) {
        for (int i = 0; i < specs.size(); i++) {
            if (specs.get(i).name().equals(spec.name())) {
                return i;
            }
        }
        return -1;
    }
}
