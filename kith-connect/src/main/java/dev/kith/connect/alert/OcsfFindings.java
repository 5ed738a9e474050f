package dev.kith.connect.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.connect.source.EventSink;
import dev.kith.connect.source.RecordFormat;
import dev.kith.event.DetectionFinding.Kind;
import dev.kith.event.DetectionFinding.Opinion;
import dev.kith.event.DetectionFinding.Severity;
import dev.kith.event.SourceRef;
import java.util.List;
import java.util.Map;

/** OCSF Detection Finding (2004), and the Security Finding (2001) that it replaced. */
public final class OcsfFindings implements RecordFormat {
    private static final List<Severity> SEVERITIES = List.of(
            Severity.UNKNOWN,
            Severity.INFORMATIONAL,
            Severity.LOW,
            Severity.MEDIUM,
            Severity.HIGH,
            Severity.CRITICAL,
            Severity.CRITICAL);

    /** What {@code verdict_id} says: false positive, true positive, disregard, benign, test. */
    private static final Map<String, Opinion> VERDICTS = Map.of(
            "1",
            Opinion.DISMISSED,
            "2",
            Opinion.CONFIRMED,
            "3",
            Opinion.DISMISSED,
            "5",
            Opinion.DISMISSED,
            "6",
            Opinion.DISMISSED);

    /** Low, medium, high as the middle of their thirds. */
    private static final Map<String, String> CONFIDENCE = Map.of("1", "17", "2", "50", "3", "83");

    private static final Map<String, Kind> OBSERVABLES = Map.of(
            "1", Kind.DEVICE, "2", Kind.IP, "4", Kind.ACCOUNT, "5", Kind.ADDRESS, "7", Kind.FILE, "8", Kind.FILE);

    @Override
    public String name() {
        return "OCSF detection findings";
    }

    @Override
    public boolean recognises(ObjectNode record) {
        String number = record.path("class_uid").asText();
        return number.equals("2004")
                || number.equals("2001")
                || (record.has("finding_info") && (record.has("metadata") || record.has("severity_id")));
    }

    @Override
    public void read(ObjectNode record, SourceRef where, EventSink sink) {
        String product = Fields.text(record, "metadata.product.name", "metadata.product.vendor_name");
        FindingBuilder finding = new FindingBuilder(product)
                .id(Fields.text(record, "finding_info.uid", "finding.uid", "metadata.uid"))
                .rule(
                        Fields.text(record, "finding_info.analytic.uid", "finding_info.analytic.name"),
                        Fields.text(record, "finding_info.title", "finding.title", "message"))
                .severity(severity(record))
                .confidence(confidence(record))
                .status(Fields.text(record, "status", "verdict"), opinion(record))
                .url(Fields.text(record, "finding_info.src_url", "finding.src_url", "src_url"))
                .time(
                        Fields.text(record, "finding_info.created_time", "finding_info.created_time_dt", "time"),
                        Fields.text(record, "finding_info.first_seen_time", "finding_info.first_seen_time_dt"));
        for (String attacks : List.of("finding_info.attacks", "attacks")) {
            for (JsonNode attack : Fields.at(record, attacks)) {
                finding.techniques(Fields.text(attack, "sub_technique.uid", "technique.uid"));
            }
        }
        for (JsonNode observable : record.path("observables")) {
            Kind kind = OBSERVABLES.get(Fields.text(observable, "type_id"));
            if (kind != null) {
                finding.names(kind, Fields.text(observable, "value"));
            }
        }
        for (String part :
                List.of("actor", "user", "device", "src_endpoint", "evidences", "resources", "file", "email")) {
            Named.in(record.path(part), part, finding);
        }
        finding.into(sink, where);
    }

    private static Severity severity(ObjectNode record) {
        int number = record.path("severity_id").asInt(0);
        return number > 0 && number < SEVERITIES.size()
                ? SEVERITIES.get(number)
                : FindingBuilder.severity(Fields.text(record, "severity"));
    }

    private static String confidence(ObjectNode record) {
        String score = Fields.text(record, "confidence_score");
        return score.isEmpty() ? CONFIDENCE.getOrDefault(Fields.text(record, "confidence_id"), "") : score;
    }

    private static Opinion opinion(ObjectNode record) {
        Opinion verdict = VERDICTS.get(Fields.text(record, "verdict_id"));
        return verdict == null ? FindingBuilder.opinion(Fields.text(record, "verdict")) : verdict;
    }
}
