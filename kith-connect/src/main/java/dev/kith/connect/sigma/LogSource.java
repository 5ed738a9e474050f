package dev.kith.connect.sigma;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The records a rule is about, and what Sigma calls their fields where the source has other names.
 *
 * @param kind the log
 * @param part workload, service or application within it; empty for all of it
 */
record LogSource(Kind kind, String part) {
    /** Logs that are read, by the title of their rules. */
    enum Kind {
        M365("Microsoft 365"),
        SIGN_INS("Entra Sign-Ins"),
        DIRECTORY("Entra Directory"),
        RISK("Entra Risk"),
        GOOGLE("Google Workspace");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private static final Set<String> M365_SERVICES =
            Set.of("", "audit", "exchange", "threat_management", "threat_detection", "sharepoint", "onedrive");

    /** Events of one activity. Chosen by hand: Google writes a handful. */
    private static final int EVENTS_MAX = 100;

    private static final String GOOGLE_SERVICE = "google_workspace";

    /** What was done: one fact with as many names as there are exports. */
    private static final List<String> MESSAGE =
            List.of("activitydisplayname", "operationname", "operation", "properties.message");

    /** Other names of fields, tried in order, after the name itself. In small letters. */
    private static final Map<Kind, Map<String, List<String>>> OTHER_NAMES = Map.of(
            Kind.M365,
            Map.of(
                    "eventsource", List.of("workload", "officeworkload"),
                    "eventname", List.of("name", "operation"),
                    "clientip", List.of("clientipaddress", "actoripaddress", "client_ipaddress"),
                    "workload", List.of("officeworkload"),
                    "user", List.of("userid")),
            Kind.SIGN_INS,
            Map.ofEntries(
                    Map.entry("resulttype", List.of("status.errorcode")),
                    Map.entry("resultdescription", List.of("status.failurereason")),
                    Map.entry("username", List.of("userprincipalname")),
                    Map.entry("ipaddress", List.of("calleripaddress")),
                    Map.entry("applicationid", List.of("appid")),
                    Map.entry("clientapp", List.of("clientappused")),
                    Map.entry("riskeventtype", List.of("riskeventtypes_v2", "riskeventtypes"))),
            Kind.RISK,
            Map.of("riskeventtype", List.of("riskeventtypes_v2", "riskeventtypes", "risktype")),
            Kind.DIRECTORY,
            Map.ofEntries(
                    Map.entry("properties.message", MESSAGE),
                    Map.entry("operationname", MESSAGE),
                    Map.entry("activitydisplayname", MESSAGE),
                    Map.entry("activitytype", MESSAGE),
                    Map.entry("operation", MESSAGE),
                    Map.entry("result", List.of("resultstatus")),
                    Map.entry("initiatedby.user.userprincipalname", List.of("userid")),
                    Map.entry("initiatedby", List.of("userid", "actor")),
                    Map.entry("targetresources.modifiedproperties", List.of("modifiedproperties")),
                    Map.entry("targetresources", List.of("modifiedproperties", "target", "objectid"))),
            Kind.GOOGLE,
            Map.of(
                    "eventname", List.of("events.name", "name"),
                    "protopayload.metadata.event.eventname", List.of("events.name", "name"),
                    "eventtype", List.of("events.type", "type"),
                    "protopayload.metadata.event.eventtype", List.of("events.type", "type"),
                    "protopayload.authenticationinfo.principalemail", List.of("actor.email")));

    /** The log source of a rule; the reason why it is refused where none of ours fits. */
    static LogSource of(String product, String service, String category, List<String> refusals) {
        String p = product.toLowerCase(Locale.ROOT);
        String s = service.toLowerCase(Locale.ROOT);
        if (!category.isEmpty()) {
            refusals.add("category " + category + " is not read: product and service name a log");
        } else if (p.equals("m365") && M365_SERVICES.contains(s)) {
            return new LogSource(Kind.M365, s.equals("audit") ? "" : s);
        } else if (p.equals("azure") && s.equals("signinlogs")) {
            return new LogSource(Kind.SIGN_INS, "");
        } else if (p.equals("azure") && s.equals("auditlogs")) {
            return new LogSource(Kind.DIRECTORY, "");
        } else if (p.equals("azure") && s.equals("riskdetection")) {
            return new LogSource(Kind.RISK, "");
        } else if (p.equals("gcp") && s.startsWith(GOOGLE_SERVICE)) {
            String application = s.substring(GOOGLE_SERVICE.length());
            return new LogSource(Kind.GOOGLE, application.startsWith(".") ? application.substring(1) : "");
        } else {
            refusals.add("product " + (product.isEmpty() ? "(none)" : product) + ", service "
                    + (service.isEmpty() ? "(none)" : service)
                    + ": this source is not read yet; read are m365, azure signinlogs, auditlogs and riskdetection, and"
                    + " gcp google_workspace");
        }
        return new LogSource(Kind.M365, "");
    }

