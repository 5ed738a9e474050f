package dev.kith.server;

import dev.kith.connect.alert.AlertMapping;
import dev.kith.connect.directory.DirectoryEntry;
import dev.kith.connect.intel.Intel;
import dev.kith.connect.intel.IntelTables;
import dev.kith.connect.model.ModelFile;
import dev.kith.connect.sigma.SigmaMatcher;
import dev.kith.connect.source.InputReader;
import dev.kith.connect.source.InputSettings;
import dev.kith.connect.source.ReadReport;
import dev.kith.connect.source.RecordFormat;
import dev.kith.connect.source.SourceFormat;
import dev.kith.connect.source.Timeline;
import dev.kith.detect.AccountContext;
import dev.kith.detect.CallModels;
import dev.kith.detect.MailJudgement;
import dev.kith.detect.Models;
import dev.kith.event.AccountId;
import dev.kith.event.DetectionFinding;
import dev.kith.event.EmailActivity;
import dev.kith.event.EmailTrace;
import dev.kith.event.Event;
import dev.kith.event.MailboxActivity;
import dev.kith.event.NetworkActivity;
import dev.kith.investigate.AlertBudget;
import dev.kith.investigate.Incident;
import dev.kith.pipeline.AccountJudge;
import dev.kith.pipeline.AccountNames;
import dev.kith.pipeline.Desk;
import dev.kith.pipeline.FilteredMail;
import dev.kith.pipeline.LocalNetworks;
import dev.kith.pipeline.MailJudge;
import dev.kith.pipeline.NetworkDesk;
import dev.kith.pipeline.NetworkJudge;
import dev.kith.pipeline.Organisation;
import dev.kith.pipeline.OrganisationInference;
import dev.kith.pipeline.Sendings;
import dev.kith.profile.AccountHabits;
import dev.kith.profile.AccountProfiles;
import dev.kith.profile.MailProfiles;
import dev.kith.profile.NetworkProfiles;
import dev.kith.profile.Profiles;
import dev.kith.profile.Staff;
import dev.kith.server.report.ReadFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A scan within this process: all input is read and put in order first, so that what arrived late stands in its place;
 * then the organisation is made out, and every event goes through the core one after another.
 */
final class LocalScan implements Scan {
    /** Profiles kept; chosen by hand: a large organisation's correspondents, in about 2 GB (measured: 10 KB each). */
    private static final int PROFILES_MAX = 200_000;

    /** Judging is told of so often; chosen by hand. */
    private static final int PROGRESS_EVERY = 64;

    /** Accounts with several names that are told of; chosen by hand, more are counted. */
    private static final int NAMES_TOLD_MAX = 20;

    /** Makes every format that can be read. */
    interface FormatList {
        /**
         * @param intel what is known of networks and hosts
         * @param mapping tells alerts that no format knows
         * @param watching sees the records that are read, as their sources wrote them
         */
        List<SourceFormat> of(Intel intel, Optional<AlertMapping> mapping, UnaryOperator<RecordFormat> watching);
    }

    private final FormatList formats;
    private final InputSettings settings;

    /**
     * @param formats makes every format that can be read
     * @param settings how input is read; threads and memory change nothing in the outcome
     */
    LocalScan(FormatList formats, InputSettings settings) {
        this.formats = formats;
        this.settings = settings;
    }

