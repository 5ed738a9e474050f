package dev.kith.connect.link;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the few style declarations that decide whether text can be seen. Linear; what it does not understand it skips. */
final class Css {
    static final int UNKNOWN = -1;

    /** Basic colours of CSS and the ones met in mail. */
    private static final Map<String, Integer> NAMED = Map.ofEntries(
            Map.entry("white", 0xFFFFFF),
            Map.entry("black", 0x000000),
            Map.entry("red", 0xFF0000),
            Map.entry("green", 0x008000),
            Map.entry("blue", 0x0000FF),
            Map.entry("yellow", 0xFFFF00),
            Map.entry("gray", 0x808080),
            Map.entry("grey", 0x808080),
            Map.entry("silver", 0xC0C0C0),
            Map.entry("navy", 0x000080),
            Map.entry("orange", 0xFFA500),
            Map.entry("purple", 0x800080),
            Map.entry("snow", 0xFFFAFA),
            Map.entry("whitesmoke", 0xF5F5F5),
            Map.entry("ghostwhite", 0xF8F8FF),
            Map.entry("ivory", 0xFFFFF0));

    /** Beyond this, moved out of the page. Chosen by hand: layouts shift by less. */
    private static final double OUTSIDE_PIXELS = -400;

    private Css() {}

    /** The look of an element that declares this. */
    static Look apply(Look parent, String style) {
        Declared declared = new Declared(parent);
        int start = 0;
        int depth = 0;
        for (int i = 0; i <= style.length(); i++) {
            char c = i < style.length() ? style.charAt(i) : ';';
            depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
            if ((c == ';' && depth == 0) || i == style.length()) {
                int colon = style.indexOf(':', start);
                if (colon > start && colon < i) {
                    String name = style.substring(start, colon).strip().toLowerCase(Locale.ROOT);
                    String value = style.substring(colon + 1, i).strip().toLowerCase(Locale.ROOT);
                    declared.set(
                            name,
                            value.endsWith("!important")
                                    ? value.substring(0, value.length() - 10).strip()
                                    : value);
                }
                start = i + 1;
            }
        }
        return declared.look();
    }

    private static final class Declared {
        private final Map<String, String> boxes = new HashMap<>(4);
        private boolean gone;
        private boolean invisible;
        private double fontPixels;
        private int colour;
        private int ground;
        private boolean ownGround;
        private boolean padded;

        Declared(Look parent) {
            gone = parent.gone();
            invisible = parent.invisible();
            fontPixels = parent.fontPixels();
            colour = parent.colour();
            ground = parent.ground();
            ownGround = parent.ownGround();
            padded = parent.padded();
        }

        void set(String name, String value) {
            switch (name) {
                case "display" -> gone |= value.equals("none");
                case "visibility" -> invisible = value.equals("hidden") || value.equals("collapse");
                case "opacity" -> gone |= number(value) >= 0 && number(value) <= 0.05;
                case "font-size" -> fontPixels = fontSize(value, fontPixels);
                case "font" -> fontPixels = fontShorthand(value, fontPixels);
                case "color" -> colour = value.equals("inherit") ? colour : colour(value, UNKNOWN);
                case "background-color" -> setGround(value);
                case "background", "background-image" -> setGround(value);
                case "text-indent", "left", "top", "margin-left" -> gone |= pixels(value) <= OUTSIDE_PIXELS;
                case "height", "max-height", "width", "max-width", "overflow" -> boxes.put(name, value);
                default -> padded |= name.startsWith("padding") && pixels(value) != 0;
            }
        }

        private void setGround(String value) {
            if (value.equals("none") || value.equals("inherit") || value.startsWith("transparent")) {
                return;
            }
            ground = value.contains("url(") || value.contains("gradient") ? UNKNOWN : colour(value, UNKNOWN);
            ownGround = true;
        }

