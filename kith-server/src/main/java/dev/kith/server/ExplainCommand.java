package dev.kith.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.server.report.Explanation;
import dev.kith.server.report.Figures;
import dev.kith.server.report.ReportDirectory;
import dev.kith.server.report.Shown;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kith explain}: one judgement in full. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Tell one mail's judgement in full: reasons, link truth, what was usual.",
        description = {"", "Reads DIR/messages.jsonl of an earlier scan.", ""},
        footer = {
            "",
            "Examples:",
            "  kith explain --message '<20261006.4471@osterby.example>'",
            "  kith explain --message 20261006.4471@osterby.example --report reports/october",
            "  kith explain --message inbox/0917.eml",
            "      by the end of its path inside the input, for a mail without an id of its own"
        })
final class ExplainCommand implements Callable<Integer> {
    /** Chosen by hand: the same id on more mails than this is no id. */
    private static final int SHOWN_MAX = 5;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--message",
            paramLabel = "ID",
            required = true,
            description = "The Message-ID, with or without angle brackets, or the end of the mail's path.")
    private String message;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            defaultValue = "kith-report",
            description = "The report of the scan (default: ${DEFAULT-VALUE}).")
    private Path report;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path lines = report.resolve(ReportDirectory.MESSAGES);
        if (!Files.isRegularFile(lines)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "there is no " + Shown.line(lines.toString(), 200) + "; name the folder of a report with --report");
        }
        if (message.isBlank()) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--message is empty");
        }
        List<JsonNode> found = new ArrayList<>();
        long count = find(lines, found);
        if (count == 0) {
            terminal.err()
                    .println("No mail with the id " + Shown.line(message, 200) + " in "
                            + Shown.line(lines.toString(), 200) + ".");
            return ExitStatus.NOTHING_FOUND;
        }
        for (int i = 0; i < found.size(); i++) {
            terminal.out().print(i == 0 ? "" : System.lineSeparator());
            terminal.out().print(Explanation.of(found.get(i), terminal.coloured()));
        }
        if (count > found.size()) {
            terminal.out().println();
            terminal.out().println("and " + Figures.count(count - found.size()) + " more with this id");
        }
        terminal.out().flush();
        return ExitStatus.OK;
    }

    /** Adds the first that match, and tells how many there are. */
    private long find(Path lines, List<JsonNode> found) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        long count = 0;
        try (BufferedReader reader = Files.newBufferedReader(lines, StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (matches(mapper, line)) {
                    count++;
                    if (found.size() < SHOWN_MAX) {
                        found.add(mapper.readTree(line));
                    }
                }
            }
        }
        return count;
    }

    private boolean matches(ObjectMapper mapper, String line) throws IOException {
        try {
            JsonNode node = mapper.readTree(line);
            String id = node.path("message_id").asText("");
            String source = node.path("source").asText("");
            return id.equals(message)
                    || id.equals("<" + message + ">")
                    || source.equals(message)
                    || source.endsWith("/" + message)
                    || source.endsWith("!" + message);
        } catch (JsonProcessingException e) {
            throw new IOException(ReportDirectory.MESSAGES + " holds a line that is no JSON; scan again", e);
        }
    }
}
