package dev.kith.profile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A profile as plain records, for an adapter to store.
 *
 * @param version how the facet states are to be read; see {@link #CURRENT_VERSION}
 * @param allowance what the entity may still teach; see {@link LearningGate}
 * @param allowanceAt when that was known, empty before the first lesson
 */
public record ProfileState(
        int version,
        EntityKey key,
        Instant firstSeen,
        Instant lastSeen,
        long observations,
        double allowance,
        Optional<Instant> allowanceAt,
        List<FacetState> facets) {
    /** The version written. A later one reads every earlier one. */
    public static final int CURRENT_VERSION = 1;

    public ProfileState {
        if (version < 1 || version > CURRENT_VERSION) {
            throw new IllegalArgumentException("profile state of unknown version " + version);
        }
        facets = List.copyOf(facets);
    }
}
