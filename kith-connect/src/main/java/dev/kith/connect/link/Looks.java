package dev.kith.connect.link;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jsoup.nodes.Element;

/** How the open elements of a page are drawn, innermost first. */
final class Looks implements Iterable<Look> {
    private final StyleSheet styles = new StyleSheet();
    private final Deque<Look> open = new ArrayDeque<>();

    Looks() {
        open.push(Look.PAGE);
    }

    /** Reads the content of a style element. */
    void style(String css) {
        styles.read(css);
    }

    Look current() {
        return open.element();
    }

    Look enter(Element element) {
        Look look = lookOf(element);
        open.push(look);
        return look;
    }

    void leave() {
        open.pop();
    }

    @Override
    public Iterator<Look> iterator() {
        return open.iterator();
    }

    private Look lookOf(Element element) {
        Look look = styles.apply(open.element().inherited(), element);
        if (element.attributesSize() == 0) {
            return look;
        }
        if (styles.hasComplexGrounds() && !element.attr("class").isEmpty() && look.ground() == Look.PAGE.ground()) {
            look = look.onGround(Css.UNKNOWN);
        }
        String ground = element.attr("bgcolor");
        if (!ground.isEmpty()) {
            look = look.onGround(Css.colour(ground, Css.UNKNOWN));
        }
        if (!element.attr("background").isEmpty()) {
            look = look.onGround(Css.UNKNOWN);
        }
        String colour = element.attr(element.normalName().equals("body") ? "text" : "color");
        if (!colour.isEmpty()) {
            look = look.inColour(Css.colour(colour, Css.UNKNOWN));
        }
        String style = element.attr("style");
        return (style.isEmpty() ? look : Css.apply(look, style)).gone(element.hasAttr("hidden"));
    }
}
