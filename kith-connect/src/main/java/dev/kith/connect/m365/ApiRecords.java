package dev.kith.connect.m365;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.connect.source.Details;
import dev.kith.connect.source.RecordFields;
import dev.kith.event.ApiActivity;
import dev.kith.event.Client;
import java.util.Map;
import java.util.Set;

/** Every other operation, kept with its plain fields. */
final class ApiRecords {
    /** Detail that marks Microsoft's own findings: something to compare with, never evidence. */
    static final String COMPARISON_ONLY = "comparisonOnly";

    /** Fields that stand elsewhere in the event, or say nothing. */
    private static final Set<String> ELSEWHERE = Set.of(
            "CreationTime",
            "TimeGenerated",
            "Id",
            "Operation",
            "OrganizationId",
            "UserId",
            "UserKey",
            "Version",
            "Workload",
            "ClientIP",
            "ObjectId",
            "UserAgent",
            "OriginatingServer",
            "OrganizationName",
            "TenantId");

    private ApiRecords() {}

    static ApiActivity event(AuditFacts facts) {
        return event(facts, new Details());
    }

    static ApiActivity alert(AuditFacts facts) {
        Details details = new Details();
        details.put(COMPARISON_ONLY, "true");
        return event(facts, details);
    }

    private static ApiActivity event(AuditFacts facts, Details details) {
        AuditRecord record = facts.record();
        record.copyPairs("Parameters", details);
        for (Map.Entry<String, JsonNode> field : record.fields()) {
            if (!ELSEWHERE.contains(field.getKey()) && !field.getKey().equals("Parameters")) {
                details.put(field.getKey(), field.getValue());
            }
        }
        return new ApiActivity(
                facts.id(),
                facts.time(),
                facts.where(),
                facts.actor(),
                record.workload(),
                record.operation(),
                target(record),
                facts.endpoint(),
                new Client(
                        record.text("UserAgent"),
                        record.text("ApplicationId", "AppId"),
                        record.text("ApplicationName", "AppName"),
                        record.text("DeviceId", "DeviceName"),
                        ""),
                details.facts(),
                details.problems());
    }

    private static String target(AuditRecord record) {
        String target = record.text("ObjectId", "TeamName");
        return target.isEmpty() ? RecordFields.shared(record.text("ChannelName", "AlertId")) : target;
    }
}
