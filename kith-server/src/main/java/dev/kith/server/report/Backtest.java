package dev.kith.server.report;

import dev.kith.connect.model.Entry;
import dev.kith.detect.Detection;
import dev.kith.investigate.Incident;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Whom the organisation's own models would have alarmed over the past, beside what kith's own found. Mutable; one writer. */
public final class Backtest {
    /** Alarms of a model that are told one by one. Chosen by hand: enough to look into. */
    private static final int SAMPLES_MAX = 10;

    /** What lies so near to an incident of the same account was found without the model. Chosen by hand. */
    private static final Duration NEAR = Duration.ofDays(1);

    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private Optional<Instant> first = Optional.empty();
    private Optional<Instant> last = Optional.empty();
    private long events;
    private long shippedDetections;
    private List<Incident> shipped = List.of();
    private List<Incident> together = List.of();

    /** What one model did. */
    static final class Tally {
        final Entry entry;
        final TreeMap<LocalDate, Integer> days = new TreeMap<>();
        final TreeMap<String, Integer> accounts = new TreeMap<>();
        final List<Detection> samples = new ArrayList<>();
        int alarms;
        int foundAnyway;

        Tally(Entry entry) {
            this.entry = entry;
        }
    }

    /** @param own the models that are tried out */
    public Backtest(List<Entry> own) {
        own.forEach(entry -> tallies.put(entry.model().id(), new Tally(entry)));
    }

    /** Takes the time of an event of the past that counts. */
    public void event(Instant at) {
        events++;
        if (first.isEmpty() || at.isBefore(first.get())) {
            first = Optional.of(at);
        }
        if (last.isEmpty() || at.isAfter(last.get())) {
            last = Optional.of(at);
        }
    }

    /** Takes a detection of kith's own catalogue alone. */
    public void shipped(Detection detection) {
        shippedDetections++;
    }

    /** Takes what came of kith's own catalogue alone; before any detection of the models that are tried out. */
    public void shipped(List<Incident> incidents) {
        shipped = incidents;
    }

    /** Takes a detection of all models together; those of shipped models are passed over. */
    public void detected(Detection detection) {
        Tally tally = tallies.get(detection.model().id());
        if (tally == null) {
            return;
        }
        tally.alarms++;
        tally.days.merge(detection.time().atZone(ZoneOffset.UTC).toLocalDate(), 1, Integer::sum);
        tally.accounts.merge(detection.account().value(), 1, Integer::sum);
        if (tally.samples.size() < SAMPLES_MAX) {
            tally.samples.add(detection);
        }
        if (foundAnyway(detection)) {
            tally.foundAnyway++;
        }
    }

    private boolean foundAnyway(Detection detection) {
        return shipped.stream()
                .filter(Incident::raised)
                .filter(incident ->
                        incident.accounts().contains(detection.account().value()))
                .anyMatch(
                        incident -> !detection.time().isBefore(incident.first().minus(NEAR))
                                && !detection.time().isAfter(incident.last().plus(NEAR)));
    }

    /** Takes what came of all models together. */
    public void together(List<Incident> incidents) {
        together = incidents;
    }

    List<Tally> tallies() {
        return List.copyOf(tallies.values());
    }

    Optional<Instant> first() {
        return first;
    }

    Optional<Instant> last() {
        return last;
    }

    /** Days of the past, begun ones counted whole; at least 1. */
    long days() {
        if (first.isEmpty() || last.isEmpty()) {
            return 1;
        }
        LocalDate begin = first.get().atZone(ZoneOffset.UTC).toLocalDate();
        return last.get().atZone(ZoneOffset.UTC).toLocalDate().toEpochDay() - begin.toEpochDay() + 1;
    }

    long events() {
        return events;
    }

    long shippedDetections() {
        return shippedDetections;
    }

    List<Incident> shippedIncidents() {
        return shipped;
    }

    List<Incident> incidents() {
        return together;
    }

    /** Incidents raised with all models that share no account and time with one raised by kith's own alone. */
    List<Incident> newlyRaised() {
        return without(together, shipped);
    }

    /** Incidents raised by kith's own alone that are not raised with all models, such as where one is switched off. */
    List<Incident> noLongerRaised() {
        return without(shipped, together);
    }

    private static List<Incident> without(List<Incident> some, List<Incident> others) {
        return some.stream()
                .filter(Incident::raised)
                .filter(incident -> others.stream().filter(Incident::raised).noneMatch(other -> same(incident, other)))
                .toList();
    }

    private static boolean same(Incident one, Incident other) {
        return one.accounts().stream().anyMatch(other.accounts()::contains)
                && !one.first().isAfter(other.last())
                && !other.first().isAfter(one.last());
    }
}
