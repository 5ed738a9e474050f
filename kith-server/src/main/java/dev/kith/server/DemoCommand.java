package dev.kith.server;

import dev.kith.connect.catalogue.Catalogue;
import dev.kith.connect.directory.DirectoryTable;
import dev.kith.server.report.Figures;
import dev.kith.server.report.ReportDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kith demo}: an invented organisation, scanned; the quickest way to see what kith is for. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Simulate an organisation whose partners are hijacked, scan its mail and logs, open the report.",
        description = {
            "",
            "Writes DIR/mail, the logs of the same days beside it, and DIR/report. Needs no network and no mail of yours. The report is opened where there is"
                    + " a desktop, and never where CI is set.",
            ""
        },
        footer = {"", "Examples:", "  kith demo", "  kith demo --no-open --out /tmp/kith-demo"})
final class DemoCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Simulator simulator;
    private final Scan scan;
    private final PageOpener opener;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "kith-demo",
            description = "Where it goes (default: ${DEFAULT-VALUE}). An earlier demo there is replaced.")
    private Path out;

    @Option(names = "--no-open", description = "Do not open the report.")
    private boolean closed;

    DemoCommand(Terminal terminal, Simulator simulator, Scan scan, PageOpener opener) {
        this.terminal = terminal;
        this.simulator = simulator;
        this.scan = scan;
        this.opener = opener;
    }

    @Override
    public Integer call() throws IOException {
        Optional<String> complaint = SimulationFolder.clear(out);
        if (complaint.isPresent()) {
            throw refuse(complaint.get());
        }
        Simulator.Simulated simulated;
        try (ProgressLine line = new ProgressLine(terminal)) {
            simulated = simulator.run(new Simulator.Settings("partner-hijack", 60, 90, 7), out, line);
        }
        terminal.err()
                .println(Figures.count(simulated.mails(), "mail", "mails") + " of an invented organisation are in "
                        + simulated.mail() + "; scanning them.");
        ScanRequest request = new ScanRequest(
                simulated.inputs(),
                Set.copyOf(simulated.domains()),
                Set.of(),
                Optional.of(simulated.learnUntil()),
                DirectoryTable.read(simulated.directory()).entries(),
                List.of(),
                Catalogue.shipped(),
                Optional.empty(),
                ScanRequest.BUDGET,
                out.resolve("report"));
        int status = new ScanCommand(terminal, scan).run(request, this::refuse);
        if (status == ExitStatus.OK && !closed) {
            opener.open(request.out().resolve(ReportDirectory.REPORT));
        }
        return status;
    }

    private CommandLine.ParameterException refuse(String complaint) {
        return new CommandLine.ParameterException(spec.commandLine(), complaint);
    }
}
