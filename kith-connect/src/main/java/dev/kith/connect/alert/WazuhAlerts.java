package dev.kith.connect.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.connect.source.EventSink;
import dev.kith.connect.source.RecordFormat;
import dev.kith.event.DetectionFinding.Kind;
import dev.kith.event.DetectionFinding.Opinion;
import dev.kith.event.DetectionFinding.Severity;
import dev.kith.event.SourceRef;

/** Alerts of Wazuh, as its {@code alerts.json} and its index hold them. */
public final class WazuhAlerts implements RecordFormat {
    @Override
    public String name() {
        return "Wazuh alerts";
    }

    @Override
    public boolean recognises(ObjectNode record) {
        return record.path("rule").has("level")
                && record.path("rule").has("description")
                && (record.has("agent") || record.has("manager") || record.has("decoder"));
    }

    @Override
    public void read(ObjectNode record, SourceRef where, EventSink sink) {
        FindingBuilder finding = new FindingBuilder("Wazuh")
                .id(Fields.text(record, "id"))
                .rule(Fields.text(record, "rule.id"), Fields.text(record, "rule.description"))
                .severity(severity(Fields.at(record, "rule.level").asInt(-1)))
                .status("", Opinion.NONE)
                .time(Fields.text(record, "timestamp", "@timestamp"), "")
                .names(Kind.DEVICE, Fields.text(record, "agent.name"))
                .names(Kind.ACCOUNT, Fields.text(record, "data.office365.UserId"));
        Fields.texts(record, "rule.mitre.id").forEach(finding::techniques);
        Named.in(record.path("data"), "data", finding);
        Named.in(record.path("syscheck"), "syscheck", finding);
        finding.names(Kind.FILE, Fields.text(record, "syscheck.path"));
        finding.into(sink, where);
    }

    /** Wazuh's levels go from 0 to 15; its documentation calls 12 and more of high importance, below 7 minor. */
    private static Severity severity(int level) {
        return level < 0
                ? Severity.UNKNOWN
                : level >= 15
                        ? Severity.CRITICAL
                        : level >= 12
                                ? Severity.HIGH
                                : level >= 7 ? Severity.MEDIUM : level >= 4 ? Severity.LOW : Severity.INFORMATIONAL;
    }
}
