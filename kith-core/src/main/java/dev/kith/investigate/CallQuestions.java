package dev.kith.investigate;

import dev.kith.detect.CallFacts;
import dev.kith.detect.Model;
import dev.kith.event.Endpoint;
import dev.kith.investigate.Question.Answer;
import dev.kith.investigate.Question.Finding;
import dev.kith.profile.Rhythm;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What is asked of the calls of a device. Likelihoods are in the order of the hypotheses about devices: command, exfiltration,
 * update, telemetry, service. They are set by hand from what is published of how such programs call, and of what stands in the
 * logs of ordinary networks; questions look at different things. Models look at what is rare, so that rarity is likely under
 * every hypothesis.
 */
final class CallQuestions {
    private static final double MEGABYTE = 1e6;

    private CallQuestions() {}

    static List<CallQuestion> all() {
        return List.of(
                rhythm(),
                prevalence(),
                popularity(),
                age(),
                network(),
                ratio(),
                refused(),
                port(),
                name(),
                certificate(),
                agent(),
                roundTheClock(),
                sizes(),
                names(),
                fanOut(),
                lasting(),
                others());
    }

    /** The question that a model is about. */
    static Optional<String> about(Model model) {
        return switch (model.id()) {
            case "regular-calls-to-rare-destination", "regular-calls-through-proxy" -> Optional.of("rhythm");
            case "refused-calls-repeated" -> Optional.of("refused");
            case "long-connection-to-rare-destination" -> Optional.of("lasting");
            case "unusual-upload" -> Optional.of("ratio");
            case "data-in-names" -> Optional.of("names");
            case "service-on-foreign-port" -> Optional.of("port");
            default -> Optional.empty();
        };
    }

    private static CallQuestion question(
            String id, String text, List<Answer> answers, Function<CallFacts, Finding> ask) {
        return new CallQuestion(Question.ofDevice(id, text, 1, answers), q -> ask.apply(q.facts()));
    }

    /** Timers of programs are exact or follow what people do; to spread them evenly at random is done to hide. */
    private static CallQuestion rhythm() {
        return question(
                "rhythm",
                "How regular are the calls?",
                List.of(
                        new Answer("spread-around-a-period", .60, .12, .05, .04, .03),
                        new Answer("like-a-clock", .28, .13, .30, .55, .16),
                        new Answer("irregular", .12, .75, .65, .41, .81)),
                f -> {
                    Rhythm rhythm = f.rhythm();
                    if (rhythm.beats() < 12) {
                        return Finding.NONE;
                    }
                    String found = rhythm.beats() + " calls, one in " + Amounts.seconds(rhythm.periodSeconds())
                            + ", off by " + Amounts.round(100 * rhythm.dispersion()) + " %";
                    if (rhythm.regularity() < 0.35) {
                        return new Finding("irregular", found, List.of());
                    }
                    boolean spread = rhythm.dispersion() > 0.03 && Math.abs(rhythm.skew()) < 0.4;
                    return new Finding(spread ? "spread-around-a-period" : "like-a-clock", found, List.of());
                });
    }

    private static CallQuestion prevalence() {
        return question(
                "prevalence",
                "How many devices here call the destination?",
                List.of(
                        new Answer("this-one-alone", .85, .75, .25, .40, .40),
                        new Answer("a-few", .12, .15, .25, .30, .30),
                        new Answer("many", .03, .10, .50, .30, .30)),
                f -> {
                    long here = f.place().devicesHere();
                    int devices = f.place().devices();
                    if (here < 8) {
                        return Finding.NONE; // among so few, alone is no wonder
                    }
                    return new Finding(
                            devices == 1 ? "this-one-alone" : devices <= 3 ? "a-few" : "many",
                            devices + " of " + here + " devices",
                            List.of());
                });
    }

    private static CallQuestion popularity() {
        return question(
                "popularity",
                "Is the destination known to the world?",
                List.of(
                        new Answer("on-no-list", .92, .75, .25, .50, .50),
                        new Answer("known", .05, .12, .30, .28, .25),
                        new Answer("much-used", .03, .13, .45, .22, .25)),
                f -> {
                    double popularity = f.place().popularity();
                    String called = f.place().name().isEmpty()
                            ? f.destination()
                            : f.place().name();
                    return popularity == 0
                            ? new Finding("on-no-list", called + " is on no list of much used domains", List.of())
                            : new Finding(popularity < 0.35 ? "known" : "much-used", called, List.of());
                });
    }

    private static CallQuestion age() {
        return question(
                "age",
                "Since when is the destination called from here?",
                List.of(
                        new Answer("new-here", .80, .85, .15, .18, .30),
                        new Answer("as-long-as-there-are-records", .20, .15, .85, .82, .70)),
                f -> {
                    double history = f.place().historyHours();
                    double age = f.place().ageHours();
                    if (history < 72) {
                        return Finding.NONE; // too short a time to call anything new
                    }
                    boolean fresh = age < history - 48;
                    return new Finding(
                            fresh ? "new-here" : "as-long-as-there-are-records",
                            "for " + Amounts.seconds(age * 3600) + " of " + Amounts.seconds(history * 3600),
                            List.of());
                });
    }

