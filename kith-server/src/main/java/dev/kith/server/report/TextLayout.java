package dev.kith.server.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Plain text in columns for a terminal, wrapped at a fixed width with hanging indents. Foreign text must have gone
 * through {@link Shown} before: a terminal obeys what it is shown.
 */
public final class TextLayout {
    /** Chosen by hand: fits a terminal of usual width, and a mail or ticket it is pasted into. */
    public static final int COLUMNS = 100;

    private static final String RESET = "\u001B[0m";

    private final StringBuilder out = new StringBuilder();
    private final boolean coloured;

    /** {@code coloured} only where a terminal reads it. */
    public TextLayout(boolean coloured) {
        this.coloured = coloured;
    }

    /** How a piece of text looks on a terminal with colours. */
    public enum Look {
        PLAIN(""),
        BOLD("\u001B[1m"),
        DIM("\u001B[2m"),
        ALARM("\u001B[1;31m"),
        CARE("\u001B[33m"),
        GOOD("\u001B[32m");

        private final String start;

        Look(String start) {
            this.start = start;
        }
    }

    /** An empty line. */
    public TextLayout gap() {
        out.append('\n');
        return this;
    }

    /** A paragraph, indented. */
    public TextLayout paragraph(int indent, Look look, String text) {
        return labelled(indent, indent, "", look, text);
    }

    /**
     * A label, and a text beside it that starts at column {@code column} and stays right of it.
     *
     * @param indent columns before the label
     */
    public TextLayout labelled(int indent, int column, String label, Look look, String text) {
        out.append(" ".repeat(indent)).append(label);
        int at = indent + width(label);
        List<String> lines = wrap(text, COLUMNS - column);
        for (int i = 0; i < lines.size(); i++) {
            if (i == 0 && at < column) {
                out.append(" ".repeat(column - at));
            } else if (i == 0 && at > column) {
                out.append(' ');
            } else if (i > 0) {
                out.append('\n').append(" ".repeat(column));
            }
            styled(look, lines.get(i));
        }
        out.append('\n');
        return this;
    }

    /** Cells beside each other; each is cut to its width, a negative width sets to the right; the last runs free. */
    public TextLayout row(int indent, int[] widths, String... cells) {
        StringBuilder line = new StringBuilder(" ".repeat(indent));
        for (int i = 0; i < cells.length; i++) {
            int width = i < widths.length ? Math.abs(widths[i]) : Math.max(1, COLUMNS - width(line.toString()));
            String cell = cut(cells[i], width);
            String pad = " ".repeat(width - width(cell));
            boolean last = i == cells.length - 1;
            line.append(i < widths.length && widths[i] < 0 ? pad + cell : last ? cell : cell + pad);
            line.append(last ? "" : "  ");
        }
        out.append(line.toString().stripTrailing()).append('\n');
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void styled(Look look, String text) {
        boolean plain = !coloured || look == Look.PLAIN || text.isEmpty();
        out.append(plain ? text : look.start + text + RESET);
    }

    /** At least one line; words longer than the width are broken. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String rest = word;
            if (!line.isEmpty() && width(line.toString()) + 1 + width(rest) > width) {
                lines.add(line.toString());
                line.setLength(0);
            } else if (!line.isEmpty()) {
                line.append(' ');
            }
            while (width(rest) > width) {
                int end = rest.offsetByCodePoints(0, width);
                lines.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            line.append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String cut(String text, int width) {
        return width(text) <= width ? text : text.substring(0, text.offsetByCodePoints(0, width - 1)) + "\u2026";
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
