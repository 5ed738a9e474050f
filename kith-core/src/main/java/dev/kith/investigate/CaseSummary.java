package dev.kith.investigate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A case of an incident in brief.
 *
 * @param trigger title of the model that opened it
 * @param opened when the record was written that it fired on
 * @param raisedAt by the time of events; empty where it was not raised by itself
 * @param raisedWith belief in something malicious when it was raised, in [0, 1]; 0 where it was not raised by itself
 * @param malicious the same in the end: it may have grown or fallen
 * @param leading the hypothesis most believed in, in the end
 * @param steps of its last investigation
 * @param alerts of other products that opened it or joined it
 */
public record CaseSummary(
        String account,
        String trigger,
        Instant opened,
        Optional<Instant> raisedAt,
        double raisedWith,
        double malicious,
        Hypothesis leading,
        List<Step> steps,
        List<Alert> alerts) {
    public CaseSummary {
        steps = List.copyOf(steps);
        alerts = List.copyOf(alerts);
    }

    static CaseSummary of(CaseFile c) {
        return new CaseSummary(
                c.account().value(),
                c.opener().model().title(),
                c.opener().time(),
                c.raisedAt(),
                c.raisedWith(),
                c.conclusion().malicious(),
                c.conclusion().leading(),
                c.conclusion().steps(),
                c.alerts());
    }
}
