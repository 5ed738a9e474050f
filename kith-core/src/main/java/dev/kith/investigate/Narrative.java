package dev.kith.investigate;

import dev.kith.detect.Detection;
import dev.kith.investigate.Incident.Category;
import dev.kith.investigate.Incident.Entity;
import dev.kith.investigate.Incident.Moment;
import dev.kith.investigate.Incident.ProposedAction;
import dev.kith.investigate.Statement.Code;
import dev.kith.investigate.Statement.Names;
import dev.kith.investigate.Statement.Text;
import dev.kith.profile.Act;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes an incident of its cases: what it touches, what was done, what to do. */
final class Narrative {
    private Narrative() {}

    static Incident incident(
            String id, List<CaseFile> story, List<CaseFile> supporting, Function<String, Addressees> sentTo) {
        CaseEvents all = new CaseEvents();
        Stream.concat(story.stream(), supporting.stream()).forEach(c -> {
            c.events().traces().forEach(all::add);
        });
        List<MailTrace> mails = story.stream()
                .flatMap(c -> c.events().mails().stream())
                .distinct()
                .sorted(Comparator.comparing(MailTrace::at).thenComparing(MailTrace::id))
                .toList();
        List<Trace> traces = all.traces().stream()
                .sorted(Comparator.comparing(Trace::at).thenComparing(Trace::id))
                .toList();
        CaseFile leading = story.stream()
                .max(Comparator.comparingDouble(c -> c.conclusion().malicious()))
                .orElseThrow();
        Set<String> accounts = new LinkedHashSet<>();
        story.forEach(c -> accounts.add(c.account().value()));
        IncidentFacts facts = IncidentFacts.of(traces, mails);
        List<Detection> detections = Stream.concat(story.stream(), supporting.stream())
                .flatMap(c -> c.detections().stream())
                .sorted(Comparator.comparing(Detection::time).thenComparing(Detection::id))
                .toList();
        double belief = leading.conclusion().malicious();
        int priority = priority(belief, facts, accounts.size());
        return new Incident(
                id,
                priority >= CRITICAL ? Category.CRITICAL : Category.SUSPICIOUS,
                priority,
                IncidentSummary.title(leading, accounts, facts),
                IncidentSummary.summary(
                        leading,
                        accounts,
                        facts,
                        story.stream()
                                .map(CaseFile::first)
                                .min(Comparator.naturalOrder())
                                .orElseThrow(),
                        story.stream().mapToLong(c -> c.events().dropped()).sum(),
                        sentTo),
                story.stream().map(c -> c.raisedAt().get()).min(Comparator.naturalOrder()),
                Stream.concat(traces.stream().map(Trace::at), mails.stream().map(MailTrace::at))
                        .min(Comparator.naturalOrder())
                        .orElse(leading.first()),
                traces.isEmpty()
                        ? leading.last()
                        : traces.get(traces.size() - 1).at(),
                List.copyOf(accounts),
                entities(accounts, facts),
                ids(traces, mails, sentTo),
                techniques(detections, traces, mails),
                IncidentTimeline.of(traces, mails),
                detections,
                leading.conclusion(),
                actions(story, facts),
                Dossier.of(story, supporting, accounts, traces, mails, detections, sentTo));
    }

    /**
     * A case that was not raised: closed as benign, or not decided.
     *
     * @param beside the incident that the account is in at that time; empty where it is in none
     */
    static Incident notRaised(String id, CaseFile c, String beside) {
        List<String> events =
                c.detections().stream().map(Detection::eventId).distinct().toList();
        return new Incident(
                id,
                Category.BENIGN,
                (int) Math.round(20 * c.conclusion().malicious()),
                Statement.of(
                        Code.TITLE_CLOSED,
                        new Text(c.trigger().model().title()),
                        Names.of(List.of(c.account().value()))),
                IncidentSummary.closed(c, beside),
                Optional.empty(),
                c.first(),
                c.last(),
                List.of(c.account().value()),
                c.visit()
                        .map(v -> List.of(
                                new Entity("account", c.account().value()),
                                new Entity("address", v.endpoint().ip().toString())))
                        .orElse(List.of(new Entity("account", c.account().value()))),
                events,
                List.of(),
                c.detections().stream()
                        .map(d -> new Moment(
                                d.time(),
                                "detection",
                                Statement.of(
                                        Code.MODEL_FIRED, new Text(d.model().title())),
                                List.of(),
                                Optional.empty(),
                                List.of(d.eventId())))
                        .toList(),
                c.detections(),
                c.conclusion(),
                List.of(),
                Dossier.closed(c));
    }

    /** From this priority on an incident is critical. Chosen by hand: sure, and something was taken or sent. */
    private static final int CRITICAL = 70;

