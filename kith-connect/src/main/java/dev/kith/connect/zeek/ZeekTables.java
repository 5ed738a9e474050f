package dev.kith.connect.zeek;

import dev.kith.connect.intel.Intel;
import dev.kith.connect.source.EventSink;
import dev.kith.connect.source.Head;
import dev.kith.connect.source.Piece;
import dev.kith.connect.source.SourceFormat;
import dev.kith.event.Problem;
import dev.kith.event.SourceRef;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Zeek's tables: a head of lines that begin with {@code #}, which name the log and its fields, and may come again within the
 * file with others; then a line for each record, its cells apart by what {@code #separator} says. Whatever fields there are,
 * unknown ones and labels included, those that are read are found by their names. A file without a head is read as
 * connections where its lines look like those.
 */
final class ZeekTables implements SourceFormat {
    /** Longest line. Chosen by hand: certificates and answers run to some kilobytes. */
    static final int LINE_BYTES_MAX = 1 << 20;

    private static final int HEAD_LINE_CHARS_MAX = 400;

    /** Time, id, two addresses with their ports, and a protocol. */
    private static final Pattern CONNECTION =
            Pattern.compile("[0-9]{9,10}\\.[0-9]{6}\t\\w{8,24}\t[0-9a-fA-F.:]{3,45}\t[0-9]{1,5}\t[0-9a-fA-F.:]{3,45}"
                    + "\t[0-9]{1,5}\t(?:tcp|udp|icmp|unknown_transport)\t.*");

    private final ZeekEvents events;

    ZeekTables(Intel intel) {
        this.events = new ZeekEvents(intel);
    }

    @Override
    public String name() {
        return "Zeek table";
    }

    @Override
    public boolean recognises(Head head) {
        String text = head.latin1();
        int start = head.firstVisible();
        return text.startsWith("#separator", start) || text.startsWith("#fields", start) || isBare(text, start);
    }

    private static boolean isBare(String text, int start) {
        if (start >= text.length() || text.charAt(start) < '0' || text.charAt(start) > '9') {
            return false;
        }
        int end = text.indexOf('\n', start);
        String line = text.substring(start, Math.min(end < 0 ? text.length() : end, start + HEAD_LINE_CHARS_MAX));
        return CONNECTION.matcher(line).matches();
    }

    @Override
    public void read(Piece piece, EventSink sink) throws IOException {
        String head = piece.head().latin1();
        ZeekHead described = isBare(head, piece.head().firstVisible()) ? ZeekHead.connections() : new ZeekHead();
        if (described.isComplete()) {
            sink.problem(piece.whole(), Problem.of("head-missing", "read as connections, whose lines they look like"));
        }
        ZeekLines lines = new ZeekLines(piece.bytes(), LINE_BYTES_MAX);
        while (lines.next()) {
            SourceRef where = piece.at(lines.number());
            if (lines.tooLong()) {
                sink.problem(where, Problem.of("record-too-long", "line longer than " + LINE_BYTES_MAX + " bytes"));
            } else if (lines.isHead()) {
                described.take(lines.text());
            } else if (lines.length() > 0) {
                record(lines, described, where, sink);
            }
        }
    }

    private void record(ZeekLines lines, ZeekHead head, SourceRef where, EventSink sink) {
        if (!head.isComplete()) {
            sink.problem(where, Problem.of("head-missing", "a record before the head that names its fields"));
            return;
        }
        ZeekStream stream = head.stream();
        if (!stream.read()) {
            sink.record(stream.title());
            return;
        }
        ZeekCells cells = new ZeekCells(lines, head);
        int wanted = head.fields();
        List<Problem> problems = cells.count() == wanted
                ? List.of()
                : List.of(Problem.of("row-broken", cells.count() + " cells where " + wanted + " columns are"));
        sink.record(stream.title());
        events.read(stream, cells, problems, where, sink);
    }
}
