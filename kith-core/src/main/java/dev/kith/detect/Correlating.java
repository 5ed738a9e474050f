package dev.kith.detect;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Watches for one correlation. Matches come in time order; what lies further back than its time is forgotten, and so are the
 * groups not seen for longest where there are too many. Mutable; one thread.
 */
final class Correlating {
    /** Groups watched at once at least. Chosen by hand: accounts or addresses seen within its time. */
    private static final int GROUPS_MAX = 20_000;

    private final Correlation correlation;
    private final Map<String, Integer> place = new HashMap<>();
    private final Remembered<String, Window> windows = new Remembered<>(GROUPS_MAX);

    Correlating(Correlation correlation) {
        this.correlation = correlation;
        for (int i = 0; i < correlation.rules().size(); i++) {
            place.put(correlation.rules().get(i), i);
        }
    }

    /** Takes a match in; whether the correlation holds with it. */
    boolean holdsWith(RuleMatch match, Instant at) {
        Integer rule = place.get(match.rule());
        if (rule == null) {
            return false;
        }
        StringBuilder group = new StringBuilder();
        for (String name : correlation.groupBy()) {
            String value = match.values().getOrDefault(name, "");
            group.append(value.length()).append(':').append(value);
        }
        Window window = windows.computeIfAbsent(group.toString(), k -> new Window());
        Instant since = at.minus(correlation.within());
        return switch (correlation.kind()) {
            case EVENT_COUNT -> window.count(at, since, correlation.least());
            case VALUE_COUNT ->
                window.different(match.values().getOrDefault(correlation.field(), ""), at, since, correlation.least());
            case TEMPORAL -> window.all(rule, at, since, correlation.rules().size());
            case TEMPORAL_ORDERED ->
                window.inOrder(rule, at, since, correlation.rules().size());
        };
    }

    /** What one group did lately: never more entries than the correlation asks for. */
    private static final class Window {
        private final Deque<Instant> times = new ArrayDeque<>();
        private final LinkedHashMap<String, Instant> values = new LinkedHashMap<>();
        private final Map<Integer, Instant> chains = new HashMap<>();

        boolean count(Instant at, Instant since, int least) {
            times.addLast(at);
            while (times.getFirst().isBefore(since) || times.size() > least) {
                times.removeFirst();
            }
            return times.size() >= least;
        }

        boolean different(String value, Instant at, Instant since, int least) {
            if (value.isEmpty()) {
                return false;
            }
            values.remove(value);
            values.put(value, at);
            var oldest = values.entrySet().iterator();
            while (oldest.hasNext() && (oldest.next().getValue().isBefore(since) || values.size() > least)) {
                oldest.remove();
            }
            return values.size() >= least;
        }

        boolean all(int rule, Instant at, Instant since, int rules) {
            chains.put(rule, at);
            chains.values().removeIf(then -> then.isBefore(since));
            return chains.size() == rules;
        }

        /** For each rule the latest beginning of a chain that has come as far as it. */
        boolean inOrder(int rule, Instant at, Instant since, int rules) {
            chains.values().removeIf(begin -> begin.isBefore(since));
            if (rule == 0) {
                chains.put(0, at);
            } else {
                Instant begin = chains.get(rule - 1);
                if (begin == null) {
                    return false;
                }
                chains.put(rule, begin);
            }
            return rule == rules - 1;
        }
    }
}
