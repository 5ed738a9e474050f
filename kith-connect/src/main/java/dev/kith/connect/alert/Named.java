package dev.kith.connect.alert;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.connect.source.RecordFields;
import dev.kith.event.DetectionFinding.Kind;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

/**
 * Finds whom and what an alert is about anywhere in its evidence, by the names that products give such fields. Evidence has many
 * shapes and grows new ones; a field that says what it holds does not change.
 */
final class Named {
    /** Fields looked at in one alert, and how deep. Chosen by hand: the largest alerts seen have some hundreds. */
    private static final int FIELDS_MAX = 5_000;

    private static final int DEPTH_MAX = 16;

    /** By name, in lower case and without underscores. */
    private static final Map<String, Kind> FIELDS = Map.ofEntries(
            Map.entry("userprincipalname", Kind.ACCOUNT),
            Map.entry("upn", Kind.ACCOUNT),
            Map.entry("srcuser", Kind.ACCOUNT),
            Map.entry("dstuser", Kind.ACCOUNT),
            Map.entry("azureaduserid", Kind.ACCOUNT_ID),
            Map.entry("aaduserid", Kind.ACCOUNT_ID),
            Map.entry("userid", Kind.ACCOUNT_ID),
            Map.entry("email", Kind.ADDRESS),
            Map.entry("emailaddr", Kind.ADDRESS),
            Map.entry("emailaddress", Kind.ADDRESS),
            Map.entry("actoremail", Kind.ADDRESS),
            Map.entry("useremail", Kind.ADDRESS),
            Map.entry("primaryaddress", Kind.ADDRESS),
            Map.entry("recipientemailaddress", Kind.ADDRESS),
            Map.entry("recipient", Kind.ADDRESS),
            Map.entry("displayrecipient", Kind.ADDRESS),
            Map.entry("ip", Kind.IP),
            Map.entry("ipaddress", Kind.IP),
            Map.entry("loginipaddress", Kind.IP),
            Map.entry("logonip", Kind.IP),
            Map.entry("clientip", Kind.IP),
            Map.entry("srcip", Kind.IP),
            Map.entry("dstip", Kind.IP),
            Map.entry("destip", Kind.IP),
            Map.entry("senderip", Kind.IP),
            Map.entry("hostname", Kind.DEVICE),
            Map.entry("fqdn", Kind.DEVICE),
            Map.entry("devicednsname", Kind.DEVICE),
            Map.entry("azureaddeviceid", Kind.DEVICE),
            Map.entry("deviceid", Kind.DEVICE),
            Map.entry("filename", Kind.FILE),
            Map.entry("sha256", Kind.FILE),
            Map.entry("internetmessageid", Kind.MESSAGE),
            Map.entry("messageuid", Kind.MESSAGE),
            Map.entry("messageid", Kind.MESSAGE));

    /** What {@code name} and {@code uid} mean, by the object that they stand in. */
    private static final Map<String, Kind> NAME_IN =
            Map.of("user", Kind.ACCOUNT, "device", Kind.DEVICE, "file", Kind.FILE, "srcendpoint", Kind.DEVICE);

    private final FindingBuilder finding;
    private int left = FIELDS_MAX;

    private Named(FindingBuilder finding) {
        this.finding = finding;
    }

    /** Tells the finding what is named in its evidence. */
    static void in(JsonNode evidence, String name, FindingBuilder finding) {
        new Named(finding).walk(evidence, plain(name), 0);
    }

    private void walk(JsonNode node, String within, int depth) {
        if (depth > DEPTH_MAX) {
            return;
        }
        if (node.isArray()) {
            for (JsonNode each : node) {
                value(each, within, within, depth + 1);
            }
            return;
        }
        Iterator<Map.Entry<String, JsonNode>> fields = node.properties().iterator();
        while (fields.hasNext() && left > 0) {
            Map.Entry<String, JsonNode> field = fields.next();
            value(field.getValue(), plain(field.getKey()), within, depth + 1);
        }
    }

    private void value(JsonNode value, String field, String within, int depth) {
        if (left-- <= 0) {
            return;
        }
        if (value.isContainerNode()) {
            walk(value, field, depth);
            return;
        }
        Kind kind = FIELDS.get(field);
        if (kind == null && field.equals("name")) {
            kind = NAME_IN.get(within);
        }
        if (kind == null && field.equals("uid") && within.equals("user")) {
            kind = Kind.ACCOUNT_ID;
        }
        if (kind == null) {
            return;
        }
        String text = RecordFields.text(value);
        boolean address = kind == Kind.ACCOUNT_ID && text.indexOf('@') > 0;
        finding.names(address ? Kind.ADDRESS : kind, text);
    }

    private static String plain(String name) {
        return name.length() > 100 ? "" : name.toLowerCase(Locale.ROOT).replace("_", "");
    }
}
