package dev.kith.connect.link;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the few style declarations that decide whether text can be seen. Linear; what it does not understand it skips. */
final class Css {
    static final int UNKNOWN = -1;
    static final int TRANSPARENT = -2;

    /** Basic colours of CSS, and those near white. */
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
            Map.entry("ivory", 0xFFFFF0),
            Map.entry("azure", 0xF0FFFF),
            Map.entry("aliceblue", 0xF0F8FF),
            Map.entry("floralwhite", 0xFFFAF0),
            Map.entry("mintcream", 0xF5FFFA),
            Map.entry("honeydew", 0xF0FFF0),
            Map.entry("seashell", 0xFFF5EE),
            Map.entry("lavenderblush", 0xFFF0F5),
            Map.entry("beige", 0xF5F5DC),
            Map.entry("gainsboro", 0xDCDCDC),
            Map.entry("lightgray", 0xD3D3D3),
            Map.entry("lightgrey", 0xD3D3D3));

    /** Beyond this, moved out of the page. Chosen by hand: layouts shift by less. */
    private static final double OUTSIDE_PIXELS = -400;

    /** At most this much of a colour or size is left of what is hidden so. Chosen by hand. */
    private static final double TRANSPARENT_SHARE = 0.05;

    private Css() {}

    /** The look of an element that declares this. */
    static Look look(Look inherited, Declarations declared) {
        int ground = inherited.ground();
        String picture = declared.get("background-image");
        boolean paints = !picture.isEmpty() && !picture.equals("none");
        int ownColour = declared.get("background-color").isEmpty()
                ? TRANSPARENT
                : colour(declared.get("background-color"), UNKNOWN);
        if (paints) {
            ground = UNKNOWN;
        } else if (ownColour != TRANSPARENT) {
            ground = ownColour;
        }
        return new Look(
                inherited.gone() || isGone(declared),
                invisible(inherited, declared.get("visibility")),
                outside(inherited, declared.get("text-indent")),
                declared.get("font-size").isEmpty()
                        ? inherited.fontPixels()
                        : fontSize(declared.get("font-size"), inherited.fontPixels()),
                letters(inherited, declared),
                ground,
                paints || ownColour != TRANSPARENT,
                !declared.get("padding").isEmpty() && !declared.get("padding").equals("0"),
                picture.contains("url("));
    }

    private static boolean isGone(Declarations declared) {
        return declared.get("display").equals("none")
                || declared.get("content-visibility").equals("hidden")
                || isAtMost(declared.get("opacity"), TRANSPARENT_SHARE)
                || isTiny(declared.get("zoom"))
                || vanishes(declared.get("filter"), "opacity(")
                || vanishes(declared.get("transform"), "scale(")
                || isClipped(declared)
                || isFlat(declared)
                || isAway(declared);
    }

    private static boolean isAtMost(String value, double most) {
        double number = number(value);
        return number >= 0 && number / (value.endsWith("%") ? 100 : 1) <= most;
    }

    /** Zoomed down to nothing; no zoom at all is what browsers make of zero. */
    private static boolean isTiny(String zoom) {
        return isAtMost(zoom, TRANSPARENT_SHARE) && !isAtMost(zoom, 0);
    }

    /** Whether a function of one number is called with next to nothing. */
    private static boolean vanishes(String value, String function) {
        int at = value.indexOf(function);
        int end = at < 0 ? -1 : value.indexOf(')', at);
        if (end < 0) {
            return false;
        }
        String first =
                value.substring(at + function.length(), end).split(",", 2)[0].strip();
        return isAtMost(first, TRANSPARENT_SHARE);
    }

    private static boolean isClipped(Declarations declared) {
        String clip = declared.get("clip").replace(" ", "").replace("px", "");
        String path = declared.get("clip-path");
        return clip.startsWith("rect(0,0,0,0")
                || clip.startsWith("rect(1,1,1,1")
                || path.startsWith("circle(0")
                || (path.startsWith("inset(") && number(path.substring(6).strip()) >= 50 && path.contains("%"));
    }

    private static boolean isFlat(Declarations declared) {
        if (!declared.get("overflow").equals("hidden")
                && !declared.get("overflow").equals("clip")) {
            return false;
        }
        for (String side : List.of("max-height", "height", "max-width", "width")) {
            double pixels = pixels(declared.get(side));
            if (pixels == 0 || pixels == 1) {
                return true;
            }
        }
        return false;
    }

    /** Moved out of the page, to the left or above it, or so far right that nobody scrolls there. */
    private static boolean isAway(Declarations declared) {
        for (String side : List.of("left", "top", "margin-left", "margin-top")) {
            double pixels = pixels(declared.get(side));
            if (pixels <= OUTSIDE_PIXELS || pixels >= -10 * OUTSIDE_PIXELS) {
                return true;
            }
        }
        return false;
    }

    private static boolean invisible(Look inherited, String visibility) {
        return visibility.isEmpty()
                ? inherited.invisible()
                : visibility.equals("hidden") || visibility.equals("collapse");
    }

    private static boolean outside(Look inherited, String indent) {
        double pixels = pixels(indent);
        return Double.isNaN(pixels)
                ? inherited.outside()
                : pixels <= OUTSIDE_PIXELS || (indent.endsWith("%") && pixels <= -100);
    }

    private static int letters(Look inherited, Declarations declared) {
        String value = declared.get("color");
        int colour = value.isEmpty() ? inherited.colour() : colour(value, UNKNOWN);
        boolean throughLetters = declared.get("background-clip").equals("text");
        return colour == TRANSPARENT && throughLetters ? UNKNOWN : colour;
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

    /** {@code font: bold 12px/14px Arial}: the first part that begins with a digit and has a unit; empty where none. */
    static String sizeOfFont(String value) {
        for (String part : value.split(" ")) {
            int slash = part.indexOf('/');
            String size = slash > 0 ? part.substring(0, slash) : part;
            boolean hasUnit = size.endsWith("px") || size.endsWith("pt") || size.endsWith("em") || size.endsWith("%");
            if (number(size) >= 0 && (hasUnit || size.equals("0"))) {
                return size;
            }
        }
        return "";
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

    /** A colour by name, as #rgb, #rrggbb, rgb(...) or hsl(...), standing at the beginning of the value; {@link #TRANSPARENT} for none. */
    static int colour(String value, int otherwise) {
        String text = value.strip().toLowerCase(Locale.ROOT);
        if (text.startsWith("rgb")) {
            return functional(text, otherwise);
        }
        if (text.startsWith("hsl")) {
            return ofHue(text, otherwise);
        }
        if (text.startsWith("transparent")) {
            return TRANSPARENT;
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
        String[] parts = arguments(text);
        if (parts.length < 3) {
            return otherwise;
        }
        if (parts.length > 3 && isAtMost(parts[3], TRANSPARENT_SHARE)) {
            return TRANSPARENT;
        }
        int value = 0;
        for (int i = 0; i < 3; i++) {
            double channel = number(parts[i]) * (parts[i].endsWith("%") ? 2.55 : 1);
            if (channel < 0) {
                return otherwise;
            }
            value = value << 8 | (int) Math.min(channel, 255);
        }
        return value;
    }

    /** The parts between the brackets of a function, four at most. */
    private static String[] arguments(String text) {
        int open = text.indexOf('(');
        int close = text.indexOf(')');
        return open < 0 || close < open
                ? new String[0]
                : text.substring(open + 1, close).strip().split("[, /]+", 5);
    }

    /** Hue, saturation and lightness (CSS Color 4, 7.1). */
    private static int ofHue(String text, int otherwise) {
        String[] parts = arguments(text);
        if (parts.length < 3 || number(parts[0]) < 0 || number(parts[1]) < 0 || number(parts[2]) < 0) {
            return otherwise;
        }
        if (parts.length > 3 && isAtMost(parts[3], TRANSPARENT_SHARE)) {
            return TRANSPARENT;
        }
        double saturation = Math.min(100, number(parts[1])) / 100;
        double lightness = Math.min(100, number(parts[2])) / 100;
        int value = 0;
        for (int n : new int[] {0, 8, 4}) {
            double k = (n + number(parts[0]) / 30) % 12;
            double share = saturation * Math.min(lightness, 1 - lightness);
            double channel = lightness - share * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1));
            value = value << 8 | (int) Math.round(255 * channel);
        }
        return value;
    }

    /** The first word of a background that is a colour; empty where none is. */
    static String colourWord(String background) {
        for (String word : background.split(" ")) {
            if (colour(word, UNKNOWN) >= 0) {
                return word;
            }
        }
        return "";
    }

    /** Comments and backslashes undone, with which {@code none} can be written so that it is not found. */
    static String unescaped(String style) {
        String rest = withoutComments(style);
        if (rest.indexOf('\\') < 0) {
            return rest;
        }
        StringBuilder out = new StringBuilder(rest.length());
        int i = 0;
        while (i < rest.length()) {
            char c = rest.charAt(i++);
            if (c != '\\' || i >= rest.length()) {
                out.append(c);
                continue;
            }
            int end = i;
            int code = 0;
            while (end < rest.length() && end - i < 6 && Character.digit(rest.charAt(end), 16) >= 0) {
                code = code << 4 | Character.digit(rest.charAt(end++), 16);
            }
            out.appendCodePoint(end == i || code > Character.MAX_CODE_POINT ? rest.charAt(i) : code);
            boolean blankEnds = end > i && end < rest.length() && rest.charAt(end) == ' ';
            i = Math.max(end, i + 1) + (blankEnds ? 1 : 0);
        }
        return out.toString();
    }

    static String withoutComments(String text) {
        int start = text.indexOf("/*");
        if (start < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int from = 0;
        while (start >= 0) {
            out.append(text, from, start);
            int end = text.indexOf("*/", start + 2);
            from = end < 0 ? text.length() : end + 2;
            start = text.indexOf("/*", from);
        }
        return out.append(text, from, text.length()).toString();
    }
}
