package dev.kith.connect.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.connect.source.EventSink;
import dev.kith.connect.source.RecordFormat;
import dev.kith.event.DetectionFinding.Kind;
import dev.kith.event.DetectionFinding.Severity;
import dev.kith.event.SourceRef;
import java.util.List;

/** Alerts of Suricata in EVE's JSON. They have no id of their own: flow and signature name them. */
public final class SuricataAlerts implements RecordFormat {
    /** Suricata counts from the gravest: 1 to 4. */
    private static final List<Severity> SEVERITIES =
            List.of(Severity.UNKNOWN, Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.INFORMATIONAL);

    @Override
    public String name() {
        return "Suricata alerts";
    }

    @Override
    public boolean recognises(ObjectNode record) {
        return record.path("event_type").asText().equals("alert")
                && record.path("alert").isObject();
    }

    @Override
    public void read(ObjectNode record, SourceRef where, EventSink sink) {
        String flow = Fields.text(record, "flow_id");
        String signature = Fields.text(record, "alert.signature_id");
        String time = Fields.text(record, "timestamp");
        int severity = Fields.at(record, "alert.severity").asInt(0);
        FindingBuilder finding = new FindingBuilder("Suricata")
                .id(flow.isEmpty() ? "" : flow + "-" + signature + "-" + time)
                .rule(signature, Fields.text(record, "alert.signature"))
                .severity(severity > 0 && severity < SEVERITIES.size() ? SEVERITIES.get(severity) : Severity.UNKNOWN)
                .status(Fields.text(record, "alert.action"), FindingBuilder.opinion(""))
                .time(time, Fields.text(record, "flow.start"))
                .names(Kind.IP, Fields.text(record, "src_ip"))
                .names(Kind.IP, Fields.text(record, "dest_ip"))
                .names(Kind.ADDRESS, Fields.text(record, "email.from"))
                .names(Kind.FILE, Fields.text(record, "fileinfo.filename"));
        Fields.texts(record, "email.to").forEach(to -> finding.names(Kind.ADDRESS, to));
        Fields.texts(record, "alert.metadata.mitre_technique_id").forEach(finding::techniques);
        finding.into(sink, where);
    }
}
