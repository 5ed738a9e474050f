package dev.kith.connect.m365;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.connect.intel.Intel;
import dev.kith.connect.source.Endpoints;
import dev.kith.connect.source.EventSink;
import dev.kith.connect.source.RecordFields;
import dev.kith.connect.source.RecordFormat;
import dev.kith.connect.source.RecordTime;
import dev.kith.event.EmailTrace;
import dev.kith.event.EventId;
import dev.kith.event.MailAddress;
import dev.kith.event.Problem;
import dev.kith.event.SourceRef;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Message traces of Exchange Online: the Reporting API, Get-MessageTrace and its successor, Graph, and the CSV files of the
 * admin centre (summary and enhanced). Their columns differ in spelling only, so they are compared by their letters.
 */
public final class MessageTraceFormat implements RecordFormat {
    /** Recipients of one row of an enhanced summary. Chosen by hand: Exchange allows 1,000 recipients. */
    private static final int RECIPIENTS_MAX = 1_000;

    private final Endpoints endpoints;

    public MessageTraceFormat(Intel intel) {
        this.endpoints = new Endpoints(intel);
    }

    @Override
    public String name() {
        return "message trace";
    }

    @Override
    public boolean recognises(ObjectNode record) {
        if (record.has("MessageTraceId") || record.has("senderAddress")) {
            return record.has("RecipientAddress") || record.has("recipientAddress");
        }
        boolean sender = false;
        boolean recipient = false;
        boolean message = false;
        Iterator<String> names = record.fieldNames();
        while (names.hasNext()) {
            String name = letters(names.next());
            sender |= name.equals("senderaddress");
            recipient |= name.equals("recipientaddress") || name.equals("recipientstatus");
            message |= name.equals("messageid") || name.equals("messagetraceid") || name.equals("networkmessageid");
        }
        return sender && recipient && message;
    }

    @Override
    public void read(ObjectNode record, SourceRef where, EventSink sink) {
        Map<String, String> row = new TreeMap<>();
        record.properties()
                .forEach(field -> row.putIfAbsent(letters(field.getKey()), RecordFields.text(field.getValue())));
        Optional<Instant> time = RecordTime.parse(
                first(row, "received", "receiveddatetime", "origintimestamputc", "dateutctime", "datetimeutc", "date"));
        if (time.isEmpty()) {
            sink.problem(where, Problem.of("no-time", "a trace without a readable time"));
            return;
        }
        String recipients = first(row, "recipientstatus");
        if (recipients.isEmpty()) {
            sink.event(event(row, time.get(), where, first(row, "recipientaddress"), first(row, "status")));
            return;
        }
        int count = 0;
        for (String recipient : recipients.split(";", RECIPIENTS_MAX + 1)) {
            if (++count > RECIPIENTS_MAX) {
                sink.problem(where, Problem.of("too-many-recipients", "cut after " + RECIPIENTS_MAX));
                return;
            }
            int mark = recipient.indexOf("##");
            String address = mark < 0 ? recipient : recipient.substring(0, mark);
            String status = mark < 0 ? "" : recipient.substring(mark + 2);
            if (!address.isBlank()) {
                sink.event(event(row, time.get(), where, address, status));
            }
        }
    }

    /** A mail to several has one trace id for all of them, so the recipient is part of the event's id. */
    private EmailTrace event(Map<String, String> row, Instant time, SourceRef where, String recipient, String status) {
        MailAddress to = MailAddress.of(recipient);
        String trace = first(row, "messagetraceid", "networkmessageid", "id");
        String id = trace.isBlank() ? where + " " + to : trace + " " + to;
        return new EmailTrace(
                new EventId(id),
                time,
                where,
                first(row, "messageid", "internetmessageid"),
                MailAddress.of(first(row, "senderaddress")),
                to,
                first(row, "subject", "messagesubject"),
                RecordFields.shared(status.strip()),
                endpoints.first(first(row, "fromip"), first(row, "originalclientip")),
                size(first(row, "size", "totalbytes", "messagesize")),
                List.of());
    }

    private static long size(String text) {
        long size = 0;
        for (int i = 0; i < text.length() && i < 15; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return size;
            }
            size = size * 10 + (c - '0');
        }
        return size;
    }

    private static String first(Map<String, String> row, String... names) {
        for (String name : names) {
            String value = row.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private static String letters(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        for (int i = 0; i < name.length() && i < 64; i++) {
            char c = name.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                letters.append((char) (c + 32));
            } else if (c >= 'a' && c <= 'z') {
                letters.append(c);
            }
        }
        return RecordFields.shared(letters.toString());
    }
}
