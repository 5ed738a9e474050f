package dev.kith.server.report;

import dev.kith.detect.Detection;
import dev.kith.detect.Model;
import dev.kith.event.AccountId;
import dev.kith.event.Endpoint;
import dev.kith.event.IpAddress;
import dev.kith.investigate.AlertBudget;
import dev.kith.investigate.BlastRadius;
import dev.kith.investigate.BlastRadius.Named;
import dev.kith.investigate.CaseGraph;
import dev.kith.investigate.CaseSummary;
import dev.kith.investigate.Conclusion;
import dev.kith.investigate.Containment;
import dev.kith.investigate.Dossier;
import dev.kith.investigate.Hypothesis;
import dev.kith.investigate.Incident;
import dev.kith.investigate.Outflow;
import dev.kith.investigate.Statement;
import dev.kith.investigate.Statement.Code;
import dev.kith.investigate.Statement.Constant;
import dev.kith.investigate.Statement.Count;
import dev.kith.investigate.Statement.Names;
import dev.kith.investigate.Statement.Text;
import dev.kith.investigate.Statement.Told;
import dev.kith.investigate.Step;
import dev.kith.profile.AccountHabits;
import dev.kith.profile.Act;
import dev.kith.score.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An account that was taken, and a case that was closed; every text of theirs can be set. */
final class ExampleIncidents {
    private static final Instant TUESDAY = Instant.parse("2026-10-06T11:10:00Z");
    private static final Instant BURST = Instant.parse("2026-10-07T09:02:10Z");

    private ExampleIncidents() {}

    /** The scan with an incident and a closed case. */
    static ScanSummary in(ScanSummary scan) {
        String account = "h.grant@fenwick.example";
        return scan.with(
                List.of(
                        taken("INC-1", account, "Passwords.xlsx", "kestrel.example"),
                        closed("CASE-1", "m.quist@fenwick.example", "Hotel network")),
                AlertBudget.unlimited(),
                List.of(habits(account, "AS64500")));
    }

