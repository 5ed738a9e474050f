package dev.kith.server.report;

import dev.kith.event.EmailActivity;
import java.time.Instant;
import java.util.Optional;

/**
 * How one report shows times: with the year where its period touches several.
 *
 * @param withYear whether each time names its year
 */
record Moments(boolean withYear) {
    private static final String UNKNOWN = "no time";

    /** For what happened in the period; empty where nothing did. */
    static Moments of(Optional<Instant> first, Optional<Instant> last) {
        return new Moments(!first.map(Moments::year).equals(last.map(Moments::year)));
    }

    private static int year(Instant time) {
        return Figures.dateOf(time).getYear();
    }

    /** {@code Tue 6 Oct 10:52}, {@code Tue 6 Oct 2026 10:52}. */
    String of(Instant time) {
        return withYear ? Figures.momentOfYear(time) : Figures.moment(time);
    }

    /** When a mail came, or that nobody knows. */
    String of(EmailActivity mail) {
        return mail.dated() ? of(mail.occurredAt()) : UNKNOWN;
    }

    /** Columns that the longest of them takes. */
    int width() {
        return withYear ? 21 : 16;
    }
}
