package dev.kith.investigate;

import dev.kith.detect.CallFacts;
import dev.kith.detect.Detection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A case of a device and a destination, from its trigger on. It is looked at again whenever another model fires, and whenever
 * the calls have grown. Mutable; one writer.
 */
public final class NetworkCase {
    /** Looks at one case; they grow rarer by themselves. Chosen by hand. */
    private static final int LOOKS_MAX = 60;

    private final Detection trigger;
    private final Instant first;
    private final List<Detection> detections = new ArrayList<>();
    private CallFacts facts;
    private Conclusion conclusion = new Conclusion(Map.of(Hypothesis.SERVICE, 1.0), List.of(), List.of(), List.of());
    private Optional<Instant> raisedAt = Optional.empty();
    private double raisedWith;
    private boolean reported;
    private int looks;

    public NetworkCase(Detection trigger, CallFacts facts) {
        this.trigger = trigger;
        this.facts = facts;
        this.first = facts.series()
                .map(s -> s.first())
                .or(() -> facts.lookUps().map(l -> l.first()))
                .orElse(facts.at());
        facts.series().ifPresent(s -> s.watch());
    }

    /** Adds a model that fired about it. */
    public void add(Detection detection) {
        detections.add(detection);
    }

    /** From now on it belongs into the report: something of it happened when things were reported. */
    public void report() {
        reported = true;
    }

    /**
     * Investigates it with what is known now.
     *
     * @param otherCases other cases of the device that stand
     * @param othersSuspected other devices with a standing case about the destination
     */
    public void investigate(Investigator investigator, CallFacts now, int otherCases, int othersSuspected) {
        facts = now;
        if (++looks > LOOKS_MAX) {
            return;
        }
        int models =
                (int) detections.stream().map(d -> d.model().id()).distinct().count();
        conclusion = investigator.investigate(new CallInquiry(trigger, facts, models, otherCases, othersSuspected));
        if (raisedAt.isEmpty() && stands()) {
            raisedAt = Optional.of(now.at());
            raisedWith = conclusion.malicious();
        }
    }

    /** Whether something malicious is believed to be behind it now. */
    public boolean stands() {
        return conclusion.verdict() == Conclusion.Verdict.SUSPICIOUS;
    }

    public boolean reported() {
        return reported;
    }

    public String device() {
        return facts.device();
    }

    public String destination() {
        return facts.destination();
    }

    Detection trigger() {
        return trigger;
    }

    List<Detection> detections() {
        return List.copyOf(detections);
    }

    CallFacts facts() {
        return facts;
    }

    Conclusion conclusion() {
        return conclusion;
    }

    Optional<Instant> raisedAt() {
        return raisedAt;
    }

    double raisedWith() {
        return raisedWith;
    }

    Instant first() {
        return first;
    }

    Instant last() {
        return facts.series()
                .map(s -> s.last())
                .or(() -> facts.lookUps().map(l -> l.last()))
                .orElse(facts.at());
    }

    /** Ids of the records it consists of, bounded. */
    List<String> events() {
        return facts.series()
                .map(s -> s.ids())
                .or(() -> facts.lookUps().map(l -> l.ids()))
                .orElse(List.of());
    }

    CaseSummary summary() {
        return new CaseSummary(
                device(),
                trigger.model().title(),
                trigger.time(),
                raisedAt,
                raisedWith,
                conclusion.malicious(),
                conclusion.leading(),
                conclusion.steps(),
                List.of());
    }
}
