package dev.kith.connect.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The rules of a document's style elements: simple ones (one tag, class or id, or a tag with a class), and of the others
 * those that hide. Rules for media other than any screen are left out: they show or hide a second copy of the content on
 * phones.
 */
final class StyleSheet {
    /** Rules kept. Chosen by hand: large newsletters have some hundred. */
    private static final int RULES_MAX = 2_000;

    /** Rules with other selectors that hide; each costs a pass over the page. Chosen by hand. */
    private static final int HIDING_MAX = 20;

    /** Classes of one element looked at. Chosen by hand: frameworks give an element a dozen. */
    private static final int CLASSES_MAX = 50;

    private static final int SELECTOR_CHARS_MAX = 200;
    private static final int MEDIA_DEPTH_MAX = 3;

    private final Map<String, Declarations> rules = new HashMap<>();
    private final Map<String, Declarations> hiding = new HashMap<>();
    private final IdentityHashMap<Element, Declarations> hidden = new IdentityHashMap<>();
    private boolean complexGrounds;

    private StyleSheet() {}

    /** Reads every style element: a rule counts for the whole page, wherever it stands. */
    static StyleSheet of(Document page) {
        StyleSheet sheet = new StyleSheet();
        for (Element style : page.getElementsByTag("style")) {
            sheet.read(style.data(), 0);
        }
        sheet.hiding.forEach((selector, declared) -> sheet.hide(page, selector, declared));
        return sheet;
    }

    private void read(String css, int depth) {
        int i = 0;
        while (i < css.length()) {
            int open = css.indexOf('{', i);
            if (open < 0) {
                return;
            }
            String selectors = withoutComments(css.substring(i, open)).strip();
            if (selectors.startsWith("@")) {
                int end = endOfBlock(css, open);
                if (isAnyScreen(selectors.toLowerCase(Locale.ROOT)) && depth < MEDIA_DEPTH_MAX) {
                    read(css.substring(open + 1, Math.max(open + 1, end - 1)), depth + 1);
                }
                i = end;
                continue;
            }
            int close = css.indexOf('}', open);
            Declarations declared = Declarations.parse(css.substring(open + 1, close < 0 ? css.length() : close));
            if (!declared.isEmpty()) {
                keep(selectors, declared);
            }
            i = close < 0 ? css.length() : close + 1;
        }
    }

    /** {@code @media all}, {@code @media only screen}: no condition that a reader's window may fail. */
    private static boolean isAnyScreen(String atRule) {
        return atRule.startsWith("@media")
                && atRule.indexOf('(') < 0
                && (atRule.contains("all") || atRule.contains("screen"));
    }

    private void keep(String selectors, Declarations declared) {
        for (String selector : selectors.split(",")) {
            String key = selector.strip().toLowerCase(Locale.ROOT);
            if (isSimple(key)) {
                if (rules.size() < RULES_MAX || rules.containsKey(key)) {
                    rules.computeIfAbsent(key, none -> new Declarations()).add(declared);
                }
                continue;
            }
            complexGrounds |= !declared.get("background-color").isEmpty()
                    || !declared.get("background-image").isEmpty();
            boolean selects = !key.isEmpty() && key.length() <= SELECTOR_CHARS_MAX && key.indexOf(':') < 0;
            if (selects
                    && (hiding.size() < HIDING_MAX || hiding.containsKey(key))
                    && Css.look(Look.PAGE, declared).hidesText()) {
                hiding.computeIfAbsent(selector.strip(), none -> new Declarations())
                        .add(declared);
            }
        }
    }

    private void hide(Document page, String selector, Declarations declared) {
        List<Element> found = new ArrayList<>();
        try {
            found.addAll(page.select(selector));
        } catch (IllegalStateException | IllegalArgumentException e) {
            return; // a selector that jsoup does not know
        }
        for (Element element : found) {
            hidden.computeIfAbsent(element, none -> new Declarations()).add(declared);
        }
    }

    private static boolean isSimple(String selector) {
        int mark = -1;
        for (int i = 0; i < selector.length(); i++) {
            char c = selector.charAt(i);
            if (c == '.' || c == '#') {
                if (mark >= 0 || (c == '#' && i > 0)) {
                    return false;
                }
                mark = i;
            } else if (!Character.isLetterOrDigit(c) && c != '-' && c != '_') {
                return false;
            }
        }
        return !selector.isEmpty();
    }

    private static String withoutComments(String text) {
        return Css.withoutComments(text.replace("<!--", "").replace("-->", ""));
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

    boolean isEmpty() {
        return rules.isEmpty() && hidden.isEmpty();
    }

    void apply(Element element, Declarations into) {
        if (isEmpty()) {
            return;
        }
        String tag = element.normalName();
        applyRule(tag, into);
        String classes = element.attr("class");
        if (!classes.isEmpty()) {
            String[] names = classes.toLowerCase(Locale.ROOT).strip().split("\\s+", CLASSES_MAX + 1);
            for (int i = 0; i < Math.min(names.length, CLASSES_MAX); i++) {
                applyRule("." + names[i], into);
                applyRule(tag + "." + names[i], into);
            }
        }
        String id = element.attr("id");
        if (!id.isEmpty()) {
            applyRule("#" + id.toLowerCase(Locale.ROOT), into);
        }
        Declarations byOthers = hidden.get(element);
        if (byOthers != null) {
            into.add(byOthers);
        }
    }

    private void applyRule(String key, Declarations into) {
        Declarations declared = rules.get(key);
        if (declared != null) {
            into.add(declared);
        }
    }
}
