package dev.kith.connect.link;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Style declarations that decide what can be seen of an element, the later and the important ones first, as the cascade
 * has it (CSS Cascading 4). Shorthands are kept as the longhands that matter. What is not understood is left out.
 */
final class Declarations {
    /** Declarations read of one style. Chosen by hand: editors write about 30. */
    private static final int DECLARATIONS_MAX = 200;

    private static final Set<String> KNOWN = Set.of(
            "display",
            "visibility",
            "content-visibility",
            "opacity",
            "filter",
            "zoom",
            "font-size",
            "color",
            "background-color",
            "background-image",
            "background-clip",
            "text-indent",
            "left",
            "top",
            "margin-left",
            "margin-top",
            "clip",
            "clip-path",
            "transform",
            "height",
            "max-height",
            "width",
            "max-width",
            "overflow",
            "padding");

    private final Map<String, Value> values = new HashMap<>(8);

    private record Value(String text, boolean important) {}

    static Declarations parse(String style) {
        Declarations declarations = new Declarations();
        String css = Css.unescaped(style);
        int start = 0;
        int colon = -1;
        int depth = 0;
        int read = 0;
        for (int i = 0; i <= css.length() && read < DECLARATIONS_MAX; i++) {
            char c = i < css.length() ? css.charAt(i) : ';';
            depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
            colon = c == ':' && colon < 0 ? i : colon;
            if ((c == ';' && depth == 0) || i == css.length()) {
                if (colon > start) {
                    declarations.declare(css.substring(start, colon), css.substring(colon + 1, i));
                    read++;
                }
                start = i + 1;
                colon = -1;
            }
        }
        return declarations;
    }

    private void declare(String rawName, String rawValue) {
        String name = rawName.strip().toLowerCase(Locale.ROOT);
        String value = rawValue.strip().toLowerCase(Locale.ROOT);
        boolean important = value.endsWith("important") && value.lastIndexOf('!') > 0;
        if (important) {
            value = value.substring(0, value.lastIndexOf('!')).strip();
        }
        if (name.startsWith("padding")) {
            set("padding", isZero(value) ? "0" : value, important);
        } else if (name.startsWith("-webkit-")) {
            set(name.substring(8), value, important);
        } else if (name.startsWith("overflow-")) {
            set("overflow", value, important);
        } else if (name.equals("font")) {
            set("font-size", Css.sizeOfFont(value), important);
        } else if (name.equals("background")) {
            background(value, important);
        } else {
            set(name, value, important);
        }
    }

    private static boolean isZero(String value) {
        return Css.pixels(value) == 0 && value.indexOf(' ') < 0;
    }

    private void background(String value, boolean important) {
        boolean image = value.contains("url(") || value.contains("gradient");
        set("background-image", image ? value : "none", important);
        String colour = Css.colourWord(value);
        if (!image) {
            set("background-color", value, important);
        } else if (!colour.isEmpty()) {
            set("background-color", colour, important);
        }
    }

    void set(String name, String value, boolean important) {
        if (value.isEmpty() || value.equals("inherit") || !KNOWN.contains(name)) {
            return;
        }
        Value before = values.get(name);
        if (before == null || important || !before.important()) {
            values.put(name, new Value(value, important));
        }
    }

    /** Adds what is declared later, or more closely to the element. */
    void add(Declarations later) {
        for (Map.Entry<String, Value> entry : later.values.entrySet()) {
            set(entry.getKey(), entry.getValue().text(), entry.getValue().important());
        }
    }

    /** The value, lower case; empty where none is declared. */
    String get(String name) {
        Value value = values.get(name);
        return value == null ? "" : value.text();
    }

    boolean isEmpty() {
        return values.isEmpty();
    }
}
