package dev.kith.connect.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.connect.source.EventSink;
import dev.kith.connect.source.RecordFormat;
import dev.kith.event.DetectionFinding.Kind;
import dev.kith.event.DetectionFinding.Severity;
import dev.kith.event.SourceRef;
import java.util.Locale;
import java.util.Map;

/** Alerts of a product that kith does not know, by a mapping that somebody wrote. */
public final class MappedAlerts implements RecordFormat {
    private static final Map<String, Kind> NAMED = Map.of(
            "account", Kind.ACCOUNT,
            "address", Kind.ADDRESS,
            "ip", Kind.IP,
            "device", Kind.DEVICE,
            "file", Kind.FILE,
            "message", Kind.MESSAGE);

    private final AlertMapping mapping;

    public MappedAlerts(AlertMapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public String name() {
        return "alerts by the mapping";
    }

    /** In JSON what is empty is often left out, so that time, title and one column more are enough. */
    @Override
    public boolean recognises(ObjectNode record) {
        long found = mapping.columns().values().stream()
                .filter(column -> !Fields.at(record, column).isMissingNode())
                .count();
        return has(record, "time")
                && has(record, "title")
                && found >= Math.min(3, mapping.columns().size());
    }

    private boolean has(ObjectNode record, String held) {
        return !Fields.at(record, mapping.columns().getOrDefault(held, "")).isMissingNode();
    }

    @Override
    public void read(ObjectNode record, SourceRef where, EventSink sink) {
        String severity = text(record, "severity");
        String status = text(record, "status");
        Severity known = mapping.severities().get(severity.toLowerCase(Locale.ROOT));
        FindingBuilder finding = new FindingBuilder(mapping.product())
                .id(text(record, "id"))
                .rule(text(record, "rule"), text(record, "title"))
                .severity(known == null ? FindingBuilder.severity(severity) : known)
                .confidence(text(record, "confidence"))
                .status(status, FindingBuilder.opinion(status))
                .url(text(record, "url"))
                .time(text(record, "time"), text(record, "activity"))
                .techniques(text(record, "technique"));
        NAMED.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(named -> Fields.texts(record, mapping.columns().getOrDefault(named.getKey(), ""))
                        .forEach(value -> finding.names(named.getValue(), value)));
        finding.into(sink, where);
    }

    private String text(ObjectNode record, String held) {
        String column = mapping.columns().get(held);
        return column == null ? "" : Fields.text(record, column);
    }
}
