package dev.kith.profile;

import java.time.Duration;

/**
 * More events in a window than an entity ever shows.
 *
 * @param window its length
 * @param count events in it, the present one included
 * @param expected events in such a window at this time of the week
 * @param tailProbability of at least this count, given the past
 */
public record Burst(Duration window, int count, double expected, double tailProbability) {
    /** The same as surprise, in [0, 100]. */
    public double bits() {
        return Bits.of(tailProbability);
    }
}
