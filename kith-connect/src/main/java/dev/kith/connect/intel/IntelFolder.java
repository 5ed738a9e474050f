package dev.kith.connect.intel;

import dev.kith.event.Problem;
import dev.kith.event.SourceRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Reads a folder of tables and lists into the parts of the intelligence. Nothing in it is fatal: a file of unknown name, one
 * that cannot be read and a line that is none are findings.
 */
final class IntelFolder {
    /** Chosen by hand: enough to see what is wrong with a file; further lines are only counted. */
    private static final int BROKEN_LINES_NAMED_MAX = 5;

    /** Chosen by hand: ten times the files that are known. */
    private static final int FILES_MAX = 500;

    private final IntelParts parts;
    private final List<String> files = new ArrayList<>();
    private final List<IntelTables.Finding> findings = new ArrayList<>();

    IntelFolder(IntelParts parts) {
        this.parts = parts;
    }

    List<String> files() {
        return files;
    }

    List<IntelTables.Finding> findings() {
        return findings;
    }

    /** Reads every file of the folder, in the order of their names; folders inside it are not entered. */
    void read(Path folder) {
        List<Path> paths;
        try (Stream<Path> list = Files.list(folder)) {
            paths = list.filter(Files::isRegularFile)
                    .sorted()
                    .limit(FILES_MAX + 1L)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            find(folder.toString(), 0, "intel-folder-unreadable", "The folder cannot be read: " + reason(e));
            return;
        }
        if (paths.size() > FILES_MAX) {
            find(
                    folder.toString(),
                    0,
                    "intel-too-many-files",
                    "Only the first " + FILES_MAX + " files were looked at.");
        }
        Map<String, IntelFile> formats = IntelFile.byName();
        for (Path path : paths.subList(0, Math.min(paths.size(), FILES_MAX))) {
            String name = String.valueOf(path.getFileName());
            IntelFile format = formats.get(stem(name));
            if (name.endsWith(".mmdb")) {
                readCountries(path, name);
            } else if (format == null) {
                find(name, 0, "intel-file-unknown", "No table or list has this name; the file was left out.");
            } else {
                readLines(path, name, format.reader(parts));
            }
        }
    }

    /** The name without {@code .gz} and then {@code .txt}, {@code .csv} or {@code .dat}. */
    private static String stem(String name) {
        String stem = name.toLowerCase(Locale.ROOT);
        if (stem.endsWith(".gz")) {
            stem = stem.substring(0, stem.length() - 3);
        }
        for (String ending : List.of(".txt", ".csv", ".dat")) {
            if (stem.endsWith(ending)) {
                return stem.substring(0, stem.length() - 4);
            }
        }
        return stem;
    }

    private void readCountries(Path path, String name) {
        if (parts.countries instanceof CountryDatabase) {
            find(name, 0, "intel-file-unused", "A database of countries was read already; this one was left out.");
            return;
        }
        try {
            parts.countries = CountryDatabase.open(path);
            files.add(name);
        } catch (IOException e) {
            find(name, 0, "intel-file-unreadable", "The database of countries cannot be read: " + reason(e));
        }
    }

    private void readLines(Path path, String name, IntelFile.Reader reader) {
        long broken = 0;
        long used = 0;
        boolean whole = true;
        try (InputStream in = Files.newInputStream(path);
                InputStream text = name.toLowerCase(Locale.ROOT).endsWith(".gz") ? new GZIPInputStream(in) : in) {
            Lines lines = new Lines(text);
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                if (!lines.cut() && reader.add(line.strip(), lines.line())) {
                    used++;
                } else if (++broken <= BROKEN_LINES_NAMED_MAX) {
                    find(name, lines.line(), "intel-line-unreadable", "Not an entry: " + shown(line));
                }
            }
            if (lines.tooLong()) {
                find(name, 0, "intel-file-too-long", "Only the first " + lines.line() + " lines were read.");
            }
        } catch (IOException e) {
            whole = false;
            find(name, 0, "intel-file-unreadable", "The file cannot be read to its end: " + reason(e));
        }
        if (broken > BROKEN_LINES_NAMED_MAX) {
            find(name, 0, "intel-lines-unreadable", broken + " lines are no entries; the first are named.");
        }
        if (used > 0) {
            reader.end();
            files.add(name);
        } else if (broken == 0 && whole) {
            find(name, 0, "intel-file-empty", "The file holds no entry.");
        }
    }

    private void find(String file, long line, String code, String detail) {
        findings.add(
                new IntelTables.Finding(new SourceRef(file, line), new Problem(code, line == 0 ? -1 : line, detail)));
    }

    private static String reason(Exception e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : shown(message);
    }

    /** Cut, and without characters that could disturb a terminal. */
    private static String shown(String text) {
        String cut = text.length() > 80 ? text.substring(0, 80) + "..." : text;
        return cut.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    }
}
