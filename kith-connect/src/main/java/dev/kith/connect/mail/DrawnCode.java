package dev.kith.connect.mail;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Optional;

/**
 * A QR code drawn in text with block characters, so that no picture has to be sent: two rows of modules to a line with
 * half blocks ({@code U+2580}, {@code U+2584}, {@code U+2588}), or one row with full blocks of one or two characters.
 */
final class DrawnCode {
    private static final int LINES_MIN = 11; // ISO/IEC 18004: 21 modules at least, two to a line
    private static final int LINES_MAX = 180; // ISO/IEC 18004: 177 modules at most, and a margin
    private static final int BLOCKS_MIN = 3; // chosen by hand
    private static final int BLOCKS_SHARE = 12; // chosen by hand: a line of a code is half dark, seldom a tenth
    private static final int MODULE_PIXELS = 4;
    private static final int MARGIN_MODULES = 4; // ISO/IEC 18004: the quiet zone
    private static final int COLUMNS_MAX = 400;

    private DrawnCode() {}

    /** The first such drawing of a text as a picture, black on white. */
    static Optional<BufferedImage> in(String text, Budget budget) {
        if (text.indexOf('\u2588') < 0) {
            return Optional.empty();
        }
        String[] lines = text.replace('\u00a0', ' ').split("\n", -1);
        int start = 0;
        while (start < lines.length) {
            int end = start;
            while (end < lines.length && isDrawn(lines[end])) {
                end++;
            }
            if (end - start >= LINES_MIN && end - start <= LINES_MAX) {
                return picture(Arrays.copyOfRange(lines, start, end), budget);
            }
            start = end + 1;
        }
        return Optional.empty();
    }

    private static boolean isDrawn(String line) {
        int blocks = 0;
        int others = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            blocks += c == '\u2580' || c == '\u2584' || c == '\u2588' ? 1 : 0;
            others += c == '\u2580' || c == '\u2584' || c == '\u2588' || c == ' ' ? 0 : 1;
        }
        return others == 0 && blocks >= BLOCKS_MIN && blocks * BLOCKS_SHARE >= line.length();
    }

    private static Optional<BufferedImage> picture(String[] lines, Budget budget) {
        int columns = 0;
        boolean halves = false;
        for (String line : lines) {
            columns = Math.max(columns, line.length());
            halves |= line.indexOf('\u2580') >= 0 || line.indexOf('\u2584') >= 0;
        }
        // two characters to a module where lines are as long as twice their number
        int charsPerModule = !halves && columns > lines.length * 3 / 2 ? 2 : 1;
        int rowsPerLine = halves ? 2 : 1;
        int width = (columns / charsPerModule + 2 * MARGIN_MODULES) * MODULE_PIXELS;
        int height = (lines.length * rowsPerLine + 2 * MARGIN_MODULES) * MODULE_PIXELS;
        if (columns > COLUMNS_MAX || !budget.takeImage((long) width * height)) {
            return Optional.empty();
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            int row = y / MODULE_PIXELS - MARGIN_MODULES;
            for (int x = 0; x < width; x++) {
                int column = (x / MODULE_PIXELS - MARGIN_MODULES) * charsPerModule;
                image.setRGB(x, y, isDark(lines, row, column, rowsPerLine) ? 0x000000 : 0xffffff);
            }
        }
        return Optional.of(image);
    }

    private static boolean isDark(String[] lines, int row, int column, int rowsPerLine) {
        int line = Math.floorDiv(row, rowsPerLine);
        if (line < 0 || line >= lines.length || column < 0 || column >= lines[line].length()) {
            return false;
        }
        char c = lines[line].charAt(column);
        boolean upper = row % rowsPerLine == 0;
        return c == '\u2588' || (rowsPerLine == 2 && c == (upper ? '\u2580' : '\u2584'));
    }
}
