package dev.kith.investigate;

import dev.kith.detect.Detection;
import dev.kith.detect.Visit;
import dev.kith.event.AccountId;
import dev.kith.investigate.Trace.Danger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A case from its trigger on. It is looked at again whenever there is reason to, before it is raised and after: belief may
 * fall as well. What was raised stays in the report, and gathers what belongs to it. Mutable; one writer.
 */
public final class CaseFile {
    /** Looks after it was raised; they grow rarer by themselves, so that a flood reaches it and nothing else. Chosen by hand. */
    static final int LOOKS_MAX = 60;

    private final Detection opener;
    private Detection trigger;
    private final List<Detection> detections = new ArrayList<>();
    private final List<Alert> alerts = new ArrayList<>();
    private final CaseEvents events = new CaseEvents();
    private final Map<Danger, Integer> seen = new EnumMap<>(Danger.class);
    /** What was found to have led up to it, as far as it was gathered. */
    private final Set<String> gathered = new HashSet<>();

    private Conclusion conclusion = new Conclusion(Map.of(Hypothesis.ROUTINE, 1.0), List.of(), List.of(), List.of());
    private Optional<Instant> raisedAt = Optional.empty();
    private double raisedWith;
    private boolean ofApplication;
    private Instant last;
    private int acts;
    private int next = 2;
    private int looks;

    public CaseFile(Detection trigger) {
        this.opener = trigger;
        this.trigger = trigger;
        this.last = trigger.time();
    }

    /** Adds a model that fired about it. What a model of ours looks at says more of what to ask than an alert or a person. */
    public void add(Detection detection) {
        detections.add(detection);
        if (raisedAt.isEmpty() && !ours(trigger) && ours(detection)) {
            trigger = detection;
        }
    }

    private static boolean ours(Detection detection) {
        return !detection.model().condition().isEmpty();
    }

    /** Adds another product's alert, and says whether that calls for another look: the first, or weightier than all before. */
    public boolean add(Alert alert) {
        boolean telling = alerts.stream().allMatch(before -> before.weight().compareTo(alert.weight()) < 0)
                || alert.weight() == Alert.Weight.SERIOUS
                        && alerts.stream()
                                .noneMatch(before -> before.finding()
                                        .product()
                                        .equals(alert.finding().product()));
        alerts.add(alert);
        return telling;
    }

    /** Other products' alerts that opened it or joined it, in the order in which they came. */
    public List<Alert> alerts() {
        return List.copyOf(alerts);
    }

    /** Whether nothing but other products' alerts speaks of it. */
    boolean ofAlertsOnly() {
        return detections.stream().allMatch(Alert::opened);
    }

    /** Investigates it with what is known now. */
    public void investigate(Investigator investigator, Instant now, EvidenceStore store) {
        last = now;
        if (raisedAt.isPresent() && ++looks > LOOKS_MAX) {
            return;
        }
        conclusion = investigator.investigate(new Inquiry(trigger, alerts, now, raisedAt.orElse(now), store));
        if (raisedAt.isEmpty() && stands()) {
            raisedAt = Optional.of(now);
            raisedWith = conclusion.malicious();
        }
        if (raisedAt.isPresent()) {
            // What once belonged to it is not thrown out when the belief moves to another explanation.
            ofApplication |= conclusion.restsOnApplication();
            if (gathered.addAll(CaseEvents.led(conclusion))) {
                events.gather(trigger, ofApplication, conclusion, now, store);
            }
        }
    }

    /** Takes in a record of its visit, or of its day where it is about none, and says whether that calls for another look. */
    public boolean takes(Trace trace) {
        last = trace.at();
        if (raisedAt.isPresent() && CaseEvents.belongs(trace, trigger, ofApplication)) {
            events.add(trace);
        }
        acts++;
        boolean grown = acts >= next;
        if (grown) {
            next = acts + Math.max(2, acts / 2);
        }
        return dangerTold(trace) || grown;
    }

    /** Whether something dangerous was done for the first, second, fourth, eighth time and so on. */
    private boolean dangerTold(Trace trace) {
        return trace.note()
                .map(danger -> Integer.bitCount(seen.merge(danger, 1, Integer::sum)) == 1)
                .orElse(false);
    }

    /** Whether something malicious is believed to be behind it now. */
    public boolean stands() {
        return conclusion.verdict() == Conclusion.Verdict.SUSPICIOUS;
    }

    /** Belief in something malicious when it was raised, in [0, 1]; 0 where it was not. */
    public double raisedWith() {
        return raisedWith;
    }

    public Detection trigger() {
        return trigger;
    }

    /** What opened it, where that was not the trigger: another product's alert, or a person. */
    public Detection opener() {
        return opener;
    }

    public AccountId account() {
        return trigger.account();
    }

    public Optional<Visit> visit() {
        return trigger.visit();
    }

    public List<Detection> detections() {
        return List.copyOf(detections);
    }

    public CaseEvents events() {
        return events;
    }

    public Conclusion conclusion() {
        return conclusion;
    }

    /** When it was raised, by the time of events; empty where it was not. */
    public Optional<Instant> raisedAt() {
        return raisedAt;
    }

    public Instant first() {
        return visit().map(Visit::first).orElse(trigger.time());
    }

    public Instant last() {
        return last;
    }
}
