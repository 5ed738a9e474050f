package dev.kith.server;

import dev.kith.server.report.Shown;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/** The folder of a simulation: one of an earlier run is cleared, any other is left alone. */
final class SimulationFolder {
    /** What a simulation and the demo write. */
    private static final List<String> OURS = List.of(
            "mail", "audit", "signins", "messagetrace", "labels.jsonl", "organisation.json", "directory.csv", "report");

    private SimulationFolder() {}

    /** Clears the folder; a complaint where something stands in it that no simulation wrote. */
    static Optional<String> clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return Optional.empty();
        }
        if (!Files.isDirectory(folder)) {
            return Optional.of(Shown.line(folder.toString(), 200) + " is a file; a simulation needs a folder");
        }
        boolean any = false;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                any = true;
                if (!OURS.contains(String.valueOf(entry.getFileName()))) {
                    return Optional.of(Shown.line(folder.toString(), 200) + " holds "
                            + Shown.line(String.valueOf(entry.getFileName()), 80)
                            + ", which is no part of a simulation; name a new folder with --out");
                }
            }
        }
        if (any && !Files.isRegularFile(folder.resolve("organisation.json"))) {
            return Optional.of(Shown.line(folder.toString(), 200)
                    + " is not empty and holds no simulation; name a new folder with --out");
        }
        for (String name : OURS) {
            if (Files.exists(folder.resolve(name))) {
                delete(folder.resolve(name));
            }
        }
        return Optional.empty();
    }

    /** Links are removed, never followed. */
    private static void delete(Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
