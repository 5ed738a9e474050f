package dev.kith.connect.source;

import dev.kith.event.Problem;
import dev.kith.event.SourceRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads a piece: opens containers, recognises what is in them and lets the formats read it. Safe for several threads. */
final class PieceReader {
    private final List<SourceFormat> formats;
    private final InputSettings settings;
    private final EventSorter sorter;
    private final Tally tally;

    PieceReader(List<SourceFormat> formats, InputSettings settings, EventSorter sorter, Tally tally) {
        this.formats = formats;
        this.settings = settings;
        this.sorter = sorter;
        this.tally = tally;
    }

    /** Reads everything in the stream and leaves it open. Whatever cannot be read is counted and named. */
    void read(String path, InputStream in, Expansion expansion, int depth) {
        try {
            Head head = new Head(in.readNBytes(Head.BYTES_MAX));
            InputStream whole = whole(head, in);
            switch (Container.of(head)) {
                case NONE -> leaf(path, head, whole);
                case ZIP -> zip(path, whole, expansion, depth);
                case GZIP -> gzip(path, whole, expansion, depth);
            }
        } catch (Expansion.Exceeded e) {
            problem(path, "container-bomb", message(e));
        } catch (IOException e) {
            problem(path, "unreadable", message(e));
        }
    }

    private void zip(String path, InputStream in, Expansion expansion, int depth) throws IOException {
        if (tooDeep(path, depth)) {
            return;
        }
        ZipInputStream zip = new ZipInputStream(in, StandardCharsets.ISO_8859_1);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            InputStream member = expansion.counted(zip);
            if (!entry.isDirectory()) {
                read(path + "!" + entry.getName(), member, expansion, depth + 1);
                if (expansion.exceeded()) {
                    return;
                }
            }
            member.transferTo(OutputStream.nullOutputStream()); // what was left unread counts too
        }
    }

    private void gzip(String path, InputStream in, Expansion expansion, int depth) throws IOException {
        if (tooDeep(path, depth)) {
            return;
        }
        InputStream unpacked = new GZIPInputStream(in, Head.BYTES_MAX);
        read(path + "!" + Container.nameInGzip(path), expansion.counted(unpacked), expansion, depth + 1);
    }

    private boolean tooDeep(String path, int depth) {
        if (depth < settings.containerDepthMax()) {
            return false;
        }
        problem(path, "container-too-deep", "lies in " + depth + " containers and was not opened");
        return true;
    }

    private void leaf(String path, Head raw, InputStream in) throws IOException {
        tally.piece();
        if (raw.size() == 0) {
            tally.unknownPiece(path, "empty");
            return;
        }
        InputStream text = TextEncoding.toUtf8(raw, in);
        Head head = raw;
        if (text != in) {
            head = new Head(text.readNBytes(Head.BYTES_MAX));
            text = whole(head, text);
        }
        for (SourceFormat format : formats) {
            if (format.recognises(head)) {
                read(format, new Piece(path, head, text));
                return;
            }
        }
        tally.unknownPiece(path, Container.lookingLike(head));
    }

    private void read(SourceFormat format, Piece piece) throws IOException {
        PieceSink sink = new PieceSink(sorter, tally);
        try {
            format.read(piece, sink);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof TemporarySpaceException) {
                throw e;
            }
            throw e.getCause();
        } catch (RuntimeException | StackOverflowError e) {
            // A mistake of ours: the piece is lost from here on, the rest of the input is not.
            problem(piece.path(), "reader-failed", format.name() + ": " + e);
        } finally {
            sink.end();
        }
        if (sink.formats().isEmpty()) {
            tally.unknownPiece(piece.path(), format.name() + " of no known kind");
        }
    }

    private static InputStream whole(Head head, InputStream rest) {
        InputStream first = new ByteArrayInputStream(head.bytes());
        return head.size() < Head.BYTES_MAX ? first : new SequenceInputStream(first, rest);
    }

    private void problem(String path, String code, String detail) {
        tally.problem(SourceRef.of(path), Problem.of(code, detail));
    }

    static String message(Throwable e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    }
}