        Look look() {
            boolean clipped = "hidden".equals(boxes.get("overflow"));
            boolean flat = isZero("max-height") || isZero("height") || isZero("max-width") || isZero("width");
            return new Look(gone || (clipped && flat), invisible, fontPixels, colour, ground, ownGround, padded);
        }

        private boolean isZero(String name) {
            String value = boxes.get(name);
            return value != null && (pixels(value) == 0 || pixels(value) == 1);
        }
    }

    private static double fontSize(String value, double inherited) {
        double number = number(value);
        if (number < 0) {
            return value.contains("small") ? 10 : value.equals("inherit") ? inherited : 16;
        }
        if (value.endsWith("%")) {
            return inherited * number / 100;
        }
        return value.endsWith("em") ? (value.endsWith("rem") ? 16 : inherited) * number : pixels(value);
    }

    /** {@code font: bold 12px/14px Arial}: the first part that begins with a digit and has a unit. */
    private static double fontShorthand(String value, double inherited) {
        for (String part : value.split(" ")) {
            int slash = part.indexOf('/');
            String size = slash > 0 ? part.substring(0, slash) : part;
            boolean hasUnit = size.endsWith("px") || size.endsWith("pt") || size.endsWith("em") || size.endsWith("%");
            if (number(size) >= 0 && (hasUnit || size.equals("0"))) {
                return fontSize(size, inherited);
            }
        }
        return inherited;
    }

    /** A length in pixels; units other than px, pt and em are taken as pixels. NaN where it is none. */
    static double pixels(String value) {
        boolean negative = value.startsWith("-");
        double number = number(negative ? value.substring(1) : value);
        if (number < 0) {
            return Double.NaN;
        }
        double unit = value.contains("pt") ? 4.0 / 3 : value.contains("em") ? 16 : 1;
        return (negative ? -1 : 1) * number * unit;
    }

    /** The number a value begins with; -1 where it begins with none. */
    private static double number(String value) {
        double number = 0;
        double fraction = 0;
        boolean any = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '.' && fraction == 0) {
                fraction = 1;
            } else if (c >= '0' && c <= '9') {
                any = true;
                fraction /= 10;
                number = fraction > 0 ? number + (c - '0') * fraction : number * 10 + (c - '0');
            } else {
                break;
            }
        }
        return any ? number : -1;
    }

    /** A colour by name, as #rgb, #rrggbb or rgb(...), standing at the beginning of the value. */
    static int colour(String value, int otherwise) {
        String text = value.strip().toLowerCase(Locale.ROOT);
        if (text.startsWith("rgb")) {
            return functional(text, otherwise);
        }
        int end = 0;
        while (end < text.length() && text.charAt(end) > ' ' && text.charAt(end) != ';') {
            end++;
        }
        String word = text.substring(0, end);
        Integer named = NAMED.get(word);
        if (named != null) {
            return named;
        }
        String digits = word.startsWith("#") ? word.substring(1) : word;
        if (digits.length() == 3) {
            digits = "" + digits.charAt(0) + digits.charAt(0) + digits.charAt(1) + digits.charAt(1) + digits.charAt(2)
                    + digits.charAt(2);
        }
        return digits.length() == 6 || digits.length() == 8 ? hex(digits.substring(0, 6), otherwise) : otherwise;
    }

    private static int hex(String digits, int otherwise) {
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), 16);
            if (digit < 0) {
                return otherwise;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private static int functional(String text, int otherwise) {
        int open = text.indexOf('(');
        int close = text.indexOf(')');
        if (open < 0 || close < open) {
            return otherwise;
        }
        String[] parts = text.substring(open + 1, close).split("[, /]+", 5);
        if (parts.length < 3 || (parts.length > 3 && number(parts[3].strip()) == 0)) {
            return otherwise;
        }
        int value = 0;
        for (int i = 0; i < 3; i++) {
            double channel = number(parts[i].strip());
            if (channel < 0) {
                return otherwise;
            }
            value = value << 8 | (int) Math.min(channel, 255);
        }
        return value;
    }
}
