package dev.kith.connect.directory;

import dev.kith.event.MailAddress;
import dev.kith.event.Problem;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file of accounts (RFC 4180) with the columns {@code account, display_name, department, manager, title, status,
 * last_day, protected, office, type} in any order; all but the first may be missing. Reading is total: a row that cannot be read
 * becomes a problem that names its line, and the rest stands.
 *
 * @param entries each account once, in order of first appearance; the last row about it counts
 * @param problems what could not be read; offsets are line numbers, from 1
 */
public record DirectoryTable(List<DirectoryEntry> entries, List<Problem> problems) {
    /** Chosen by hand: far more accounts than one process carries. */
    static final int ROWS_MAX = 1_000_000;

    /** Chosen by hand: a name, a title. */
    static final int FIELD_CHARS_MAX = 1_000;

    private static final String ACCOUNT = "account";

    private static final Set<String> COLUMNS = Set.of(
            ACCOUNT,
            "display_name",
            "department",
            "manager",
            "title",
            "status",
            "last_day",
            "protected",
            "office",
            "type");

    private static final Set<String> YES = Set.of("true", "yes", "y", "1");
    private static final Set<String> NO = Set.of("", "false", "no", "n", "0");

    public DirectoryTable {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }

    /**
     * Reads a file, UTF-8 with or without a byte order mark; bytes that are none become U+FFFD.
     *
     * @throws IOException where the file cannot be opened or read, never for what it says
     */
    public static DirectoryTable read(Path file) throws IOException {
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            return read(reader);
        }
    }

    /** Reads a table. */
    static DirectoryTable read(Reader reader) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(true)
                .get();
        Rows rows = new Rows();
        try (CSVParser parser =
                CSVParser.builder().setReader(reader).setFormat(format).get()) {
            Iterator<CSVRecord> records = parser.iterator();
            while (rows.wantsMore() && next(records, parser, rows)) {
                // each row is taken by next()
            }
        }
        return rows.table();
    }

    /** Takes a row; false at the end, or where the file is broken so that no further row can be told. */
    private static boolean next(Iterator<CSVRecord> records, CSVParser parser, Rows rows) throws IOException {
        try {
            if (!records.hasNext()) {
                return false;
            }
            rows.take(records.next(), parser.getCurrentLineNumber());
            return true;
        } catch (UncheckedIOException e) {
            // Commons CSV reports bad quoting this way; a file that cannot be read at all has failed on opening.
            rows.broken(parser.getCurrentLineNumber(), "its quotation marks are broken; the rest is not read");
            return false;
        }
    }

    /** The rows so far. */
    private static final class Rows {
        private final Map<MailAddress, DirectoryEntry> entries = new LinkedHashMap<>();
        private final List<Problem> problems = new ArrayList<>();
        private List<String> header = List.of();
        private int rows;

        boolean wantsMore() {
            if (rows > ROWS_MAX) {
                problems.add(new Problem("directory-too-long", rows, "rows after the first " + ROWS_MAX));
                return false;
            }
            return header.isEmpty() || header.contains(ACCOUNT);
        }

        void take(CSVRecord row, long line) {
            rows++;
            if (header.isEmpty()) {
                header(row, line);
            } else {
                entry(row, line);
            }
        }

        void broken(long line, String detail) {
            problems.add(new Problem("directory-broken", line, detail));
        }

        DirectoryTable table() {
            if (header.isEmpty()) {
                problems.add(new Problem("directory-empty", 1, "no line in it"));
            }
            return new DirectoryTable(new ArrayList<>(entries.values()), problems);
        }

        private void header(CSVRecord row, long line) {
            List<String> names = new ArrayList<>();
            for (String name : row) {
                String plain = (name.startsWith("\uFEFF") ? name.substring(1) : name)
                        .strip()
                        .toLowerCase(Locale.ROOT);
                names.add(plain);
                if (!COLUMNS.contains(plain)) {
                    problems.add(new Problem("directory-column-unknown", line, "column \"" + plain + "\" is not used"));
                }
            }
            header = names;
            if (!header.contains(ACCOUNT)) {
                problems.add(
                        new Problem("directory-without-account", line, "the first line names no column \"account\""));
            }
        }

        private void entry(CSVRecord row, long line) {
            String account = field(row, ACCOUNT);
            MailAddress address = MailAddress.of(account);
            if (address.local().isEmpty() || address.domain().isEmpty()) {
                problems.add(new Problem("directory-account-unreadable", line, "\"" + account + "\" is no address"));
                return;
            }
            DirectoryEntry entry = new DirectoryEntry(
                    address,
                    field(row, "display_name"),
                    field(row, "department"),
                    field(row, "manager").toLowerCase(Locale.ROOT),
                    field(row, "title"),
                    field(row, "status").toLowerCase(Locale.ROOT),
                    lastDay(field(row, "last_day"), line),
                    guarded(field(row, "protected"), line),
                    field(row, "office"),
                    field(row, "type"));
            if (entries.put(address, entry) != null) {
                problems.add(new Problem("directory-account-twice", line, "\"" + address + "\" stands in it again"));
            }
        }

        private Optional<LocalDate> lastDay(String text, long line) {
            if (text.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeException e) {
                problems.add(
                        new Problem("directory-day-unreadable", line, "\"" + text + "\" is no day like 2026-10-31"));
                return Optional.empty();
            }
        }

        /** Whoever writes something else than no into the column means to protect. */
        private boolean guarded(String text, long line) {
            String lower = text.toLowerCase(Locale.ROOT);
            if (!YES.contains(lower) && !NO.contains(lower)) {
                problems.add(new Problem("directory-protected-unclear", line, "\"" + text + "\" is taken for yes"));
            }
            return !NO.contains(lower);
        }

        private String field(CSVRecord row, String column) {
            int index = header.indexOf(column);
            String text = index < 0 || index >= row.size() ? "" : row.get(index).strip();
            return text.length() > FIELD_CHARS_MAX ? text.substring(0, FIELD_CHARS_MAX) : text;
        }
    }
}
