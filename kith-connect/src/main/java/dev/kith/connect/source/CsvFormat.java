package dev.kith.connect.source;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Tables with a head line: comma, semicolon or tab between cells, columns in any order, after a {@code #TYPE} line as Windows
 * PowerShell writes it or not. A row becomes a record of texts; where a column holds the record itself as JSON (AuditData),
 * only that is read.
 */
public final class CsvFormat implements SourceFormat {
    private static final char[] DELIMITERS = {',', ';', '\t'};

    private final List<RecordFormat> formats;

    public CsvFormat(List<RecordFormat> formats) {
        this.formats = List.copyOf(formats);
    }

    @Override
    public String name() {
        return "CSV";
    }

    @Override
    public boolean recognises(Head head) {
        return delimiter(head).isPresent();
    }

    /** The delimiter under which the head line makes sense. */
    private Optional<Character> delimiter(Head head) {
        for (char delimiter : DELIMITERS) {
            CsvRows rows = CsvRows.of(head, delimiter);
            try {
                if (columns(rows) && rows.cells() > 1 && Records.recognises(formats, rows.texts())) {
                    return Optional.of(delimiter);
                }
            } catch (IOException e) {
                throw new AssertionError("bytes in memory can be read", e);
            }
        }
        return Optional.empty();
    }

    /** Goes to the row with the names of columns; false if there is none. */
    private static boolean columns(CsvRows rows) throws IOException {
        boolean found = rows.next();
        if (found && rows.text(0).startsWith("#TYPE")) {
            found = rows.next();
        }
        return found;
    }

    @Override
    public void read(Piece piece, EventSink sink) throws IOException {
        char delimiter = delimiter(piece.head()).orElse(DELIMITERS[0]);
        CsvRows rows = new CsvRows(piece.bytes(), delimiter, JsonFormat.RECORD_BYTES_MAX);
        if (!columns(rows)) {
            return;
        }
        List<String> names = rows.texts();
        int wrapping = wrapping(names);
        Records records = new Records(formats, sink);
        while (rows.next()) {
            if (rows.tooLong()) {
                records.broken(
                        piece.at(rows.line()),
                        "record-too-long",
                        "row longer than " + JsonFormat.RECORD_BYTES_MAX + " bytes");
            } else if (rows.cells() != names.size()) {
                records.broken(
                        piece.at(rows.line()),
                        "row-broken",
                        rows.cells() + " cells where " + names.size() + " columns are");
            } else if (wrapping >= 0) {
                wrapped(rows, wrapping, names.get(wrapping), records, piece);
            } else {
                records.read(record(rows, names), piece.at(rows.line()));
            }
        }
    }

    private static void wrapped(CsvRows rows, int cell, String column, Records records, Piece piece) {
        if (rows.length(cell) == 0) {
            records.broken(piece.at(rows.line()), "record-broken", column + " is empty");
        } else {
            records.read(rows.buffer(), rows.offset(cell), rows.length(cell), piece.at(rows.line()));
        }
    }

    private static int wrapping(List<String> names) {
        for (String name : List.of("AuditData", "auditData", "_raw")) {
            if (names.contains(name)) {
                return names.indexOf(name);
            }
        }
        return -1;
    }

    private static ObjectNode record(CsvRows rows, List<String> names) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < names.size(); i++) {
            record.put(names.get(i), rows.text(i));
        }
        return record;
    }
}
