package dev.kith.server;

import dev.kith.connect.catalogue.Catalogue;
import dev.kith.connect.catalogue.ModelFolder;
import dev.kith.connect.catalogue.SampleTest;
import dev.kith.connect.model.Entry;
import dev.kith.server.report.Figures;
import dev.kith.server.report.ModelWords;
import dev.kith.server.report.Shown;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kith models}: what the catalogue holds, and whether one's own models are right. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "List the models, check a folder of your own, run their samples.",
        description = {
            "",
            "A folder of models holds .yaml and .yml files: lists of models in the form of kith (id, title, acts, condition"
                    + " in CEL, score, techniques, misses, benign, samples), and rules of the Sigma specification for"
                    + " Microsoft 365, Entra and Google Workspace. One with the id of a shipped model takes its place;"
                    + " \"enabled: false\" switches it off.",
            ""
        },
        synopsisSubcommandLabel = "list|check|test",
        footer = {
            "",
            "Examples:",
            "  kith models list",
            "  kith models list --models mine --json",
            "  kith models check mine",
            "      every fault of the folder, with file, line, field and reason",
            "  kith models test mine",
            "      does each model fire on its samples, and stay silent where it should?",
            "  kith models test",
            "      the same of the models that kith ships"
        })
final class ModelsCommand implements Runnable {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    ModelsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "wants one of list, check and test");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, header = "List the models in use.")
    int list(
            @Option(names = "--models", paramLabel = "DIR", description = "With the models of this folder.") @Nullable
                    Path models,
            @Option(names = "--json", description = "As JSON, a line for each model.") boolean json)
            throws IOException {
        Catalogue catalogue =
                models == null ? Catalogue.shipped() : OwnModels.required(models, "--models", terminal, this::refuse);
        terminal.out().print(json ? ModelWords.json(catalogue) : ModelWords.table(catalogue, terminal.coloured()));
        terminal.out().flush();
        return ExitStatus.OK;
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            header = "Tell everything that is wrong with a folder of models, and what is doubtful.")
    int check(@Parameters(paramLabel = "DIR", description = "The folder, or one file.") Path models)
            throws IOException {
        ModelFolder.Loaded loaded = OwnModels.load(models, "DIR", this::refuse);
        OwnModels.tell(loaded.faults(), terminal);
        loaded.doubts().stream()
                .limit(OwnModels.FAULTS_MAX)
                .forEach(doubt -> terminal.out().println("doubtful: " + Shown.line(doubt.toString(), 400)));
        terminal.out()
                .println(Figures.count(loaded.files(), "file", "files") + ", "
                        + Figures.count(loaded.catalogue().own().size(), "model", "models") + " right, "
                        + Figures.count(loaded.catalogue().off().size()) + " switched off, "
                        + Figures.count(loaded.faults().size(), "fault", "faults") + ", "
                        + Figures.count(loaded.doubts().size(), "doubt", "doubts") + ".");
        return loaded.faults().isEmpty() ? ExitStatus.OK : ExitStatus.USAGE;
    }

    @Command(
            name = "test",
            mixinStandardHelpOptions = true,
            header = "Run each model's samples: those that must fire, and those that must not.")
    int test(
            @Parameters(
                            paramLabel = "DIR",
                            arity = "0..1",
                            description = "The folder, or one file; without it the shipped models.")
                    @Nullable
                    Path models)
            throws IOException {
        Catalogue catalogue =
                models == null ? Catalogue.shipped() : OwnModels.required(models, "DIR", terminal, this::refuse);
        List<Entry> tested = models == null ? catalogue.entries() : catalogue.own();
        List<SampleTest.Outcome> outcomes = SampleTest.run(catalogue, tested);
        terminal.out().print(ModelWords.tested(outcomes));
        terminal.out().flush();
        return outcomes.stream().allMatch(outcome -> outcome.failures().isEmpty())
                ? ExitStatus.OK
                : ExitStatus.NOTHING_FOUND;
    }

    private CommandLine.ParameterException refuse(String complaint) {
        return new CommandLine.ParameterException(spec.commandLine(), complaint);
    }
}
