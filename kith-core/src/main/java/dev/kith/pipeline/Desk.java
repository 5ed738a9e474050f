package dev.kith.pipeline;

import dev.kith.detect.Detection;
import dev.kith.detect.MailAction;
import dev.kith.detect.MailJudgement;
import dev.kith.detect.MailboxRule;
import dev.kith.detect.SensitiveNames;
import dev.kith.detect.Signals;
import dev.kith.detect.Standing;
import dev.kith.detect.Suspicion;
import dev.kith.detect.Visit;
import dev.kith.event.AccountId;
import dev.kith.event.Actor;
import dev.kith.event.DetectionFinding;
import dev.kith.event.EmailActivity;
import dev.kith.event.EmailTrace;
import dev.kith.event.FileHostingActivity;
import dev.kith.event.MailAddress;
import dev.kith.event.MailboxActivity;
import dev.kith.investigate.Alert;
import dev.kith.investigate.AlertOutcome;
import dev.kith.investigate.Asked;
import dev.kith.investigate.CaseFile;
import dev.kith.investigate.Incident;
import dev.kith.investigate.Incidents;
import dev.kith.investigate.Investigator;
import dev.kith.investigate.MailTrace;
import dev.kith.investigate.Trace;
import dev.kith.investigate.Trace.Danger;
import dev.kith.profile.AccountFacts;
import dev.kith.profile.Act;
import dev.kith.profile.Staff.Departure;
import dev.kith.score.AccountSurprise;
import dev.kith.score.SessionForest.Oddity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The analyst's desk: every detection opens a case or joins one, cases are investigated as evidence comes in, and those that
 * are raised gather what belongs to them. Deterministic; one thread, events in time order.
 */
public final class Desk implements Suspicion {
    /** Cases that are kept. Chosen by hand: a year of a large organisation. */
    private static final int CASES_MAX = 20_000;

    /** Alerts whose end is told; more are counted. Chosen by hand: some 1,000 bytes each. */
    static final int ALERTS_MAX = 300_000;

    /** Longer ones are remembered of no record: whoever writes a mail writes its id. Chosen by hand, twice the usual. */
    private static final int MESSAGE_ID_CHARS_MAX = 300;

    private final RecentEvents store;
    private final Investigator investigator = new Investigator();
    private final Predicate<MailAddress> owns;
    private final AccountNames.Known names;
    private final Casebook cases = new Casebook(CASES_MAX);
    private final Outbox outbox;
    private final AlertRepute repute = new AlertRepute();
    private final AlertSubjects subjects;
    private final List<Alert> alerts = new ArrayList<>();
    private long opened;
    private long alertsLeft;
    private long investigations;

    /** A desk for accounts without peers, at which every mail names its account as it is. */
    public Desk(Predicate<MailAddress> owns) {
        this(owns, AccountNames.Known.NOBODY, account -> List.of());
    }

    /**
     * @param owns tells our addresses
     * @param names who is who of accounts with several names: mail to a former address is mail to the account
     * @param peers the peers of an account
     */
    public Desk(Predicate<MailAddress> owns, AccountNames.Known names, Function<AccountId, List<AccountId>> peers) {
        this.owns = owns;
        this.names = names;
        this.store = new RecentEvents(peers);
        this.subjects = new AlertSubjects(owns, names, store);
        this.outbox = new Outbox(address -> owns.test(MailAddress.of(address)));
    }

    /** Takes in that a mail was sent to somebody. */
    public void take(EmailTrace sent) {
        if (owns.test(sent.sender()) && !sent.messageId().isEmpty()) {
            outbox.sent(sent.messageId(), List.of(sent.recipient().toString()));
        }
    }

