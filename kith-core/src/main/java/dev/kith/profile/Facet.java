package dev.kith.profile;

/** One decayed sketch of a profile. Mutable; one writer. */
public sealed interface Facet
        permits CategoricalFacet, NetworkFacet, RateFacet, WeekTimeFacet, MagnitudeFacet, CardinalityFacet, WordFacet {
    /** The heap this facet holds now, in bytes, with compressed references; an estimate that errs high. */
    long estimatedBytes();

    /** Everything needed to continue where this facet stands. */
    void write(StateWriter out);

    /** An empty facet as specified. */
    static Facet create(FacetSpec spec) {
        return switch (spec.kind()) {
            case CATEGORICAL -> new CategoricalFacet(spec.halfLife(), spec.capacity());
            case NETWORK -> new NetworkFacet(spec.halfLife(), spec.capacity());
            case RATE -> new RateFacet(spec.halfLife());
            case WEEK_TIME -> new WeekTimeFacet(spec.halfLife());
            case MAGNITUDE -> new MagnitudeFacet(spec.halfLife());
            case CARDINALITY -> new CardinalityFacet(spec.halfLife(), spec.capacity());
            case WORDS -> new WordFacet(spec.halfLife(), spec.capacity());
        };
    }

    /** The facet that a state was taken from. */
    static Facet restore(FacetState state) {
        StateReader in = new StateReader(state);
        return switch (state.spec().kind()) {
            case CATEGORICAL -> CategoricalFacet.read(in);
            case NETWORK -> NetworkFacet.read(in);
            case RATE -> RateFacet.read(in);
            case WEEK_TIME -> WeekTimeFacet.read(in);
            case MAGNITUDE -> MagnitudeFacet.read(in);
            case CARDINALITY -> CardinalityFacet.read(in);
            case WORDS -> WordFacet.read(in);
        };
    }

    /** What this facet remembers, as plain numbers and texts. */
    default FacetState state(FacetSpec spec) {
        StateWriter out = new StateWriter();
        write(out);
        return out.finish(spec);
    }
}
