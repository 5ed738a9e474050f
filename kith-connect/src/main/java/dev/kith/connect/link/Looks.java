package dev.kith.connect.link;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** How the open elements of a page are drawn, innermost first. */
final class Looks implements Iterable<Look> {
    /** Style attributes kept as read; newsletters repeat a few dozen. Chosen by hand. */
    private static final int STYLES_KEPT_MAX = 300;

    private static final int STYLE_KEPT_CHARS_MAX = 500;

    private final StyleSheet styles;
    private final Map<String, Declarations> inlineStyles = new HashMap<>();
    private final Deque<Look> open = new ArrayDeque<>();

    Looks(Document page) {
        styles = StyleSheet.of(page);
        open.push(Look.PAGE);
    }

    Look current() {
        return open.element();
    }

    Look enter(Element element) {
        Look look = lookOf(element);
        open.push(look);
        return look;
    }

    /** Leaves the innermost element. Returns how it was drawn. */
    Look leave() {
        return open.pop();
    }

    @Override
    public Iterator<Look> iterator() {
        return open.iterator();
    }

    private Look lookOf(Element element) {
        Look inherited = open.element().inherited();
        boolean plain = element.attributesSize() == 0;
        boolean undrawn = Tags.isUndrawn(element.normalName());
        if (plain && styles.isEmpty() && !undrawn) {
            return inherited;
        }
        Declarations declared = new Declarations();
        if (undrawn) {
            declared.set("display", "none", false);
        }
        if (!plain) {
            attributes(element, declared);
        }
        styles.apply(element, declared);
        String style = plain ? "" : element.attr("style");
        if (!style.isEmpty()) {
            declared.add(inline(style));
        }
        Look look = declared.isEmpty() ? inherited : Css.look(inherited, declared);
        boolean unclear = styles.hasComplexGrounds() && !look.ownGround() && element.hasAttr("class");
        return unclear && look.ground() == Look.PAGE.ground() ? look.onUnknownGround() : look;
    }

    /** What attributes say of the look; style goes before them. */
    private static void attributes(Element element, Declarations into) {
        if (element.hasAttr("hidden")) {
            into.set("display", "none", false);
        }
        into.set("background-color", element.attr("bgcolor"), false);
        String background = element.attr("background");
        if (!background.isEmpty()) {
            into.set("background-image", "url(" + LinkMaking.cut(background, 100) + ")", false);
        }
        into.set("color", element.attr(element.normalName().equals("body") ? "text" : "color"), false);
    }

    private Declarations inline(String style) {
        Declarations known = inlineStyles.get(style);
        if (known != null) {
            return known;
        }
        Declarations read = Declarations.parse(style);
        if (style.length() < STYLE_KEPT_CHARS_MAX && inlineStyles.size() < STYLES_KEPT_MAX) {
            inlineStyles.put(style, read);
        }
        return read;
    }
}
