package dev.kith.simulate;

import dev.kith.simulate.m365.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Takes down a story while it happens. */
final class ScenarioNotes {
    private final String name;
    private final String type;
    private final Scenario.Kind kind;
    private final List<String> techniques;
    private final Set<String> accounts = new TreeSet<>();
    private final Map<String, Instant> events = new LinkedHashMap<>();
    private final Map<String, List<String>> steps = new LinkedHashMap<>();
    private final Map<String, String> sameAs = new TreeMap<>();
    private final Set<String> mustName = new TreeSet<>();
    private Optional<Instant> taken = Optional.empty();

    private ScenarioNotes(String name, String type, Scenario.Kind kind, List<String> techniques) {
        this.name = name;
        this.type = type;
        this.kind = kind;
        this.techniques = techniques;
    }

    static ScenarioNotes attack(String name, String type, List<String> techniques) {
        return new ScenarioNotes(name, type, Scenario.Kind.ATTACK, techniques);
    }

    static ScenarioNotes benign(String type) {
        return new ScenarioNotes(type, type, Scenario.Kind.BENIGN_LOOKALIKE, List.of());
    }

    void account(String address) {
        accounts.add(address);
    }

    boolean concerns(String address) {
        return accounts.contains(address);
    }

    /** What a summary should name. */
    void mustName(String what) {
        mustName.add(what);
    }

    void note(String step, Instant at, String id) {
        events.merge(id, at, (known, again) -> known.isBefore(again) ? known : again);
        List<String> ids = steps.computeIfAbsent(step, key -> new ArrayList<>());
        if (!ids.contains(id)) {
            ids.add(id);
        }
    }

    Stamp note(String step, Stamp stamp) {
        note(step, stamp.at(), stamp.id());
        return stamp;
    }

    /** An act in the stolen account. */
    Stamp taken(String step, Stamp stamp) {
        if (taken.isEmpty() || stamp.at().isBefore(taken.get())) {
            taken = Optional.of(stamp.at());
        }
        return note(step, stamp);
    }

    void same(String messageId, String auditId) {
        sameAs.put(messageId, auditId);
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    Scenario scenario() {
        List<Map.Entry<String, Instant>> inOrder = new ArrayList<>(events.entrySet());
        inOrder.sort(Map.Entry.comparingByValue());
        List<Scenario.Step> told = new ArrayList<>();
        steps.forEach((step, ids) -> told.add(new Scenario.Step(
                step,
                ids.stream()
                        .map(id -> events.getOrDefault(id, Instant.MAX))
                        .min(Instant::compareTo)
                        .orElse(Instant.MAX),
                ids)));
        Instant first = inOrder.get(0).getValue();
        return new Scenario(
                name,
                type,
                kind,
                List.copyOf(accounts),
                inOrder.stream().map(Map.Entry::getKey).toList(),
                sameAs,
                first,
                taken.orElse(first),
                inOrder.get(inOrder.size() - 1).getValue(),
                techniques,
                List.copyOf(mustName),
                told);
    }
}
