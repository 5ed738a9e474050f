package dev.kith.connect.sigma;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.connect.source.EventSink;
import dev.kith.connect.source.RecordFormat;
import dev.kith.detect.RuleMatch;
import dev.kith.detect.RuleMatches;
import dev.kith.event.Event;
import dev.kith.event.EventId;
import dev.kith.event.Problem;
import dev.kith.event.SourceRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Asks rules about records while these are read, and remembers by the event's id what matched: an event does not keep what it
 * was made from. What comes of it depends on no order, so that several threads may read.
 */
public final class SigmaMatcher implements RuleMatches {
    /** Matches remembered in all, and so for each rule at least. Chosen by hand: some 150 bytes each. */
    private static final long MATCHES_MAX = 2_000_000;

    /** Of a value by which matches are counted together. Chosen by hand: the longest address. */
    private static final int KEY_CHARS_MAX = 320;

    private static final int FIELDS_TOLD_MAX = 50;

    private final List<SigmaRule> rules;
    private final Map<String, Integer> place = new HashMap<>();
    private final List<Map<String, String>> keys = new ArrayList<>();
    private final List<AtomicLong> counts = new ArrayList<>();
    private final List<AtomicLong> asked = new ArrayList<>();
    private final List<Set<String>> unseen = new ArrayList<>();
    private final Map<String, Map<Integer, RuleMatch>> byEvent = new ConcurrentHashMap<>();

    public SigmaMatcher(List<SigmaRule> rules, List<SigmaCorrelation> correlations) {
        this.rules = List.copyOf(rules);
        for (SigmaRule rule : this.rules) {
            place.put(rule.id(), place.size());
            keys.add(keys(rule, correlations));
            counts.add(new AtomicLong());
            asked.add(new AtomicLong());
            Set<String> fields = ConcurrentHashMap.newKeySet();
            fields.addAll(rule.fields());
            unseen.add(fields);
        }
    }

    /**
     * For each name that a correlation takes from a match of the rule, the field; also one that the rule reaches by way of
     * another, which stands before it.
     */
    private static Map<String, String> keys(SigmaRule rule, List<SigmaCorrelation> correlations) {
        Map<String, String> keys = new LinkedHashMap<>();
        Set<String> reached = new HashSet<>(Set.of(rule.id()));
        for (SigmaCorrelation each : correlations) {
            if (!Collections.disjoint(each.correlation().rules(), reached)) {
                reached.add(each.id());
                each.correlation().groupBy().forEach(name -> keys.put(name, each.field(name, rule)));
                String counted = each.correlation().field();
                if (!counted.isEmpty()) {
                    keys.put(counted, each.field(counted, rule));
                }
            }
        }
        return keys;
    }

    /** A format whose records the rules are asked about. */
    public RecordFormat watching(RecordFormat format) {
        return new Watched(format);
    }

    private final class Watched implements RecordFormat {
        private final RecordFormat format;

        Watched(RecordFormat format) {
            this.format = format;
        }

        @Override
        public String name() {
            return format.name();
        }

        @Override
        public boolean recognises(ObjectNode record) {
            return format.recognises(record);
        }

        @Override
        public void read(ObjectNode record, SourceRef where, EventSink sink) {
            Map<Integer, RuleMatch> matches = matches(record);
            format.read(record, where, matches.isEmpty() ? sink : new Noting(sink, matches));
        }
    }

    /** Hands on, and remembers the matches of the record for each of its events. */
    private final class Noting implements EventSink {
        private final EventSink sink;
        private final Map<Integer, RuleMatch> matches;

        Noting(EventSink sink, Map<Integer, RuleMatch> matches) {
            this.sink = sink;
            this.matches = matches;
        }

        @Override
        public void event(Event event) {
            byEvent.merge(event.id().value(), matches, SigmaMatcher::both);
            sink.event(event);
        }

        @Override
        public void problem(SourceRef where, Problem problem) {
            sink.problem(where, problem);
        }

