package dev.kith.connect.entra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.connect.source.RecordFields;
import dev.kith.event.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One sign-in, its fields called by the names of Graph whatever form it came in. Missing fields are empty texts. */
final class SignInRecord {
    /** Fields kept in the details under their own name. */
    static final List<String> PLAIN_DETAILS = List.of(
            "conditionalAccessStatus",
            "authenticationRequirement",
            "riskLevelDuringSignIn",
            "riskLevelAggregated",
            "riskState",
            "riskDetail",
            "correlationId",
            "userId",
            "resourceId",
            "tokenIssuerType",
            "crossTenantAccessType",
            "incomingTokenType",
            "uniqueTokenIdentifier",
            "sessionId",
            "originalTransferMethod",
            "authenticationProtocol",
            "homeTenantId",
            "autonomousSystemNumber");

    /** Names of Log Analytics that are more than the name of Graph with a capital. */
    private static final Map<String, List<String>> OTHER_NAMES = Map.of(
            "ipAddress", List.of("IPAddress"),
            "location", List.of("LocationDetails"),
            "resourceId", List.of("ResourceIdentity"),
            "riskEventTypes_v2", List.of("RiskEventTypes_V2", "RiskEventTypes"),
            "createdDateTime",
                    List.of("CreatedDateTime", "TimeGenerated", "CreatedDateTime [UTC]", "TimeGenerated [UTC]"));

    private final ObjectNode outer;
    private final JsonNode record;
    private final boolean pascalCase;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, JsonNode> nested = new HashMap<>();

    private SignInRecord(ObjectNode outer, JsonNode record, boolean pascalCase) {
        this.outer = outer;
        this.record = record;
        this.pascalCase = pascalCase;
    }

    static SignInRecord of(ObjectNode outer) {
        if (outer.get("properties") instanceof ObjectNode properties) {
            return new SignInRecord(outer, properties, false);
        }
        return new SignInRecord(outer, outer, outer.has("ResultType"));
    }

    String time() {
        String time = text("createdDateTime");
        return time.isEmpty() ? RecordFields.text(outer, "time", "TimeGenerated") : time;
    }

    /** The error code; empty where there is none. */
    String code() {
        String code = RecordFields.text(nested("status"), "errorCode");
        if (code.isEmpty()) {
            code = RecordFields.text(outer, "resultType", "ResultType");
        }
        return code.endsWith(".0") ? code.substring(0, code.length() - 2) : code;
    }

    String text(String field) {
        return RecordFields.text(value(field));
    }

    String text(String field, String otherwise) {
        String text = text(field);
        return text.isEmpty() ? text(otherwise) : text;
    }

    /** A field of the envelope of the diagnostic export. */
    String outer(String field) {
        return RecordFields.text(outer, field);
    }

    /** A field that is an object or a list, taken out of its text where it is one. */
    JsonNode nested(String field) {
        return nested.computeIfAbsent(field, this::unfold);
    }

    List<Problem> problems() {
        return problems;
    }

    private JsonNode unfold(String field) {
        JsonNode value = value(field);
        if (!value.isTextual()) {
            return value;
        }
        String text = value.textValue().strip();
        if (text.isEmpty() || (text.charAt(0) != '{' && text.charAt(0) != '[')) {
            return MissingNode.getInstance();
        }
        Optional<JsonNode> unfolded = NestedText.parse(text);
        if (unfolded.isEmpty()) {
            problems.add(Problem.of("nested-broken", field + " cannot be read"));
        }
        return unfolded.orElse(MissingNode.getInstance());
    }

    private JsonNode value(String field) {
        if (!pascalCase) {
            return record.path(field);
        }
        for (String name : OTHER_NAMES.getOrDefault(field, List.of())) {
            JsonNode value = record.get(name);
            if (value != null && !value.isNull() && !value.asText("-").isEmpty()) {
                return value;
            }
        }
        return record.path(Character.toUpperCase(field.charAt(0)) + field.substring(1));
    }
}
