package dev.kith.connect.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.connect.source.EventSink;
import dev.kith.connect.source.RecordFormat;
import dev.kith.event.DetectionFinding.Kind;
import dev.kith.event.DetectionFinding.Severity;
import dev.kith.event.SourceRef;
import java.util.Locale;

/** Entra ID Protection: Graph {@code riskDetections}, the diagnostic export of them, and the table in Log Analytics. */
public final class RiskDetections implements RecordFormat {
    static final String PRODUCT = "Entra ID Protection";

    @Override
    public String name() {
        return "Entra risk detections";
    }

    @Override
    public boolean recognises(ObjectNode record) {
        return plain(record) || record.get("properties") instanceof ObjectNode inner && plain(inner);
    }

    private static boolean plain(ObjectNode record) {
        return (record.has("riskEventType") && record.has("detectedDateTime"))
                || (record.has("RiskEventType") && record.has("DetectedDateTime"));
    }

    @Override
    public void read(ObjectNode record, SourceRef where, EventSink sink) {
        JsonNode risk = plain(record) ? record : record.path("properties");
        String type = text(risk, "riskEventType");
        String state = text(risk, "riskState");
        new FindingBuilder(PRODUCT)
                .id(text(risk, "id"))
                .rule(type, words(type))
                .severity(severity(text(risk, "riskLevel")))
                .status(state, FindingBuilder.opinion(state))
                .time(text(risk, "detectedDateTime"), text(risk, "activityDateTime"))
                .techniques(text(risk, "additionalInfo"))
                .names(Kind.ACCOUNT, text(risk, "userPrincipalName"))
                .names(Kind.ACCOUNT_ID, text(risk, "userId"))
                .names(Kind.IP, text(risk, "ipAddress"))
                .into(sink, where);
    }

    private static Severity severity(String level) {
        return level.equalsIgnoreCase("none") ? Severity.INFORMATIONAL : FindingBuilder.severity(level);
    }

    private static String text(JsonNode risk, String field) {
        return Fields.text(risk, field, field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1));
    }

    /** {@code unfamiliarFeatures}: unfamiliar features. */
    private static String words(String type) {
        return type.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
