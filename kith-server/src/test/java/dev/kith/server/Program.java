package dev.kith.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program started as a process of its own, and what it said. */
final class Program {
    /** Chosen by hand: far longer than any of them takes, so that a hanging one fails its test. */
    private static final long SECONDS_MAX = 120;

    private Program() {}

    /** This Java. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** A class of ours with the class path of the tests. */
    static List<String> ofTests(Class<?> main, String... args) {
        List<String> command = new ArrayList<>(List.of(
                java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.add(main.getName());
        command.addAll(List.of(args));
        return command;
    }

    /** Starts it with its output in files of the folder, so that it never waits for a reader. */
    static Started start(Path folder, List<String> command) throws IOException {
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return new Started(builder.start(), out, err);
    }

    /** Runs it to its end. */
    static Kith.Said run(Path folder, List<String> command) throws IOException, InterruptedException {
        return start(folder, command).end();
    }

    /** A program that is running. */
    record Started(Process process, Path out, Path err) {
        /** Waits for its end and takes its output away. */
        Kith.Said end() throws IOException, InterruptedException {
            if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running after " + SECONDS_MAX + " s: " + Files.readString(err));
            }
            String said = Files.readString(out, StandardCharsets.UTF_8);
            String complained = Files.readString(err, StandardCharsets.UTF_8);
            Files.delete(out);
            Files.delete(err);
            return new Kith.Said(process.exitValue(), said, complained);
        }

        /** Waits until it has said the words on standard output. */
        void until(String words) throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
            while (!said().contains(words)) {
                if (!process.isAlive() || System.nanoTime() - end > 0) {
                    throw new AssertionError("never said " + words + " but " + said());
                }
                process.waitFor(20, TimeUnit.MILLISECONDS);
            }
        }

        private String said() {
            try {
                return Files.readString(out, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
