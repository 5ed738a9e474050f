package dev.kith.simulate.m365;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import java.util.function.Consumer;

/** A JSON object being written, its fields in the order in which they are put. */
public final class Json {
    private final StringBuilder out = new StringBuilder(1024).append('{');

    /** Puts a text. */
    public Json put(String name, String value) {
        name(name);
        quote(value);
        return this;
    }

    /** Puts a whole number. */
    public Json put(String name, long value) {
        name(name).append(value);
        return this;
    }

    /** Puts a number with a fraction, in four decimals at most. */
    public Json put(String name, double value) {
        name(name).append(Math.round(value * 10_000) / 10_000.0);
        return this;
    }

    /** Puts a truth value. */
    public Json put(String name, boolean value) {
        name(name).append(value);
        return this;
    }

    /** Puts the absence of a value. */
    public Json putNull(String name) {
        name(name).append("null");
        return this;
    }

    /** Puts an object, filled by what is given. */
    public Json object(String name, Consumer<Json> content) {
        Json inner = new Json();
        content.accept(inner);
        name(name).append(inner.text());
        return this;
    }

    /** Puts a list of objects. */
    public Json objects(String name, List<Json> values) {
        StringBuilder list = name(name).append('[');
        for (int i = 0; i < values.size(); i++) {
            list.append(i == 0 ? "" : ",").append(values.get(i).text());
        }
        list.append(']');
        return this;
    }

    /** Puts a list of texts. */
    public Json texts(String name, List<String> values) {
        StringBuilder list = name(name).append('[');
        for (int i = 0; i < values.size(); i++) {
            list.append(i == 0 ? "" : ",");
            quote(values.get(i));
        }
        list.append(']');
        return this;
    }

    /** Puts a list of {@code Name} and {@code Value}: names and values in turn. */
    public Json pairs(String name, List<String> namesAndValues) {
        StringBuilder list = name(name).append('[');
        for (int i = 0; i + 1 < namesAndValues.size(); i += 2) {
            list.append(i == 0 ? "{\"Name\":" : ",{\"Name\":");
            quote(namesAndValues.get(i));
            list.append(",\"Value\":");
            quote(namesAndValues.get(i + 1));
            list.append('}');
        }
        list.append(']');
        return this;
    }

    /** The whole object. */
    public String text() {
        return out + "}";
    }

    private StringBuilder name(String name) {
        if (out.length() > 1) {
            out.append(',');
        }
        quote(name);
        return out.append(':');
    }

    private void quote(String text) {
        out.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, out);
        out.append('"');
    }
}
