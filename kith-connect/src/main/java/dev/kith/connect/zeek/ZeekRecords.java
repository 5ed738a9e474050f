package dev.kith.connect.zeek;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.connect.intel.Intel;
import dev.kith.connect.source.EventSink;
import dev.kith.connect.source.RecordFields;
import dev.kith.connect.source.RecordFormat;
import dev.kith.event.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Records of one Zeek log in JSON: with names as Zeek has them ({@code id.orig_h}), with underscores ({@code id_orig_h}) or
 * nested; the log named in {@code _path} or {@code @stream}, or told by its fields.
 */
final class ZeekRecords implements RecordFormat {
    private final ZeekStream stream;
    private final ZeekEvents events;

    private ZeekRecords(ZeekStream stream, ZeekEvents events) {
        this.stream = stream;
        this.events = events;
    }

    /** A format for each log, those that are read first. */
    static List<RecordFormat> all(Intel intel) {
        ZeekEvents events = new ZeekEvents(intel);
        List<RecordFormat> formats = new ArrayList<>();
        Stream.of(ZeekStream.CONN, ZeekStream.DNS, ZeekStream.HTTP, ZeekStream.SSL, ZeekStream.FILES)
                .forEach(stream -> formats.add(new ZeekRecords(stream, events)));
        ZeekStream.KNOWN.stream().sorted().forEach(name -> formats.add(new ZeekRecords(new ZeekStream(name), events)));
        formats.add(new ZeekRecords(ZeekStream.OTHER, events));
        return formats;
    }

    @Override
    public String name() {
        return stream.title();
    }

    @Override
    public boolean recognises(ObjectNode record) {
        if (!record.has("ts")) {
            return false;
        }
        return ZeekStream.of(new Json(record)).filter(stream::equals).isPresent();
    }

    @Override
    public void read(ObjectNode record, SourceRef where, EventSink sink) {
        if (stream.read()) {
            events.read(stream, new Json(record), List.of(), where, sink);
        }
    }

    private record Json(ObjectNode record) implements ZeekRow {
        @Override
        public String get(String field) {
            JsonNode value = record.get(field);
            int dot = field.indexOf('.');
            if (value == null && dot > 0) {
                value = record.get(field.substring(0, dot) + "_" + field.substring(dot + 1));
                if (value == null && record.get(field.substring(0, dot)) instanceof ObjectNode nested) {
                    value = nested.get(field.substring(dot + 1));
                }
            }
            String text = value != null && value.isArray() ? joined(value) : RecordFields.text(value);
            return text.equals("-") ? "" : text;
        }

        /** Lists as tables write them. */
        private static String joined(JsonNode list) {
            StringBuilder joined = new StringBuilder();
            for (JsonNode item : list) {
                if (joined.length() > RecordFields.VALUE_CHARS_MAX) {
                    break;
                }
                joined.append(joined.length() == 0 ? "" : ",").append(RecordFields.text(item));
            }
            return RecordFields.cut(joined.toString());
        }

        @Override
        public boolean has(String field) {
            return field.indexOf('.') < 0 ? record.has(field) : !get(field).isEmpty();
        }
    }
}
