package dev.kith.connect.link;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * The simple rules of a document's style elements: one tag, class or id, or a tag with a class. Rules for media are left out:
 * they show or hide a second copy of the content on phones.
 */
final class StyleSheet {
    /** Rules kept. Chosen by hand: large newsletters have some hundred. */
    private static final int RULES_MAX = 2_000;

    private final Map<String, String> rules = new HashMap<>();
    private boolean complexGrounds;

    /** Reads the content of one style element. */
    void read(String css) {
        int i = 0;
        while (i < css.length()) {
            int open = css.indexOf('{', i);
            if (open < 0) {
                return;
            }
            String selectors = withoutComments(css.substring(i, open)).strip();
            if (selectors.startsWith("@")) {
                i = endOfBlock(css, open);
                continue;
            }
            int close = css.indexOf('}', open);
            String declarations = css.substring(open + 1, close < 0 ? css.length() : close);
            if (decidesSight(declarations)) {
                keep(selectors, declarations);
            }
            i = close < 0 ? css.length() : close + 1;
        }
    }

    private void keep(String selectors, String declarations) {
        for (String selector : selectors.split(",")) {
            String key = selector.strip().toLowerCase(Locale.ROOT);
            if (isSimple(key) && rules.size() < RULES_MAX) {
                rules.merge(key, declarations, (before, after) -> before + ";" + after);
            } else if (declarations.contains("background")) {
                complexGrounds = true;
            }
        }
    }

    private static boolean isSimple(String selector) {
        for (int i = 0; i < selector.length(); i++) {
            char c = selector.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '-' && c != '_' && c != '.' && c != '#') {
                return false;
            }
        }
        return !selector.isEmpty();
    }

    private static boolean decidesSight(String declarations) {
        String lower = declarations.toLowerCase(Locale.ROOT);
        return lower.contains("display")
                || lower.contains("visibility")
                || lower.contains("opacity")
                || lower.contains("font")
                || lower.contains("color")
                || lower.contains("background")
                || lower.contains("height")
                || lower.contains("text-indent");
    }

    private static String withoutComments(String text) {
        String rest = text.replace("<!--", "").replace("-->", "");
        int start = rest.indexOf("/*");
        if (start < 0) {
            return rest;
        }
        StringBuilder out = new StringBuilder();
        int from = 0;
        while (start >= 0) {
            out.append(rest, from, start);
            int end = rest.indexOf("*/", start + 2);
            from = end < 0 ? rest.length() : end + 2;
            start = rest.indexOf("/*", from);
        }
        return out.append(rest, from, rest.length()).toString();
    }

    private static int endOfBlock(String css, int open) {
        int depth = 0;
        for (int i = open; i < css.length(); i++) {
            char c = css.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return css.length();
    }

    /** Whether rules that are not understood colour grounds, so that the ground of an element is not known. */
    boolean hasComplexGrounds() {
        return complexGrounds;
    }

    Look apply(Look look, Element element) {
        if (rules.isEmpty()) {
            return look;
        }
        Look now = applyRule(look, element.normalName());
        String classes = element.attr("class");
        if (!classes.isEmpty()) {
            for (String name : classes.toLowerCase(Locale.ROOT).split("\\s+")) {
                now = applyRule(applyRule(now, "." + name), element.normalName() + "." + name);
            }
        }
        String id = element.attr("id");
        return id.isEmpty() ? now : applyRule(now, "#" + id.toLowerCase(Locale.ROOT));
    }

    private Look applyRule(Look look, String key) {
        String declarations = rules.get(key);
        return declarations == null ? look : Css.apply(look, declarations);
    }
}
