package dev.kith.server;

import dev.kith.investigate.AlertBudget;
import dev.kith.server.report.CaseText;
import dev.kith.server.report.Shown;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kith investigate}: the analyst on what a person asks about. */
@Command(
        name = "investigate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Investigate one account, address, file, device or mail, and tell the case.",
        description = {
            "",
            "Reads and learns as kith scan does, then puts the question to the analyst as if it were an alert: of an account"
                    + " directly, else of the accounts that were seen with it, at most five, nearest to the time. A day after"
                    + " the time counts as well. Prints each case: what it may be, every step with the belief before and"
                    + " after, what happened, what is not known. That somebody asks is no evidence. Writes no report.",
            "",
            "Exit status 1: no record of it in the input, or none within a day of the time.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kith investigate --account ida.holm@harbour.example audit/ signins/",
            "      what it did last",
            "  kith investigate --ip 203.0.113.77 --at 2026-03-02T10:45:00Z --json audit/",
            "  kith investigate --file Passwords.xlsx --directory staff.csv audit/"
        })
final class InvestigateCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Scan scan;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "INPUT", arity = "1..*", description = "Files and folders to read, as for kith scan.")
    private List<Path> inputs = new ArrayList<>();

    @ArgGroup(multiplicity = "1")
    private Subject subject = new Subject();

    /** What is asked about: one of these. */
    private static final class Subject {
        @Option(names = "--account", paramLabel = "ID", description = "An account, by its name or the directory's id.")
        private @Nullable String account;

        @Option(names = "--address", paramLabel = "ID", description = "A mail address: ours, or who wrote to us.")
        private @Nullable String address;

        @Option(names = "--ip", paramLabel = "ID", description = "A network address that accounts were used from.")
        private @Nullable String ip;

        @Option(names = "--file", paramLabel = "ID", description = "A file, by its name or the end of its path.")
        private @Nullable String file;

        @Option(names = "--device", paramLabel = "ID", description = "A device, by its id or name.")
        private @Nullable String device;

        @Option(names = "--message", paramLabel = "ID", description = "A mail, by its Message-ID.")
        private @Nullable String message;
    }

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "Which time: a day (2026-10-01) or a moment (2026-10-01T06:00:00Z). Without it the latest.")
    private @Nullable String at;

    @Option(names = "--json", description = "The cases as lines of JSON, as in incidents.jsonl.")
    private boolean json;

    @Option(names = "--org", paramLabel = "DOMAIN", description = "One of our domains; may be given several times.")
    private List<String> domains = new ArrayList<>();

    @Option(names = "--mailbox", paramLabel = "ADDRESS", description = "One of our addresses at a foreign domain.")
    private List<String> mailboxes = new ArrayList<>();

    @Option(names = "--directory", paramLabel = "FILE", description = "CSV of who works here.")
    private @Nullable Path directory;

    @Option(names = "--intel", paramLabel = "DIR", description = "Fresher tables of networks and hosts.")
    private @Nullable Path intel;

    @Option(names = "--models", paramLabel = "DIR", description = "Models of your own (YAML, Sigma).")
    private @Nullable Path models;

    @Option(names = "--alert-mapping", paramLabel = "FILE", description = "YAML that says how to read other alerts.")
    private @Nullable Path mapping;

    @Option(names = "--quiet", description = "No progress.")
    private boolean quiet;

    InvestigateCommand(Terminal terminal, Scan scan) {
        this.terminal = terminal;
        this.scan = scan;
    }

    @Override
    public Integer call() throws IOException {
        ScanArguments arguments = new ScanArguments(spec.commandLine(), terminal);
        Asking asking = asking(arguments);
        Path nowhere = Path.of("kith-report"); // read around, as a scan would, and not written to
        ScanRequest request = arguments
                .request(inputs, domains, mailboxes, null, directory, models, intel, ScanRequest.BUDGET, nowhere)
                .with(arguments.mapping(mapping))
                .with(asking);
        Scan.Outcome outcome;
        try (ProgressLine line = new ProgressLine(terminal)) {
            outcome = scan.run(request, judgement -> {}, quiet ? Progress.none() : line);
        }
        if (outcome.asked().isEmpty()) {
            terminal.err().println(nothing(asking, outcome.read().eventCount()));
            return ExitStatus.NOTHING_FOUND;
        }
        terminal.out()
                .print(
                        json
                                ? CaseText.json(outcome.asked(), AlertBudget.unlimited())
                                : CaseText.words(outcome.asked(), terminal.coloured()));
        terminal.out().flush();
        return ExitStatus.OK;
    }

    private Asking asking(ScanArguments arguments) {
        Optional<Instant> time = at == null ? Optional.empty() : Optional.of(arguments.moment("--at", at));
        String[] ids = {subject.account, subject.address, subject.ip, subject.file, subject.device, subject.message};
        for (Asking.Kind kind : Asking.Kind.values()) {
            String id = ids[kind.ordinal()];
            if (id != null) {
                if (id.isBlank()) {
                    throw arguments.refuse(
                            "--" + Shown.line(kind.name(), 20).toLowerCase(java.util.Locale.ROOT) + " is empty");
                }
                return new Asking(kind, id, time);
            }
        }
        throw new AssertionError("one of a group is required");
    }

    private static String nothing(Asking asking, long events) {
        String what = Shown.line(asking.id(), 200);
        return events == 0
                ? "No readable event in the input."
                : "No record of an account is about " + what
                        + asking.at().map(time -> " within a day of " + time).orElse("")
                        + ". Mail alone is told by kith explain --message.";
    }
}
