package dev.kith.connect.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.event.SourceRef;

/**
 * A kind of log record, recognised by its fields. Records come one by one, out of JSON in whatever form (array, pages, one
 * for each line, wrapped by a log shipper) or out of CSV rows, where every value is a text. Implementations are used by
 * several threads at once and keep nothing between records but caches.
 */
public interface RecordFormat {
    /** What people call it, such as {@code Microsoft 365 audit log}. Unique among the formats in use. */
    String name();

    /**
     * Whether this is a record of the kind. Looks at names of fields before values: it is also asked about a row with nothing
     * but its names, to recognise a table by its head.
     */
    boolean recognises(ObjectNode record);

    /** Makes events of a record, or names why it cannot. Never throws, whatever the record. */
    void read(ObjectNode record, SourceRef where, EventSink sink);
}
