package dev.kith.server.report;

import dev.kith.event.DetectionFinding;
import dev.kith.investigate.Alert;
import dev.kith.investigate.AlertOutcome;
import dev.kith.investigate.Incident;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** {@code alerts.jsonl}: a line for each alert of another product, with the case it ended in. None is left out. */
final class AlertLines implements Closeable {
    private final JsonLines json;

    /** Writes to {@code out} and closes it in the end. */
    AlertLines(OutputStream out) throws IOException {
        json = new JsonLines(out);
    }

    void alert(AlertOutcome outcome) throws IOException {
        DetectionFinding finding = outcome.alert().finding();
        json.line(() -> {
            named(json, outcome.alert());
            json.text("source", finding.source().toString());
            json.text("rule", finding.rule());
            json.text("status", finding.status());
            json.count("confidence", finding.confidence());
            json.text("url", finding.url());
            json.time("activity", Optional.of(finding.activity()));
            json.texts("techniques", finding.techniques());
            json.objects("about", finding.about(), named -> {
                json.text("kind", Wording.code(named.kind()));
                json.text("id", named.value());
            });
            json.texts(
                    "accounts",
                    outcome.alert().accounts().stream().map(a -> a.value()).toList());
            json.text("case", outcome.ended().map(Incident::id).orElse(""));
            json.text("verdict", Wording.code(outcome.verdict()));
            json.flag("in_incident", outcome.ended().filter(Incident::raised).isPresent());
        });
    }

    /** What names an alert, as incidents refer to it. */
    static void named(JsonLines json, Alert alert) throws IOException {
        DetectionFinding finding = alert.finding();
        json.text("product", finding.product());
        json.text("id", finding.alertId().isEmpty() ? finding.id().value() : finding.alertId());
        json.text("title", finding.title());
        json.text("severity", Wording.code(finding.severity()));
        json.time("time", Optional.of(finding.occurredAt()));
        json.text("weight", Wording.code(alert.weight()));
    }

    /** The alerts of an incident, as it refers to them. */
    static void of(JsonLines json, List<Alert> alerts) throws IOException {
        json.objects("alerts", alerts, alert -> named(json, alert));
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
