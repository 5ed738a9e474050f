package dev.kith.connect.entra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.connect.intel.Intel;
import dev.kith.connect.source.AccountKey;
import dev.kith.connect.source.Details;
import dev.kith.connect.source.Endpoints;
import dev.kith.connect.source.EventSink;
import dev.kith.connect.source.RecordFields;
import dev.kith.connect.source.RecordFormat;
import dev.kith.connect.source.RecordTime;
import dev.kith.event.AccountId;
import dev.kith.event.Actor;
import dev.kith.event.Authentication;
import dev.kith.event.Authentication.Outcome;
import dev.kith.event.Client;
import dev.kith.event.EventId;
import dev.kith.event.Problem;
import dev.kith.event.SourceRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Entra sign-ins: Graph {@code auditLogs/signIns}, the diagnostic-settings export (the same in {@code properties}), and the
 * Log Analytics tables (PascalCase columns, nested ones as text, in JSON or as Python prints them).
 */
public final class SignInFormat implements RecordFormat {
    private final Endpoints endpoints;

    public SignInFormat(Intel intel) {
        this.endpoints = new Endpoints(intel);
    }

    @Override
    public String name() {
        return "Entra sign-ins";
    }

    @Override
    public boolean recognises(ObjectNode record) {
        if (record.has("createdDateTime")) {
            return record.has("userPrincipalName")
                    ? record.has("appId") || record.has("appDisplayName") || record.has("clientAppUsed")
                    : record.has("servicePrincipalId") && record.has("ipAddress");
        }
        if (record.get("properties") instanceof ObjectNode properties) {
            return record.path("category").asText().endsWith("SignInLogs")
                    || (properties.has("createdDateTime") && properties.has("appId") && properties.has("status"));
        }
        return record.has("ResultType")
                && (record.has("UserPrincipalName") || record.has("ServicePrincipalId"))
                && (record.has("IPAddress") || record.has("AppDisplayName") || record.has("AppId"));
    }

    @Override
    public void read(ObjectNode record, SourceRef where, EventSink sink) {
        SignInRecord signIn = SignInRecord.of(record);
        Optional<Instant> time = RecordTime.parse(signIn.time());
        if (time.isEmpty()) {
            sink.problem(where, Problem.of("no-time", "a sign-in without a readable time"));
            return;
        }
        Authentication event = event(signIn, time.get(), where);
        if (event.endpoint().isEmpty()) {
            Endpoints.unreadable(signIn.text("ipAddress"), signIn.outer("callerIpAddress"))
                    .ifPresent(problem -> sink.problem(where, problem));
        }
        sink.event(event);
    }

    private Authentication event(SignInRecord signIn, Instant time, SourceRef where) {
        String code = signIn.code();
        Outcome outcome = code.isEmpty() ? Outcome.FAILURE : SignInCode.outcome(code);
        List<Problem> problems = new ArrayList<>();
        if (code.isEmpty()) {
            problems.add(Problem.of("no-result", "no error code, taken as a failure"));
        }
        Details details = details(signIn);
        problems.addAll(details.problems());
        problems.addAll(signIn.problems());
        String id = signIn.text("id");
        return new Authentication(
                new EventId(id.isBlank() ? where.toString() : id),
                time,
                where,
                actor(signIn),
                outcome,
                outcome == Outcome.SUCCESS ? "" : code,
                endpoints.first(signIn.text("ipAddress"), signIn.outer("callerIpAddress")),
                client(signIn),
                signIn.text("resourceDisplayName", "resourceId"),
                interactive(signIn),
                details.facts(),
                problems);
    }

    private static Actor actor(SignInRecord signIn) {
        String user = signIn.text("userPrincipalName");
        String name = signIn.text("userDisplayName");
        if (user.isBlank()) {
            String service = signIn.text("servicePrincipalId", "userId");
            String serviceName = signIn.text("servicePrincipalName");
            Actor.Kind kind = signIn.text("servicePrincipalId").isBlank() ? Actor.Kind.UNKNOWN : Actor.Kind.SERVICE;
            return new Actor(
                    new AccountId(service.isBlank() ? "unknown" : RecordFields.account(service)),
                    kind,
                    name.isEmpty() ? serviceName : name);
        }
        boolean guest = user.contains("#EXT#")
                || user.contains("#ext#")
                || signIn.text("userType").equalsIgnoreCase("guest");
        boolean person = user.indexOf('@') > 0;
        Actor.Kind kind = guest ? Actor.Kind.GUEST : person ? Actor.Kind.PERSON : Actor.Kind.UNKNOWN;
        return new Actor(new AccountId(RecordFields.account(user)), kind, name, AccountKey.of(signIn.text("userId")));
    }

    private static Client client(SignInRecord signIn) {
        JsonNode device = signIn.nested("deviceDetail");
        String agent = signIn.text("userAgent");
        return new Client(
                agent.isEmpty() ? browser(device) : agent,
                signIn.text("appId"),
                signIn.text("appDisplayName"),
                RecordFields.text(device, "deviceId", "displayName"),
                signIn.text("clientAppUsed"));
    }

    /** What stands for the user agent where it is not told: {@code Edge 131.0.0; Windows10}. */
    private static String browser(JsonNode device) {
        String browser = RecordFields.text(device, "browser");
        String system = RecordFields.text(device, "operatingSystem");
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + "; " + system;
    }

    private static boolean interactive(SignInRecord signIn) {
        String said = signIn.text("isInteractive");
        if (!said.isEmpty()) {
            return said.equalsIgnoreCase("true") || said.equals("1");
        }
        String category = signIn.outer("category") + signIn.text("category");
        return !category.contains("NonInteractive")
                && !category.contains("ServicePrincipal")
                && !category.contains("ManagedIdentity");
    }

    private static Details details(SignInRecord signIn) {
        Details details = new Details();
        for (String field : SignInRecord.PLAIN_DETAILS) {
            details.put(field, signIn.text(field));
        }
        JsonNode status = signIn.nested("status");
        details.put("failureReason", status.get("failureReason"));
        details.put("additionalDetails", status.get("additionalDetails"));
        JsonNode device = signIn.nested("deviceDetail");
        for (String field :
                List.of("displayName", "operatingSystem", "browser", "isCompliant", "isManaged", "trustType")) {
            details.put("device." + field, device.get(field));
        }
        JsonNode location = signIn.nested("location");
        for (String field : List.of("city", "state", "countryOrRegion")) {
            details.put("location." + field, location.get(field));
        }
        JsonNode place = location.path("geoCoordinates");
        details.put("location.latitude", place.get("latitude"));
        details.put("location.longitude", place.get("longitude"));
        JsonNode risks = signIn.nested("riskEventTypes_v2");
        details.put("riskEventTypes", risks.isEmpty() ? null : risks);
        return details;
    }
}
