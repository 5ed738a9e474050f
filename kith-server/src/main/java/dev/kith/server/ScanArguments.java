package dev.kith.server;

import dev.kith.connect.alert.AlertMapping;
import dev.kith.connect.catalogue.Catalogue;
import dev.kith.connect.directory.DirectoryTable;
import dev.kith.event.MailAddress;
import dev.kith.event.Problem;
import dev.kith.event.SourceRef;
import dev.kith.server.report.Figures;
import dev.kith.server.report.ReadFacts;
import dev.kith.server.report.Shown;
import java.io.IOException;
import java.net.IDN;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Checks what was typed for a scan. Every complaint names the value and says what would be right. */
final class ScanArguments {
    /** Chosen by hand: enough to see what is wrong with a table. */
    private static final int PROBLEMS_SHOWN = 5;

    /** More than this nobody looks at. Chosen by hand. */
    private static final int BUDGET_MAX = 1_000;

    /** RFC 1035: the longest name of a host. */
    private static final int DOMAIN_CHARS_MAX = 253;

    private final CommandLine command;
    private final Terminal terminal;

    ScanArguments(CommandLine command, Terminal terminal) {
        this.command = command;
        this.terminal = terminal;
    }

    ScanRequest request(
            List<Path> inputs,
            List<String> domains,
            List<String> mailboxes,
            @Nullable String learnUntil,
            @Nullable Path directory,
            @Nullable Path models,
            @Nullable Path intel,
            double budget,
            Path out)
            throws IOException {
        if (out.toString().isBlank()) {
            throw refuse("--out is empty; name a folder");
        }
        for (Path input : inputs) {
            requireInput(input, out);
        }
        Set<String> ours = new TreeSet<>();
        for (String domain : domains) {
            ours.add(domain(domain));
        }
        Set<MailAddress> addresses = new LinkedHashSet<>();
        for (String mailbox : mailboxes) {
            addresses.add(mailbox(mailbox));
        }
        if (intel != null && !Files.isDirectory(intel)) {
            throw refuse("--intel: there is no folder " + shown(intel));
        }
        if (!(budget > 0 && budget <= BUDGET_MAX)) {
            throw refuse("--budget wants incidents a day, more than 0 and at most " + Figures.count(BUDGET_MAX));
        }
        Catalogue catalogue =
                models == null ? Catalogue.shipped() : OwnModels.required(models, "--models", terminal, this::refuse);
        DirectoryTable table = directory == null ? new DirectoryTable(List.of(), List.of()) : directory(directory);
        return new ScanRequest(
                inputs,
                ours,
                addresses,
                learnUntil == null ? Optional.empty() : Optional.of(moment(learnUntil)),
                table.entries(),
                table.problems().stream()
                        .map(problem -> new ReadFacts.Unreadable(
                                new SourceRef(String.valueOf(directory), Math.max(0, problem.offset())), problem))
                        .toList(),
                catalogue,
                Optional.ofNullable(intel),
                budget,
                out);
    }

    /** The mapping of alerts in a file, where one is named. */
    Optional<AlertMapping> mapping(@Nullable Path file) throws IOException {
        if (file == null) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file)) {
            throw refuse("--alert-mapping: there is no file " + shown(file));
        }
        try {
            return Optional.of(AlertMapping.read(file));
        } catch (AlertMapping.WrongException e) {
            throw refuse("--alert-mapping: " + Shown.line(String.valueOf(e.getMessage()), 400));
        }
    }

    /** An empty name is mostly a variable that was not set; it would mean the folder one stands in. */
    private void requireInput(Path input, Path out) throws IOException {
        if (input.toString().isBlank()) {
            throw refuse("an INPUT is empty; name a file or a folder, . for this one");
        }
        if (!Files.exists(input)) {
            throw refuse(
                    Files.notExists(input)
                            ? "there is no " + shown(input)
                            : "no permission to see " + shown(input) + "; make its folder readable to this user");
        }
        if (Files.exists(out)
                && (Files.isSameFile(input, out) || input.toRealPath().startsWith(out.toRealPath()))) {
            throw refuse((Files.isSameFile(input, out)
                            ? shown(out) + " is both an input and where the report goes"
                            : shown(input) + " lies in " + shown(out) + ", which the report will replace")
                    + "; name another folder with --out");
        }
    }

    /** Wrong usage, told with the way to the help. */
    CommandLine.ParameterException refuse(String complaint) {
        return new CommandLine.ParameterException(command, complaint);
    }

    private String domain(String typed) {
        if (typed.contains("@")) {
            throw refuse("--org wants a domain, not an address: " + Shown.line(typed, 80)
                    + "; for one address use --mailbox");
        }
        String ascii;
        try {
            ascii = IDN.toASCII(typed.strip()).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw refuse("--org: not a domain: " + Shown.line(typed, 80));
        }
        if (!isDomain(ascii)) {
            throw refuse("--org: not a domain: " + Shown.line(typed, 80));
        }
        return ascii;
    }

    private MailAddress mailbox(String typed) {
        MailAddress address = MailAddress.of(typed);
        if (address.local().isEmpty()
                || !isDomain(address.domain())
                || address.local().contains(" ")) {
            throw refuse("--mailbox: not a mail address: " + Shown.line(typed, 80));
        }
        return address;
    }

    private Instant moment(String typed) {
        return moment("--learn-until", typed);
    }

    Instant moment(String option, String typed) {
        try {
            return typed.length() == 10
                    ? LocalDate.parse(typed).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(typed).toInstant();
        } catch (DateTimeParseException e) {
            throw refuse(option + ": neither a day like 2026-10-01 nor a moment like 2026-10-01T06:00:00Z: "
                    + Shown.line(typed, 80));
        }
    }

    private DirectoryTable directory(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw refuse(
                    Files.isDirectory(file)
                            ? "--directory: " + shown(file) + " is a folder; name a CSV file"
                            : "--directory: there is no file " + shown(file));
        }
        DirectoryTable table;
        try {
            table = DirectoryTable.read(file);
        } catch (AccessDeniedException e) {
            throw refuse("--directory: no permission to read " + shown(file));
        }
        List<Problem> problems = table.problems();
        for (Problem problem : problems.subList(0, Math.min(PROBLEMS_SHOWN, problems.size()))) {
            terminal.err()
                    .println(shown(file) + ", line " + problem.offset() + ": " + Shown.line(problem.detail(), 200));
        }
        if (problems.size() > PROBLEMS_SHOWN) {
            terminal.err()
                    .println(shown(file) + ": " + Figures.count(problems.size() - PROBLEMS_SHOWN)
                            + " more lines are not understood");
        }
        if (table.entries().isEmpty()) {
            throw refuse("--directory: no account in " + shown(file)
                    + "; its first line names the columns, \"account\" among them");
        }
        return table;
    }

    private static boolean isDomain(String text) {
        if (text.isEmpty() || text.length() > DOMAIN_CHARS_MAX) {
            return false;
        }
        for (String label : text.split("\\.", -1)) {
            boolean plain =
                    label.chars().allMatch(c -> c == '-' || c == '_' || (c < 128 && Character.isLetterOrDigit(c)));
            if (label.isEmpty() || !plain || label.startsWith("-") || label.endsWith("-")) {
                return false;
            }
        }
        return true;
    }

    private static String shown(Path path) {
        return Shown.line(path.toString(), 200);
    }
}
