package dev.kith.investigate;

import dev.kith.detect.Detection;
import dev.kith.detect.Visit;
import dev.kith.event.AccountId;
import dev.kith.investigate.Trace.Danger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A case from its trigger on. It is looked at again whenever there is reason to; once raised it stays raised, and gathers what
 * belongs to it. Mutable; one writer.
 */
public final class CaseFile {
    /** From this belief in something malicious on, a case is raised. Chosen by hand: four in five. */
    static final double RAISED = 0.8;

    private final Detection trigger;
    private final List<Detection> detections = new ArrayList<>();
    private final CaseEvents events = new CaseEvents();
    private final Map<Danger, Integer> seen = new EnumMap<>(Danger.class);
    private Conclusion conclusion = new Conclusion(Map.of(Hypothesis.ROUTINE, 1.0), List.of(), List.of());
    private Optional<Instant> raisedAt = Optional.empty();
    private Instant last;
    private int acts;
    private int next = 2;

    public CaseFile(Detection trigger) {
        this.trigger = trigger;
        this.last = trigger.time();
    }

    /** Adds a model that fired about it. */
    public void add(Detection detection) {
        detections.add(detection);
    }

    /** Investigates it with what is known now; says whether it was raised by that. */
    public boolean investigate(Investigator investigator, Instant now, EvidenceStore store) {
        last = now;
        if (raisedAt.isPresent()) {
            return false;
        }
        conclusion = investigator.investigate(trigger, now, store);
        if (conclusion.malicious() < RAISED) {
            return false;
        }
        raisedAt = Optional.of(now);
        events.gather(trigger, conclusion, now, store);
        return true;
    }

    /** Takes in a record of its visit, or of its day where it is about none, and says whether that calls for another look. */
    public boolean takes(Trace trace) {
        last = trace.at();
        if (raisedAt.isPresent()) {
            if (CaseEvents.belongs(trace, trigger, conclusion)) {
                events.add(trace);
            }
            return false;
        }
        boolean first = trace.note().isPresent()
                && Integer.bitCount(seen.merge(trace.note().get(), 1, Integer::sum)) == 1;
        acts++;
        if (acts >= next) {
            next = acts + Math.max(2, acts / 2);
            return true;
        }
        return first;
    }

    public Detection trigger() {
        return trigger;
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