    @Override
    public Outcome run(ScanRequest request, JudgementSink judged, Progress progress) throws IOException {
        List<ReadFacts.Unreadable> beside = new ArrayList<>(request.unreadable());
        Intel intel = intel(request, beside);
        Optional<SigmaMatcher> matcher = request.catalogue().matcher();
        UnaryOperator<RecordFormat> watching = matcher.isEmpty() ? UnaryOperator.identity() : matcher.get()::watching;
        InputReader reader = new InputReader(formats.of(intel, request.mapping(), watching), settings);
        try (Timeline timeline = reader.read(
                request.inputs(),
                Optional.of(request.out()),
                (done, total, events) -> progress.at("Reading", done, total, events, "events"))) {
            OrganisationInference inference = new OrganisationInference(intel);
            AccountNames names = new AccountNames();
            FilteredMail filtered = new FilteredMail();
            Sendings sendings = new Sendings();
            Begin begin = new Begin();
            AskedAbout asked = new AskedAbout(request.asking());
            LocalNetworks local = new LocalNetworks();
            timeline.forEach(event -> {
                inference.observe(event);
                names.observe(event);
                sendings.observe(event);
                begin.observe(event);
                asked.observe(event);
                local.observe(event);
                if (event instanceof EmailTrace row) {
                    filtered.observe(row);
                }
            });
            AccountNames.Known known = names.conclude();
            Organisation organisation = inference.conclude(request.domains(), request.mailboxes());
            Profiles kept = new Profiles(PROFILES_MAX);
            MailProfiles profiles = new MailProfiles(kept);
            for (DirectoryEntry entry : request.directory()) {
                profiles.names().observe(entry.displayName(), entry.account());
            }
            MailJudge judge = new MailJudge(organisation, intel, profiles, filtered::contains);
            AccountProfiles habits = new AccountProfiles(kept, staff(request.directory(), known));
            Desk desk = new Desk(organisation::owns, known, habits.peers()::of);
            Models models = request.catalogue().compiled(matcher);
            AccountJudge accounts =
                    new AccountJudge(habits, intel, models, new AccountContext(organisation::owns, intel), desk, known);
            Evidence evidence = new Evidence(accounts, desk, event -> sendings.of(event, organisation::owns, known));
            Network network = new Network(
                    new NetworkJudge(new NetworkProfiles(), intel, CallModels.of(ModelFile.network()), local),
                    new NetworkDesk());
            asked.conclude(organisation::owns, known);
            judgeAll(request, timeline, judge, evidence, network, asked, judged, progress);
            asked.rest(desk);
            ReadReport report = timeline.report();
            ReadFacts.Forgotten forgotten = new ReadFacts.Forgotten(
                    kept.evicted(),
                    judge.imitationsUnseen(),
                    report.repeatsUnseen(),
                    desk.casesForgotten(),
                    desk.raisedForgotten());
            List<Incident> incidents = network.joined(desk.incidents());
            Instant from = request.learnUntil().orElse(begin.time);
            return new Outcome(
                    organisation,
                    judge.campaigns(),
                    incidents,
                    AlertBudget.spend(incidents, request.budget(), from),
                    habits(incidents, habits, intel),
                    desk.outcomes(incidents),
                    asked.of(incidents),
                    facts(
                            request,
                            report,
                            beside,
                            forgotten,
                            notes(report, known, desk.alertsLeft(), matcher, models)));
        }
    }

    /** What is usual for the accounts of the incidents that were raised. */
    private static List<AccountHabits> habits(List<Incident> incidents, AccountProfiles profiles, Intel intel) {
        return incidents.stream()
                .filter(Incident::raised)
                .flatMap(i -> i.accounts().stream())
                .distinct()
                .flatMap(account -> AccountHabits.of(account, profiles, intel::endpoint).stream())
                .toList();
    }

    /** Since when there are events; the epoch where none says. */
    private static final class Begin {
        private Instant time = Instant.EPOCH;

        void observe(Event event) {
            boolean dated = !(event instanceof EmailActivity mail) || mail.dated();
            if (dated && time.equals(Instant.EPOCH)) {
                time = event.occurredAt();
            }
        }
    }

    /**
     * What becomes of the acts of accounts.
     *
     * @param sending what a mail or a trace tells of sending
     */
    private record Evidence(AccountJudge accounts, Desk desk, Function<Event, Optional<MailboxActivity>> sending) {
        void take(Event event, boolean reported, JudgementSink judged) {
            Event act = sending.apply(event).map(s -> (Event) s).orElse(event);
            accounts.judge(act).ifPresent(judgement -> {
                desk.take(judgement, reported);
                if (reported) {
                    judgement.detections().forEach(judged::detected);
                }
            });
        }
    }

    /** What becomes of records of the network. */
    private record Network(NetworkJudge judge, NetworkDesk desk) {
        void take(NetworkActivity seen, boolean reported) {
            judge.judge(seen).ifPresent(judgement -> desk.take(judgement, reported));
        }

        /** The incidents of accounts and of devices: those raised first, then what nobody could decide. */
        List<Incident> joined(List<Incident> ofAccounts) {
            List<Incident> all = new ArrayList<>(ofAccounts);
            all.addAll(desk.incidents(ofAccounts));
            all.sort(Comparator.comparing((Incident i) -> !i.raised()).thenComparing(i -> !i.undecided()));
            return all;
        }
    }

