package dev.kith.connect.link;

import java.util.function.Consumer;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** The script of a page, wherever it stands, and what it does as far as can be seen without running it. */
final class Scripts {
    private static final String SCHEME = "javascript:";

    private final Consumer<String> addresses;
    private boolean any;
    private boolean smuggling;

    /** @param addresses takes the addresses that scripts hold */
    Scripts(Consumer<String> addresses) {
        this.addresses = addresses;
    }

    void read(String script) {
        if (script.isBlank()) {
            return;
        }
        any = true;
        smuggling |= ScriptScan.smuggles(script);
        ScriptScan.addresses(script).forEach(addresses);
    }

    void handlers(Element element) {
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey();
            if (key.length() > 4 && key.startsWith("on")) {
                read(attribute.getValue());
            }
        }
    }

    /** Reads the script that an address is, or hands out a file of its own. Tells whether it was a script. */
    boolean ofAddress(String href, boolean download) {
        String start = LinkMaking.cut(href, 40).replaceAll("[\\t\\r\\n]", ""); // as browsers do
        if (start.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            read(Decoding.percent(href.substring(href.indexOf(':') + 1)));
            return true;
        }
        smuggling |= download && (start.startsWith("data:") || start.startsWith("blob:"));
        return false;
    }

    /** Looks at a page that is too long to be read for files that its script builds. */
    void beyond(String html) {
        smuggling |= html.contains("<script") && ScriptScan.smuggles(html);
    }

    /** Adds what a page within this page does. */
    void add(boolean hasScript, boolean smuggles) {
        any |= hasScript;
        smuggling |= smuggles;
    }

    boolean any() {
        return any;
    }

    boolean smuggling() {
        return smuggling;
    }
}
