package dev.kith.server.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.kith.detect.Detection;
import dev.kith.investigate.Hypothesis;
import dev.kith.investigate.Incident;
import dev.kith.investigate.Step;
import dev.kith.score.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** {@code incidents.jsonl} and {@code detections.jsonl}: a line of JSON each, in the manner of {@link MessageLines}. */
final class IncidentLines implements Closeable {
    private final JsonGenerator json;

    /** Writes to {@code out} and closes it in the end. */
    IncidentLines(OutputStream out) throws IOException {
        json = new JsonFactory().createGenerator(out);
        json.setPrettyPrinter(new MinimalPrettyPrinter(""));
    }

    void detection(Detection detection) throws IOException {
        json.writeStartObject();
        text("id", detection.id());
        text("time", detection.time().toString());
        text("model", detection.model().title());
        number("score", detection.model().score());
        json.writeArrayFieldStart("entities");
        entity("account", detection.account().value());
        if (detection.visit().isPresent()) {
            entity("address", detection.visit().get().endpoint().ip().toString());
        }
        json.writeEndArray();
        texts("events", List.of(detection.eventId()));
        texts("techniques", detection.model().techniques());
        json.writeArrayFieldStart("reasons");
        for (Reason reason : detection.reasons()) {
            json.writeStartObject();
            text("code", reason.code());
            text("observed", reason.observed());
            text("expected", reason.expected());
            number("weight", reason.weight());
            json.writeEndObject();
        }
        json.writeEndArray();
        end();
    }

    void incident(Incident incident) throws IOException {
        json.writeStartObject();
        text("id", incident.id());
        text("title", incident.title());
        text("category", Wording.code(incident.category()));
        json.writeNumberField("priority", incident.priority());
        texts("accounts", incident.accounts());
        json.writeArrayFieldStart("entities");
        for (Incident.Entity entity : incident.entities()) {
            entity(entity.kind(), entity.id());
        }
        json.writeEndArray();
        text("first_activity", incident.first().toString());
        text("last_activity", incident.last().toString());
        if (incident.raisedAt().isPresent()) {
            text("raised_at", incident.raisedAt().get().toString());
        } else {
            json.writeNullField("raised_at");
        }
        texts("events", incident.events());
        texts("techniques", incident.techniques());
        text("summary", incident.summary());
        timeline(incident);
        hypotheses(incident);
        json.writeArrayFieldStart("steps");
        for (Step step : incident.conclusion().steps()) {
            step(step);
        }
        json.writeEndArray();
        texts("not_asked", incident.conclusion().open());
        json.writeArrayFieldStart("actions");
        for (Incident.ProposedAction action : incident.actions()) {
            json.writeStartObject();
            text("action", action.action());
            text("target", action.target());
            text("why", action.why());
            json.writeEndObject();
        }
        json.writeEndArray();
        end();
    }

    private void timeline(Incident incident) throws IOException {
        json.writeArrayFieldStart("timeline");
        for (Incident.Moment moment : incident.timeline()) {
            json.writeStartObject();
            text("time", moment.time().toString());
            text("what", moment.what());
            texts("events", moment.events());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void hypotheses(Incident incident) throws IOException {
        json.writeArrayFieldStart("hypotheses");
        for (Map.Entry<Hypothesis, Double> belief :
                incident.conclusion().beliefs().entrySet()) {
            json.writeStartObject();
            text("name", belief.getKey().title());
            number("prior", belief.getKey().prior());
            number("posterior", belief.getValue());
            boolean leads = belief.getKey() == incident.conclusion().leading();
            text("verdict", leads ? "leading" : belief.getValue() < 0.01 ? "ruled out" : "possible");
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void step(Step step) throws IOException {
        json.writeStartObject();
        text("question", step.question());
        text("asked", step.asked());
        text("answer", step.answer());
        text("found", step.found());
        number("information_bits", step.information());
        beliefs("before", step.before());
        beliefs("after", step.after());
        texts("events", step.events());
        json.writeEndObject();
    }

    private void beliefs(String field, Map<Hypothesis, Double> beliefs) throws IOException {
        json.writeObjectFieldStart(field);
        for (Map.Entry<Hypothesis, Double> belief : beliefs.entrySet()) {
            number(Wording.code(belief.getKey()), belief.getValue());
        }
        json.writeEndObject();
    }

    private void entity(String kind, String id) throws IOException {
        json.writeStartObject();
        text("kind", kind);
        text("id", id);
        json.writeEndObject();
    }

    private void end() throws IOException {
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void text(String field, String value) throws IOException {
        json.writeStringField(field, Shown.wellFormed(value));
    }

    private void texts(String field, List<String> values) throws IOException {
        json.writeArrayFieldStart(field);
        for (String value : values) {
            json.writeString(Shown.wellFormed(value));
        }
        json.writeEndArray();
    }

    private void number(String field, double value) throws IOException {
        json.writeFieldName(field);
        json.writeNumber(Figures.decimal(value));
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
