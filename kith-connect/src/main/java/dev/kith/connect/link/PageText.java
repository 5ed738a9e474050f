package dev.kith.connect.link;

/** Gathers the text of a page as a reader sees it: white space as drawn, a line for each block, quotation apart. */
final class PageText {
    /** Characters of text kept of a page. Chosen by hand: 200 printed pages. */
    static final int TEXT_CHARS_MAX = 400_000;

    private final StringBuilder visible = new StringBuilder();
    private final StringBuilder quoted = new StringBuilder();
    private boolean cut;
    private int hiddenLetters;
    private int hiddenBeforeText;
    private int visibleLetters;
    private int hiddenInWords;
    private boolean lastHidden;

    void text(String all, boolean preformatted, boolean inQuote) {
        StringBuilder out = inQuote ? quoted : visible;
        int room = TEXT_CHARS_MAX - out.length();
        cut |= all.length() > room;
        String text = room <= 0 ? "" : LinkMaking.cut(all, room);
        int before = out.length();
        boolean drawn = preformatted || draws(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (drawn && c != '\r') {
                out.append(c);
            } else if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\u00A0') {
                space(out);
            } else {
                out.append(c);
            }
        }
        int letters = letters(text);
        if (letters > 0) {
            visibleLetters += letters;
            boolean insideWord = lastHidden
                    && before > 0
                    && Character.isLetter(out.charAt(before - 1))
                    && Character.isLetter(text.charAt(0));
            hiddenInWords += insideWord ? 1 : 0;
            lastHidden = false;
        }
    }

    /** Whether a text holds blocks of which pictures are drawn, so that no blank of it is too many. */
    private static boolean draws(String text) {
        return text.indexOf('\u2588') >= 0 || text.indexOf('\u2580') >= 0 || text.indexOf('\u2584') >= 0;
    }

    void hidden(String text) {
        int letters = letters(text);
        if (letters == 0) {
            return;
        }
        lastHidden = true;
        if (visibleLetters == 0) {
            hiddenBeforeText += letters;
        } else {
            hiddenLetters += letters;
        }
    }

    void line(boolean inQuote) {
        StringBuilder out = inQuote ? quoted : visible;
        int length = out.length();
        if (length > 0 && out.charAt(length - 1) == ' ') {
            out.setLength(--length);
        }
        if (length > 0 && out.charAt(length - 1) != '\n') {
            out.append('\n');
        }
    }

    void space(boolean inQuote) {
        space(inQuote ? quoted : visible);
    }

    private static void space(StringBuilder out) {
        int length = out.length();
        if (length > 0 && out.charAt(length - 1) != ' ' && out.charAt(length - 1) != '\n') {
            out.append(' ');
        }
    }

    private static int letters(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            letters += Character.isLetterOrDigit(text.charAt(i)) ? 1 : 0;
        }
        return letters;
    }

    String visible() {
        return visible.toString();
    }

    String quoted() {
        return quoted.toString();
    }

    boolean isCut() {
        return cut;
    }

    int hiddenLetters() {
        return hiddenLetters;
    }

    /** Hidden letters before anything visible: the place of a preheader. */
    int hiddenBeforeText() {
        return hiddenBeforeText;
    }

    int visibleLetters() {
        return visibleLetters;
    }

    /** How often hidden letters stood within a visible word. */
    int hiddenInWords() {
        return hiddenInWords;
    }
}
