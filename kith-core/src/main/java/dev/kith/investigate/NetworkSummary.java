package dev.kith.investigate;

import dev.kith.detect.CallFacts;
import dev.kith.investigate.Statement.Code;
import dev.kith.investigate.Statement.Constant;
import dev.kith.investigate.Statement.Count;
import dev.kith.investigate.Statement.Names;
import dev.kith.investigate.Statement.Period;
import dev.kith.investigate.Statement.Share;
import dev.kith.investigate.Statement.Span;
import dev.kith.investigate.Statement.Text;
import dev.kith.profile.CallSeries;
import dev.kith.profile.LookUps;
import dev.kith.profile.Rhythm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is told of calls of devices, in the order of the story. */
final class NetworkSummary {
    /** Destinations that are told of one by one. Chosen by hand: a story, not a list. */
    private static final int TOLD_MAX = 5;

    private static final double REGULAR = 0.35;
    private static final double LONG_HOURS = 1;
    private static final long MEGABYTE = 1_000_000;

    private NetworkSummary() {}

    static List<Statement> of(NetworkCase leading, List<NetworkCase> story) {
        List<Statement> said = new ArrayList<>();
        Map<String, List<NetworkCase>> byDestination = new LinkedHashMap<>();
        story.forEach(c -> byDestination
                .computeIfAbsent(c.destination(), k -> new ArrayList<>())
                .add(c));
        byDestination.values().stream().limit(TOLD_MAX).forEach(cases -> calls(cases, said));
        Share malicious = share(leading.conclusion().malicious());
        said.add(
                leading.stands()
                        ? Statement.of(
                                Code.RAISED,
                                malicious,
                                new Constant(leading.conclusion().leading()),
                                share(Conclusion.RAISED))
                        : Statement.of(Code.FALLEN, share(leading.raisedWith()), malicious, share(Conclusion.RAISED)));
        return said;
    }

    /** Of a case that was closed or not decided: what it is taken for, and what there was. */
    static List<Statement> closed(NetworkCase c) {
        Conclusion conclusion = c.conclusion();
        List<Statement> said = new ArrayList<>();
        said.add(Statement.of(
                conclusion.verdict() == Conclusion.Verdict.BENIGN ? Code.CLOSED : Code.UNDECIDED,
                new Constant(conclusion.leading()),
                share(conclusion.beliefs().getOrDefault(conclusion.leading(), 0.0)),
                share(conclusion.malicious()),
                share(Conclusion.RAISED)));
        calls(List.of(c), said);
        IncidentSummary.strongest(conclusion)
                .ifPresent(s -> said.add(Statement.of(Code.SPOKE_FOR_IT, new Text(s.asked()), new Text(s.found()))));
        return said;
    }

    /** How often it was called, or names were asked for. */
    static long count(NetworkCase c) {
        return c.facts()
                .lookUps()
                .map(LookUps::count)
                .or(() -> c.facts().series().map(CallSeries::calls))
                .orElse(c.facts().traffic().calls());
    }

    private static void calls(List<NetworkCase> cases, List<Statement> said) {
        NetworkCase one = cases.get(0);
        CallFacts facts = one.facts();
        CallFacts.Traffic traffic = facts.traffic();
        Names devices =
                Names.of(cases.stream().map(NetworkCase::device).distinct().toList());
        Period period = new Period(one.first(), one.last());
        if (facts.lookUps().isPresent()) {
            said.add(Statement.of(
                    Code.DEVICE_ASKED,
                    devices,
                    new Text(one.destination()),
                    Count.of(facts.lookUps().get().names()),
                    period));
        } else {
            said.add(Statement.of(
                    Code.DEVICE_CALLED,
                    devices,
                    new Text(one.destination()),
                    Count.of(cases.stream().mapToLong(NetworkSummary::count).sum()),
                    period));
        }
        if (facts.place().proxied()) {
            said.add(Statement.of(
                    Code.THROUGH_PROXY, new Text(facts.endpoint().ip().toString())));
        }
        Rhythm rhythm = facts.rhythm();
        if (rhythm.regularity() >= REGULAR) {
            said.add(Statement.of(
                    Code.CALLS_REGULAR,
                    new Span(Duration.ofSeconds(Math.max(1, Math.round(rhythm.periodSeconds())))),
                    new Text(Amounts.round(100 * rhythm.dispersion()) + " %")));
        }
        if (traffic.refused() > 0 && traffic.answered() == 0) {
            said.add(Statement.of(Code.CALLS_REFUSED, Count.of(traffic.refused()), Count.of(traffic.calls())));
        }
        if (traffic.longestHours() >= LONG_HOURS) {
            said.add(Statement.of(
                    Code.CALL_LASTED, new Span(Duration.ofMinutes(Math.round(60 * traffic.longestHours())))));
        }
        if (traffic.out() + traffic.in() >= MEGABYTE) {
            said.add(Statement.of(
                    Code.CALLS_CARRIED,
                    new Text(Amounts.megabytes(traffic.out())),
                    new Text(Amounts.megabytes(traffic.in()))));
        }
        said.add(Statement.of(
                Code.DESTINATION_KNOWN,
                Count.of(facts.place().devices()),
                Count.of(facts.place().devicesHere()),
                new Span(Duration.ofMinutes(
                        Math.max(1, Math.round(60 * facts.place().ageHours()))))));
    }

    private static Share share(double p) {
        return new Share(Math.max(0, Math.min(1, p)));
    }
}
