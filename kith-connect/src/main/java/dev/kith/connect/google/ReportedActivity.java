package dev.kith.connect.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.connect.source.Details;
import dev.kith.connect.source.Endpoints;
import dev.kith.connect.source.RecordFields;
import dev.kith.event.AccountId;
import dev.kith.event.Actor;
import dev.kith.event.ApiActivity;
import dev.kith.event.Client;
import dev.kith.event.Endpoint;
import dev.kith.event.EventId;
import dev.kith.event.SourceRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One activity: who, when, from where, and what Google calls its events. The first of them that Google marks as primary tells what
 * was done; the names of the others are kept beside it.
 *
 * @param application the Reports application, such as {@code drive}; in lower case
 * @param type Google's kind of the telling event, in lower case
 * @param name Google's name of the telling event, as written
 * @param parameters of the telling event
 * @param others names of the further events of the same activity
 * @param address the address as written; empty where none is
 */
record ReportedActivity(
        EventId id,
        Instant time,
        SourceRef where,
        String application,
        String type,
        String name,
        Parameters parameters,
        List<String> others,
        Actor actor,
        String address,
        Optional<Endpoint> endpoint) {
    /** Chosen by hand: Google writes a handful of events into one activity. */
    private static final int EVENTS_MAX = 100;

    /** Stands for whoever is not signed in ("Activities: list" of the Reports API). */
    private static final String PLACEHOLDER_ID = "105250506097979753968";

    private record Told(String type, String name, Parameters parameters) {}

    static String time(ObjectNode record) {
        return RecordFields.text(record.path("id"), "time", "Time");
    }

    static ReportedActivity of(ObjectNode record, Instant time, SourceRef where, Endpoints endpoints) {
        JsonNode id = record.path("id");
        List<Told> told = events(record);
        Told main = main(told);
        String address = RecordFields.text(record, "ipAddress");
        String qualifier = RecordFields.text(id, "uniqueQualifier");
        List<String> others =
                told.stream().filter(e -> e != main).map(Told::name).distinct().toList();
        return new ReportedActivity(
                new EventId(qualifier.isBlank() ? where.toString() : qualifier),
                time,
                where,
                RecordFields.lower(RecordFields.text(id, "applicationName")),
                main.type(),
                main.name(),
                main.parameters(),
                others,
                actor(record.path("actor")),
                address,
                endpoints.first(address));
    }

    private static List<Told> events(ObjectNode record) {
        List<Told> told = new ArrayList<>();
        JsonNode events = record.path("events");
        if (events.isArray()) {
            for (JsonNode event : events) {
                if (told.size() == EVENTS_MAX) {
                    break;
                }
                told.add(told(event));
            }
        } else {
            told.add(told(events.isObject() ? events : (JsonNode) record));
        }
        if (told.isEmpty()) {
            told.add(told(record));
        }
        return told;
    }

    private static Told told(JsonNode event) {
        return new Told(
                RecordFields.lower(RecordFields.text(event, "type")),
                RecordFields.text(event, "name"),
                Parameters.of(event.path("parameters")));
    }

    /** A share that comes with an edit is told by Google as a side event, so it counts first; then what Google calls primary. */
    private static Told main(List<Told> told) {
        for (Told event : told) {
            if (event.type().equals("acl_change") && DriveEvents.opens(event.name(), event.parameters())) {
                return event;
            }
        }
        for (Told event : told) {
            if (event.parameters().is("primary_event")) {
                return event;
            }
        }
        return told.get(0);
    }

    private static Actor actor(JsonNode actor) {
        String address = RecordFields.account(RecordFields.text(actor, "email"));
        String profile = RecordFields.text(actor, "profileId");
        String key = RecordFields.text(actor, "key");
        if (address.equals("anonymous") || (address.isEmpty() && profile.equals(PLACEHOLDER_ID))) {
            return new Actor(new AccountId("anonymous"), Actor.Kind.ANONYMOUS, "");
        }
        if (address.isEmpty()) {
            String name = key.isEmpty() ? profile : key;
            boolean system = key.equalsIgnoreCase("SYSTEM") || (key.isEmpty() && profile.isEmpty());
            return system
                    ? new Actor(new AccountId("system"), Actor.Kind.SYSTEM, "")
                    : new Actor(new AccountId(RecordFields.account(name)), Actor.Kind.SERVICE, "");
        }
        boolean service = address.endsWith(".gserviceaccount.com")
                || RecordFields.text(actor, "callerType").equalsIgnoreCase("KEY");
        String uid = profile.equals(PLACEHOLDER_ID) ? "" : profile;
        return new Actor(new AccountId(address), service ? Actor.Kind.SERVICE : Actor.Kind.PERSON, "", uid);
    }

    /** The parameters and the further events. */
    Details details() {
        Details details = new Details();
        parameters.copyTo(details);
        details.put("events", String.join(" ", others));
        return details;
    }

    /** The name in lower case. */
    String key() {
        return RecordFields.lower(name);
    }

    /** The program as far as the parameters tell it. */
    Client client() {
        return new Client(
                parameters.text("user_agent"),
                parameters.text("originating_app_id", "client_id"),
                parameters.text("app_name", "application_name"),
                parameters.text("device_id"),
                parameters.text("api_kind"));
    }

    /** As any other operation: kept and counted. */
    ApiActivity asApiActivity() {
        return asApiActivity(details());
    }

    ApiActivity asApiActivity(Details details) {
        return new ApiActivity(
                id,
                time,
                where,
                actor,
                application,
                name,
                parameters.text("doc_id", "target"),
                endpoint,
                client(),
                details.facts(),
                details.problems());
    }
}
