package dev.kith.investigate;

import java.time.Instant;
import java.util.Optional;

/**
 * A case of an incident in brief.
 *
 * @param trigger title of the model that opened it
 * @param opened when the record was written that it fired on
 * @param raisedAt by the time of events; empty where it was not raised by itself
 * @param malicious belief in something malicious, in [0, 1]
 * @param leading the hypothesis most believed in
 */
public record CaseSummary(
        String account,
        String trigger,
        Instant opened,
        Optional<Instant> raisedAt,
        double malicious,
        Hypothesis leading) {
    static CaseSummary of(CaseFile c) {
        return new CaseSummary(
                c.account().value(),
                c.trigger().model().title(),
                c.trigger().time(),
                c.raisedAt(),
                c.conclusion().malicious(),
                c.conclusion().leading());
    }
}
