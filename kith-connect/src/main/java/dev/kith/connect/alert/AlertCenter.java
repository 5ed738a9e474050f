package dev.kith.connect.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.connect.source.EventSink;
import dev.kith.connect.source.RecordFormat;
import dev.kith.event.DetectionFinding.Opinion;
import dev.kith.event.SourceRef;

/** Alerts of Google Workspace's Alert Center. */
public final class AlertCenter implements RecordFormat {
    @Override
    public String name() {
        return "Google Workspace alerts";
    }

    @Override
    public boolean recognises(ObjectNode record) {
        return record.has("alertId") && record.has("type") && record.has("source") && record.has("createTime");
    }

    @Override
    public void read(ObjectNode record, SourceRef where, EventSink sink) {
        String type = Fields.text(record, "type");
        FindingBuilder finding = new FindingBuilder("Google Workspace Alert Center")
                .id(Fields.text(record, "alertId"))
                .rule(Fields.text(record, "source"), type)
                .severity(FindingBuilder.severity(Fields.text(record, "metadata.severity")))
                .status(Fields.text(record, "metadata.status"), Opinion.NONE)
                .url(Fields.text(record, "securityInvestigationToolLink"))
                .time(Fields.text(record, "createTime"), Fields.text(record, "startTime"));
        Named.in(record.path("data"), "data", finding);
        finding.into(sink, where);
    }
}
