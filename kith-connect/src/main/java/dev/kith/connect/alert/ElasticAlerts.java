package dev.kith.connect.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.connect.source.EventSink;
import dev.kith.connect.source.RecordFormat;
import dev.kith.event.DetectionFinding.Kind;
import dev.kith.event.DetectionFinding.Opinion;
import dev.kith.event.SourceRef;
import java.util.Map;

/** Alerts of Elastic Security ({@code kibana.alert}), and the signals that they were before version 8; nested or flat. */
public final class ElasticAlerts implements RecordFormat {
    private static final Map<String, Kind> NAMED = Map.ofEntries(
            Map.entry("user.name", Kind.ACCOUNT),
            Map.entry("user.target.name", Kind.ACCOUNT),
            Map.entry("user.id", Kind.ACCOUNT_ID),
            Map.entry("user.email", Kind.ADDRESS),
            Map.entry("email.from.address", Kind.ADDRESS),
            Map.entry("email.to.address", Kind.ADDRESS),
            Map.entry("email.message_id", Kind.MESSAGE),
            Map.entry("source.ip", Kind.IP),
            Map.entry("client.ip", Kind.IP),
            Map.entry("destination.ip", Kind.IP),
            Map.entry("host.name", Kind.DEVICE),
            Map.entry("host.hostname", Kind.DEVICE),
            Map.entry("file.name", Kind.FILE),
            Map.entry("file.hash.sha256", Kind.FILE),
            Map.entry("o365.audit.UserId", Kind.ACCOUNT));

    @Override
    public String name() {
        return "Elastic Security alerts";
    }

    @Override
    public boolean recognises(ObjectNode record) {
        return !Fields.at(record, "kibana.alert.rule.name").isMissingNode()
                || !Fields.at(record, "signal.rule.name").isMissingNode();
    }

    @Override
    public void read(ObjectNode record, SourceRef where, EventSink sink) {
        String status = Fields.text(record, "kibana.alert.workflow_status", "signal.status");
        String reason = Fields.text(record, "kibana.alert.workflow_reason");
        Opinion opinion = FindingBuilder.opinion(reason);
        FindingBuilder finding = new FindingBuilder("Elastic Security")
                .id(Fields.text(record, "kibana.alert.uuid", "signal.id"))
                .rule(
                        Fields.text(
                                record, "kibana.alert.rule.rule_id", "kibana.alert.rule.uuid", "signal.rule.rule_id"),
                        Fields.text(record, "kibana.alert.rule.name", "signal.rule.name"))
                .severity(FindingBuilder.severity(Fields.text(
                        record, "kibana.alert.severity", "kibana.alert.rule.severity", "signal.rule.severity")))
                .status(status, opinion)
                .url(Fields.text(record, "kibana.alert.url"))
                .time(
                        Fields.text(record, "kibana.alert.start", "@timestamp"),
                        Fields.text(record, "kibana.alert.original_time", "signal.original_time"));
        NAMED.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(field ->
                        Fields.texts(record, field.getKey()).forEach(value -> finding.names(field.getValue(), value)));
        for (String threats : new String[] {"kibana.alert.rule.threat", "signal.rule.threat"}) {
            for (JsonNode threat : Fields.at(record, threats)) {
                finding.techniques(threat.path("technique").toString());
            }
            Fields.texts(record, threats + ".technique.id").forEach(finding::techniques);
        }
        finding.into(sink, where);
    }
}
