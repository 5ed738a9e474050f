package dev.kith.server;

import dev.kith.server.report.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kith simulate}: months of an invented organisation's mail and logs, with a story in it and the truth beside it. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Let an invented organisation mail and work for some months, with a story in it.",
        description = {
            "",
            "Writes DIR/mail (the messages), what Microsoft 365 would log about the same people and days (DIR/audit,"
                    + " DIR/signins, DIR/messagetrace), DIR/labels.jsonl (the truth about each message, then about what"
                    + " runs through many events), DIR/directory.csv and DIR/organisation.json. The same settings give"
                    + " the same files, byte for byte.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kith simulate",
            "      60 accounts, 90 days, hijacked partners, into kith-simulation",
            "  kith simulate --story partner-hijack --accounts 200 --days 120 --seed 11 --out lab",
            "  kith scan --directory kith-simulation/directory.csv kith-simulation/mail",
            "      judge what it left behind"
        })
final class SimulateCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Simulator simulator;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--story",
            paramLabel = "STORY",
            defaultValue = "partner-hijack",
            description = "What happens beside ordinary life (default: ${DEFAULT-VALUE}).")
    private String story;

    @Option(
            names = "--accounts",
            paramLabel = "N",
            defaultValue = "60",
            description = "Mailboxes of the organisation (default: ${DEFAULT-VALUE}).")
    private int accounts;

    @Option(
            names = "--days",
            paramLabel = "D",
            defaultValue = "90",
            description = "Days to live through (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "7",
            description = "Decides all that is left to chance (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "kith-simulation",
            description = "Where it goes (default: ${DEFAULT-VALUE}). An earlier simulation there is replaced.")
    private Path out;

    @Option(names = "--quiet", description = "No progress.")
    private boolean quiet;

    SimulateCommand(Terminal terminal, Simulator simulator) {
        this.terminal = terminal;
        this.simulator = simulator;
    }

    @Override
    public Integer call() throws IOException {
        if (!simulator.stories().contains(story)) {
            throw refuse("--story: none is called " + story + "; there are " + String.join(", ", simulator.stories()));
        }
        Optional<String> complaint = SimulationFolder.clear(out);
        if (complaint.isPresent()) {
            throw refuse(complaint.get());
        }
        Simulator.Simulated result;
        try (ProgressLine line = new ProgressLine(terminal)) {
            result = simulator.run(
                    new Simulator.Settings(story, accounts, days, seed), out, quiet ? Progress.none() : line);
        } catch (IllegalArgumentException e) {
            throw refuse(String.valueOf(e.getMessage()));
        }
        terminal.out().println(Figures.count(result.mails(), "mail", "mails") + " in " + result.mail());
        terminal.out().println("Judge them with:");
        terminal.out()
                .println("  kith scan --org " + String.join(" --org ", result.domains()) + " --learn-until "
                        + result.learnUntil() + " --directory " + result.directory() + " " + result.mail());
        terminal.out().flush();
        return ExitStatus.OK;
    }

    private CommandLine.ParameterException refuse(String complaint) {
        return new CommandLine.ParameterException(spec.commandLine(), complaint);
    }
}