        @Override
        public void record(String format) {
            sink.record(format);
        }
    }

    /** The matches of two records of one event: an event may be told of in several forms. */
    private static Map<Integer, RuleMatch> both(Map<Integer, RuleMatch> one, Map<Integer, RuleMatch> other) {
        Map<Integer, RuleMatch> all = new TreeMap<>(one);
        other.forEach((rule, match) -> all.merge(
                rule,
                match,
                (a, b) -> new TreeMap<>(a.values()).toString().compareTo(new TreeMap<>(b.values()).toString()) <= 0
                        ? a
                        : b));
        return all;
    }

    /** The rules that match a record, by their place. */
    Map<Integer, RuleMatch> matches(ObjectNode record) {
        Map<LogSource, List<SourceView>> views = new HashMap<>();
        Map<Integer, RuleMatch> found = new TreeMap<>();
        for (int i = 0; i < rules.size(); i++) {
            SigmaRule rule = rules.get(i);
            if (!rule.source().holds(record)) {
                continue;
            }
            List<SourceView> parts = views.computeIfAbsent(rule.source(), source -> source.views(record));
            asked.get(i).incrementAndGet();
            unseen.get(i).removeIf(field -> parts.stream().anyMatch(part -> part.has(field)));
            Optional<SourceView> matching = rule.matching(parts);
            if (matching.isPresent() && counts.get(i).incrementAndGet() <= most()) {
                found.put(i, match(i, matching.get()));
            }
        }
        return found;
    }

    private RuleMatch match(int rule, SourceView part) {
        Map<String, String> values = new HashMap<>();
        keys.get(rule).forEach((name, field) -> values.put(name, part.key(field, KEY_CHARS_MAX)));
        return new RuleMatch(rules.get(rule).id(), values);
    }

    private long most() {
        return MATCHES_MAX / Math.max(1, rules.size());
    }

    /** What matched an event's record. Rules that matched too much are left out as a whole: which came first is chance. */
    @Override
    public List<RuleMatch> of(EventId id) {
        Map<Integer, RuleMatch> matches = byEvent.get(id.value());
        if (matches == null) {
            return List.of();
        }
        return matches.entrySet().stream()
                .filter(each -> counts.get(each.getKey()).get() <= most())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** How many records a rule was asked about, repeated ones too. */
    public long asked(String rule) {
        Integer at = place.get(rule);
        return at == null ? 0 : asked.get(at).get();
    }

    /** What a person should know of rules that cannot have matched, or matched too much. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        Map<String, List<String>> without = new TreeMap<>();
        for (int i = 0; i < rules.size(); i++) {
            SigmaRule rule = rules.get(i);
            String name = rule.entry().from() + " (" + rule.entry().model().title() + ")";
            if (counts.get(i).get() > most()) {
                notes.add("Rule " + name + " matched " + counts.get(i).get() + " records, more than " + most()
                        + ": it was left out.");
            } else if (asked.get(i).get() == 0) {
                without.computeIfAbsent(rule.source().kind().title(), k -> new ArrayList<>())
                        .add(name);
            } else if (!unseen.get(i).isEmpty()) {
                notes.add("Rule " + name + " looks at "
                        + String.join(", ", unseen.get(i).stream().sorted().toList())
                        + ", which no record of its log in this input has: what rests on it never matched.");
            }
        }
        without.forEach((log, names) -> notes.add(names.size() + (names.size() == 1 ? " rule looks" : " rules look")
                + " at records of " + log + " that this input does not hold: " + names.get(0)
                + (names.size() > 1 ? " and others." : ".")));
        int more = notes.size() - FIELDS_TOLD_MAX;
        if (more <= 0) {
            return notes;
        }
        List<String> told = new ArrayList<>(notes.subList(0, FIELDS_TOLD_MAX));
        told.add(more + " more notes on rules.");
        return told;
    }
}
