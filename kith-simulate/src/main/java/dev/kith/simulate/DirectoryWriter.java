package dev.kith.simulate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a simulation into a folder: {@code mail/DAY/NNNNNN.eml}, {@code audit/audit-DAY.jsonl},
 * {@code signins/signins-DAY.json}, {@code messagetrace/messagetrace-DAY.jsonl}, {@code labels.jsonl} (a line for each mail,
 * then one for each story that runs through many events), {@code organisation.json} and {@code directory.csv} (the form
 * that {@code kith scan --directory} reads).
 */
public final class DirectoryWriter implements MailWriter, LogWriter, Closeable {
    private final Path folder;
    private final JsonFactory json = new JsonFactory();
    private final BufferedWriter labels;
    private final LogFiles audit;
    private final LogFiles signIns;
    private final LogFiles traces;
    private Path day = Path.of("");

    /** The folder is made where it does not exist. Throws where it cannot be written to. */
    public DirectoryWriter(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("mail"));
        this.labels = Files.newBufferedWriter(folder.resolve("labels.jsonl"), StandardCharsets.UTF_8);
        this.audit = LogFiles.lines(folder.resolve("audit"));
        this.signIns = LogFiles.pages(folder.resolve("signins"));
        this.traces = LogFiles.lines(folder.resolve("messagetrace"));
    }

    @Override
    public void organisation(Charter charter) throws IOException {
        try (BufferedWriter file =
                        Files.newBufferedWriter(folder.resolve("organisation.json"), StandardCharsets.UTF_8);
                JsonGenerator out = json.createGenerator(file)) {
            out.setPrettyPrinter(new DefaultPrettyPrinter());
            organisation(charter, out);
        }
        try (BufferedWriter file = Files.newBufferedWriter(folder.resolve("directory.csv"), StandardCharsets.UTF_8)) {
            file.write("account,display_name,department,manager,title,status,last_day,protected\n");
            for (Charter.Account account : charter.accounts()) {
                file.write(String.join(
                                ",",
                                account.address(),
                                account.displayName(),
                                account.department(),
                                account.manager(),
                                account.title(),
                                account.active() ? "active" : "left",
                                account.lastDay().map(Object::toString).orElse(""),
                                Boolean.toString(account.guarded()))
                        + "\n");
            }
        }
    }

    private static void organisation(Charter charter, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", charter.name());
        out.writeStringField("story", charter.story().option());
        out.writeNumberField("seed", charter.seed());
        out.writeStringField("begin", charter.begin().toString());
        out.writeNumberField("days", charter.days());
        out.writeStringField("learn_until", charter.learnUntil().toString());
        out.writeArrayFieldStart("domains");
        for (String domain : charter.domains()) {
            out.writeString(domain);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("mailboxes");
        for (Charter.Account account : charter.accounts()) {
            out.writeString(account.address());
        }
        out.writeEndArray();
        out.writeArrayFieldStart("partners");
        for (Charter.PartnerName partner : charter.partners()) {
            out.writeStartObject();
            out.writeStringField("name", partner.name());
            out.writeStringField("domain", partner.domain());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    @Override
    public void mail(Label label, byte[] message) throws IOException {
        Path file = folder.resolve(label.path());
        Path parent = Optional.ofNullable(file.getParent()).orElse(folder);
        if (!parent.equals(day)) {
            Files.createDirectories(parent);
            day = parent;
        }
        Files.write(file, message);
        try (JsonGenerator out = labelLine()) {
            label(label, out);
        }
        labels.write('\n');
    }

    private JsonGenerator labelLine() throws IOException {
        return json.createGenerator(labels)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    }

    @Override
    public void audit(LocalDate arrived, String record) throws IOException {
        audit.write(arrived, record);
    }

    @Override
    public void signIn(LocalDate of, String signIn) throws IOException {
        signIns.write(of, signIn);
    }

    @Override
    public void trace(LocalDate of, String row) throws IOException {
        traces.write(of, row);
    }

    @Override
    public void scenario(Scenario scenario) throws IOException {
        try (JsonGenerator out = labelLine()) {
            scenario(scenario, out);
        }
        labels.write('\n');
    }

    private static void scenario(Scenario scenario, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("scenario", scenario.scenario());
        out.writeStringField("type", scenario.type());
        out.writeStringField(
                "kind", scenario.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        texts("accounts", scenario.accounts(), out);
        texts("events", once(scenario.events(), scenario), out);
        out.writeObjectFieldStart("same_as");
        for (Map.Entry<String, String> same : scenario.sameAs().entrySet()) {
            out.writeStringField(same.getKey(), same.getValue());
        }
        out.writeEndObject();
        out.writeStringField("first", scenario.first().toString());
        out.writeStringField(
                "first_account_activity", scenario.firstAccountActivity().toString());
        out.writeStringField("last", scenario.last().toString());
        texts("techniques", scenario.techniques(), out);
        texts("summary_must_name", scenario.mustName(), out);
        out.writeArrayFieldStart("steps");
        for (Scenario.Step step : scenario.steps()) {
            out.writeStartObject();
            out.writeStringField("step", step.step());
            out.writeStringField("time", step.time().toString());
            List<String> events = once(step.events(), scenario);
            texts("events", events, out);
            out.writeNumberField("count", events.size());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    /** The events without mails that a record tells of, too: what has two ids is one event. */
    private static List<String> once(List<String> events, Scenario scenario) {
        return events.stream().filter(id -> !scenario.sameAs().containsKey(id)).toList();
    }

    private static void texts(String name, List<String> values, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart(name);
        for (String value : values) {
            out.writeString(value);
        }
        out.writeEndArray();
    }

    private static void label(Label label, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("path", label.path());
        out.writeStringField("message_id", label.messageId());
        out.writeStringField("time", label.time().toString());
        out.writeStringField("direction", label.direction());
        out.writeStringField("label", label.truth().name().toLowerCase(Locale.ROOT));
        out.writeStringField("kind", label.kind());
        out.writeStringField("who", label.who());
        out.writeStringField("step", label.step());
        out.writeStringField("difficulty", label.difficulty());
        out.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        labels.close();
        audit.close();
        signIns.close();
        traces.close();
    }
}
