package dev.kith.investigate;

import dev.kith.detect.Detection;
import dev.kith.detect.SensitiveNames;
import dev.kith.event.Endpoint;
import dev.kith.investigate.Incident.Category;
import dev.kith.investigate.Incident.Entity;
import dev.kith.investigate.Incident.Moment;
import dev.kith.investigate.Incident.ProposedAction;
import dev.kith.investigate.Trace.Danger;
import dev.kith.profile.Act;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells what happened in an incident, from its facts. */
final class Narrative {
    private static final int NAMED_MAX = 5;
    private static final int TIMELINE_MAX = 200;

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
        Facts facts = Facts.of(traces, mails, sentTo);
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
                title(leading, accounts, facts),
                summary(
                        leading,
                        story,
                        accounts,
                        facts,
                        belief,
                        story.stream()
                                .map(CaseFile::first)
                                .min(Comparator.naturalOrder())
                                .orElseThrow()),
                story.stream().map(c -> c.raisedAt().get()).min(Comparator.naturalOrder()),
                Stream.concat(traces.stream().map(Trace::at), mails.stream().map(MailTrace::at))
                        .min(Comparator.naturalOrder())
                        .orElse(leading.first()),
                traces.isEmpty()
                        ? leading.last()
                        : traces.get(traces.size() - 1).at(),
                List.copyOf(accounts),
                entities(accounts, facts),
                ids(traces, mails),
                techniques(detections, traces, mails),
                timeline(traces, mails),
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
        Hypothesis leading = c.conclusion().leading();
        return new Incident(
                id,
                Category.BENIGN,
                (int) Math.round(20 * c.conclusion().malicious()),
                c.trigger().model().title() + ": " + c.account(),
                ended(c.conclusion())
                        + ": " + leading.title().toLowerCase(Locale.ROOT) + " ("
                        + percent(c.conclusion().beliefs().getOrDefault(leading, 0.0)) + "); "
                        + percent(c.conclusion().malicious()) + " malicious, below the bar to raise, 80 %."
                        + (beside.isEmpty() ? "" : " The account is in " + beside + "."),
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
                        .map(d -> new Moment(d.time(), "detection", d.model().title(), "", "", List.of(d.eventId())))
                        .toList(),
                c.detections(),
                c.conclusion(),
                List.of(),
                Dossier.closed(c));
    }

    private static String ended(Conclusion conclusion) {
        return conclusion.verdict() == Conclusion.Verdict.BENIGN ? "Closed" : "Not decided, a person should look at it";
    }

    /** From this priority on an incident is critical. Chosen by hand: sure, and something was taken or sent. */
    private static final int CRITICAL = 70;

    /** Probability times impact: what was touched, whose, how far. */
    private static int priority(double belief, Facts facts, int accounts) {
        double impact = 0.5
                + (facts.secrets.isEmpty() ? 0 : 0.15)
                + (facts.sent >= 20 ? 0.15 : 0)
                + (facts.hidden ? 0.1 : 0)
                + Math.min(0.2, 0.1 * (accounts - 1))
                + (facts.applications.isEmpty() ? 0 : 0.1);
        return (int) Math.round(100 * belief * Math.min(1, impact));
    }

    private static String title(CaseFile leading, Set<String> accounts, Facts facts) {
        String who = accounts.size() == 1
                ? accounts.iterator().next()
                : accounts.iterator().next() + " and " + (accounts.size() - 1) + " more";
        String before = leading.stands() ? "" : "No longer believed: ";
        return before
                + switch (leading.conclusion().leading()) {
                    case APPLICATION -> "Malicious application reads the mail of " + who;
                    case INSIDER -> "Data leaves through the account of " + who;
                    default ->
                        facts.sent >= 20
                                ? "Hijacked account of " + who + " sent " + number(facts.sent) + " mails"
                                : "Hijacked account of " + who;
                };
    }

    private static String summary(
            CaseFile leading, List<CaseFile> story, Set<String> accounts, Facts facts, double belief, Instant first) {
        List<String> said = new ArrayList<>();
        List<MailTrace> fromOutside =
                facts.lures.stream().filter(m -> !m.internal()).toList();
        List<MailTrace> fromWithin =
                facts.lures.stream().filter(MailTrace::internal).toList();
        if (!fromOutside.isEmpty()) {
            boolean before = fromOutside.get(0).at().isBefore(first);
            said.add(
                    before
                            ? "It began with " + mails(fromOutside) + "."
                            : "Mail that lured others came too: " + mails(fromOutside) + ".");
        }
        if (!fromWithin.isEmpty()) {
            said.add("Colleagues were lured from within, by " + mails(fromWithin) + ".");
        }
        if (facts.failures > 0) {
            // Of a flood only so much is kept for each place: what is counted then is the least there was.
            String count = (facts.failures >= 1_000 ? "at least " : "") + number(facts.failures)
                    + " failed sign-ins (password guesses)";
            said.add(
                    facts.guessedAccounts == 1
                            ? "Its password was guessed first: " + count + " from " + named(facts.guessers) + "."
                            : "A password spray came first: " + count + " on " + number(facts.guessedAccounts)
                                    + " accounts from " + named(facts.guessers) + ".");
        }
        if (!facts.applications.isEmpty()) {
            said.add("The application " + named(facts.applications)
                    + (facts.scope.isEmpty() ? " was prepared" : " was allowed " + facts.scope)
                    + (facts.places.isEmpty() ? "." : ", and reads the mailbox from " + named(facts.places) + "."));
        } else if (!facts.places.isEmpty()) {
            said.add(named(List.copyOf(accounts)) + " " + (accounts.size() == 1 ? "was" : "were") + " used from "
                    + named(facts.places) + ", where " + (accounts.size() == 1 ? "it was" : "they were")
                    + " never used before.");
        }
        if (!facts.rules.isEmpty()) {
            said.add(
                    facts.rules.size() == 1
                            ? "An inbox rule was made that " + facts.rules.get(0) + "."
                            : "Inbox rules were made: one " + String.join("; another ", facts.rules) + ".");
        }
        if (!facts.links.isEmpty()) {
            said.add("Anonymous links (anyone with the link) were made on " + named(facts.links)
                    + (facts.linkUses > 0 ? ", and used from the same place" : "") + ".");
        }
        if (facts.reads > 0) {
            said.add("Mail was read " + (facts.reads == 1 ? "once" : number(facts.reads) + " times")
                    + (accounts.size() == 1 ? " in the mailbox." : " in their mailboxes."));
        }
        if (facts.sent > 0) {
            said.add(number(facts.sent) + " mails were sent from there"
                    + (facts.subjects.isEmpty() ? "" : ", among them \"" + facts.subjects.get(0) + "\"")
                    + (facts.recipients.isEmpty() ? "" : ", to " + named(List.copyOf(facts.recipients)) + " outside")
                    + (facts.deleted > 0
                            ? "; " + number(facts.deleted)
                                    + (facts.deleted == 1 ? " item was deleted" : " items were deleted")
                            : "")
                    + ".");
        }
        if (!facts.others.isEmpty()) {
            said.add("Also: " + named(facts.others) + ".");
        }
        long dropped = story.stream().mapToLong(c -> c.events().dropped()).sum();
        if (dropped > 0) {
            said.add(number(dropped) + " more events belong to it and are not listed.");
        }
        said.add(
                leading.stands()
                        ? percent(belief) + " malicious ("
                                + leading.conclusion().leading().title().toLowerCase(Locale.ROOT)
                                + "), above the bar to raise, 80 %."
                        : "Raised at " + percent(leading.raisedWith()) + "; what came later speaks against it: "
                                + percent(belief) + " malicious now, below the bar, 80 %.");
        return String.join(" ", said);
    }

    private static String mails(List<MailTrace> mails) {
        return "\"" + mails.get(0).subject() + "\" from "
                + named(mails.stream().map(MailTrace::from).distinct().toList())
                + (mails.size() > 1 ? " (" + number(mails.size()) + " mails)" : "");
    }

    private static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    private static String percent(double p) {
        return p > 0.9995 ? "more than 99.9 %" : String.format(Locale.ROOT, "%.1f %%", 100 * p);
    }

    private static String named(List<String> names) {
        String shown = names.stream().limit(NAMED_MAX).collect(Collectors.joining(", "));
        return names.size() > NAMED_MAX ? shown + " and " + (names.size() - NAMED_MAX) + " more" : shown;
    }

    private static List<Entity> entities(Set<String> accounts, Facts facts) {
        List<Entity> out = new ArrayList<>();
        accounts.forEach(a -> out.add(new Entity("account", a)));
        facts.addresses.forEach(a -> out.add(new Entity("address", a)));
        facts.applicationIds.forEach(a -> out.add(new Entity("application", a)));
        facts.objects.stream().limit(50).forEach(f -> out.add(new Entity("file", f)));
        facts.lures.stream().limit(50).forEach(m -> out.add(new Entity("message", m.id())));
        return out;
    }

    private static List<String> ids(List<Trace> traces, List<MailTrace> mails) {
        CaseEvents events = new CaseEvents();
        traces.forEach(events::add);
        Set<String> ids = new LinkedHashSet<>();
        mails.forEach(m -> ids.add(m.id()));
        ids.addAll(events.ids());
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

    /** Acts of one kind by one account within an hour are one moment, failed sign-ins from one place whatever the account. */
    private static List<Moment> timeline(List<Trace> traces, List<MailTrace> mails) {
        record Key(String account, Act act, String what, long hour) {}
        Map<Key, List<Trace>> groups = new LinkedHashMap<>();
        for (Trace t : traces) {
            String object = switch (t.act()) {
                case ANONYMOUS_LINK_CREATED, ANONYMOUS_LINK_USED, FILE_DOWNLOAD, INBOX_RULE, CONSENT -> t.object();
                default -> "";
            };
            groups.computeIfAbsent(
                            new Key(
                                    t.act() == Act.SIGN_IN_FAILED
                                            ? t.endpoint()
                                                    .map(e -> e.ip().block())
                                                    .orElse("")
                                            : t.visit()
                                                    .map(v -> v.account().value())
                                                    .orElse(t.account().value()),
                                    t.act(),
                                    object,
                                    t.at().getEpochSecond() / 3600),
                            k -> new ArrayList<>())
                    .add(t);
        }
        List<Moment> moments = new ArrayList<>();
        mails.stream()
                .collect(Collectors.groupingBy(MailTrace::from, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(same -> moments.add(new Moment(
                        same.get(0).at(),
                        "mail",
                        "Mail \"" + same.get(0).subject() + "\" from "
                                + same.get(0).from()
                                + (same.size() > 1 ? ", " + number(same.size()) + " mails" : ""),
                        "",
                        "",
                        same.stream().map(MailTrace::id).limit(100).toList())));
        groups.forEach((key, same) -> moments.add(new Moment(
                same.get(0).at(),
                key.act().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                words(key.act())
                        + (key.what().isEmpty() ? "" : " " + fileName(key.what()))
                        + (same.size() > 1 ? ", " + number(same.size()) + " times" : ""),
                whose(key.act(), key.account(), same),
                same.get(0).endpoint().map(Questions::place).orElse(""),
                same.stream().map(Trace::id).limit(100).toList())));
        moments.sort(Comparator.comparing(Moment::time).thenComparing(Moment::what));
        return moments.size() <= TIMELINE_MAX ? moments : moments.subList(0, TIMELINE_MAX);
    }

    private static String whose(Act act, String account, List<Trace> same) {
        if (act != Act.SIGN_IN_FAILED) {
            return account;
        }
        long accounts = same.stream().map(Trace::account).distinct().count();
        return accounts == 1 ? same.get(0).account().value() : number(accounts) + " accounts";
    }

    private static String words(Act act) {
        return switch (act) {
            case SIGN_IN -> "Signed in";
            case SIGN_IN_FAILED -> "Sign-in failed";
            case MAIL_READ -> "Mail read";
            case MAIL_SEND -> "Mail sent";
            case MAIL_DELETE -> "Mail deleted";
            case INBOX_RULE -> "Inbox rule made";
            case ANONYMOUS_LINK_CREATED -> "Anonymous link (anyone with the link) created on";
            case ANONYMOUS_LINK_USED -> "Anonymous link used on";
            case FILE_DOWNLOAD -> "Downloaded";
            case CONSENT -> "Consent given to";
            default -> {
                String name = act.name().toLowerCase(Locale.ROOT).replace('_', ' ');
                yield Character.toUpperCase(name.charAt(0)) + name.substring(1);
            }
        };
    }

    private static String fileName(String object) {
        return object.substring(object.lastIndexOf('/') + 1);
    }

    private static List<ProposedAction> actions(List<CaseFile> story, Facts facts) {
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
                facts.applicationIds.forEach(app ->
                        out.add(new ProposedAction("revoke_consent", app, "it reads the mailbox of " + account)));
            } else {
                out.add(new ProposedAction("revoke_sessions", account, "somebody else is signed in"));
                out.add(new ProposedAction("disable_account", account, "its password is known to somebody else"));
            }
        }
        facts.linkObjects.stream()
                .limit(50)
                .forEach(l -> out.add(new ProposedAction("remove_anonymous_link", l, "made by the intruder")));
        facts.ruleObjects.forEach(r -> out.add(new ProposedAction("remove_inbox_rule", r, "it hides mail")));
        return out;
    }

    /** What an incident's records say, counted and named once. */
    private static final class Facts {
        private final List<MailTrace> lures;
        private final Set<String> addresses = new LinkedHashSet<>();
        private final List<String> places = new ArrayList<>();
        private final List<String> rules = new ArrayList<>();
        private final List<String> ruleObjects = new ArrayList<>();
        private final List<String> links = new ArrayList<>();
        private final Set<String> linkObjects = new LinkedHashSet<>();
        private final Set<String> objects = new LinkedHashSet<>();
        private final Set<String> secrets = new LinkedHashSet<>();
        private final List<String> applications = new ArrayList<>();
        private final List<String> unnamed = new ArrayList<>();
        private final Set<String> applicationIds = new LinkedHashSet<>();
        private final List<String> guessers = new ArrayList<>();
        private final List<String> subjects = new ArrayList<>();
        private final Set<String> recipients = new LinkedHashSet<>();
        private final List<String> others = new ArrayList<>();
        private String scope = "";
        private long failures;
        private long guessedAccounts;
        private long reads;
        private long sent;
        private long deleted;
        private long linkUses;
        private boolean hidden;

        private Facts(List<MailTrace> lures) {
            this.lures = lures;
        }

        static Facts of(List<Trace> traces, List<MailTrace> lures, Function<String, Addressees> sentTo) {
            Facts f = new Facts(lures);
            Set<String> guessed = new LinkedHashSet<>();
            Set<String> seenOthers = new LinkedHashSet<>();
            for (Trace t : traces) {
                if (t.act() == Act.SIGN_IN_FAILED && t.visit().isEmpty()) {
                    f.failures++;
                    guessed.add(t.account().value());
                    t.endpoint().map(Endpoint::ip).map(Object::toString).ifPresent(ip -> once(f.guessers, ip));
                } else {
                    f.take(t, seenOthers);
                    if (t.act() == Act.MAIL_SEND) {
                        t.messageIds()
                                .forEach(
                                        m -> f.recipients.addAll(sentTo.apply(m).outside()));
                    }
                }
            }
            f.guessedAccounts = guessed.size();
            f.others.addAll(seenOthers);
            if (f.applications.isEmpty()) {
                f.applications.addAll(f.unnamed);
            }
            return f;
        }

        private void take(Trace t, Set<String> seenOthers) {
            t.endpoint().filter(e -> t.visit().isPresent()).ifPresent(e -> {
                if (addresses.add(e.ip().toString())) {
                    places.add(Questions.place(e));
                }
            });
            switch (t.act()) {
                case MAIL_READ -> reads++;
                case MAIL_SEND -> sent++;
                case MAIL_DELETE -> deleted++;
                case ANONYMOUS_LINK_CREATED -> {
                    once(links, fileName(t.object()));
                    linkObjects.add(t.object());
                }
                case ANONYMOUS_LINK_USED -> linkUses++;
                case CONSENT -> {
                    if (t.note().isPresent()) {
                        applicationIds.add(t.application());
                    }
                }
                case APPLICATION_CHANGE -> {
                    // An application that was not told by name is told by its id, where none has a name.
                    boolean named = !t.object().equalsIgnoreCase(t.application());
                    once(named ? applications : unnamed, t.object() + (named ? " (" + t.application() + ")" : ""));
                }
                case INBOX_RULE, FORWARDING -> {
                    once(rules, t.about().isEmpty() ? "handles mail" : t.about());
                    once(ruleObjects, t.object());
                    hidden = true;
                }
                default -> {
                    // Told by the timeline.
                }
            }
            if (t.act() == Act.CONSENT && !t.about().isEmpty()) {
                scope = t.about();
            }
            if (t.act() == Act.MAIL_SEND && !t.about().isEmpty()) {
                once(subjects, t.about());
            }
            if (t.act().name().startsWith("FILE") || t.act().name().startsWith("ANONYMOUS")) {
                objects.add(t.object());
                if (SensitiveNames.secret(t.object())) {
                    secrets.add(t.object());
                }
            }
            t.note()
                    .filter(OTHERS::contains)
                    .ifPresent(d ->
                            seenOthers.add(d.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        }

        private static final Set<Danger> OTHERS = Set.of(
                Danger.MFA,
                Danger.DELEGATION,
                Danger.CREDENTIAL,
                Danger.ROLE,
                Danger.SETTING,
                Danger.DOWNLOAD_BURST,
                Danger.DELETION_BURST);

        private static void once(List<String> list, String value) {
            if (!list.contains(value) && list.size() < 50) {
                list.add(value);
            }
        }
    }
}
