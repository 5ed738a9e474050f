package dev.kith.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.server.report.DetectionExplanation;
import dev.kith.server.report.Explanation;
import dev.kith.server.report.Figures;
import dev.kith.server.report.IncidentExplanation;
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
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kith explain}: one judgement in full. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Tell one mail's judgement, one detection or one incident in full.",
        description = {
            "",
            "Reads what an earlier scan left in DIR. Of a mail: reasons, link truth, what was usual. Of a detection: what was"
                    + " observed and what is usual, what the model misses. Of an incident or a closed case: what happened,"
                    + " every step of the investigation with the belief before and after, what to do, whom to warn, what is"
                    + " not known.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kith explain --message '<20261006.4471@osterby.example>'",
            "  kith explain --message 20261006.4471@osterby.example --report reports/october",
            "  kith explain --message inbox/0917.eml",
            "      by the end of its path inside the input, for a mail without an id of its own",
            "  kith explain --incident INC-1 --report reports/october",
            "  kith explain --incident CASE-3",
            "      a case that was closed as benign",
            "  kith explain --detection DET-123"
        })
final class ExplainCommand implements Callable<Integer> {
    /** Chosen by hand: half a screen of paths. */
    private static final int PATHS_MAX = 12;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Subject subject = new Subject();

    /** What is to be told: one of these. */
    private static final class Subject {
        @Option(
                names = "--message",
                paramLabel = "ID",
                description =
                        "The Message-ID, with or without angle brackets, or the mail's path, or its last parts. Where it"
                                + " fits several mails, they are named and the first is told.")
        private @Nullable String message;

        @Option(
                names = "--incident",
                paramLabel = "ID",
                description = "The id of an incident or a closed case, as the report names it.")
        private @Nullable String incident;

        @Option(
                names = "--detection",
                paramLabel = "ID",
                description = "The id of a detection, as the report names it.")
        private @Nullable String detection;
    }

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
        if (subject.incident != null) {
            return byId(
                    ReportDirectory.INCIDENTS,
                    "incident",
                    subject.incident,
                    IncidentExplanation::title,
                    IncidentExplanation::of);
        }
        if (subject.detection != null) {
            return byId(
                    ReportDirectory.DETECTIONS,
                    "detection",
                    subject.detection,
                    DetectionExplanation::title,
                    DetectionExplanation::of);
        }
        return message(subject.message == null ? "" : subject.message);
    }

    private int message(String message) throws IOException {
        Path lines = file(ReportDirectory.MESSAGES, "message", message);
        Found found = new Found();
        read(lines, line -> {
            found.see(line, message);
            return !found.exact;
        });
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
        return tell(Explanation.of(found.first, terminal.coloured()));
    }

    /** Tells the line of a file that bears an id; names some of what is there where none does. */
    private int byId(
            String name,
            String what,
            String id,
            Function<JsonNode, String> title,
            BiFunction<JsonNode, Boolean, String> words)
            throws IOException {
        Path lines = file(name, what, id);
        List<JsonNode> found = new ArrayList<>(1);
        List<String> others = new ArrayList<>();
        long[] count = new long[1];
        read(lines, line -> {
            if (line.path("id").asText("").equalsIgnoreCase(id)) {
                found.add(line);
            } else if (count[0]++ < PATHS_MAX) {
                others.add(title.apply(line));
            }
            return found.isEmpty();
        });
        if (found.isEmpty()) {
            terminal.err()
                    .println("No " + what + " " + Shown.line(id, 200) + " in " + Shown.line(lines.toString(), 200)
                            + ".");
            list(terminal.err(), "There are:", others, count[0]);
            return ExitStatus.NOTHING_FOUND;
        }
        return tell(words.apply(found.get(0), terminal.coloured()));
    }

    private int tell(String words) {
        terminal.out().print(words);
        terminal.out().flush();
        return ExitStatus.OK;
    }

    private Path file(String name, String option, String id) {
        Path lines = report.resolve(name);
        if (!Files.isRegularFile(lines)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "there is no " + Shown.line(lines.toString(), 200) + "; name the folder of a report with --report");
        }
        if (id.isBlank()) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--" + option + " is empty");
        }
        return lines;
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

    /** Hands out line after line, until it is told that there are enough. */
    private static void read(Path lines, Predicate<JsonNode> goOn) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        try (BufferedReader reader = Files.newBufferedReader(lines, StandardCharsets.UTF_8)) {
            String line = reader.readLine();
            while (line != null && goOn.test(mapper.readTree(line))) {
                line = reader.readLine();
            }
        } catch (JsonProcessingException e) {
            throw new IOException(lines.getFileName() + " holds a line that is no JSON; scan again", e);
        }
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
