package dev.kith.server.report;

import dev.kith.detect.Detection;
import dev.kith.investigate.AlertOutcome;
import dev.kith.investigate.Incident;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The folder a scan leaves behind. Everything is written into a folder beside it and moved into place at the very end,
 * so a report that can be seen is whole; without {@link #publish} nothing remains. A folder of an earlier run is
 * replaced, any other is refused. The folder is readable to its owner alone, for it tells of people's mail.
 */
public final class ReportDirectory implements Closeable {
    public static final String MESSAGES = "messages.jsonl";
    public static final String DETECTIONS = "detections.jsonl";
    public static final String INCIDENTS = "incidents.jsonl";
    public static final String ALERTS = "alerts.jsonl";
    public static final String REPORT = "report.html";

    /** What a run may have written, in the order of moving: the report, which people look for, comes last. */
    private static final List<String> OURS = List.of(MESSAGES, DETECTIONS, INCIDENTS, ALERTS, REPORT);

    /** The generator's name stands within the first lines of our page. */
    private static final int HEAD_BYTES = 2048;

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path target;
    private final Path parent;
    private @Nullable Staging staging;
    private @Nullable MessageLines messages;

    private ReportDirectory(Path target, Path parent) {
        this.target = target;
        this.parent = parent;
    }

    /**
     * Prepares to write a report to {@code target}: removes what killed runs left beside it, tries whether it can be
     * written, and leaves nothing yet, so that an input around it is read undisturbed.
     *
     * @throws NotOursException where something else stands there
     * @throws IOException where nothing can be written beside it
     */
    public static ReportDirectory open(Path target) throws IOException {
        Path real = Files.exists(target)
                ? target.toRealPath()
                : target.toAbsolutePath().normalize();
        requireOurs(real, target);
        Path parent = real.getParent();
        if (parent == null) {
            throw new NotOursException(target + " is the root of a file system");
        }
        requireFolder(parent);
        try {
            Files.createDirectories(parent);
            Staging.clear(parent);
            Staging.clear(real);
            stagingFor(real, parent).remove();
        } catch (AccessDeniedException e) {
            throw new AccessDeniedException(target.toString()); // as the user knows it, not by the name of a try
        }
        return new ReportDirectory(real, parent);
    }

    /** Something else than a folder on the way to the report, which no folder can be made in. */
    private static void requireFolder(Path parent) throws NotOursException {
        Path at = parent;
        while (at != null && !Files.exists(at)) {
            at = at.getParent();
        }
        if (at != null && !Files.isDirectory(at)) {
            throw new NotOursException(at + " is a file; the report needs a folder");
        }
    }

    /** Where the judgements go, a line each. */
    public MessageLines messages() throws IOException {
        if (messages == null) {
            messages = new MessageLines(create(staging().folder().resolve(MESSAGES)));
        }
        return messages;
    }

    private Staging staging() throws IOException {
        if (staging == null) {
            staging = stagingFor(target, parent);
        }
        return staging;
    }

    /** Writes the page and moves all into place. */
    public void publish(ScanSummary scan, String version) throws IOException {
        messages().close();
        Path whole = staging().folder();
        try (IncidentLines lines = new IncidentLines(create(whole.resolve(INCIDENTS)))) {
            for (Incident incident : scan.incidents()) {
                lines.incident(incident, scan.budget());
            }
        }
        try (IncidentLines lines = new IncidentLines(create(whole.resolve(DETECTIONS)))) {
            for (Detection detection : detections(scan)) {
                lines.detection(detection);
            }
        }
        try (AlertLines lines = new AlertLines(create(whole.resolve(ALERTS)))) {
            for (AlertOutcome outcome : scan.alerts()) {
                lines.alert(outcome);
            }
        }
        try (Writer writer = new OutputStreamWriter(create(whole.resolve(REPORT)), StandardCharsets.UTF_8)) {
            ReportPage.write(scan, version, writer);
        }
        staging().unlock();
        if (whole.startsWith(target) || !swap(whole, staging().old())) {
            moveFiles(whole);
        }
    }

    /** Every model that fired, in the order of time, once. */
    private static List<Detection> detections(ScanSummary scan) {
        return scan.incidents().stream()
                .flatMap(i -> i.detections().stream())
                .distinct()
                .sorted(Comparator.comparing(Detection::time).thenComparing(Detection::id))
                .toList();
    }

    /** A new file, whose failures name the folder that the user asked for. */
    private OutputStream create(Path file) throws IOException {
        return new BufferedOutputStream(new NamedOutput(Files.newOutputStream(file), target), BUFFER_BYTES);
    }

    /** Removes what was not published. */
    @Override
    public void close() throws IOException {
        try {
            if (messages != null) {
                messages.close();
            }
        } catch (IOException e) {
            // A full disk fails again on closing; what counts is that the folder goes.
        } finally {
            if (staging != null) {
                staging.remove();
            }
        }
    }

    /** The same when the program is interrupted; never fails. */
    public void abandon() {
        try {
            if (staging != null) {
                staging.remove();
            }
        } catch (IOException e) {
            // Nobody is left to be told; what remains is named as partial.
        }
    }

    /** Beside the target, or within it where only that can be written, as with a mounted folder. */
    private static Staging stagingFor(Path real, Path parent) throws IOException {
        try {
            return Staging.in(parent);
        } catch (FileSystemException e) {
            if (Files.isDirectory(real) && Files.isWritable(real)) {
                return Staging.in(real);
            }
            throw e;
        }
    }

    /** Puts the new folder in the old one's place; false where the place cannot be renamed. */
    private boolean swap(Path whole, Path old) throws IOException {
        if (!Files.exists(target)) {
            Files.move(whole, target);
            return true;
        }
        try {
            Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            return false;
        }
        try {
            Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
            throw e;
        }
        Staging.delete(old);
        return true;
    }

    private void moveFiles(Path whole) throws IOException {
        Files.deleteIfExists(target.resolve(REPORT));
        for (String name : OURS) {
            Path from = whole.resolve(name);
            if (Files.exists(from)) {
                Files.move(from, target.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.deleteIfExists(target.resolve(name));
            }
        }
    }

    private static void requireOurs(Path real, Path asTyped) throws IOException {
        if (!Files.exists(real)) {
            return;
        }
        if (!Files.isDirectory(real)) {
            throw new NotOursException(asTyped + " is a file; the report needs a folder");
        }
        TreeSet<String> foreign = new TreeSet<>();
        boolean any = false;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(real)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (Staging.isOne(name)) {
                    continue;
                }
                any = true;
                if (!OURS.contains(name)) {
                    foreign.add(name);
                }
            }
        }
        if (!foreign.isEmpty()) {
            throw new NotOursException(asTyped + " holds " + Shown.line(foreign.first(), 80)
                    + ", which is no part of a report; name a new folder with --out");
        }
        if (any && !isOurPage(real.resolve(REPORT))) {
            throw new NotOursException(
                    asTyped + " is not empty and holds no report of kith; name a new folder with --out");
        }
    }

    private static boolean isOurPage(Path page) throws IOException {
        try (InputStream in = Files.newInputStream(page)) {
            String head = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
            return head.contains("content=\"" + ReportPage.GENERATOR + "\"");
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** The folder named for the report holds something that no earlier run wrote. */
    public static final class NotOursException extends IOException {
        private static final long serialVersionUID = 1;

        NotOursException(String message) {
            super(message);
        }
    }
}
