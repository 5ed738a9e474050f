package dev.kith.connect.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.event.Problem;
import dev.kith.event.SourceRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parses the records of one piece, takes them out of what log shippers wrapped around them, and has them read. */
final class Records {
    /** Chosen by hand: audit records seen go 8 deep. */
    private static final int NESTING_MAX = 64;
    /** Wrappers in wrappers: a shipper of a SIEM's export of an audit search. */
    private static final int WRAPPERS_MAX = 4;

    /** Beyond, it is said that fields were cut. Chosen by hand: the longest audit record seen had 150 KB. */
    private static final int LARGE_BYTES = 256 << 10;

    private static final ObjectReader PARSER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build()
            .readerFor(JsonNode.class);

    /** Tells fields that stand twice in one object, which nobody who writes a log does. */
    private static final ObjectReader STRICT = PARSER.with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    static {
        PARSER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(NESTING_MAX)
                        .build());
    }

    private final List<RecordFormat> formats;
    private final EventSink sink;
    private RecordFormat last;

    Records(List<RecordFormat> formats, EventSink sink) {
        this.formats = formats;
        this.sink = sink;
        this.last = formats.get(0);
    }

    /** Reads one record given as JSON; the bytes must begin with an opening brace. */
    void read(byte[] bytes, int offset, int length, SourceRef where) {
        if (length > LARGE_BYTES) {
            broken(where, "record-large", length + " bytes: long fields are cut");
        }
        JsonNode node;
        try {
            node = once(bytes, offset, length, where);
        } catch (IOException e) {
            broken(where, "record-broken", reason(e));
            return;
        }
        if (node instanceof ObjectNode record) {
            read(record, where);
        } else {
            broken(where, "record-broken", "it is no JSON object");
        }
    }

    void read(ObjectNode outer, SourceRef where) {
        ObjectNode record = outer;
        for (int depth = 0; depth <= WRAPPERS_MAX; depth++) {
            RecordFormat format = format(record);
            if (format != null) {
                last = format;
                sink.record(format.name());
                read(format, record, where);
                return;
            }
            Optional<ObjectNode> inner;
            try {
                inner = Wrapping.inner(record);
            } catch (IOException e) {
                broken(where, "record-broken", reason(e));
                return;
            }
            if (inner.isEmpty()) {
                break;
            }
            record = inner.get();
        }
        broken(where, "unknown-record", "its fields fit no known kind");
    }

    private void read(RecordFormat format, ObjectNode record, SourceRef where) {
        try {
            format.read(record, where, sink);
        } catch (UncheckedIOException e) {
            throw e; // the sink's: there is no room for more
        } catch (RuntimeException e) {
            broken(where, "reader-failed", format.name() + ": " + e); // a mistake of ours costs this record only
        }
    }

    void broken(SourceRef where, String code, String why) {
        sink.problem(where, Problem.of(code, why));
    }

    private @Nullable RecordFormat format(ObjectNode record) {
        if (last.recognises(record)) {
            return last;
        }
        for (RecordFormat format : formats) {
            if (format.recognises(record)) {
                return format;
            }
        }
        return null;
    }

    /** Whether a table with these columns holds records of a known kind, plain or in one of its cells. */
    static boolean recognises(List<RecordFormat> formats, List<String> columns) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        columns.forEach(column -> row.put(column, ""));
        return columns.stream().anyMatch(Wrapping::isWrapping)
                || formats.stream().anyMatch(format -> format.recognises(row));
    }

    private JsonNode once(byte[] bytes, int offset, int length, SourceRef where) throws IOException {
        try {
            return STRICT.readTree(bytes, offset, length);
        } catch (JsonProcessingException e) {
            JsonNode node = parse(bytes, offset, length);
            if (e instanceof MismatchedInputException) {
                broken(where, "field-twice", "a field stands twice in one object: the last counts");
            }
            return node;
        }
    }

    /** A tree of the bytes; with broken UTF-8 replaced, if that is all that is wrong. */
    static JsonNode parse(byte[] bytes, int offset, int length) throws IOException {
        try {
            return PARSER.readTree(bytes, offset, length);
        } catch (JsonProcessingException e) {
            String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
            if (text.indexOf('\ufffd') < 0) {
                throw e;
            }
            return PARSER.readTree(text);
        }
    }

    static JsonNode parse(String text) throws IOException {
        return PARSER.readTree(text);
    }

    /** Why, without quoting the record: it may hold what must not be shown. */
    private static String reason(IOException e) {
        if (e instanceof JsonProcessingException json) {
            json.clearLocation();
            String message = json.getOriginalMessage();
            return message == null ? "not JSON" : message;
        }
        return PieceReader.message(e);
    }
}