    /** Takes in a judged mail, which may be what a case began with. */
    public void take(MailJudgement judgement) {
        List<String> ours = new ArrayList<>();
        judgement.mail().to().stream()
                .map(m -> m.address())
                .filter(owns)
                .map(names::of)
                .forEach(ours::add);
        judgement.mail().cc().stream()
                .map(m -> m.address())
                .filter(owns)
                .map(names::of)
                .forEach(ours::add);
        judgement.mail().deliveredTo().stream().filter(owns).map(names::of).forEach(ours::add);
        store.add(new MailTrace(
                judgement.mail().id().value(),
                judgement.mail().occurredAt(),
                names.of(judgement.mail().from().address()),
                owns.test(judgement.mail().from().address()),
                ours.stream().distinct().limit(100).toList(),
                judgement.mail().subject(),
                judgement.action().compareTo(MailAction.JUNK) >= 0,
                judgement.campaign().orElse("")));
        if (owns.test(judgement.mail().from().address())) {
            String id = judgement.mail().id().value();
            outbox.sent(id, recipients(judgement.mail()));
            outbox.judged(id, judgement.action() == MailAction.HOLD);
        }
    }

    private static Set<String> recipients(EmailActivity mail) {
        Set<String> all = new LinkedHashSet<>();
        mail.to().forEach(m -> all.add(m.address().toString()));
        mail.cc().forEach(m -> all.add(m.address().toString()));
        mail.deliveredTo().forEach(a -> all.add(a.toString()));
        return all;
    }

    /** Takes in a judged record: evidence for all, and a reason to look again for the case it belongs to. */
    public void take(AccountJudgement judgement, boolean reported) {
        Trace trace = trace(judgement);
        subjects.seen(trace.account());
        store.add(trace);
        store.state(judgement.facts(), trace);
        Instant now = trace.at();
        for (Detection detection : judgement.detections()) {
            CaseFile file = cases.open(key(detection), () -> new CaseFile(detection));
            file.add(detection);
            if (reported) {
                cases.report(key(detection));
            }
            investigate(file, now);
        }
        CaseFile going = cases.find(trace.visit().map(v -> (Object) v).orElseGet(() -> day(trace.account(), now)));
        if (going != null && going.takes(trace) && judgement.detections().isEmpty()) {
            investigate(going, now);
        }
        if (going != null && going.raisedAt().isPresent()) {
            outbox.keep(trace);
        }
    }

    /** Takes in another product's alert: of each account it is about it opens a case or joins one. */
    public void take(DetectionFinding finding, boolean reported) {
        List<AccountId> accounts = subjects.of(finding);
        Alert alert = new Alert(finding, repute.of(finding, accounts), accounts);
        if (reported && alerts.size() < ALERTS_MAX) {
            alerts.add(alert);
        } else if (reported) {
            alertsLeft++;
        }
        for (AccountId account : accounts) {
            Optional<Visit> visit = subjects.nearest(finding, account).flatMap(Trace::visit);
            Detection trigger = alert.trigger("ALERT-" + ++opened, account, visit);
            CaseFile file = open(trigger, reported);
            if (file.add(alert)) {
                investigate(file, finding.occurredAt());
            }
        }
    }

    /**
     * Takes in that a person asks about an account.
     *
     * @param at what time is asked about
     * @param now up to when the evidence counts, not before {@code at}
     * @return the detection by which the case is found again
     */
    public Detection ask(AccountId account, Instant at, Instant now) {
        Optional<Visit> visit = subjects.nearest(account, at, Set.of()).flatMap(Trace::visit);
        Detection trigger = Asked.trigger("ASKED-" + ++opened, account, visit, at);
        CaseFile file = cases.open(key(trigger), () -> new CaseFile(trigger));
        file.add(trigger);
        cases.report(key(trigger));
        investigate(file, now);
        return trigger;
    }

    /** The case of a trigger, opened by it where there is none. */
    private CaseFile open(Detection trigger, boolean reported) {
        CaseFile found = cases.find(key(trigger));
        CaseFile file = found == null ? cases.open(key(trigger), () -> new CaseFile(trigger)) : found;
        if (found == null) {
            file.add(trigger);
        }
        if (reported) {
            cases.report(key(trigger));
        }
        return file;
    }

