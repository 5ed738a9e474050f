package dev.kith.connect.link;

import dev.kith.event.DomainTrait;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Redirects of well-known sites that anybody can point anywhere, and click counters that carry their target in plain sight.
 * Which parameters they use was taken from the sites' public behaviour; the list is chosen by hand.
 */
final class Redirects {
    /** Parameters in which click counters and redirects put the target, lower case. Chosen by hand. */
    private static final Set<String> TARGET_PARAMETERS = Set.of(
            "url",
            "u",
            "target",
            "targeturl",
            "dest",
            "destination",
            "redirect",
            "redirect_url",
            "redirecturl",
            "redirect_to",
            "redirectto",
            "redir",
            "goto",
            "go",
            "link",
            "adurl",
            "murl",
            "to",
            "r",
            "q",
            "ued",
            "l",
            "out",
            "jump",
            "forward",
            "return_url",
            "returnurl",
            "clickurl",
            "location",
            "af_web_dp",
            "fallback_url",
            "$fallback_url",
            "$desktop_url");

    /** How base64 of an address begins. */
    private static final String ENCODED_START = "aHR0c";

    private Redirects() {}

    static Optional<Layer> open(WebAddress address, Set<DomainTrait> traits) {
        Optional<Layer> known = known(address);
        if (known.isPresent() || !traits.contains(DomainTrait.TRACKING)) {
            return known;
        }
        String inner = heldAddress(address);
        return inner.isEmpty() ? Optional.empty() : Optional.of(Layer.opened("click-counter", inner));
    }

    private static Optional<Layer> known(WebAddress address) {
        String host = address.host();
        int dot = host.indexOf(".google.");
        if (dot >= 0 || host.startsWith("google.")) {
            return google(address);
        }
        return switch (Gateways.lastTwoLabels(host)) {
            case "youtube.com" -> at(address, "/redirect", "redirect-youtube", "q");
            case "bing.com" -> bing(address);
            case "facebook.com" -> at(address, "/l.php", "redirect-facebook", "u");
            case "instagram.com" -> at(address, "/", "redirect-instagram", "u");
            case "linkedin.com" ->
                at(address, "/redir/", "redirect-linkedin", "url")
                        .or(() -> at(address, "/safety/go", "redirect-linkedin", "url"));
            case "umblr.com" -> at(address, "/redirect", "redirect-tumblr", "z");
            case "duckduckgo.com" -> at(address, "/l/", "redirect-duckduckgo", "uddg");
            case "doubleclick.net", "googleadservices.com", "googlesyndication.com" -> doubleClick(address);
            case "ampproject.org" -> Layer.redirect("redirect-amp", afterAmp(address.path()));
            case "translate.goog" -> translateGoog(address);
            case "yahoo.com" -> yahoo(address);
            case "vk.com" -> at(address, "/away.php", "redirect-vk", "to");
            case "steamcommunity.com" ->
                at(address, "/linkfilter", "redirect-steam", "url")
                        .or(() -> at(address, "/linkfilter", "redirect-steam", "u"));
            case "slack-redir.net" -> at(address, "/link", "redirect-slack", "url");
            case "reddit.com" ->
                host.startsWith("out.") ? at(address, "/", "redirect-reddit", "url") : Optional.empty();
            case "yandex.ru", "yandex.com" -> at(address, "/clck/", "redirect-yandex", "url");
            case "disq.us" -> at(address, "/url", "redirect-disqus", "url");
            case "exit.sc" -> at(address, "/", "redirect-soundcloud", "url");
            case "redirectingat.com", "viglink.com", "skimresources.com" ->
                at(address, "/", "redirect-affiliate", "url").or(() -> at(address, "/", "redirect-affiliate", "u"));
            case "linksynergy.com" -> at(address, "/", "redirect-affiliate", "murl");
            case "awin1.com" ->
                at(address, "/", "redirect-affiliate", "ued").or(() -> at(address, "/", "redirect-affiliate", "p"));
            case "archive.org" -> archive(address);
            case "googleweblight.com" ->
                at(address, "/", "redirect-google", "lite_url").or(() -> at(address, "/", "redirect-google", "u"));
            case "href.li", "anonym.to", "dereferer.me", "dereferer.org", "nullrefer.com" ->
                Layer.redirect("redirect-anonymous", Decoding.percentUntilScheme(address.query()));
            case "onelink.me" ->
                at(address, "/", "redirect-app", "af_web_dp").or(() -> at(address, "/", "redirect-app", "af_r"));
            case "page.link" -> at(address, "/", "redirect-app", "link");
            case "app.link" ->
                at(address, "/", "redirect-app", "$fallback_url")
                        .or(() -> at(address, "/", "redirect-app", "$desktop_url"));
            case "adjust.com" ->
                at(address, "/", "redirect-app", "redirect").or(() -> at(address, "/", "redirect-app", "fallback"));
            default -> Optional.empty();
        };
    }

