package dev.kith.connect.link;

import org.jsoup.nodes.Element;

/** Rows of empty cells on dark and light grounds, with which a code can be drawn without a picture, as block characters. */
final class DrawnCells {
    /** Cells of a row from which on it may be part of a code: ISO/IEC 18004, version 1. */
    private static final int CELLS_MIN = 21;

    private static final int CELLS_MAX = 200;

    /** Brightness below which a ground is dark, of 255. */
    private static final int DARK_MAX = 127;

    private final StringBuilder row = new StringBuilder();

    void begin() {
        row.setLength(0);
    }

    /** @param look how the cell is drawn */
    void cell(Element cell, Look look) {
        if (row.length() < CELLS_MAX && cell.childrenSize() == 0 && !cell.hasText()) {
            int ground = look.ground();
            int brightness = ((ground >> 16 & 255) + 2 * (ground >> 8 & 255) + (ground & 255)) / 4;
            row.append(ground >= 0 && brightness <= DARK_MAX ? '\u2588' : ' ');
        }
    }

    /** The row, light cells at its end kept; empty where it is too short to be part of a code. */
    String end() {
        String drawn = row.length() >= CELLS_MIN && row.indexOf("\u2588") >= 0 ? row.toString() : "";
        row.setLength(0);
        return drawn;
    }
}
