package dev.kith.investigate;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * What came of another product's alert.
 *
 * @param ended the incident or case it belongs to, the gravest where there are several; empty where it names no account of ours,
 *     or its case was forgotten
 */
public record AlertOutcome(Alert alert, Optional<Incident> ended) {
    /** How an alert ended, in words that stay. */
    public enum Verdict {
        SUSPICIOUS,
        INSUFFICIENT_DATA,
        BENIGN,
        /** It names no account that is known here. */
        NO_ACCOUNT,
        /** Its case was closed and forgotten for want of room. */
        NOT_KEPT
    }

    /** The outcome of each alert, in the order of the alerts; {@code incidents} stand with the gravest first. */
    public static List<AlertOutcome> of(List<Alert> alerts, List<Incident> incidents) {
        IdentityHashMap<Alert, Incident> ended = new IdentityHashMap<>();
        for (Incident incident : incidents) {
            incident.alerts().forEach(alert -> ended.putIfAbsent(alert, incident));
        }
        List<AlertOutcome> outcomes = new ArrayList<>(alerts.size());
        alerts.forEach(alert -> outcomes.add(new AlertOutcome(alert, Optional.ofNullable(ended.get(alert)))));
        return outcomes;
    }

    public Verdict verdict() {
        if (ended.isEmpty()) {
            return alert.accounts().isEmpty() ? Verdict.NO_ACCOUNT : Verdict.NOT_KEPT;
        }
        return switch (ended.get().conclusion().verdict()) {
            case SUSPICIOUS -> Verdict.SUSPICIOUS;
            case INSUFFICIENT_DATA -> Verdict.INSUFFICIENT_DATA;
            case BENIGN -> Verdict.BENIGN;
        };
    }
}
