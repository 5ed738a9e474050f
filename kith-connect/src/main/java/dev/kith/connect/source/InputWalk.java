package dev.kith.connect.source;

import dev.kith.event.Problem;
import dev.kith.event.SourceRef;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Finds every file of the inputs: folders to any depth, each in order of name. An input may itself be a symbolic link; links
 * inside a folder are named and not followed, since a folder of evidence may come from anywhere and its links may lead
 * anywhere. The same holds for pipes and devices. Holds the names of one path from the top at once, which is the only
 * memory that grows with the input: about 100 bytes for each file in the folders on that path.
 */
final class InputWalk {
    /** Folders in folders. Chosen by hand: far beyond what people keep, and small enough for the stack. */
    private static final int DEPTH_MAX = 500;

    private final Consumer<InputFile> files;
    private final BiConsumer<SourceRef, Problem> problems;

    private final Optional<Path> spared;

    /** {@code spared} is a folder that is passed over where it lies within an input. */
    InputWalk(Consumer<InputFile> files, BiConsumer<SourceRef, Problem> problems, Optional<Path> spared) {
        this.files = files;
        this.problems = problems;
        this.spared = spared;
    }

    void walk(List<Path> inputs) {
        Map<String, Integer> uses = new HashMap<>();
        for (Path input : inputs) {
            uses.merge(shortName(input), 1, Integer::sum);
        }
        for (Path input : inputs) {
            String name = shortName(input);
            input(input, uses.getOrDefault(name, 0) > 1 ? slashes(input.normalize()) : name);
        }
    }

    private static String shortName(Path input) {
        Path name = input.toAbsolutePath().normalize().getFileName();
        return name == null ? "" : name.toString();
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }

    private void input(Path input, String name) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(input, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                folder(input, name, 0);
            } else {
                files.accept(new InputFile(input, name, attributes.isRegularFile() ? attributes.size() : 0));
            }
        } catch (IOException e) {
            problem(name, e);
        }
    }

    private void folder(Path folder, String name, int depth) {
        if (depth > DEPTH_MAX) {
            problems.accept(SourceRef.of(name), Problem.of("folder-too-deep", "lies in " + depth + " folders"));
            return;
        }
        List<String> names;
        try {
            names = names(folder);
        } catch (IOException e) {
            problem(name, e);
            return;
        }
        boolean maildir = names.contains("cur") && names.contains("new");
        for (String child : names) {
            if (maildir && child.equals("tmp")) {
                continue; // a Maildir's mails still being delivered
            }
            child(folder.resolve(child), name.isEmpty() ? child : name + "/" + child, depth);
        }
    }

    private void child(Path path, String name, int depth) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isDirectory()) {
                if (!isSpared(path)) {
                    folder(path, name, depth + 1);
                }
            } else if (attributes.isRegularFile()) {
                files.accept(new InputFile(path, name, attributes.size()));
            } else if (attributes.isSymbolicLink()) {
                problems.accept(SourceRef.of(name), Problem.of("symbolic-link", "not followed"));
            } else {
                problems.accept(SourceRef.of(name), Problem.of("special-file", "a pipe, socket or device, not read"));
            }
        } catch (IOException e) {
            problem(name, e);
        }
    }

    private boolean isSpared(Path folder) throws IOException {
        return spared.isPresent()
                && Objects.equals(folder.getFileName(), spared.get().getFileName())
                && Files.exists(spared.get())
                && Files.isSameFile(folder, spared.get());
    }

    private static List<String> names(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                Path name = child.getFileName();
                if (name != null) {
                    names.add(name.toString());
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        names.sort(null);
        return names;
    }

    private void problem(String name, IOException e) {
        if (e instanceof NoSuchFileException) {
            problems.accept(SourceRef.of(name), Problem.of("not-found", "no such file or folder"));
        } else if (e instanceof AccessDeniedException) {
            problems.accept(SourceRef.of(name), Problem.of("no-permission", "may not be read by this user"));
        } else {
            problems.accept(SourceRef.of(name), Problem.of("unreadable", PieceReader.message(e)));
        }
    }
}
