package dev.kith.investigate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which incidents and undecided cases a person is asked to look at: not those above a threshold, but the weightiest, as many
 * as the owner wants to see. What falls below stays on record.
 *
 * @param perDay how many a day the owner wants to see
 * @param below ids of what fell below
 */
public record AlertBudget(double perDay, Set<String> below) {
    /** What quiet days leave can be used within a week: who looks after a weekend looks at more. Chosen by hand. */
    private static final int HORIZON_DAYS = 7;

    private static final Duration HORIZON = Duration.ofDays(HORIZON_DAYS);

    private static final double DAY = 86_400;

    /** The highest priority there is. */
    private static final int UNDECIDED_MAX = 100;

    private static final int WEIGHT_MAX = 2 * UNDECIDED_MAX;

    public AlertBudget {
        if (!(perDay > 0)) {
            throw new IllegalArgumentException("a budget of " + perDay + " a day");
        }
        below = Set.copyOf(below);
    }

    /** Everything is looked at. */
    public static AlertBudget unlimited() {
        return new AlertBudget(Double.POSITIVE_INFINITY, Set.of());
    }

    /**
     * Spends a budget in the order in which incidents were raised and cases ended, knowing at each moment only what came
     * before. One is below where the last week had as many weightier ones as the budget allows. Raised ones weigh more
     * than undecided ones, a higher priority more than a lower, and the earlier more than the later.
     *
     * @param incidents in any order; those closed as benign cost nothing
     * @param from since when there is something to see; what was raised on the first day has the budget of a day
     */
    public static AlertBudget spend(List<Incident> incidents, double perDay, Instant from) {
        List<Incident> candidates = incidents.stream()
                .filter(i -> i.raised() || i.undecided())
                .sorted(Comparator.comparing(AlertBudget::moment).thenComparing(Incident::id))
                .toList();
        Set<String> below = new TreeSet<>();
        Deque<Incident> week = new ArrayDeque<>();
        int[] byWeight = new int[WEIGHT_MAX + 1];
        for (Incident candidate : candidates) {
            Instant now = moment(candidate);
            while (!week.isEmpty() && moment(week.getFirst()).isBefore(now.minus(HORIZON))) {
                byWeight[weight(week.removeFirst())]--;
            }
            int weight = weight(candidate);
            int weightier = Arrays.stream(byWeight, weight, byWeight.length).sum();
            if (weightier >= allowed(perDay, from, now)) {
                below.add(candidate.id());
            }
            week.addLast(candidate);
            byWeight[weight]++;
        }
        return new AlertBudget(perDay, below);
    }

    /** Whether a person is asked to look at it. */
    public boolean covers(Incident incident) {
        return (incident.raised() || incident.undecided()) && !below.contains(incident.id());
    }

    /** One at the least: whoever wants to see one in ten days sees the first at once. */
    private static long allowed(double perDay, Instant from, Instant now) {
        double days = Duration.between(from, now).toSeconds() / DAY;
        return Math.max(1, (long) Math.floor(perDay * Math.min(HORIZON_DAYS, Math.max(1, days))));
    }

    private static Instant moment(Incident incident) {
        return incident.raisedAt().orElse(incident.last());
    }

    private static int weight(Incident incident) {
        int weight = incident.raised() ? UNDECIDED_MAX + incident.priority() : incident.priority();
        return Math.max(0, Math.min(WEIGHT_MAX, weight));
    }
}
