package dev.kith.server.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the example reports into the folder named, to be looked at. */
public final class RenderExample {
    private RenderExample() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        write(folder.resolve("report.html"), ExampleScan.summary());
        write(folder.resolve("quiet.html"), ExampleScan.quiet());
    }

    private static void write(Path file, ScanSummary scan) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            ReportPage.write(scan, "0.1.0", out);
        }
    }
}