    /** The scan with incidents in which nothing but these texts stands. */
    static ScanSummary of(List<String> texts, ScanSummary scan) {
        List<Incident> incidents = new ArrayList<>();
        List<AccountHabits> habits = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            incidents.add(taken("INC-" + (i + 1), text, text, text));
            incidents.add(closed("CASE-" + (i + 1), text, text));
            habits.add(habits(text, text));
        }
        return scan.with(incidents, AlertBudget.unlimited(), habits);
    }

    static AccountHabits habits(String account, String value) {
        List<AccountHabits.Habit> habits =
                List.of(new AccountHabits.Habit(value, value, 0.97, TUESDAY.minusSeconds(9_000_000), TUESDAY));
        return new AccountHabits(account, TUESDAY.minusSeconds(9_000_000), 884, habits, habits, habits);
    }

    static Incident taken(String id, String account, String file, String domain) {
        Conclusion conclusion = conclusion(Hypothesis.HIJACK, Hypothesis.ELSEWHERE, file);
        Map<Containment.Kind, int[]> acts = Map.of(
                Containment.Kind.MAIL_SENT, new int[] {41, 1_563},
                Containment.Kind.FILE_FETCHED, new int[] {1, 2});
        return new Incident(
                id,
                Incident.Category.CRITICAL,
                96,
                said(Code.TITLE_HIJACK_SENT, names(account), new Count(1_604, false)),
                List.of(said(Code.LINKS_MADE, names(file))),
                Optional.of(TUESDAY.plusSeconds(840)),
                TUESDAY.minusSeconds(7_200),
                BURST.plusSeconds(1_500),
                List.of(account),
                List.of(new Incident.Entity("account", account), new Incident.Entity("file", file)),
                List.of("<rfp@" + domain + ">", "record-1", "record-2"),
                List.of("T1078.004", "T1534"),
                List.of(
                        new Incident.Moment(
                                TUESDAY.minusSeconds(7_200),
                                "mail",
                                said(Code.MAIL_CAME, new Text(file), new Text(file), none()),
                                List.of(),
                                Optional.empty(),
                                List.of(file, "b", "c")),
                        new Incident.Moment(
                                TUESDAY, "sign-in", act(Act.SIGN_IN), List.of(account), at(domain), List.of(file)),
                        new Incident.Moment(
                                BURST,
                                "mail-send",
                                said(
                                        Code.ACT,
                                        new Constant(Act.MAIL_SEND),
                                        none(),
                                        new Told(List.of(said(Code.TIMES, new Count(1_604, false))))),
                                List.of(account),
                                at(domain),
                                List.of())),
                List.of(detection("DET-1-" + id, account, file)),
                conclusion,
                List.of(
                        new Incident.ProposedAction(
                                "revoke_sessions", account, said(Code.WHY_READS_MAILBOX, new Text(file))),
                        new Incident.ProposedAction(
                                "disable_account", account, said(Code.WHY_READS_MAILBOX, new Text(file))),
                        new Incident.ProposedAction(
                                "remove_anonymous_link", file, said(Code.WHY_READS_MAILBOX, new Text(file)))),
                new Dossier(
                        List.of(new CaseSummary(
                                account,
                                file,
                                TUESDAY,
                                Optional.of(TUESDAY.plusSeconds(840)),
                                0.93,
                                0.99,
                                Hypothesis.HIJACK,
                                conclusion.steps(),
                                List.of())),
                        List.of(containment(Duration.ZERO, acts), containment(Duration.ofMinutes(90), acts)),
                        List.of(outflow(account)),
                        new BlastRadius(
                                named(account),
                                named(account),
                                named("ragna@" + domain),
                                named(file),
                                named(file),
                                named(file),
                                named(file),
                                named(),
                                named(file),
                                named(account),
                                List.of(new BlastRadius.Outside(domain, 6, 2, List.of("a@" + domain, "b@" + domain))),
                                311,
                                1_489,
                                3),
                        graph(account, file, domain)));
    }

    /** The incident with another case in it, which has one step, of this answer. */
    static Incident with(Incident incident, String account, String answer) {
        Step step = incident.dossier().cases().get(0).steps().get(0);
        List<CaseSummary> cases = new ArrayList<>(incident.dossier().cases());
        cases.add(new CaseSummary(
                account,
                "Mailbox::Rule",
                TUESDAY.plusSeconds(60),
                Optional.of(TUESDAY.plusSeconds(900)),
                0.9,
                0.4,
                Hypothesis.ELSEWHERE,
                List.of(new Step(
                        "place",
                        "Asked of the other?",
                        answer,
                        "found of the other",
                        0.3,
                        step.before(),
                        step.after(),
                        List.of())),
                List.of()));
        Dossier dossier = incident.dossier();
        return new Incident(
                incident.id(),
                incident.category(),
                incident.priority(),
                incident.title(),
                incident.summary(),
                incident.raisedAt(),
                incident.first(),
                incident.last(),
                incident.accounts(),
                incident.entities(),
                incident.events(),
                incident.techniques(),
                incident.timeline(),
                incident.detections(),
                incident.conclusion(),
                incident.actions(),
                new Dossier(cases, dossier.containment(), dossier.outflows(), dossier.radius(), dossier.graph()));
    }

    static Incident closed(String id, String account, String found) {
        BlastRadius none = new BlastRadius(
                named(account),
                named(),
                named(),
                named(),
                named(),
                named(),
                named(),
                named(),
                named(),
                named(),
                List.of(),
                0,
                0,
                0);
        return new Incident(
                id,
                Incident.Category.BENIGN,
                3,
                said(Code.TITLE_CLOSED, new Text(found), names(account)),
                List.of(said(Code.SPOKE_FOR_IT, new Text(found), new Text(found))),
                Optional.empty(),
                TUESDAY,
                TUESDAY.plusSeconds(60),
                List.of(account),
                List.of(new Incident.Entity("account", account)),
                List.of("record-9"),
                List.of(),
                List.of(new Incident.Moment(
                        TUESDAY,
                        "detection",
                        said(Code.MODEL_FIRED, new Text(found)),
                        List.of(),
                        Optional.empty(),
                        List.of("record-9"))),
                List.of(detection("DET-1-" + id, account, found)),
                conclusion(Hypothesis.ELSEWHERE, Hypothesis.HIJACK, found),
                List.of(),
                new Dossier(
                        List.of(new CaseSummary(
                                account,
                                found,
                                TUESDAY,
                                Optional.empty(),
                                0,
                                0.03,
                                Hypothesis.ELSEWHERE,
                                List.of(),
                                List.of())),
                        List.of(),
                        List.of(),
                        none,
                        new CaseGraph(List.of(), List.of(), Map.of())));
    }

    private static Statement said(Code code, Statement.Value... values) {
        return new Statement(code, List.of(values));
    }

    private static Statement act(Act act) {
        return said(Code.ACT, new Constant(act), none(), none());
    }

    private static Told none() {
        return new Told(List.of());
    }

    private static Names names(String name) {
        return new Names(List.of(name), 1);
    }

    private static Optional<Endpoint> at(String network) {
        return Optional.of(new Endpoint(IpAddress.parse("192.0.2.66").orElseThrow(), 64_500, network, "RO", Set.of()));
    }

    private static Conclusion conclusion(Hypothesis leading, Hypothesis loser, String found) {
        Map<Hypothesis, Double> before = priors();
        Map<Hypothesis, Double> middle = new EnumMap<>(before);
        middle.replaceAll((h, p) -> h == leading ? 0.4 : p * 0.6 / (1 - leading.prior()));
        Map<Hypothesis, Double> after = new EnumMap<>(before);
        after.replaceAll((h, p) -> h == leading ? 0.992 : h == loser ? 0.004 : 0.004 / 7);
        return new Conclusion(
                after,
                List.of(
                        new Step(
                                "network",
                                "Where did it come from?",
                                "hosting",
                                found,
                                0.65,
                                before,
                                middle,
                                List.of()),
                        new Step(
                                "device",
                                "Is it one of the person's devices?",
                                "never-seen",
                                found,
                                0.31,
                                middle,
                                after,
                                List.of(found, "record-2", "record-3"))),
                List.of("Was the password guessed?"),
                List.of());
    }

    private static Map<Hypothesis, Double> priors() {
        Map<Hypothesis, Double> priors = new EnumMap<>(Hypothesis.class);
        for (Hypothesis h : Hypothesis.values()) {
            priors.put(h, h.prior());
        }
        return priors;
    }

    private static Containment containment(Duration lag, Map<Containment.Kind, int[]> acts) {
        List<Containment.Count> counts = new ArrayList<>();
        for (Containment.Kind kind : Containment.Kind.values()) {
            if (acts.containsKey(kind)) {
                counts.add(new Containment.Count(kind, acts.get(kind)[0], acts.get(kind)[1]));
            }
        }
        return new Containment(
                lag,
                TUESDAY,
                TUESDAY.plusSeconds(840).plus(lag),
                counts,
                Optional.of(new Containment.AsMail(1_604, 1_600, 2)));
    }

    private static Outflow outflow(String account) {
        return new Outflow(
                account,
                BURST,
                BURST.plusSeconds(1_500),
                BURST.minusSeconds(10),
                Duration.ofMinutes(5),
                List.of(180, 330, 340, 330, 310, 114),
                41,
                0,
                Optional.of(new Outflow.Usual(0.7, Duration.ofHours(1))));
    }

    private static CaseGraph graph(String account, String file, String domain) {
        return new CaseGraph(
                List.of(
                        new CaseGraph.Node(CaseGraph.Kind.SENDER, "ragna@" + domain, "ragna@" + domain, "", 3),
                        new CaseGraph.Node(CaseGraph.Kind.MAIL, file, file, file, 14),
                        new CaseGraph.Node(CaseGraph.Kind.ACCOUNT, account, account, "", 0),
                        new CaseGraph.Node(CaseGraph.Kind.ADDRESS, domain, domain, domain, 0),
                        new CaseGraph.Node(CaseGraph.Kind.FILE, file, file, "", 2),
                        new CaseGraph.Node(CaseGraph.Kind.SENT, account, account, "", 1_604)),
                List.of(
                        new CaseGraph.Edge(0, 1, CaseGraph.Relation.WROTE),
                        new CaseGraph.Edge(1, 2, CaseGraph.Relation.REACHED),
                        new CaseGraph.Edge(2, 3, CaseGraph.Relation.USED_FROM),
                        new CaseGraph.Edge(2, 4, CaseGraph.Relation.TOUCHED),
                        new CaseGraph.Edge(4, 3, CaseGraph.Relation.LINK_USED_FROM),
                        new CaseGraph.Edge(2, 5, CaseGraph.Relation.SENT)),
                Map.of(CaseGraph.Kind.FILE, 12));
    }

    private static Detection detection(String id, String account, String text) {
        Model model =
                new Model("odd", text, Set.of(Act.SIGN_IN), "true", 0.5, List.of("T1078.004"), text, List.of(text));
        return new Detection(
                id,
                TUESDAY,
                model,
                new AccountId(account.isEmpty() ? "nobody" : account),
                Optional.empty(),
                text,
                List.of(
                        new Reason("network-unusual", text, "closest used: nothing", 0.3),
                        new Reason("device-unusual", text, "", 0.1),
                        new Reason("act-unusual", "file_download " + text, "", 0.1),
                        new Reason("burst", "20 within PT1H", "0.7", 0.1)));
    }

    private static Named named(String... names) {
        return new Named(names.length, List.of(names));
    }
}
