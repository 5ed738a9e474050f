package dev.kith.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The report as a browser shows it: on a telephone and on a desk, by day and by night, and on paper. Skipped where no
 * Chromium is installed. With {@code KITH_SCREENSHOTS=DIR} set it leaves pictures for somebody to look at.
 */
class ReportInBrowserTest {
    private static final String SCREENSHOTS = "KITH_SCREENSHOTS";

    @TempDir
    private static Path folder;

    private static final Map<String, Path> FILES = new HashMap<>();
    private static Optional<Browser> browser = Optional.empty();

    @BeforeAll
    static void openBrowser() throws Exception {
        Optional<Path> program = Browser.installed();
        if (program.isEmpty()) {
            System.err.println("SKIPPED: no Chromium on the PATH; the report is not looked at in a browser");
        }
        assumeTrue(program.isPresent(), "no Chromium on the PATH");
        for (Map.Entry<String, String> page : Pages.all().entrySet()) {
            FILES.put(
                    page.getKey(),
                    Files.writeString(
                            folder.resolve(page.getKey() + ".html"), page.getValue(), StandardCharsets.UTF_8));
        }
        browser = Optional.of(Browser.open(program.orElseThrow(), folder.resolve("profile"), file("quiet")));
    }

    @AfterAll
    static void closeBrowser() throws Exception {
        if (browser.isPresent()) {
            browser.get().end();
        }
    }