    /** The parts of a record that rules are asked about, each by itself; none where it is of another log. */
    List<SourceView> views(ObjectNode record) {
        List<SourceView> views = new ArrayList<>(1);
        if (kind == Kind.GOOGLE
                && record.path("events").size() > 1
                && record.path("events").isArray()) {
            // One activity may tell of several events, whose names and parameters must not be mixed.
            for (JsonNode event : record.path("events")) {
                if (views.size() == EVENTS_MAX) {
                    break;
                }
                ObjectNode one = JsonNodeFactory.instance.objectNode().setAll(record);
                one.putArray("events").add(event);
                views.add(new SourceView(this, new RecordView(one)));
            }
        } else {
            views.add(new SourceView(this, new RecordView(record)));
        }
        return views;
    }

    /** Whether a record is of this log. */
    boolean holds(ObjectNode record) {
        return switch (kind) {
            case M365 -> record.has("Operation") && workload(record);
            case SIGN_INS -> signIn(record);
            case RISK -> signIn(record) || record.has("riskEventType") || record.has("riskType");
            case DIRECTORY -> directory(record);
            case GOOGLE -> google(record);
        };
    }

    private boolean workload(ObjectNode record) {
        String workload =
                record.path("Workload").asText(record.path("OfficeWorkload").asText(""));
        return switch (part) {
            case "" -> true;
            case "threat_management", "threat_detection" ->
                workload.equalsIgnoreCase("SecurityComplianceCenter")
                        || record.path("RecordType").asText("").equals("40");
            default -> workload.equalsIgnoreCase(part);
        };
    }

    private static boolean signIn(ObjectNode record) {
        return record.path("category").asText("").endsWith("SignInLogs")
                || record.has("createdDateTime") && record.has("appId")
                || record.has("ResultType") && (record.has("UserPrincipalName") || record.has("ServicePrincipalId"));
    }

    private static boolean directory(ObjectNode record) {
        return record.path("category").asText("").equals("AuditLogs")
                || record.has("activityDisplayName")
                || record.path("Workload").asText("").equals("AzureActiveDirectory");
    }

    private boolean google(ObjectNode record) {
        String application = record.path("id").path("applicationName").asText("");
        return !application.isEmpty() && (part.isEmpty() || application.equalsIgnoreCase(part));
    }

    /** What collectors put before the names of fields. In small letters. */
    private static final Map<Kind, String> PREFIX = Map.of(
            Kind.M365, "o365.audit.",
            Kind.SIGN_INS, "properties.",
            Kind.DIRECTORY, "properties.",
            Kind.RISK, "properties.",
            Kind.GOOGLE, "protopayload.metadata.event.");

    /** The field without what a collector put before its name; empty where nothing is put there. */
    Optional<String> withoutPrefix(String field) {
        String prefix = PREFIX.getOrDefault(kind, "");
        return field.length() > prefix.length() && field.regionMatches(true, 0, prefix, 0, prefix.length())
                ? Optional.of(field.substring(prefix.length()))
                : Optional.empty();
    }

    /** Other names of a field, in the order in which they are tried. */
    List<String> otherNames(String field) {
        return OTHER_NAMES.getOrDefault(kind, Map.of()).getOrDefault(field.toLowerCase(Locale.ROOT), List.of());
    }

    /** A field that no record has but that follows from others; empty where it is none of these. */
    Optional<List<String>> derived(String field, RecordView record) {
        String name = field.toLowerCase(Locale.ROOT);
        if (kind == Kind.GOOGLE && (name.equals("eventservice") || name.equals("protopayload.servicename"))) {
            return Optional.of(List.of(record.first("id.applicationname") + ".googleapis.com"));
        }
        boolean audited = kind == Kind.M365 || kind == Kind.DIRECTORY;
        if (audited && name.equals("status") && !record.has("status")) {
            return Optional.of(
                    List.of(succeeded(record.first("resultstatus") + record.first("result")) ? "success" : "failure"));
        }
        if (kind == Kind.SIGN_INS && (name.equals("status") || name.equals("result"))) {
            String code = record.first("resulttype") + record.first("status.errorcode");
            return Optional.of(List.of(code.matches("0*") ? "Success" : "Failure"));
        }
        return Optional.empty();
    }

    private static boolean succeeded(String result) {
        return result.isEmpty() || Set.of("succeeded", "success", "true").contains(result.toLowerCase(Locale.ROOT));
    }
}