    private static Optional<Layer> at(WebAddress address, String path, String name, String parameter) {
        return address.path().startsWith(path)
                ? Layer.redirect(name, address.addressParameter(parameter))
                : Optional.empty();
    }

    private static Optional<Layer> google(WebAddress address) {
        String path = address.path();
        if (path.equals("/url") || path.startsWith("/url/")) {
            return at(address, "/url", "redirect-google", "q")
                    .or(() -> at(address, "/url", "redirect-google", "url"))
                    .or(() -> Layer.redirect("redirect-amp", ownAmp(address.addressParameter("q"))));
        }
        if (path.startsWith("/amp/")) {
            return Layer.redirect("redirect-amp", afterAmp(path.substring(4)));
        }
        if (path.startsWith("/imgres")) {
            return at(address, "/imgres", "redirect-google", "imgrefurl");
        }
        if (path.startsWith("/travel/clk")) {
            return at(address, "/travel/clk", "redirect-google", "pcurl");
        }
        if (address.host().startsWith("translate.")) {
            return at(address, "/", "redirect-google", "u");
        }
        return path.startsWith("/aclk") || address.host().startsWith("adservice.")
                ? doubleClick(address)
                : Optional.empty();
    }

    /** {@code /url?q=amp/s/example.com}: an address of Google's own, which sends on. */
    private static String ownAmp(String query) {
        String path = query.startsWith("/") ? query : "/" + query;
        return path.startsWith("/amp/") ? afterAmp(path.substring(4)) : "";
    }

    /** Bing's click links: {@code u} holds "a1" and the address in base64url. */
    private static Optional<Layer> bing(WebAddress address) {
        String inner = address.parameter("u");
        if (!address.path().startsWith("/ck/") || !inner.startsWith("a1")) {
            return at(address, "/ck/", "redirect-bing", "u");
        }
        return Layer.redirect(
                "redirect-bing", Decoding.base64Text(inner.substring(2)).orElse(""));
    }

    /** The target is {@code adurl}, or the last whole address in the link. */
    private static Optional<Layer> doubleClick(WebAddress address) {
        Optional<Layer> parameter = Layer.redirect("redirect-doubleclick", address.addressParameter("adurl"));
        if (parameter.isPresent()) {
            return parameter;
        }
        String url = address.url();
        int inner = Math.max(url.lastIndexOf("http://"), url.lastIndexOf("https://"));
        if (inner > 0) {
            return Layer.redirect("redirect-doubleclick", url.substring(inner));
        }
        int encoded = Math.max(url.lastIndexOf("http%3A"), url.lastIndexOf("https%3A"));
        return Layer.redirect("redirect-doubleclick", encoded > 0 ? Decoding.percent(url.substring(encoded)) : "");
    }

