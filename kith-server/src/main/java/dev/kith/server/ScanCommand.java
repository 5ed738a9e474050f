package dev.kith.server;

import dev.kith.server.report.MessageLines;
import dev.kith.server.report.ReadFacts;
import dev.kith.server.report.ReportDirectory;
import dev.kith.server.report.ScanSummary;
import dev.kith.server.report.ScanTally;
import dev.kith.server.report.Shown;
import dev.kith.server.report.TerminalSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kith scan}: the main job. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Judge exported mail and account logs by what is normal here, investigate, and write a report.",
        description = {
            "",
            "Reads everything named, puts it in time order, learns what is normal, judges every mail and every record of"
                    + " an account by what was known before it, investigates what stands out, and writes"
                    + " DIR/report.html, messages.jsonl, detections.jsonl, incidents.jsonl and alerts.jsonl. Nothing is fetched, sent"
                    + " or changed.",
            "",
            "INPUT is a file, a folder, a .zip or .gz with mail (RFC 5322, mbox, Maildir) or logs (Microsoft 365 audit,"
                    + " Entra sign-ins, message traces, Google Workspace) and other products' alerts. What it is, is told by its content.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kith scan export.zip",
            "      judge a mail export; ours is inferred and the report says so",
            "  kith scan --org fenwick.example --learn-until 2026-10-01 mail/ audit.csv",
            "      September only teaches; October's mail is judged",
            "  kith scan --org fenwick.example --directory staff.csv --out reports/october mail.mbox",
            "      with a table of who works here, into a folder of your choice"
        })
final class ScanCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Scan scan;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "INPUT", arity = "1..*", description = "Files and folders to read.")
    private List<Path> inputs = new ArrayList<>();

    @Option(names = "--org", paramLabel = "DOMAIN", description = "One of our domains; may be given several times.")
    private List<String> domains = new ArrayList<>();

    @Option(
            names = "--mailbox",
            paramLabel = "ADDRESS",
            description = "One of our addresses at a foreign domain; may be given several times.")
    private List<String> mailboxes = new ArrayList<>();

    @Option(
            names = "--learn-until",
            paramLabel = "TIME",
            description = "Events before TIME only teach. A day (2026-10-01) or a moment (2026-10-01T06:00:00Z).")
    private @Nullable String learnUntil;

    @Option(
            names = "--directory",
            paramLabel = "FILE",
            description = "CSV of who works here: account, display_name, department, manager, title, status, last_day,"
                    + " protected; all but the first optional.")
    private @Nullable Path directory;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description =
                    "Models of your own (YAML, Sigma): they add to those of kith, or take the place of one by its id.")
    private @Nullable Path models;

    @Option(
            names = "--intel",
            paramLabel = "DIR",
            description = "Fresher tables of networks and hosts than those built in.")
    private @Nullable Path intel;

    @Option(
            names = "--alert-mapping",
            paramLabel = "FILE",
            description =
                    "YAML that says which columns of another product's alerts hold time, title, account, ip and so on.")
    private @Nullable Path mapping;

    @Option(
            names = "--budget",
            paramLabel = "N",
            defaultValue = "" + ScanRequest.BUDGET,
            description =
                    "Incidents a day you want to see (default: ${DEFAULT-VALUE}). The weightiest of a week fill it;"
                            + " what falls below is listed after them.")
    private double budget;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "kith-report",
            description = "Where the report goes (default: ${DEFAULT-VALUE}). An earlier report there is replaced, and"
                    + " never read as input.")
    private Path out;

    @Option(names = "--quiet", description = "No progress.")
    private boolean quiet;

    ScanCommand(Terminal terminal, Scan scan) {
        this.terminal = terminal;
        this.scan = scan;
    }

    @Override
    public Integer call() throws IOException {
        ScanArguments arguments = new ScanArguments(spec.commandLine(), terminal);
        ScanRequest request = arguments
                .request(inputs, domains, mailboxes, learnUntil, directory, models, intel, budget, out)
                .with(arguments.mapping(mapping));
        return run(request, arguments::refuse);
    }

    /** Scans, reports and tells. {@code refuse} makes wrong usage out of a complaint. */
    int run(ScanRequest request, Refusal refuse) throws IOException {
        ReportDirectory report;
        try {
            report = ReportDirectory.open(request.out());
        } catch (ReportDirectory.NotOursException e) {
            throw refuse.because(String.valueOf(e.getMessage()));
        }
        Thread onInterrupt = new Thread(report::abandon, "remove unfinished report");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        try (report) {
            return judge(request, report);
        } finally {
            removeHook(onInterrupt);
        }
    }

    private int judge(ScanRequest request, ReportDirectory report) throws IOException {
        ScanTally tally = new ScanTally();
        Scan.Outcome outcome;
        try (ProgressLine line = new ProgressLine(terminal)) {
            outcome = scan.run(
                    request,
                    judgement -> {
                        MessageLines lines = report.messages();
                        lines.write(judgement);
                        tally.add(judgement);
                    },
                    quiet ? Progress.none() : line);
        }
        if (outcome.read().eventCount() == 0) {
            terminal.err().println(nothing(request, outcome.read()));
            return ExitStatus.NOTHING_FOUND;
        }
        ScanSummary summary = tally.summary(
                        outcome.organisation(), request.learnUntil(), outcome.campaigns(), outcome.read())
                .with(outcome.incidents(), outcome.budget(), outcome.habits())
                .with(outcome.alerts());
        report.publish(summary, Version.number());
        String page = request.out().resolve(ReportDirectory.REPORT).toString();
        terminal.out().print(TerminalSummary.of(summary, Shown.line(page, 400), terminal.coloured()));
        terminal.out().flush();
        return ExitStatus.OK;
    }

    private static String nothing(ScanRequest request, ReadFacts read) {
        StringBuilder words = new StringBuilder("No readable event in ");
        for (int i = 0; i < request.inputs().size(); i++) {
            words.append(i == 0 ? "" : ", ")
                    .append(Shown.line(request.inputs().get(i).toString(), 200));
        }
        words.append(". No report was written.").append(System.lineSeparator());
        words.append(
                "What is read: mail (.eml, mbox, Maildir), logs of Microsoft 365, Entra, Google Workspace and Zeek, in"
                        + " files, folders, .zip or .gz.");
        read.problems().stream()
                .limit(3)
                .forEach(part -> words.append(System.lineSeparator())
                        .append("  ")
                        .append(Shown.line(part.at().toString(), 200))
                        .append(": ")
                        .append(Shown.line(
                                part.problem().detail().isEmpty()
                                        ? part.problem().code()
                                        : part.problem().detail(),
                                200)));
        return words.toString();
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The machine is going down already; the hook runs.
        }
    }

    /** Makes the exception that ends a command as wrong usage. */
    interface Refusal {
        RuntimeException because(String complaint);
    }
}