    /** Probability times impact: what was touched, whose, how far. */
    private static int priority(double belief, IncidentFacts facts, int accounts) {
        double impact = 0.5
                + (facts.secrets.isEmpty() ? 0 : 0.15)
                + (facts.sent.size() >= IncidentSummary.MANY_SENT ? 0.15 : 0)
                + (facts.hidesMail() ? 0.1 : 0)
                + (facts.fetched.files >= IncidentSummary.MANY_FETCHED ? 0.15 : 0)
                + (facts.sharedPrivately > 0 ? 0.1 : 0)
                + Math.min(0.2, 0.1 * (accounts - 1))
                + (facts.applications().isEmpty() ? 0 : 0.1);
        return (int) Math.round(100 * belief * Math.min(1, impact));
    }

    private static List<Entity> entities(Set<String> accounts, IncidentFacts facts) {
        List<Entity> out = new ArrayList<>();
        accounts.forEach(a -> out.add(new Entity("account", a)));
        facts.places.keySet().forEach(a -> out.add(new Entity("address", a)));
        facts.applicationIds.forEach(a -> out.add(new Entity("application", a)));
        facts.objects.stream().limit(50).forEach(f -> out.add(new Entity("file", f)));
        facts.lures.stream().limit(50).forEach(m -> out.add(new Entity("message", m.id())));
        return out;
    }

    private static List<String> ids(List<Trace> traces, List<MailTrace> mails, Function<String, Addressees> sentTo) {
        CaseEvents events = new CaseEvents();
        traces.forEach(events::add);
        Set<String> ids = new LinkedHashSet<>();
        mails.forEach(m -> ids.add(m.id()));
        ids.addAll(events.ids(id -> sentTo.apply(id).known()));
        return List.copyOf(ids);
    }

    /** What the models show, and what the acts of the visit are by ATT&CK. */
    private static List<String> techniques(List<Detection> detections, List<Trace> traces, List<MailTrace> mails) {
        Set<String> ids = new TreeSet<>();
        detections.forEach(d -> ids.addAll(d.model().techniques()));
        if (!mails.isEmpty()) {
            ids.add("T1566.002");
        }
        if (mails.stream().anyMatch(m -> !m.internal() && !m.campaign().isEmpty())) {
            ids.add("T1199");
        }
        for (Trace t : traces) {
            if (t.visit().isEmpty() && t.act() != Act.CONSENT) {
                continue;
            }
            switch (t.act()) {
                case MAIL_READ -> ids.add("T1114.002");
                case MAIL_DELETE -> ids.add("T1070.008");
                case MAIL_SEND -> ids.add("T1534");
                case CONSENT -> ids.addAll(List.of("T1528", "T1550.001"));
                case SIGN_IN -> ids.add("T1078.004");
                default -> {
                    // Told by the models that fire on it.
                }
            }
        }
        return List.copyOf(ids);
    }

    private static List<ProposedAction> actions(List<CaseFile> story, IncidentFacts facts) {
        if (story.stream().noneMatch(CaseFile::stands)) {
            return List.of();
        }
        List<ProposedAction> out = new ArrayList<>();
        Set<String> done = new LinkedHashSet<>();
        for (CaseFile c : story) {
            String account = c.account().value();
            if (!c.stands() || !done.add(account)) {
                continue;
            }
            if (c.conclusion().leading() == Hypothesis.APPLICATION) {
                facts.applicationIds.forEach(app -> out.add(new ProposedAction(
                        "revoke_consent", app, Statement.of(Code.WHY_READS_MAILBOX, new Text(account)))));
            } else {
                boolean left = facts.departed.contains(account);
                boolean insider = c.conclusion().leading() == Hypothesis.INSIDER;
                out.add(new ProposedAction(
                        "revoke_sessions",
                        account,
                        Statement.of(left ? Code.WHY_LEFT : insider ? Code.WHY_TAKES_DATA : Code.WHY_SOMEBODY_ELSE)));
                out.add(new ProposedAction(
                        "disable_account",
                        account,
                        Statement.of(left ? Code.WHY_LEFT : insider ? Code.WHY_TAKES_DATA : Code.WHY_PASSWORD_KNOWN)));
            }
        }
        facts.linkObjects.stream()
                .limit(50)
                .forEach(l -> out.add(
                        new ProposedAction("remove_anonymous_link", l, Statement.of(Code.WHY_MADE_BY_INTRUDER))));
        facts.sharedObjects.forEach(
                f -> out.add(new ProposedAction("remove_share", f, Statement.of(Code.WHY_SHARED_PRIVATE))));
        facts.ruleObjects.forEach(
                r -> out.add(new ProposedAction("remove_inbox_rule", r, Statement.of(Code.WHY_HIDES_MAIL))));
        return out;
    }
}
