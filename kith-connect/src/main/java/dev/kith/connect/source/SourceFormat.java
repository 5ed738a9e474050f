package dev.kith.connect.source;

import java.io.IOException;

/**
 * A kind of piece that can be read, recognised by its content. Implementations are used by several threads at once and
 * keep no state between pieces.
 */
public interface SourceFormat {
    /** What people call it, such as {@code mbox}. Unique among the formats in use. */
    String name();

    /** Whether a piece that begins like this is of this kind. Never throws, whatever the bytes. */
    boolean recognises(Head head);

    /**
     * Reads the whole piece and hands on what is in it. Broken parts become problems and reading goes on behind them.
     *
     * @throws IOException if the bytes cannot be had (a damaged container, a failing disk), never for what they say
     */
    void read(Piece piece, EventSink sink) throws IOException;
}
