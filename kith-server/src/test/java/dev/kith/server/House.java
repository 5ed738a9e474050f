package dev.kith.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.server.report.ReportDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A simulated organisation on disk, its labels, and what a scan of it says. */
final class House {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Simulator.Simulated simulated;

    private House(Path folder, Simulator.Simulated simulated) {
        this.folder = folder;
        this.simulated = simulated;
    }

    /** Lets the partner-hijack story happen in a new folder. */
    static House hijacked(Path folder, int accounts, int days, long seed) throws IOException {
        Simulator.Settings settings = new Simulator.Settings("partner-hijack", accounts, days, seed);
        return new House(folder, new OfficeSimulator().run(settings, folder, Progress.none()));
    }

    Path mail() {
        return simulated.mail();
    }

    Path folder() {
        return folder;
    }

    /** The options with which {@code kith simulate} says it should be scanned. */
    List<String> options(Path out) {
        List<String> options = new ArrayList<>(List.of("scan", "--quiet", "--out", out.toString()));
        for (String domain : simulated.domains()) {
            options.addAll(List.of("--org", domain));
        }
        options.addAll(List.of("--learn-until", simulated.learnUntil().toString()));
        options.addAll(List.of("--directory", simulated.directory().toString()));
        return options;
    }

    /** Scans the folder of mail. */
    Kith.Said scan(Path out) {
        List<String> arguments = options(out);
        arguments.add(mail().toString());
        return Kith.run(arguments.toArray(String[]::new));
    }

    /** Scans mail and logs. */
    Kith.Said scanAll(Path out) {
        List<String> arguments = options(out);
        simulated.inputs().forEach(input -> arguments.add(input.toString()));
        return Kith.run(arguments.toArray(String[]::new));
    }

    /** The labels of mails by Message-ID; those of whole stories, which the file ends with, are left out. */
    Map<String, JsonNode> labels() throws IOException {
        Map<String, JsonNode> labels = new HashMap<>();
        for (JsonNode label : lines(folder.resolve("labels.jsonl"))) {
            if (label.has("message_id")) {
                labels.put(label.path("message_id").asText(), label);
            }
        }
        return labels;
    }

    /** The lines of a report's {@code messages.jsonl}. */
    static List<JsonNode> messages(Path report) throws IOException {
        return lines(report.resolve(ReportDirectory.MESSAGES));
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }
}
