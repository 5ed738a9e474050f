package dev.kith.connect.source;

import java.io.IOException;
import java.util.List;

/** JSON of any form: one array, pages with an inner array, one object for each line or one after another. */
public final class JsonFormat implements SourceFormat {
    /** Longest record. Chosen by hand: a hundred times the longest audit record seen, which had 150 KB. */
    static final int RECORD_BYTES_MAX = 16 << 20;

    private final List<RecordFormat> formats;

    public JsonFormat(List<RecordFormat> formats) {
        this.formats = List.copyOf(formats);
    }

    @Override
    public String name() {
        return "JSON";
    }

    @Override
    public boolean recognises(Head head) {
        return JsonForm.isJson(head);
    }

    @Override
    public void read(Piece piece, EventSink sink) throws IOException {
        JsonForm form = JsonForm.of(piece.head());
        JsonSplitter splitter = new JsonSplitter(piece.bytes(), form.level(), form.linewise(), RECORD_BYTES_MAX);
        Records records = new Records(formats, sink);
        for (JsonSplitter.End end = splitter.next(); end != JsonSplitter.End.INPUT; end = splitter.next()) {
            switch (end) {
                case WHOLE ->
                    records.read(splitter.buffer(), splitter.offset(), splitter.length(), piece.at(splitter.line()));
                case CUT_OFF ->
                    records.broken(piece.at(splitter.line()), "record-cut-off", "it ends before it is whole");
                case TOO_LONG ->
                    records.broken(
                            piece.at(splitter.line()), "record-too-long", "longer than " + RECORD_BYTES_MAX + " bytes");
                case OTHER_TEXT -> records.broken(piece.at(splitter.line()), "no-record", "the line is no JSON object");
                case INPUT -> throw new AssertionError("end of input is no record");
            }
        }
    }
}
