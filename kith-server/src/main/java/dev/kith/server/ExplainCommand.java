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
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
    /** Chosen by hand: half a screen of paths. */
    private static final int PATHS_MAX = 12;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--message",
            paramLabel = "ID",
            required = true,
            description =
                    "The Message-ID, with or without angle brackets, or the mail's path, or its last parts. Where it"
                            + " fits several mails, they are named and the first is told.")
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
        Found found = find(lines);
        if (found.first == null) {
            terminal.err()
                    .println("No mail with the id or path " + Shown.line(message, 200) + " in "
                            + Shown.line(lines.toString(), 200) + ".");
            list(terminal.err(), "Near it:", found.near, found.nearCount);
            return ExitStatus.NOTHING_FOUND;
        }
        if (found.count > 1) {
            terminal.out()
                    .println(Figures.count(found.count)
                            + " mails bear this id or path; told is the first. --message PATH picks one of them:");
            list(terminal.out(), "", found.paths, found.count);
            terminal.out().println();
        }
        terminal.out().print(Explanation.of(found.first, terminal.coloured()));
        terminal.out().flush();
        return ExitStatus.OK;
    }

    private static void list(PrintStream out, String title, List<String> names, long count) {
        if (!title.isEmpty() && !names.isEmpty()) {
            out.println(title);
        }
        names.forEach(name -> out.println("  " + Shown.line(name, 200)));
        if (count > names.size()) {
            out.println("  and " + Figures.count(count - names.size()) + " more");
        }
    }

    private Found find(Path lines) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        Found found = new Found();
        try (BufferedReader reader = Files.newBufferedReader(lines, StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null && !found.exact; line = reader.readLine()) {
                found.see(mapper.readTree(line), message);
            }
        } catch (JsonProcessingException e) {
            throw new IOException(ReportDirectory.MESSAGES + " holds a line that is no JSON; scan again", e);
        }
        return found;
    }

    /** The mails that a name fits: by Message-ID, by the whole path, or by its last parts; and those it nearly fits. */
    private static final class Found {
        private final List<String> paths = new ArrayList<>();
        private final List<String> near = new ArrayList<>();
        private @Nullable JsonNode first;
        private long count;
        private long nearCount;
        private boolean exact;

        void see(JsonNode mail, String name) {
            String id = mail.path("message_id").asText("");
            String source = mail.path("source").asText("");
            if (source.equals(name)) {
                first = mail;
                count = 1;
                exact = true;
            } else if (id.equals(name)
                    || id.equals("<" + name + ">")
                    || source.endsWith("/" + name)
                    || source.endsWith("!" + name)) {
                first = first == null ? mail : first;
                add(paths, count++, source);
            } else if (contains(source, name)) {
                add(near, nearCount++, source);
            } else if (contains(id, name)) {
                add(near, nearCount++, id);
            }
        }

        private static void add(List<String> names, long before, String name) {
            if (before < PATHS_MAX) {
                names.add(name);
            }
        }

        private static boolean contains(String text, String part) {
            return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
        }
    }
}
