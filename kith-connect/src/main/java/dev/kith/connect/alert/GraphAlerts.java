package dev.kith.connect.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.connect.source.EventSink;
import dev.kith.connect.source.RecordFormat;
import dev.kith.event.DetectionFinding.Kind;
import dev.kith.event.DetectionFinding.Opinion;
import dev.kith.event.SourceRef;
import java.util.List;

/** Microsoft Graph security alerts: {@code alerts_v2} with its evidence, and the older form with its states. */
public final class GraphAlerts implements RecordFormat {
    @Override
    public String name() {
        return "Microsoft security alerts";
    }

    @Override
    public boolean recognises(ObjectNode record) {
        boolean second = record.has("serviceSource") && (record.has("detectionSource") || record.has("evidence"));
        boolean first = record.has("vendorInformation") && record.has("eventDateTime");
        return record.has("title") && record.has("severity") && (second || first);
    }

    @Override
    public void read(ObjectNode record, SourceRef where, EventSink sink) {
        Opinion opinion = FindingBuilder.opinion(Fields.text(record, "classification", "feedback"));
        FindingBuilder finding = new FindingBuilder(product(record))
                .id(Fields.text(record, "id"))
                .rule(Fields.text(record, "detectorId", "alertPolicyId", "category"), Fields.text(record, "title"))
                .severity(FindingBuilder.severity(Fields.text(record, "severity")))
                .confidence(Fields.text(record, "confidence"))
                .status(Fields.text(record, "status"), opinion)
                .url(Fields.text(record, "alertWebUrl"))
                .time(
                        Fields.text(record, "createdDateTime"),
                        Fields.text(record, "firstActivityDateTime", "eventDateTime"));
        Fields.texts(record, "mitreTechniques").forEach(finding::techniques);
        for (String part : List.of("evidence", "userStates", "hostStates", "fileStates", "messageSecurityStates")) {
            Named.in(record.path(part), part, finding);
        }
        for (var state : record.path("networkConnections")) {
            finding.names(Kind.IP, Fields.text(state, "sourceAddress"));
        }
        finding.into(sink, where);
    }

    private static String product(ObjectNode record) {
        String shown = Fields.text(record, "productName", "vendorInformation.provider", "serviceSource");
        return switch (shown) {
            case "microsoftDefenderForOffice365" -> "Microsoft Defender for Office 365";
            case "microsoftDefenderForEndpoint" -> "Microsoft Defender for Endpoint";
            case "microsoftDefenderForIdentity" -> "Microsoft Defender for Identity";
            case "microsoftDefenderForCloudApps" -> "Microsoft Defender for Cloud Apps";
            case "azureAdIdentityProtection" -> RiskDetections.PRODUCT;
            default -> shown;
        };
    }
}
