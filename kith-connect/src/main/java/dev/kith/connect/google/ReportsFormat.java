package dev.kith.connect.google;

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
 * Activities of the Google Workspace Reports API ({@code activities.list}, applications login, drive, token, admin, gmail,
 * user_accounts and any other), pages or one for each line; also as collectors split them, with one event as an object or at
 * the top level and its parameters as a map. What a person did at once is one activity, and becomes one event.
 */
public final class ReportsFormat implements RecordFormat {
    private final Endpoints endpoints;

    public ReportsFormat(Intel intel) {
        this.endpoints = new Endpoints(intel);
    }

    @Override
    public String name() {
        return "Google Workspace activities";
    }

    @Override
    public boolean recognises(ObjectNode record) {
        JsonNode id = record.get("id");
        if (id == null || !(id.has("applicationName") || id.has("uniqueQualifier"))) {
            return false;
        }
        return record.has("events") || (record.has("name") && (record.has("parameters") || record.has("type")));
    }

    @Override
    public void read(ObjectNode record, SourceRef where, EventSink sink) {
        Optional<Instant> time = RecordTime.parse(ReportedActivity.time(record));
        if (time.isEmpty()) {
            sink.problem(where, Problem.of("no-time", "an activity without a readable time"));
            return;
        }
        ReportedActivity activity = ReportedActivity.of(record, time.get(), where, endpoints);
        if (activity.endpoint().isEmpty()) {
            Endpoints.unreadable(activity.address()).ifPresent(problem -> sink.problem(where, problem));
        }
        if (activity.application().equals("gmail")) {
            GmailEvents.read(activity, sink);
            return;
        }
        sink.event(event(activity));
    }

    private static Event event(ReportedActivity activity) {
        return switch (activity.application()) {
            case "drive" -> DriveEvents.event(activity);
            case "login", "saml" -> LoginEvents.event(activity);
            case "user_accounts" -> AccountEvents.event(activity);
            case "token" -> TokenEvents.event(activity);
            case "admin" -> AdminEvents.event(activity);
            default -> activity.asApiActivity();
        };
    }
}