    private static CallQuestion network() {
        return question(
                "network",
                "What kind of network is the destination in?",
                List.of(
                        new Answer("anonymising", .08, .08, .002, .003, .03),
                        new Answer("hosting", .57, .45, .35, .37, .38),
                        new Answer("other", .35, .47, .648, .627, .59)),
                f -> {
                    Endpoint to = f.endpoint();
                    if (f.place().proxied()
                            || to.asn() == 0 && to.traits().isEmpty()
                            || f.lookUps().isPresent()) {
                        return Finding.NONE;
                    }
                    Set<Endpoint.Trait> traits = to.traits();
                    String answer = traits.contains(Endpoint.Trait.TOR) || traits.contains(Endpoint.Trait.VPN)
                            ? "anonymising"
                            : traits.contains(Endpoint.Trait.HOSTING) ? "hosting" : "other";
                    return new Finding(answer, Questions.place(to), List.of());
                });
    }

    private static CallQuestion ratio() {
        return question(
                "ratio",
                "Which way does the data go?",
                List.of(
                        new Answer("out-far-beyond-usual", .04, .72, .004, .015, .02),
                        new Answer("mostly-out", .10, .13, .016, .165, .06),
                        new Answer("mostly-in", .10, .05, .58, .06, .50),
                        new Answer("little-either-way", .76, .10, .40, .76, .42)),
                f -> {
                    CallFacts.Traffic t = f.traffic();
                    if (t.calls() == 0) {
                        return Finding.NONE;
                    }
                    String found = Amounts.megabytes(t.out()) + " sent, " + Amounts.megabytes(t.in()) + " received";
                    if (t.dayOut() >= 20 * MEGABYTE && t.dayOut() > 3 * t.dayIn()) {
                        boolean unusual = t.uploadBits() >= 6 && t.uploadBitsHere() >= 6;
                        return new Finding(unusual ? "out-far-beyond-usual" : "mostly-out", found, List.of());
                    }
                    if (t.out() + t.in() < 5 * MEGABYTE) {
                        return new Finding("little-either-way", found, List.of());
                    }
                    return new Finding(t.out() > t.in() ? "mostly-out" : "mostly-in", found, List.of());
                });
    }

    /** What calls for orders goes on calling when nobody answers: it has nothing else to do. */
    private static CallQuestion refused() {
        return question(
                "refused",
                "Is the caller let in?",
                List.of(
                        new Answer("never-and-goes-on-at-once", .20, .005, .002, .010, .002),
                        new Answer("never", .05, .015, .018, .05, .018),
                        new Answer("yes", .75, .98, .98, .94, .98)),
                f -> {
                    CallFacts.Traffic t = f.traffic();
                    if (t.calls() == 0) {
                        return Finding.MOOT;
                    }
                    String found = t.refused() + " of " + t.calls() + " calls refused";
                    if (t.answered() > 0 || t.refused() < 20) {
                        return new Finding("yes", found, List.of());
                    }
                    boolean atOnce = t.spanHours() * 3600 / t.calls() < 10 && t.calls() >= 60;
                    return new Finding(atOnce ? "never-and-goes-on-at-once" : "never", found, List.of());
                });
    }

    private static CallQuestion port() {
        return question(
                "port",
                "Does what is spoken belong to the port?",
                List.of(
                        new Answer("another-service", .10, .08, .002, .008, .012),
                        new Answer("a-port-of-nothing", .35, .20, .008, .062, .068),
                        new Answer("yes", .55, .72, .99, .93, .92)),
                f -> {
                    if (f.lookUps().isPresent() || f.place().proxied()) {
                        return Finding.MOOT;
                    }
                    CallFacts.Program p = f.program();
                    String found = (p.service().isEmpty() ? p.protocol() : p.service()) + " on port " + p.port();
                    return new Finding(
                            p.mismatch() ? "another-service" : f.oddPort() ? "a-port-of-nothing" : "yes",
                            found,
                            List.of());
                });
    }

    private static CallQuestion name() {
        return question(
                "name",
                "Was it called by a name?",
                List.of(new Answer("no", .40, .25, .04, .20, .15), new Answer("yes", .60, .75, .96, .80, .85)),
                f -> f.place().name().isEmpty() && !f.place().namesTold()
                        ? Finding.NONE
                        : f.place().name().isEmpty()
                                ? new Finding("no", "no name was asked for that led to it", List.of())
                                : new Finding("yes", f.place().name(), List.of()));
    }

    private static CallQuestion certificate() {
        return question(
                "certificate",
                "Does anybody vouch for its certificate?",
                List.of(new Answer("nobody", .50, .30, .01, .08, .04), new Answer("yes", .50, .70, .99, .92, .96)),
                f -> {
                    String said = f.place().certificate();
                    if (said.isEmpty()) {
                        return Finding.NONE;
                    }
                    return said.equals("good")
                            ? new Finding("yes", "an authority that the sensor knows", List.of())
                            : new Finding("nobody", "no authority that the sensor knows", List.of());
                });
    }

