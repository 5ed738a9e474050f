package dev.kith.connect.m365;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.connect.source.Details;
import dev.kith.connect.source.RecordFields;
import dev.kith.event.EventId;
import dev.kith.event.SourceRef;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One record of the audit log. Fields go by the names of the Management Activity API; those of the OfficeActivity table
 * ({@code Client_IPAddress}, {@code OfficeWorkload}, {@code TimeGenerated}) are understood, too.
 */
final class AuditRecord {
    /** Names and values read from one list. Chosen by hand: a cmdlet has at most a few dozen parameters. */
    private static final int PAIRS_MAX = 200;

    private final ObjectNode record;

    AuditRecord(ObjectNode record) {
        this.record = record;
    }

    String text(String field) {
        return RecordFields.text(record, field);
    }

    String text(String field, String otherwise) {
        return RecordFields.text(record, field, otherwise);
    }

    JsonNode node(String field) {
        return record.path(field);
    }

    EventId id(SourceRef where) {
        String id = text("Id", "OfficeId");
        return new EventId(id.isBlank() ? where.toString() : id);
    }

    String time() {
        return text("CreationTime", "TimeGenerated");
    }

    String operation() {
        return text("Operation");
    }

    /** The operation in lower case, without the full stop Entra ends it with. */
    String operationKey() {
        String key = operation().strip().toLowerCase(Locale.ROOT);
        return RecordFields.shared(key.endsWith(".") ? key.substring(0, key.length() - 1) : key);
    }

    String workload() {
        return text("Workload", "OfficeWorkload");
    }

    /** Number of the record type, from its number or, where the source writes the word, from that; -1 where unknown. */
    int recordType() {
        String type = text("RecordType");
        int number = 0;
        for (int i = 0; i < type.length(); i++) {
            char c = type.charAt(i);
            if (c < '0' || c > '9' || i > 4) {
                return RecordTypes.number(type);
            }
            number = number * 10 + (c - '0');
        }
        return type.isEmpty() ? -1 : number;
    }

    String clientAddress() {
        String address = text("ClientIP", "ClientIPAddress");
        return address.isEmpty() ? text("ActorIpAddress", "Client_IPAddress") : address;
    }

    /** The value of a name in a list of names and values. */
    String value(String list, String name) {
        int count = 0;
        for (JsonNode pair : record.path(list)) {
            if (++count > PAIRS_MAX) {
                break;
            }
            if (RecordFields.text(pair, "Name").equals(name)) {
                return RecordFields.anyText(pair.get("Value"));
            }
        }
        return "";
    }

    /** Copies a list of names and values; one that is a text goes in as it is. */
    void copyPairs(String list, Details details) {
        JsonNode pairs = record.path(list);
        if (pairs.isTextual()) {
            details.put(list, pairs);
            return;
        }
        int count = 0;
        for (JsonNode pair : pairs) {
            if (++count > PAIRS_MAX) {
                break;
            }
            details.put(
                    RecordFields.text(pair, "Name", "name"), pair.has("Value") ? pair.get("Value") : pair.get("value"));
        }
    }

    /** Copies what was changed: the new value under the name, the old one under {@code NAME.old}. */
    void copyChanges(Details details) {
        int count = 0;
        for (JsonNode change : record.path("ModifiedProperties")) {
            if (++count > PAIRS_MAX) {
                break;
            }
            String name = RecordFields.text(change, "Name");
            details.put(name, change.get("NewValue"));
            details.put(name + ".old", change.get("OldValue"));
        }
    }

    Set<Map.Entry<String, JsonNode>> fields() {
        return record.properties();
    }

    void copy(Details details, String... fields) {
        for (String field : fields) {
            details.put(field, record.get(field));
        }
    }
}
