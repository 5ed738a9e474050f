package dev.kith.server.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.kith.score.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A file of JSON, an object on each line, written as it comes. Times are RFC 3339 in UTC, {@code null} where nobody knows;
 * numbers have at most six decimals; foreign text stands as it was, but for halves of surrogate pairs, which UTF-8 cannot
 * carry.
 */
final class JsonLines implements Closeable {
    private final JsonGenerator json;

    /** Writes to {@code out} and closes it in the end. */
    JsonLines(OutputStream out) throws IOException {
        json = new JsonFactory().createGenerator(out);
        json.setPrettyPrinter(new MinimalPrettyPrinter(""));
    }

    /** Writes the fields of an object. */
    interface Fields {
        void write() throws IOException;
    }

    /** Writes the fields of an object about {@code value}. */
    interface FieldsOf<T> {
        void write(T value) throws IOException;
    }

    /** An object on a line of its own. */
    void line(Fields fields) throws IOException {
        json.writeStartObject();
        fields.write();
        json.writeEndObject();
        json.writeRaw('\n');
    }

    void object(String field, Fields fields) throws IOException {
        json.writeObjectFieldStart(field);
        fields.write();
        json.writeEndObject();
    }

    <T> void objects(String field, Iterable<T> values, FieldsOf<? super T> fields) throws IOException {
        json.writeArrayFieldStart(field);
        for (T value : values) {
            json.writeStartObject();
            fields.write(value);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    void text(String field, String value) throws IOException {
        json.writeStringField(field, Shown.wellFormed(value));
    }

    void texts(String field, Collection<String> values) throws IOException {
        json.writeArrayFieldStart(field);
        for (String value : values) {
            json.writeString(Shown.wellFormed(value));
        }
        json.writeEndArray();
    }

    void time(String field, Optional<Instant> time) throws IOException {
        if (time.isPresent()) {
            json.writeStringField(field, time.get().toString());
        } else {
            json.writeNullField(field);
        }
    }

    void number(String field, double value) throws IOException {
        json.writeFieldName(field);
        json.writeNumber(Figures.decimal(value));
    }

    void count(String field, long value) throws IOException {
        json.writeNumberField(field, value);
    }

    void counts(String field, List<Integer> values) throws IOException {
        json.writeArrayFieldStart(field);
        for (int value : values) {
            json.writeNumber(value);
        }
        json.writeEndArray();
    }

    void flag(String field, boolean value) throws IOException {
        json.writeBooleanField(field, value);
    }

    void reasons(List<Reason> reasons) throws IOException {
        objects("reasons", reasons, reason -> {
            text("code", reason.code());
            text("observed", reason.observed());
            text("expected", reason.expected());
            number("weight", reason.weight());
        });
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