    private static CallQuestion agent() {
        return question(
                "agent",
                "Is the program known here?",
                List.of(
                        new Answer("on-this-device-alone", .50, .40, .06, .22, .08),
                        new Answer("on-others-too", .50, .60, .94, .78, .92)),
                f -> {
                    CallFacts.Program p = f.program();
                    if (p.agent().isEmpty() || f.place().devicesHere() < 8) {
                        return Finding.NONE;
                    }
                    return new Finding(
                            p.agentDevices() <= 1 ? "on-this-device-alone" : "on-others-too",
                            p.agent().length() > 120 ? p.agent().substring(0, 120) : p.agent(),
                            List.of());
                });
    }

    private static CallQuestion roundTheClock() {
        return question(
                "round-the-clock",
                "Does it call at night, too?",
                List.of(
                        new Answer("at-all-hours", .75, .25, .50, .80, .15),
                        new Answer("at-some-hours", .25, .75, .50, .20, .85)),
                f -> f.traffic().spanHours() < 18
                        ? Finding.NONE
                        : new Finding(
                                f.traffic().hoursOfDay() >= 20 ? "at-all-hours" : "at-some-hours",
                                f.traffic().hoursOfDay() + " hours of the day",
                                List.of()));
    }

    private static CallQuestion sizes() {
        return question(
                "sizes",
                "Is each call like the other?",
                List.of(new Answer("alike", .75, .15, .45, .60, .15), new Answer("different", .25, .85, .55, .40, .85)),
                f -> {
                    if (f.rhythm().beats() < 12 || f.traffic().out() <= 0) {
                        return Finding.NONE;
                    }
                    return new Finding(
                            f.rhythm().sizeDispersion() <= 0.05 ? "alike" : "different",
                            "sizes differ by " + Amounts.round(100 * f.rhythm().sizeDispersion()) + " %",
                            List.of());
                });
    }

    private static CallQuestion names() {
        return question(
                "names",
                "Do the names asked for carry data?",
                List.of(
                        new Answer("asked-as-texts", .60, .62, .005, .02, .015),
                        new Answer("long-and-ever-new", .35, .34, .055, .28, .135),
                        new Answer("some", .05, .04, .94, .70, .85)),
                f -> {
                    if (f.lookUps().isEmpty()) {
                        return Finding.MOOT;
                    }
                    var names = f.lookUps().get();
                    String found = names.names() + " names of " + Amounts.round(names.meanLength()) + " characters, "
                            + Amounts.round(names.meanEntropy()) + " bits each, "
                            + Amounts.round(100 * names.carrierShare())
                            + " % for texts";
                    boolean data = names.names() >= 50 && names.meanLength() >= 18 && names.meanEntropy() >= 3.3;
                    boolean texts = names.carrierShare() >= 0.3 || names.meanLength() >= 45;
                    return new Finding(
                            !data ? "some" : texts ? "asked-as-texts" : "long-and-ever-new",
                            found,
                            names.ids().stream().limit(Questions.EVENTS_MAX).toList());
                });
    }

    /** Whoever watches others calls many of them alike. */
    private static CallQuestion fanOut() {
        return question(
                "fan-out",
                "Does the device call many destinations so?",
                List.of(new Answer("many", .01, .02, .03, .20, .02), new Answer("this-one", .99, .98, .97, .80, .98)),
                f -> f.series().isEmpty()
                        ? Finding.MOOT
                        : new Finding(
                                f.program().regular() >= 10 ? "many" : "this-one",
                                f.program().regular() + " regular of "
                                        + f.program().destinations() + " destinations",
                                List.of()));
    }

    private static CallQuestion lasting() {
        return question(
                "lasting",
                "How long do calls last?",
                List.of(
                        new Answer("for-hours", .10, .06, .005, .06, .12),
                        new Answer("shortly", .90, .94, .995, .94, .88)),
                f -> f.series().isEmpty()
                        ? Finding.MOOT
                        : new Finding(
                                f.traffic().longestHours() >= 6 ? "for-hours" : "shortly",
                                "the longest "
                                        + Amounts.seconds(3600 * f.traffic().longestHours()),
                                List.of()));
    }

    private static CallQuestion others() {
        return new CallQuestion(
                Question.ofDevice(
                        "else",
                        "What else is there about the device and the destination?",
                        1,
                        List.of(
                                new Answer("others-taken-call-it", .10, .05, .002, .003, .003),
                                new Answer("more-that-is-odd", .20, .30, .018, .037, .037),
                                new Answer("nothing", .70, .65, .98, .96, .96))),
                q -> q.othersSuspected() > 0
                        ? new Finding(
                                "others-taken-call-it",
                                q.othersSuspected() + " other devices under suspicion",
                                List.of())
                        : q.models() > 1 || q.otherCases() > 0
                                ? new Finding(
                                        "more-that-is-odd",
                                        q.models() + " models fired, " + q.otherCases() + " other cases stand",
                                        List.of())
                                : new Finding("nothing", "nothing", List.of()));
    }
}
