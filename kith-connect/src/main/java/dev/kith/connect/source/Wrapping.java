package dev.kith.connect.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What log shippers and exports put around a record: the record stands as text or as an object under one of their fields,
 * beside fields of theirs. Known are the audit searches of Purview and PowerShell (AuditData), Graph (auditData), Splunk
 * (_raw, result), Elastic (event.original, message, _source, o365.audit), Graylog (full_message) and Logstash.
 */
final class Wrapping {
    /** In order: the surest first. Dots part the names of nested objects; a name with dots in it is looked for, too. */
    private static final List<String> FIELDS = List.of(
            "AuditData",
            "auditData",
            "_source",
            "event.original",
            "full_message",
            "_raw",
            "result",
            "o365.audit",
            "azure.signinlogs",
            "raw",
            "message",
            "@message");

    private Wrapping() {}

    static boolean isWrapping(String field) {
        return field.equals("AuditData") || field.equals("auditData") || field.equals("_raw");
    }

    /**
     * The record inside; empty if there is none.
     *
     * @throws IOException if there is one and it is broken
     */
    static Optional<ObjectNode> inner(ObjectNode record) throws IOException {
        for (String field : FIELDS) {
            JsonNode inner = at(record, field);
            if (inner instanceof ObjectNode object) {
                return Optional.of(object);
            }
            if (inner != null && inner.isTextual()) {
                String text = inner.textValue().strip();
                if (text.startsWith("{") && Records.parse(text) instanceof ObjectNode object) {
                    return Optional.of(object);
                }
                if (isWrapping(field) && !field.equals("_raw")) {
                    throw new IOException(field + (text.isEmpty() ? " is empty" : " is no JSON object"));
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable JsonNode at(ObjectNode record, String field) {
        JsonNode flat = record.get(field);
        int dot = field.indexOf('.');
        if (flat != null || dot < 0) {
            return flat;
        }
        JsonNode outer = record.get(field.substring(0, dot));
        return outer == null ? null : outer.get(field.substring(dot + 1));
    }
}
