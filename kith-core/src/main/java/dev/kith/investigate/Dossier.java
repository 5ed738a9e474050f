package dev.kith.investigate;

import dev.kith.detect.Detection;
import dev.kith.profile.Act;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What is told of an incident beside its story.
 *
 * @param cases it consists of, the surest first: its steps are those of the incident
 * @param containment what active mode would have ended, with records that come at once, and with late ones; empty where
 *     nothing was raised
 * @param outflows bursts of mail that were sent
 */
public record Dossier(
        List<CaseSummary> cases,
        List<Containment> containment,
        List<Outflow> outflows,
        BlastRadius radius,
        CaseGraph graph) {
    public Dossier {
        cases = List.copyOf(cases);
        containment = List.copyOf(containment);
        outflows = List.copyOf(outflows);
    }

    /**
     * @param story cases that were raised
     * @param supporting cases that belong to them
     * @param traces records of all of them, in time order
     * @param lures mails it began with
     * @param sentTo whom a mail was sent to, by its Message-ID
     */
    static Dossier of(
            List<CaseFile> story,
            List<CaseFile> supporting,
            Collection<String> accounts,
            List<Trace> traces,
            List<MailTrace> lures,
            List<Detection> detections,
            Function<String, Addressees> sentTo) {
        List<CaseSummary> cases = new ArrayList<>();
        story.stream()
                .sorted(Comparator.comparingDouble(
                        (CaseFile c) -> -c.conclusion().malicious()))
                .forEach(c -> cases.add(CaseSummary.of(c)));
        supporting.forEach(c -> cases.add(CaseSummary.of(c)));
        Map<String, Instant> raised = new LinkedHashMap<>();
        story.forEach(c ->
                c.raisedAt().ifPresent(at -> raised.merge(c.account().value(), at, (a, b) -> a.isBefore(b) ? a : b)));
        List<Trace> acts = traces.stream()
                .filter(t -> t.act() != Act.SIGN_IN_FAILED || t.visit().isPresent())
                .toList();
        List<Containment> containment = new ArrayList<>();
        for (Duration lag : List.of(Duration.ZERO, Containment.LATE_LOGS)) {
            Containment.of(acts, raised, lag, sentTo).ifPresent(containment::add);
        }
        return new Dossier(
                cases,
                containment,
                Outflow.of(acts, raised, detections),
                BlastRadius.of(accounts, acts, lures, sentTo),
                CaseGraph.of(accounts, acts, lures));
    }

    /** Of a case that was not raised. */
    static Dossier closed(CaseFile c) {
        List<String> accounts = List.of(c.account().value());
        return new Dossier(
                List.of(CaseSummary.of(c)),
                List.of(),
                List.of(),
                BlastRadius.of(accounts, List.of(), List.of(), id -> Addressees.UNKNOWN),
                CaseGraph.of(accounts, List.of(), List.of()));
    }
}