    /** {@code /c/s/example.com/page}: kind of resource, "s" for https, then the address. */
    private static String afterAmp(String path) {
        String rest = path;
        if (rest.length() > 3
                && rest.charAt(0) == '/'
                && rest.charAt(2) == '/'
                && "acivr".indexOf(rest.charAt(1)) >= 0) {
            rest = rest.substring(2);
        }
        boolean secure = rest.startsWith("/s/");
        rest = rest.substring(Math.min(rest.length(), secure ? 3 : 1));
        return rest.isEmpty() || rest.indexOf('.') < 0 ? "" : (secure ? "https://" : "http://") + rest;
    }

    /** {@code www-example-com.translate.goog}: single hyphens are dots, double hyphens hyphens. */
    private static Optional<Layer> translateGoog(WebAddress address) {
        String label = HostNames.labelBefore(address.host(), "translate.goog");
        String host = label.replace("--", "\u0000").replace('-', '.').replace('\u0000', '-');
        return Layer.redirect("redirect-google", host.isEmpty() ? "" : "https://" + host + address.path());
    }

    /** {@code r.search.yahoo.com/.../RU=<encoded>/RK=...}. */
    private static Optional<Layer> yahoo(WebAddress address) {
        int start = address.path().indexOf("/RU=");
        if (start < 0) {
            return Optional.empty();
        }
        int end = address.path().indexOf('/', start + 4);
        String inner =
                address.path().substring(start + 4, end < 0 ? address.path().length() : end);
        return Layer.redirect("redirect-yahoo", Decoding.percent(inner));
    }

    private static Optional<Layer> archive(WebAddress address) {
        int start = address.url().indexOf("/http", 8);
        return address.path().startsWith("/web/") && start > 0
                ? Layer.redirect("redirect-archive", address.url().substring(start + 1))
                : Optional.empty();
    }

    /**
     * An address held in a parameter that redirects use, or in base64 in the path; empty where none. Sharing and sign-in pages
     * name pages they stay on.
     */
    static String heldAddress(WebAddress address) {
        if (staysHere(address.path())) {
            return "";
        }
        String query = address.query();
        if (query.length() < 8 || !(query.contains("http") || query.contains(ENCODED_START))) {
            return heldInPath(address.path());
        }
        if (beginsWithScheme(query, 0)) {
            return Decoding.percentUntilScheme(query);
        }
        int start = 0;
        while (start < query.length()) {
            int end = query.indexOf('&', start);
            end = end < 0 ? query.length() : end;
            int equals = query.indexOf('=', start);
            if (equals > start && equals < end) {
                String held = held(address, query.substring(start, equals), query, equals + 1, end);
                if (!held.isEmpty()) {
                    return held;
                }
            }
            start = end + 1;
        }
        return "";
    }

    private static String held(WebAddress address, String name, String query, int start, int end) {
        boolean plain = beginsWithScheme(query, start);
        boolean encoded = query.startsWith(ENCODED_START, start);
        if (!(plain || encoded)
                || !TARGET_PARAMETERS.contains(Decoding.percent(name).toLowerCase(Locale.ROOT))) {
            return "";
        }
        return plain ? address.addressParameter(name) : encoded(Decoding.percent(query.substring(start, end)));
    }

    private static String heldInPath(String path) {
        int start = path.indexOf("/" + ENCODED_START);
        if (start < 0) {
            return "";
        }
        int end = path.indexOf('/', start + 1);
        return encoded(path.substring(start + 1, end < 0 ? path.length() : end));
    }

    /** An address in base64; empty where none comes of it. */
    private static String encoded(String text) {
        String decoded = Decoding.base64Text(text).orElse("");
        return beginsWithScheme(decoded, 0) ? decoded : "";
    }

    private static boolean beginsWithScheme(String query, int start) {
        if (!query.regionMatches(true, start, "http", 0, 4)) {
            return false;
        }
        for (String scheme : List.of("http://", "https://", "http%3A", "https%3A", "http%253A", "https%253A")) {
            if (query.regionMatches(true, start, scheme, 0, scheme.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean staysHere(String path) {
        for (String word : List.of("share", "intent", "pin/create", "oauth", "authorize", "login", "signin", "embed")) {
            if (path.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