    /** What came of each alert that is reported, in the order of time. */
    public List<AlertOutcome> outcomes(List<Incident> incidents) {
        return AlertOutcome.of(alerts, incidents);
    }

    /** Alerts beyond {@value #ALERTS_MAX}: they were evidence as all others, but what came of each is not told. */
    public long alertsLeft() {
        return alertsLeft;
    }

    /** A visit is one case; without one, what an account does on a day. */
    private static Object key(Detection detection) {
        return detection.visit().map(v -> (Object) v).orElseGet(() -> day(detection.account(), detection.time()));
    }

    private static Object day(AccountId account, Instant at) {
        return account + " " + at.toString().substring(0, 10);
    }

    /** How often a case was looked at, for the first time or again. */
    public long investigations() {
        return investigations;
    }

    private void investigate(CaseFile file, Instant now) {
        investigations++;
        boolean stood = file.stands();
        file.investigate(investigator, now, store);
        if (file.stands() && !stood) {
            store.suspect(file.account(), file.trigger().id(), now);
        } else if (stood && !file.stands()) {
            store.acquit(file.account(), file.trigger().id());
        }
        if (file.raisedAt().isPresent()) {
            cases.raised(key(file.trigger()));
            file.events().traces().forEach(outbox::keep);
        }
    }

    @Override
    public boolean hostile(Visit visit) {
        CaseFile found = cases.find(visit);
        return found != null && found.stands();
    }

    @Override
    public boolean suspected(AccountId account, Instant since) {
        return store.suspected(account, since);
    }

    /** What came of the cases that something reported belongs to. */
    public List<Incident> incidents() {
        return Incidents.of(cases.reported(), outbox::of);
    }

    /** Cases that were never raised, would have been reported, and were forgotten for want of room. */
    public long casesForgotten() {
        return cases.forgotten();
    }

    /** Cases that were raised and were forgotten for want of room: there were no others left. */
    public long raisedForgotten() {
        return cases.raisedForgotten();
    }

    private static Trace trace(AccountJudgement j) {
        AccountFacts facts = j.facts();
        List<String> messageIds = facts.event() instanceof MailboxActivity m
                ? m.messageIds().stream()
                        .filter(id -> id.length() <= MESSAGE_ID_CHARS_MAX)
                        .limit(20)
                        .toList()
                : List.of();
        return new Trace(
                facts.event().id().value(),
                facts.event().occurredAt(),
                facts.account(),
                facts.actor().kind(),
                facts.act(),
                facts.endpoint(),
                facts.device(),
                facts.act().ofApplications() ? facts.object().toLowerCase(Locale.ROOT) : facts.application(),
                cut(j.objectName()),
                cut(about(facts, j.signals())),
                facts.file(),
                messageIds,
                j.surprise().device(),
                j.surprise().trust(),
                j.surprise().hour(),
                j.signals().session().map(Oddity::bits).orElse(0.0),
                j.visit(),
                danger(facts, j.surprise(), j.visit(), j.signals()),
                Optional.of(j.signals().standing()).filter(Standing::remarkable));
    }

    private static String about(AccountFacts facts, Signals signals) {
        return switch (facts.act()) {
            case MAIL_SEND -> facts.event() instanceof MailboxActivity m ? m.subject() : "";
            case CONSENT -> signals.consentScope();
            case INBOX_RULE, FORWARDING -> MailboxRule.words(facts.details());
            default -> "";
        };
    }

