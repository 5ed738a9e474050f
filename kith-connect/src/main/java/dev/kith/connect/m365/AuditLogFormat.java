package dev.kith.connect.m365;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.connect.intel.Intel;
import dev.kith.connect.source.Endpoints;
import dev.kith.connect.source.EventSink;
import dev.kith.connect.source.RecordFormat;
import dev.kith.connect.source.RecordTime;
import dev.kith.event.Event;
import dev.kith.event.Problem;
import dev.kith.event.SourceRef;
import java.time.Instant;
import java.util.Optional;

/**
 * Records of the Microsoft 365 Unified Audit Log, as the Management Activity API gives them, and as the {@code AuditData} of
 * Purview, PowerShell and Graph searches; also the OfficeActivity table of Log Analytics. CreationTime has no zone and is UTC.
 */
public final class AuditLogFormat implements RecordFormat {
    private final Endpoints endpoints;

    public AuditLogFormat(Intel intel) {
        this.endpoints = new Endpoints(intel);
    }

    @Override
    public String name() {
        return "Microsoft 365 audit log";
    }

    @Override
    public boolean recognises(ObjectNode record) {
        JsonNode operation = record.get("Operation");
        if (operation == null || operation.isContainerNode()) {
            return false;
        }
        if (record.has("CreationTime")) {
            return record.has("Workload") || record.has("RecordType") || record.has("UserType");
        }
        return record.has("TimeGenerated")
                && record.has("UserId")
                && (record.has("OfficeWorkload") || record.has("ClientIP") || record.has("RecordType"));
    }

    @Override
    public void read(ObjectNode node, SourceRef where, EventSink sink) {
        AuditRecord record = new AuditRecord(node);
        Optional<Instant> time = RecordTime.parse(record.time());
        if (time.isEmpty()) {
            sink.problem(where, Problem.of("no-time", "an audit record without a readable time"));
            return;
        }
        AuditFacts facts = new AuditFacts(record, time.get(), where, endpoints);
        if (facts.endpoint().isEmpty()) {
            Endpoints.unreadable(record.clientAddress()).ifPresent(problem -> sink.problem(where, problem));
        }
        sink.event(event(facts));
    }

    private static Event event(AuditFacts facts) {
        String operation = facts.record().operationKey();
        int type = facts.record().recordType();
        if (type == RecordTypes.ALERT) {
            return ApiRecords.alert(facts);
        }
        if (SignInRecords.isSignIn(operation, type)) {
            return SignInRecords.event(facts, operation);
        }
        if (FileRecords.isFile(operation, type)) {
            return FileRecords.event(facts, operation);
        }
        if (MailboxRecords.isMailbox(operation, type, facts.record())) {
            return MailboxRecords.event(facts, operation);
        }
        if (DirectoryRecords.isDirectory(operation, type)) {
            return DirectoryRecords.event(facts, operation);
        }
        return ApiRecords.event(facts);
    }
}
