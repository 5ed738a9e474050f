package dev.kith.connect.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a record as bounded texts. The texts of a log repeat (operations, programs, ids of applications), so
 * equal short ones are shared where that is cheap.
 */
public final class RecordFields {
    /** Longest value kept. Chosen by hand: longer than any user agent or address, shorter than a body. */
    public static final int VALUE_CHARS_MAX = 1_000;

    /** Longest mail address: 64 before the sign, 255 behind it (RFC 5321, 4.5.3.1). */
    private static final int ACCOUNT_CHARS_MAX = 320;

    private static final int SHARED_CHARS_MAX = 200;
    private static final int SHARED_SLOTS = 1 << 14;
    /** A cache that forgets, without locks: a slot holds the last text with its hash, and a lost write costs nothing. */
    private static final String[] SHARED = new String[SHARED_SLOTS];

    private RecordFields() {}

    /** The field as text, cut; empty where it is missing, null, or no scalar. */
    public static String text(JsonNode record, String field) {
        return text(record.get(field));
    }

    /** The first of two fields that is not empty. */
    public static String text(JsonNode record, String field, String otherwise) {
        String text = text(record.get(field));
        return text.isEmpty() ? text(record.get(otherwise)) : text;
    }

    /** A value as text, cut; lists and objects as JSON; empty where it is missing or null. */
    public static String anyText(@Nullable JsonNode value) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            return "";
        }
        return value.isContainerNode() ? cut(value.toString()) : text(value);
    }

    public static String text(@Nullable JsonNode value) {
        if (value == null || value.isNull() || value.isContainerNode()) {
            return "";
        }
        if (value.isFloatingPointNumber() && value.canConvertToLong() && value.doubleValue() % 1 == 0) {
            return Long.toString(value.longValue()); // tables turn the numbers of a column with gaps into fractions
        }
        return shared(cut(value.asText()));
    }

    /** The name of an account in lower case, cut: none is longer, so what is beyond is noise. */
    public static String account(String text) {
        return lower(cut(text.strip(), ACCOUNT_CHARS_MAX));
    }

    /** The text, cut to the longest value kept, never inside a character. */
    public static String cut(String text) {
        return cut(text, VALUE_CHARS_MAX);
    }

    /** The text, cut to so many characters, never inside one. */
    static String cut(String text, int charsMax) {
        if (text.length() <= charsMax) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(charsMax - 1)) ? charsMax - 1 : charsMax);
    }

    /** An equal text, most likely one that others hold too. */
    public static String shared(String text) {
        if (text.isEmpty() || text.length() > SHARED_CHARS_MAX) {
            return text;
        }
        int hash = text.hashCode();
        int slot = (hash ^ hash >>> 14) & (SHARED_SLOTS - 1);
        String held = SHARED[slot];
        if (text.equals(held)) {
            return held;
        }
        SHARED[slot] = text;
        return text;
    }

    /** In lower case, shared. */
    public static String lower(String text) {
        return shared(text.toLowerCase(Locale.ROOT));
    }
}
