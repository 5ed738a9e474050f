package dev.kith.connect.link;

import dev.kith.event.Link;
import java.util.Iterator;
import java.util.Locale;
import org.jsoup.nodes.Element;

/** An anchor being read: what it shows, and whether it is drawn as a button. */
final class OpenAnchor {
    /** Longest text of a button. Chosen by hand: longer texts are banners. */
    private static final int BUTTON_CHARS_MAX = 60;

    /** Elements above an anchor that may draw the button's ground. Chosen by hand: cell, and wrappers in it. */
    private static final int BUTTON_LEVELS_MAX = 3;

    private final Element element;
    private final boolean quoted;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder alternative = new StringBuilder();
    private boolean drawnAsButton;
    private boolean images;

    /**
     * @param looks looks of the element and those above it, innermost first
     */
    OpenAnchor(Element element, boolean quoted, Iterable<Look> looks) {
        this.element = element;
        this.quoted = quoted;
        this.drawnAsButton = isNamedButton(element) || standsOnGround(element, looks.iterator());
    }

    private static boolean isNamedButton(Element element) {
        if (element.attr("role").equalsIgnoreCase("button")) {
            return true;
        }
        String classes = element.attr("class").toLowerCase(Locale.ROOT);
        return !classes.isEmpty() && (classes.contains("button") || classes.contains("btn"));
    }

    private static boolean standsOnGround(Element anchor, Iterator<Look> looks) {
        Look own = looks.next();
        if (own.standsOut() && own.padded()) {
            return true;
        }
        Element at = anchor;
        for (int level = 0; level < BUTTON_LEVELS_MAX && looks.hasNext(); level++) {
            Element parent = at.parent();
            Look look = looks.next();
            if (parent == null
                    || parent.childrenSize() != 1
                    || !parent.ownText().isBlank()) {
                return false;
            }
            boolean cell =
                    parent.normalName().equals("td") || parent.normalName().equals("th");
            if (look.standsOut() && (cell || look.padded())) {
                return true;
            }
            at = parent;
        }
        return false;
    }

    void text(String shown) {
        if (text.length() < LinkMaking.TEXT_CHARS_MAX) {
            text.append(shown);
        }
    }

    void image(String shownInstead) {
        images = true;
        if (alternative.length() < LinkMaking.TEXT_CHARS_MAX) {
            alternative.append(shownInstead).append(' ');
        }
    }

    /** Tells of an element inside: a padded box on a ground of its own makes a button. */
    void inside(Look look) {
        drawnAsButton |= look.standsOut() && look.padded();
    }

    String href() {
        String href = element.attr("href");
        return href.isEmpty() ? element.attr("xlink:href") : href;
    }

    boolean isDownload() {
        return element.hasAttr("download");
    }

    Sight sight() {
        String shown = collapse(text);
        if (shown.isEmpty() && images) {
            return new Sight(collapse(alternative), Link.Place.IMAGE, quoted);
        }
        boolean button = drawnAsButton && !shown.isEmpty() && shown.length() <= BUTTON_CHARS_MAX;
        return new Sight(shown, button ? Link.Place.BUTTON : Link.Place.ANCHOR, quoted);
    }

    /** White space as drawn, invisible characters left out. */
    static String collapse(CharSequence text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == '\u00A0') {
                if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
            } else if (!TextOddities.isInvisible(c)) {
                out.append(c);
            }
        }
        int end = out.length();
        return out.substring(0, end > 0 && out.charAt(end - 1) == ' ' ? end - 1 : end);
    }
}
