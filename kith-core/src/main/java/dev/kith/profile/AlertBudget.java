package dev.kith.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The score from which something becomes an incident, set by how many incidents a day the owner wants to see. Keeps the
 * highest candidates of recent days, so that what fell just below can be shown. Not thread-safe.
 */
public final class AlertBudget {
    /** How many candidates are kept for each one the budget allows, and at least. Chosen by hand. */
    private static final int KEPT_PER_ALLOWED = 4;

    private static final int KEPT_MIN = 64;
    private static final int KEPT_MAX = 10_000;

    private static final Comparator<Candidate> HIGHEST_FIRST = Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparing(Candidate::at)
            .thenComparing(Candidate::id);

    private final double perDay;
    private final Duration horizon;
    private final double floor;
    private final int kept;
    private final List<Candidate> candidates = new ArrayList<>();
    private Instant first = Instant.MAX;
    private Instant latest = Instant.MIN;

    /**
     * @param perDay incidents a day the owner wants to see at most
     * @param horizon how far back history counts
     * @param floor no score below becomes an incident, however quiet the days
     */
    public AlertBudget(double perDay, Duration horizon, double floor) {
        if (!(perDay > 0) || horizon.toDays() < 1) {
            throw new IllegalArgumentException("budget " + perDay + " a day over " + horizon);
        }
        this.perDay = perDay;
        this.horizon = horizon;
        this.floor = floor;
        this.kept = (int) Math.min(KEPT_MAX, Math.max(KEPT_MIN, KEPT_PER_ALLOWED * perDay * horizon.toDays()));
    }

    /** Notes a candidate for an incident. */
    public void observe(String id, double score, Instant at) {
        first = at.isBefore(first) ? at : first;
        if (at.isAfter(latest)) {
            latest = at;
            Instant oldest = latest.minus(horizon);
            candidates.removeIf(candidate -> candidate.at().isBefore(oldest));
        }
        Candidate candidate = new Candidate(id, score, at);
        int place = Collections.binarySearch(candidates, candidate, HIGHEST_FIRST);
        candidates.add(place < 0 ? -place - 1 : place, candidate);
        if (candidates.size() > kept) {
            candidates.remove(candidates.size() - 1);
        }
    }

    /**
     * The least score with which recent history would have kept to the budget: incidents are what scores at least this.
     */
    public double threshold(Instant now) {
        List<Candidate> recent = recent(now);
        double days = Math.min(
                        horizon.toSeconds(),
                        Math.max(86_400, Duration.between(first, now).toSeconds()))
                / 86_400.0;
        int allowed = (int) Math.floor(perDay * days);
        if (recent.isEmpty() || recent.size() <= allowed) {
            return floor;
        }
        return Math.max(floor, Math.nextUp(recent.get(allowed).score()));
    }

    /** The highest candidates of recent days that are below the threshold, highest first. */
    public List<Candidate> justBelow(int n, Instant now) {
        double threshold = threshold(now);
        return recent(now).stream()
                .filter(candidate -> candidate.score() < threshold)
                .limit(n)
                .toList();
    }

    /** Everything needed to continue; named by the spec. */
    public FacetState state(FacetSpec spec) {
        StateWriter out = new StateWriter();
        out.mass(perDay);
        out.mass(floor);
        out.number(horizon.toSeconds());
        out.number(candidates.size());
        for (Candidate candidate : candidates) {
            out.text(candidate.id());
            out.mass(candidate.score());
            out.text(candidate.at().toString());
        }
        if (!candidates.isEmpty()) {
            out.text(first.toString());
            out.text(latest.toString());
        }
        return out.finish(spec);
    }

    public static AlertBudget restore(FacetState state) {
        StateReader in = new StateReader(state);
        double perDay = in.mass();
        double floor = in.mass();
        AlertBudget budget = new AlertBudget(perDay, Duration.ofSeconds(in.number()), floor);
        int size = in.count();
        for (int i = 0; i < size; i++) {
            String id = in.text();
            double score = in.mass();
            budget.candidates.add(new Candidate(id, score, Instant.parse(in.text())));
        }
        if (size > 0) {
            budget.first = Instant.parse(in.text());
            budget.latest = Instant.parse(in.text());
        }
        return budget;
    }

    private List<Candidate> recent(Instant now) {
        Instant oldest = now.minus(horizon);
        return candidates.stream()
                .filter(candidate -> !candidate.at().isBefore(oldest))
                .toList();
    }

    /** Something that might have become an incident. */
    public record Candidate(String id, double score, Instant at) {}
}
