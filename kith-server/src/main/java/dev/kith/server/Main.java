package dev.kith.server;

import dev.kith.connect.Formats;
import dev.kith.connect.alert.AlertMapping;
import dev.kith.connect.intel.Intel;
import dev.kith.connect.language.LanguageAnalyser;
import dev.kith.connect.link.LinkReading;
import dev.kith.connect.mail.MailParser;
import dev.kith.connect.source.InputSettings;
import dev.kith.connect.source.RecordFormat;
import dev.kith.connect.source.SourceFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program. Builds the graph of its parts, hands the command line to its command, and answers with a status. */
@Command(
        name = "kith",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "kith protects an organisation's mail by knowing what is normal there.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "kith COMMAND --help tells more, with examples."},
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:ran to the end",
            "1:no readable event in the input, or nothing by that id",
            "2:wrong usage",
            "3:the world failed: a full disk, a missing permission, too little memory, no standard output",
            "4:a mistake of kith's own",
            "130:interrupted; nothing unfinished is left behind"
        })
public final class Main {
    /** The width of help and summaries, in columns. */
    private static final int WIDTH = 100;

    private Main() {}

    public static void main(String[] args) {
        Terminal terminal = Terminal.ofProcess();
        System.exit(execute(terminal, commands(terminal), args));
    }

    /** Runs a command line and returns its status. Errors are no exceptions to picocli; Java would answer with 1. */
    static int execute(Terminal terminal, List<Object> commands, String... args) {
        try {
            return said(terminal, commandLine(terminal, commands).execute(args));
        } catch (OutOfMemoryError e) {
            terminal.err().println("kith: " + Failures.words(e));
            return ExitStatus.WORLD_FAILED;
        } catch (StackOverflowError | LinkageError | AssertionError e) {
            return ourMistake(terminal, e);
        }
    }

    /** The status, unless what was to be told is lost: a stream keeps to itself that it failed. */
    private static int said(Terminal terminal, int status) {
        if (!terminal.out().checkError() || status != ExitStatus.OK) {
            return status;
        }
        terminal.err()
                .println("kith: Standard output cannot be written to; what was to be told there is lost. Files are"
                        + " written as always.");
        return ExitStatus.WORLD_FAILED;
    }

    /** Every command, with what it needs. */
    static List<Object> commands(Terminal terminal) {
        Scan scan = new LocalScan(Main::formats, InputSettings.defaults());
        Simulator simulator = new OfficeSimulator();
        return List.of(
                new ScanCommand(terminal, scan),
                new InvestigateCommand(terminal, scan),
                new ExplainCommand(terminal),
                new ModelsCommand(terminal),
                new BacktestCommand(terminal, scan),
                new SimulateCommand(terminal, simulator),
                new DemoCommand(terminal, simulator, scan, PageOpener.ofDesktop(terminal)));
    }

    static List<SourceFormat> formats(
            Intel intel, Optional<AlertMapping> mapping, UnaryOperator<RecordFormat> watching) {
        MailParser mail = new MailParser(intel, new LinkReading(intel), LanguageAnalyser.load());
        return Formats.all(mail::parse, intel, mapping, watching, InputSettings.defaults());
    }

    /** The command line over the commands given. */
    static CommandLine commandLine(Terminal terminal, List<Object> commands) {
        CommandLine line = new CommandLine(new Main());
        commands.forEach(line::addSubcommand);
        line.getSubcommands().values().forEach(command -> tellExitStatus(line, command));
        line.setUsageHelpWidth(WIDTH);
        line.setUsageHelpLongOptionsMaxWidth(28);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                terminal.coloured() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler(Main::wrongUsage);
        line.setExecutionExceptionHandler((failure, command, parsed) -> failed(terminal, failure));
        return line;
    }

    /** The status is the same for every command, so every help tells it. */
    private static void tellExitStatus(CommandLine from, CommandLine to) {
        CommandLine.Model.UsageMessageSpec told = from.getCommandSpec().usageMessage();
        to.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading(told.exitCodeListHeading())
                .exitCodeList(told.exitCodeList());
    }

    private static int wrongUsage(CommandLine.ParameterException complaint, String[] args) {
        CommandLine command = complaint.getCommandLine();
        PrintWriter err = command.getErr();
        String name = command.getCommandSpec().qualifiedName();
        err.println(name + ": " + complaint.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(complaint, err);
        err.println("Try: " + name + " --help");
        return ExitStatus.USAGE;
    }

    private static int failed(Terminal terminal, Exception failure) {
        if (failure instanceof IOException || failure instanceof UncheckedIOException) {
            terminal.err().println("kith: " + Failures.words(Failures.cause(failure)));
            return ExitStatus.WORLD_FAILED;
        }
        return ourMistake(terminal, failure);
    }

    private static int ourMistake(Terminal terminal, Throwable failure) {
        terminal.err().println("kith: a mistake of kith's own; please report it with what follows.");
        failure.printStackTrace(terminal.err());
        return ExitStatus.OUR_MISTAKE;
    }
}
