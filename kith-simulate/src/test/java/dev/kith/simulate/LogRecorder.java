package dev.kith.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps what a simulation writes down, and lets tests look for it. */
final class LogRecorder implements MailWriter, LogWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    final List<Label> labels = new ArrayList<>();
    final List<Arrived> audit = new ArrayList<>();
    final List<Arrived> signIns = new ArrayList<>();
    final List<Arrived> traces = new ArrayList<>();
    final List<Scenario> scenarios = new ArrayList<>();
    private final MessageDigest digest;
    private Optional<Charter> charter = Optional.empty();

    LogRecorder() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK knows SHA-256", e);
        }
    }

    /** A record and the day of the file it stands in. */
    record Arrived(LocalDate day, String text, JsonNode json) {
        static Arrived of(LocalDate day, String text) {
            try {
                return new Arrived(day, text, JSON.readTree(text));
            } catch (IOException e) {
                throw new UncheckedIOException(text, e);
            }
        }

        String text(String field) {
            return json.path(field).asText();
        }
    }

    @Override
    public void organisation(Charter founded) {
        charter = Optional.of(founded);
    }

    @Override
    public void mail(Label label, byte[] message) {
        labels.add(label);
    }

    @Override
    public void audit(LocalDate arrived, String record) {
        add(audit, arrived, record);
    }

    @Override
    public void signIn(LocalDate day, String signIn) {
        add(signIns, day, signIn);
    }

    @Override
    public void trace(LocalDate day, String row) {
        add(traces, day, row);
    }

    private void add(List<Arrived> to, LocalDate day, String text) {
        digest.update((day + text).getBytes(StandardCharsets.UTF_8));
        to.add(Arrived.of(day, text));
    }

    @Override
    public void scenario(Scenario scenario) {
        digest.update(scenario.toString().getBytes(StandardCharsets.UTF_8));
        scenarios.add(scenario);
    }

    Charter charter() {
        return charter.orElseThrow();
    }

    /** Audit records by id, the first of each. */
    Map<String, JsonNode> byId() {
        Map<String, JsonNode> byId = new LinkedHashMap<>();
        audit.forEach(one -> byId.putIfAbsent(one.text("Id"), one.json()));
        return byId;
    }

    Scenario scenario(String type) {
        return scenarios.stream()
                .filter(scenario -> scenario.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no scenario " + type + " in " + scenarios));
    }

    String digest() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