    private static void judgeAll(
            ScanRequest request,
            Timeline timeline,
            MailJudge judge,
            Evidence evidence,
            Network network,
            AskedAbout asked,
            JudgementSink judged,
            Progress progress)
            throws IOException {
        long done = 0;
        long mails = 0;
        for (Event event : timeline) {
            done++;
            if (event instanceof EmailActivity mail) {
                mails++;
                MailJudgement judgement = judge.judge(mail);
                evidence.desk.take(judgement);
                evidence.accounts.take(mail);
                if (!onlyTeaches(mail, request)) {
                    judged.accept(judgement);
                }
            } else if (event instanceof EmailTrace trace) {
                evidence.desk.take(trace);
                evidence.accounts.take(trace);
            }
            asked.until(event.occurredAt(), evidence.desk);
            boolean reported =
                    request.learnUntil().filter(event.occurredAt()::isBefore).isEmpty();
            if (reported) {
                judged.reported(event);
            }
            if (event instanceof DetectionFinding finding) {
                evidence.desk.take(finding, reported);
            }
            if (event instanceof NetworkActivity seen) {
                network.take(seen, reported);
            } else {
                evidence.take(event, reported, judged);
            }
            if (done % PROGRESS_EVERY == 0) {
                progress.at("Judging", done, timeline.size(), mails, "mails");
            }
        }
    }

    /** Who works here at what, under the names that accounts go by. */
    private static Staff staff(List<DirectoryEntry> directory, AccountNames.Known known) {
        Map<AccountId, Staff.Member> members = new HashMap<>();
        for (DirectoryEntry entry : directory) {
            AccountId account = new AccountId(entry.account().toString());
            members.put(
                    known.byName().getOrDefault(account.value(), account),
                    new Staff.Member(
                            entry.department(),
                            entry.title(),
                            entry.manager(),
                            entry.office(),
                            entry.type(),
                            entry.status(),
                            entry.lastDay()));
        }
        return new Staff(members);
    }

    /** Mail without a time teaches nothing, so it is told whatever the moment of learning. */
    private static boolean onlyTeaches(EmailActivity mail, ScanRequest request) {
        return mail.dated()
                && request.learnUntil().filter(mail.occurredAt()::isBefore).isPresent();
    }

    private static Intel intel(ScanRequest request, List<ReadFacts.Unreadable> problems) {
        if (request.intel().isEmpty()) {
            return IntelTables.builtIn();
        }
        IntelTables.Loaded loaded = IntelTables.load(request.intel().get());
        loaded.findings().forEach(f -> problems.add(new ReadFacts.Unreadable(f.where(), f.problem())));
        return loaded.intel();
    }

    /** What the reader should know of the input as a whole. */
    private static List<String> notes(
            ReadReport report,
            AccountNames.Known known,
            long alertsLeft,
            Optional<SigmaMatcher> matcher,
            Models models) {
        List<String> notes = new ArrayList<>(report.clocks());
        matcher.ifPresent(m -> notes.addAll(m.notes()));
        models.undecided()
                .forEach((id, times) -> notes.add("The condition of model " + id + " could not be evaluated for "
                        + times + " records (such as a division by zero): there it did not fire."));
        known.byName().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .limit(NAMES_TOLD_MAX)
                .forEach(name -> notes.add(name.getKey() + " and " + name.getValue()
                        + " are one account by its id: it is told of as " + name.getValue() + "."));
        int more = known.byName().size() - NAMES_TOLD_MAX;
        if (more > 0) {
            notes.add(more + " more accounts have several names.");
        }
        if (alertsLeft > 0) {
            notes.add(alertsLeft + " more alerts of other products were evidence and are not in alerts.jsonl.");
        }
        return notes;
    }

    private static ReadFacts facts(
            ScanRequest request,
            ReadReport report,
            List<ReadFacts.Unreadable> beside,
            ReadFacts.Forgotten forgotten,
            List<String> notes) {
        List<ReadFacts.Unreadable> problems = new ArrayList<>(beside);
        SortedMap<String, Long> byCode = new TreeMap<>(report.problemsByCode());
        beside.forEach(part -> byCode.merge(part.problem().code(), 1L, Long::sum));
        report.problems().forEach(p -> problems.add(new ReadFacts.Unreadable(p.where(), p.problem())));
        return new ReadFacts(
                request.inputs().stream().map(Path::toString).sorted().toList(),
                report.bytes(),
                new TreeMap<>(report.piecesByFormat()),
                new TreeMap<>(report.eventsByKind()),
                report.repeats(),
                report.outOfOrder(),
                report.lateMost(),
                report.unknownPieces(),
                report.problemCount() + beside.size(),
                byCode,
                problems,
                forgotten,
                notes);
    }
}