    private static String cut(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300);
    }

    private static Optional<Danger> danger(
            AccountFacts facts, AccountSurprise surprise, Optional<Visit> visit, Signals signals) {
        boolean person = facts.actor().kind() == Actor.Kind.PERSON;
        return switch (facts.act()) {
            case INBOX_RULE, FORWARDING ->
                signals.forwardsOut()
                        ? Optional.of(
                                signals.aboutMoney()
                                        ? Danger.FORWARDS_MONEY_OUT
                                        : signals.keepsNoCopy() ? Danger.FORWARDS_ALL_AWAY : Danger.FORWARDS_OUT)
                        : signals.hidesWarnings()
                                ? Optional.of(signals.hidesItself() ? Danger.HIDES_ITSELF : Danger.HIDES_WARNINGS)
                                : when(signals.hidesMail(), Danger.HIDES_MAIL);
            case ANONYMOUS_LINK_CREATED -> when(signals.sensitive(), Danger.SECRET_SHARED);
            case ANONYMOUS_LINK_USED -> when(signals.ownLink(), Danger.OWN_LINK_USED);
            case FILE_DOWNLOAD, FILE_SYNC -> fetching(facts, surprise, visit, signals);
            case FILE_SHARE -> when(signals.recipient().isPrivate(), Danger.SHARED_PRIVATE);
            case FILE_DELETE, MAIL_DELETE -> when(burst(surprise), Danger.DELETION_BURST);
            case MAIL_SEND ->
                burst(surprise) ? Optional.of(Danger.OUTBOUND_BURST) : when(drip(signals), Danger.OUTBOUND_DRIP);
            case CONSENT ->
                when(!signals.consentScope().isEmpty() && facts.object().indexOf(';') < 0, Danger.CONSENT);
            case MFA_CHANGE -> when(visit.isPresent(), Danger.MFA);
            case DELEGATION -> when(surprise.actAmongPeers() >= 5, Danger.DELEGATION);
            case APPLICATION_CREDENTIAL -> Optional.of(Danger.CREDENTIAL);
            case ROLE_ADD -> when(surprise.actAmongPeers() >= 5 || visit.isPresent(), Danger.ROLE);
            case TRANSPORT_RULE, AUDIT_CHANGE, FEDERATION_CHANGE, POLICY_CHANGE ->
                when(person && (surprise.actAmongPeers() >= 5 || visit.isPresent()), Danger.SETTING);
            case MAIL_READ ->
                when(visit.isPresent() && surprise.device() >= AccountSurprise.STRANGE_DEVICE_BITS, Danger.ODD_READER);
            default -> Optional.empty();
        };
    }

    private static Optional<Danger> fetching(
            AccountFacts facts, AccountSurprise surprise, Optional<Visit> visit, Signals signals) {
        boolean strangeDevice = visit.isPresent() && surprise.device() >= AccountSurprise.STRANGE_DEVICE_BITS;
        boolean synchronised = facts.act() == Act.FILE_SYNC;
        if (signals.ownLink()) {
            return Optional.of(Danger.OWN_LINK_USED);
        }
        if (signals.gathering().filter(g -> g.here() && g.telling()).isPresent()) {
            return Optional.of(Danger.GATHERED);
        }
        // A client that synchronises fetches many files on many days.
        if (facts.person() && burst(surprise) && (strangeDevice || !synchronised)) {
            return Optional.of(Danger.DOWNLOAD_BURST);
        }
        if (strangeDevice
                && !synchronised
                && facts.event() instanceof FileHostingActivity f
                && SensitiveNames.secret(f.name())) {
            return Optional.of(Danger.SECRET_FETCHED);
        }
        return when(signals.standing().departure() == Departure.LEFT, Danger.LEAVER_FETCHED);
    }

    /** A burst that everybody would call one. Chosen by hand. */
    private static boolean burst(AccountSurprise surprise) {
        return surprise.burst().filter(b -> b.count() >= 20 && b.bits() >= 25).isPresent();
    }

    /** A drip that everybody would call one. Chosen by hand, as in the model. */
    private static boolean drip(Signals signals) {
        return signals.drip()
                .filter(d -> d.addressees() >= 15 && d.hours() >= 4 && d.bits() >= 20)
                .isPresent();
    }

    private static Optional<Danger> when(boolean condition, Danger danger) {
        return condition ? Optional.of(danger) : Optional.empty();
    }
}