    static Stream<String> pages() {
        return Stream.of("attack", "quiet", "hostile", "nothing", "years");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nothingRunsOutOfThePage_onATelephoneOrOnADesk(String name) throws Exception {
        for (int width : List.of(390, 1000, 1280)) {
            Browser shown = shown(name, width);
            assertThat(shown.value("document.documentElement.scrollWidth").asInt())
                    .as("width of %s at %d, by %s", name, width, tooWide(shown))
                    .isLessThanOrEqualTo(width);
            picture(shown, name + "-" + width);
        }
    }

    /** Texts are not cut off by the box they stand in, but where the style says that they are clipped with an ellipsis. */
    @ParameterizedTest
    @MethodSource("pages")
    void noTextIsCutOff(String name) throws Exception {
        for (int width : List.of(390, 1000, 1280)) {
            JsonNode cut = shown(name, width)
                    .value("[...document.querySelectorAll('main *:not(svg):not(svg *)')].filter(e => {"
                            + " const s = getComputedStyle(e);"
                            + " return s.overflowX === 'hidden' && s.textOverflow !== 'ellipsis'"
                            + " && !e.classList.contains('vh') && e.scrollWidth > e.clientWidth + 1; })"
                            + ".map(e => e.tagName + '.' + e.className + ': ' + e.textContent.slice(0, 60))");
            assertThat(Browser.texts(cut)).as("%s at %d", name, width).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 700, 1000, 1280})
    void everyMailListed_showsItsTimeAndItsWholeSubject(int width) throws Exception {
        for (String name : List.of("attack", "years")) {
            JsonNode unseen = shown(name, width)
                    .value("[...document.querySelectorAll('.mails td.time, .mails td.full')].filter(e => {"
                            + " const s = getComputedStyle(e); const box = e.getBoundingClientRect();"
                            + " return e.textContent.trim() && (s.display === 'none' || box.width < 20"
                            + " || e.scrollWidth > e.clientWidth + 1); }).map(e => e.textContent)");
            assertThat(Browser.texts(unseen)).as("%s at %d", name, width).isEmpty();
        }
    }

    /** Tables have columns of fixed width: what does not fit would stand upon its neighbour. */
    @ParameterizedTest
    @MethodSource("pages")
    void noCellRunsIntoTheNext_onAScreenOrOnPaper(String name) throws Exception {
        for (int width : List.of(390, 700, 1000, 1280)) {
            assertThat(Browser.texts(shown(name, width).value(CELLS_TOO_WIDE)))
                    .as("%s at %d", name, width)
                    .isEmpty();
        }
        Browser paper = shown(name, A4_PIXELS);
        paper.medium("print", "light");
        assertThat(Browser.texts(paper.value(CELLS_TOO_WIDE)))
                .as("%s on paper", name)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theBrowserHasNothingToComplainOf(String name) throws Exception {
        Browser shown = shown(name, 1280);
        assertThat(shown.value("getComputedStyle(document.querySelector('main')).maxWidth")
                        .asText())
                .as("the styles are let in by the policy")
                .isNotEqualTo("none");
        assertThat(shown.value("document.title").asText()).endsWith("kith report");
        assertThat(shown.complaints()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void textStandsOutFromItsGround_byDayAndByNight(String name) throws Exception {
        for (String scheme : List.of("light", "dark")) {
            Browser shown = shown(name, 1280);
            shown.medium("", scheme);
            JsonNode faint = shown.value(CONTRAST);
            assertThat(Browser.texts(faint))
                    .as("less than 4.5 to 1 (WCAG 2.2, 1.4.3), %s", scheme)
                    .isEmpty();
            picture(shown, name + "-" + scheme);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void thePagePrints(String name) throws Exception {
        Browser shown = shown(name, 1280);
        byte[] pdf = Base64.getDecoder()
                .decode(shown.call("Page.printToPDF", Map.of("paperWidth", 8.27, "paperHeight", 11.69))
                        .path("data")
                        .asText());
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        try (var document = Loader.loadPDF(pdf)) {
            if (!name.equals("hostile")) { // whose characters no font has
                assertThat(new PDFTextStripper().getText(document)).contains("kith report", "How it was worked out");
            }
            assertThat(document.getNumberOfPages()).isLessThan(name.equals("hostile") ? 200 : 20);
        }
        keep(name + ".pdf", pdf);
    }

    /** Names what is wider than the window, for the failure's message. */
    private static List<String> tooWide(Browser shown) throws Exception {
        return Browser.texts(shown.value("[...document.querySelectorAll('main *')]"
                + ".filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll, .fig'))"
                + ".slice(0, 8).map(e => e.tagName + '.' + (e.className.baseVal ?? e.className))"));
    }

    /** A4 within the margins that the style asks for, in CSS pixels of 1/96 inch. */
    private static final int A4_PIXELS = 688;

    private static final String CELLS_TOO_WIDE = """
            [...document.querySelectorAll('td, th')]
              .filter(e => e.getClientRects().length && e.scrollWidth > e.clientWidth + 1)
              .map(e => e.textContent.slice(0, 40) + ' needs ' + e.scrollWidth + ' of ' + e.clientWidth)
              .slice(0, 10)""";

    /** Elements with text of their own whose colour is too near that of the ground below (WCAG 2.2, relative luminance). */
    private static final String CONTRAST = """
            (() => {
              const rgb = c => (c.match(/[0-9.]+/g) || []).map(Number);
              const lum = ([r, g, b]) => [r, g, b].map(v => v / 255)
                .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
                .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
              const ground = e => {
                for (let at = e; at; at = at.parentElement) {
                  const c = rgb(getComputedStyle(at).backgroundColor);
                  if (c.length === 3 || c[3] === 1) return c;
                }
                return [255, 255, 255];
              };
              return [...document.querySelectorAll('main *:not(svg):not(svg *)')]
                .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
                .map(e => {
                  const [a, b] = [lum(rgb(getComputedStyle(e).color)), lum(ground(e))];
                  return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), e];
                })
                .filter(([ratio]) => ratio < 4.5)
                .map(([ratio, e]) => ratio.toFixed(1) + ' ' + e.tagName + '.' + e.className + ': '
                  + e.textContent.slice(0, 40))
                .filter((text, i, all) => all.indexOf(text) === i)
                .slice(0, 10);
            })()""";

    private static Browser shown(String name, int width) throws Exception {
        Browser shown = browser.orElseThrow();
        shown.medium("", "light");
        shown.width(width);
        shown.load(file(name));
        return shown;
    }

    private static Path file(String name) {
        return Optional.ofNullable(FILES.get(name)).orElseThrow();
    }

    private static void picture(Browser shown, String name) throws Exception {
        if (System.getenv(SCREENSHOTS) != null) {
            JsonNode picture = shown.call("Page.captureScreenshot", Map.of("captureBeyondViewport", true));
            keep(name + ".png", Base64.getDecoder().decode(picture.path("data").asText()));
        }
    }

    private static void keep(String name, byte[] bytes) throws IOException {
        String kept = System.getenv(SCREENSHOTS);
        if (kept != null) {
            Files.write(Files.createDirectories(Path.of(kept)).resolve(name), bytes);
        }
    }
}
