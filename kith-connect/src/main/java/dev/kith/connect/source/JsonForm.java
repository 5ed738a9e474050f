package dev.kith.connect.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;

/**
 * How records lie in a JSON file, found out from its head.
 *
 * @param level containers around a record
 * @param linewise whether each record stands on one line
 */
record JsonForm(int level, boolean linewise) {
    /** Fields that hold the records of a page: OData and Graph, Event Hubs, Google, Elasticsearch, AWS. */
    private static final Set<String> PAGES =
            Set.of("value", "records", "items", "results", "Records", "hits", "d", "alerts");

    private static final JsonFactory FACTORY = new JsonFactory();

    static boolean isJson(Head head) {
        int first = head.firstVisible();
        if (first >= head.size() || (head.at(first) != '{' && head.at(first) != '[')) {
            return false;
        }
        int next = first + 1;
        while (next < head.size() && head.at(next) <= ' ') {
            next++;
        }
        return next >= head.size() || "\"{}]".indexOf(head.at(next)) >= 0;
    }

    static JsonForm of(Head head) {
        int first = head.firstVisible();
        boolean array = first < head.size() && head.at(first) == '[';
        int level = array ? 1 : pageLevel(head);
        return new JsonForm(level, linewise(head.latin1(), first));
    }

    private static int pageLevel(Head head) {
        try (JsonParser parser = FACTORY.createParser(head.bytes())) {
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    depth++;
                } else if (token == JsonToken.END_OBJECT) {
                    depth--;
                } else if (token == JsonToken.FIELD_NAME) {
                    boolean page = PAGES.contains(parser.currentName());
                    JsonToken value = parser.nextToken();
                    if (page && value == JsonToken.START_ARRAY) {
                        JsonToken inside = parser.nextToken();
                        return inside == JsonToken.START_OBJECT || inside == JsonToken.END_ARRAY ? depth + 1 : 0;
                    }
                    if (page && value == JsonToken.START_OBJECT) {
                        depth++;
                    } else {
                        parser.skipChildren();
                    }
                }
                if (depth == 0) {
                    return 0;
                }
            }
        } catch (IOException e) {
            return 0; // broken or longer than the head: objects one after another, as far as one can tell
        }
        return 0;
    }

    /** A line that holds more than an opening bracket, and a next line that opens an object: no pretty-printer does this. */
    private static boolean linewise(String text, int first) {
        int end = text.indexOf('\n', first);
        if (end >= 0 && text.substring(first, end).strip().equals("[")) {
            first = end + 1;
            end = text.indexOf('\n', first);
        }
        if (end < 0 || text.substring(first, end).indexOf(':') < 0) {
            return false;
        }
        String next = text.substring(end + 1, Math.min(text.length(), end + 20)).strip();
        return next.startsWith("{\"") || next.startsWith(",{") || next.startsWith("]");
    }
}
