package dev.kith.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A report loads nothing and runs nothing, whatever the mail it tells of says. */
class ReportSafetyTest {
    private static final Map<String, String> PAGES = Pages.all();

    /** Attributes through which a browser loads, runs or goes somewhere (HTML standard, index of attributes). */
    private static final Set<String> LOADING = Set.of(
            "src",
            "srcset",
            "href",
            "xlink:href",
            "action",
            "formaction",
            "data",
            "poster",
            "background",
            "cite",
            "ping",
            "manifest",
            "srcdoc",
            "http-equiv",
            "style",
            "codebase",
            "archive",
            "longdesc",
            "usemap");

    static Stream<String> pages() {
        return PAGES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void thePageLoadsNothing(String name) {
        for (Element element : parsed(name).getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                String key = attribute.getKey().toLowerCase(Locale.ROOT);
                assertThat(key).as("%s of %s", key, element.tagName()).doesNotStartWith("on");
                if (LOADING.contains(key)) {
                    assertThat(within(element, key, attribute.getValue()))
                            .as("%s=%s of %s", key, attribute.getValue(), element.tagName())
                            .isTrue();
                }
            }
        }
    }

    /** A place within the page, the page's own icon, or its policy. */
    private static boolean within(Element element, String key, String value) {
        if (element.tagName().equals("meta")) {
            return key.equals("http-equiv") && value.equals("Content-Security-Policy");
        }
        if (element.tagName().equals("link")) {
            return element.attr("rel").equals("icon") && value.startsWith("data:image/svg+xml,");
        }
        return key.equals("href") && Pattern.matches("#[a-z][a-z0-9-]*", value);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void onlyElementsThatShowStandInThePage(String name) {
        Document page = parsed(name);
        assertThat(page.select("script, iframe, frame, object, embed, img, video, audio, source, track, form, input,"
                        + " button, base, portal, template, foreignObject, animate, set, image"))
                .isEmpty();
        assertThat(page.select("style")).hasSize(1);
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("style").get(0).data())
                .doesNotContain("@import", "url(", "expression(", "https:", "http:", "tracker");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void thePolicyForbidsEverythingButTheStylesOfThePage(String name) {
        Document page = parsed(name);
        Element head = page.head();
        Element policy = head.select("meta[http-equiv=Content-Security-Policy]").get(0);
        assertThat(policy.elementSiblingIndex())
                .as("before anything that could load")
                .isLessThan(2);
        List<String> directives = List.of(policy.attr("content").split("; "));
        assertThat(directives)
                .contains("default-src 'none'", "base-uri 'none'", "form-action 'none'")
                .contains("style-src 'sha256-"
                        + sha256(head.select("style").get(0).data()) + "'")
                .allMatch(directive -> !directive.contains("unsafe") && !directive.contains("*"));
        assertThat(page.select("[style]"))
                .as("styles that the policy would stop")
                .isEmpty();
    }

    @Test
    void hostileTexts_areShownAndDoNothing() {
        String html = PAGES.getOrDefault("hostile", "");
        Document page = parsed("hostile");
        assertThat(page.text())
                .contains("</script><script>alert(1)</script>")
                .contains("\"><img src=x onerror=alert(1)>")
                .contains("<h1>Nothing was found</h1>")
                .contains("&lt;b&gt;&amp;#x3c;script&#62;")
                .contains("${head.styles()} @raw {{7*7}} #{7*7} <%= 7*7 %>");
        assertThat(html).doesNotContain("<script", "<img", "onerror=alert(1)>", "<svg/onload");
    }

    @Test
    void whatCannotBeSeenIsMadeVisible_orLeftOut() {
        String html = PAGES.getOrDefault("hostile", "");
        assertThat(html)
                .contains(
                        "\u27E8U+202E\u27E9gnp.",
                        "\u27E8U+0000\u27E9",
                        "\u27E8U+001B\u27E9",
                        "\u27E8U+200B \u00D72\u27E9");
        assertThat(html.codePoints().filter(ReportSafetyTest::actsOnTheReader).toArray())
                .as("control and direction characters")
                .isEmpty();
        assertThat(html).as("heaps of marks").doesNotContainPattern("\\p{Mn}{6}");
        assertThat(html.getBytes(StandardCharsets.UTF_8)).isEqualTo(encodedStrictly(html));
    }

    private static boolean actsOnTheReader(int c) {
        int type = Character.getType(c);
        boolean joiner = c == 0x200C || c == 0x200D;
        return c != '\n'
                && (type == Character.CONTROL || (type == Character.FORMAT && !joiner) || type == Character.SURROGATE);
    }

    private static byte[] encodedStrictly(String html) {
        try {
            java.nio.ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(java.nio.CharBuffer.wrap(html));
            byte[] array = new byte[bytes.remaining()];
            bytes.get(array);
            return array;
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new AssertionError("no text that UTF-8 can carry", e);
        }
    }

    @Test
    void foreignText_standsIsolatedFromTheTextAround() {
        List<String> bare = parsed("hostile").getAllElements().stream()
                .filter(element -> element.ownText().contains(HostileScan.MARK))
                // A text of a drawing is a paragraph of its own.
                .filter(element -> !List.of("title", "text").contains(element.tagName()))
                .filter(element -> element.closest("bdi") == null)
                .map(element -> element.parent() + "")
                .map(html -> html.substring(0, Math.min(200, html.length())))
                .distinct()
                .toList();
        assertThat(bare).as("foreign texts without a bdi around them").isEmpty();
    }

    @Test
    void longTexts_areCut() {
        String html = PAGES.getOrDefault("hostile", "");
        assertThat(html).doesNotContain("W".repeat(700));
        assertThat(html.length()).as("characters of the page").isLessThan(2_000_000);
    }

    private static Document parsed(String name) {
        return Jsoup.parse(PAGES.getOrDefault(name, ""));
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
