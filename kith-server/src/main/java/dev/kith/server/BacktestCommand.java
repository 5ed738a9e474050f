package dev.kith.server;

import dev.kith.connect.catalogue.Catalogue;
import dev.kith.detect.Detection;
import dev.kith.detect.MailJudgement;
import dev.kith.event.EmailActivity;
import dev.kith.event.Event;
import dev.kith.server.report.Backtest;
import dev.kith.server.report.BacktestWords;
import dev.kith.server.report.Shown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

/** {@code kith backtest}: whom one's own models would have alarmed, before they are switched on. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Replay the past: whom would models of your own have alarmed?",
        description = {
            "",
            "Judges INPUT twice, by kith's own models alone and with those of DIR, and tells for each model of DIR how many"
                    + " alarms a day it would have given, on whose accounts, with samples, and how many of them kith found"
                    + " anyway. Writes no report. The same input gives the same figures.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kith backtest --models mine audit.csv signins.json",
            "  kith backtest --models mine --learn-until 2026-10-01 --json export.zip",
            "  kith backtest --models mine --out backtest.json export.zip"
        })
final class BacktestCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Scan scan;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "INPUT", arity = "1..*", description = "Files and folders to read.")
    private List<Path> inputs = new ArrayList<>();

    @Option(names = "--models", required = true, paramLabel = "DIR", description = "The models to try out.")
    private Path models;

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

    @Option(names = "--directory", paramLabel = "FILE", description = "CSV of who works here, as for kith scan.")
    private @Nullable Path directory;

    @Option(
            names = "--intel",
            paramLabel = "DIR",
            description = "Fresher tables of networks and hosts than those built in.")
    private @Nullable Path intel;

    @Option(names = "--json", description = "Tell it as JSON.")
    private boolean json;

    @Option(names = "--out", paramLabel = "FILE", description = "Write it as JSON to FILE, too.")
    private @Nullable Path out;

    @Option(names = "--quiet", description = "No progress.")
    private boolean quiet;

    BacktestCommand(Terminal terminal, Scan scan) {
        this.terminal = terminal;
        this.scan = scan;
    }

    @Override
    public Integer call() throws IOException {
        ScanArguments arguments = new ScanArguments(spec.commandLine(), terminal);
        // Nothing is written there: it is only left out of the input, as an earlier report is.
        Path left = Path.of("kith-report");
        ScanRequest request = arguments.request(
                inputs, domains, mailboxes, learnUntil, directory, models, intel, ScanRequest.BUDGET, left);
        Backtest test = new Backtest(request.catalogue().own());
        Scan.Outcome alone;
        Scan.Outcome together;
        try (ProgressLine line = new ProgressLine(terminal)) {
            Progress progress = quiet ? Progress.none() : line;
            alone = scan.run(request.with(Catalogue.shipped()), new Alone(test), progress);
            test.shipped(alone.incidents());
            together = scan.run(request, new Together(test), progress);
            test.together(together.incidents());
        }
        if (together.read().eventCount() == 0) {
            terminal.err().println("No readable event in the input; nothing to test on.");
            return ExitStatus.NOTHING_FOUND;
        }
        List<String> notes = together.read().notes();
        if (out != null) {
            write(out, BacktestWords.json(test, notes));
        }
        terminal.out()
                .print(json ? BacktestWords.json(test, notes) : BacktestWords.text(test, notes, terminal.coloured()));
        terminal.out().flush();
        return ExitStatus.OK;
    }

    private void write(Path file, String text) throws IOException {
        if (Files.isDirectory(file)) {
            throw new picocli.CommandLine.ParameterException(
                    spec.commandLine(), "--out: " + Shown.line(file.toString(), 200) + " is a folder; name a file");
        }
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    /** Counts what kith's own models do. */
    private record Alone(Backtest test) implements Scan.JudgementSink {
        @Override
        public void accept(MailJudgement judgement) {}

        @Override
        public void reported(Event event) {
            if (!(event instanceof EmailActivity mail) || mail.dated()) {
                test.event(event.occurredAt());
            }
        }

        @Override
        public void detected(Detection detection) {
            test.shipped(detection);
        }
    }

    /** Counts what the models do that are tried out. */
    private record Together(Backtest test) implements Scan.JudgementSink {
        @Override
        public void accept(MailJudgement judgement) {}

        @Override
        public void detected(Detection detection) {
            test.detected(detection);
        }
    }
}
