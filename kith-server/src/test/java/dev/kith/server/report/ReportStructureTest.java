package dev.kith.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseError;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A report is one well-formed page that can be walked through without eyes or mouse. */
class ReportStructureTest {
    private static final Map<String, String> PAGES = Pages.all();

    static Stream<String> pages() {
        return PAGES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void thePageParsesWithoutAnError(String name) {
        Parser parser = Parser.htmlParser().setTrackErrors(50);
        Document page = parser.parseInput(PAGES.getOrDefault(name, ""), "");
        assertThat(parser.getErrors().stream().map(ParseError::toString)).isEmpty();
        assertThat(page.documentType()).isNotNull();
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.title()).endsWith(" - kith report");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyIdStandsOnce_andEveryLinkLeadsToOne(String name) {
        Document page = parsed(name);
        List<String> ids = page.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        Set<String> known = new HashSet<>(ids);
        List<String> links = page.select("a[href], use[href]").eachAttr("href");
        assertThat(links).isNotEmpty().allMatch(link -> link.startsWith("#") && known.contains(link.substring(1)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void headingsDescendStepByStep(String name) {
        int before = 0;
        for (Element heading : parsed(name).select("h1, h2, h3, h4, h5, h6")) {
            int level = heading.tagName().charAt(1) - '0';
            assertThat(level).as("%s after an h%d", heading, before).isLessThanOrEqualTo(before + 1);
            assertThat(heading.text()).as("words of a heading").isNotBlank();
            before = level;
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPictureHasAName_orIsHiddenFromReaders(String name) {
        for (Element picture : parsed(name).select("svg")) {
            boolean hidden = picture.attr("aria-hidden").equals("true");
            boolean named = picture.attr("role").equals("img")
                    && !picture.attr("aria-label").isBlank();
            assertThat(hidden || named).as("name of %s", outline(picture)).isTrue();
        }
        for (Element picture : parsed(name).select("[role=img]")) {
            assertThat(picture.attr("aria-label"))
                    .as("name of %s", outline(picture))
                    .isNotBlank();
        }
        for (Element link : parsed(name).select("a")) {
            assertThat(link.text()).as("words of %s", outline(link)).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyTableHasHeaders_andRowsOfTheirWidth(String name) {
        for (Element table : parsed(name).select("table")) {
            List<Element> headers = table.select("> thead > tr > th");
            assertThat(headers).as("headers of %s", outline(table)).isNotEmpty();
            assertThat(headers).allMatch(header -> !header.text().isBlank(), "header with words");
            for (Element row : table.select("> tbody > tr")) {
                int width = 0;
                for (Element cell : row.children()) {
                    width += cell.hasAttr("colspan") ? Integer.parseInt(cell.attr("colspan")) : 1;
                }
                assertThat(width).as("cells of %s", outline(row)).isEqualTo(headers.size());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theContentsNameEveryPart(String name) {
        Document page = parsed(name);
        List<String> parts = new ArrayList<>();
        for (Element part : page.select("h2.part")) {
            parts.add("#" + part.id() + " " + part.text());
        }
        List<String> contents = new ArrayList<>();
        for (Element link : page.select(".toc a")) {
            contents.add(link.attr("href") + " " + link.text());
        }
        assertThat(contents).hasSizeGreaterThanOrEqualTo(6).isEqualTo(parts);
    }

    @Test
    void anAddressStandsInOnePiece_soThatItCanBeCopied() {
        List<String> addresses = parsed("attack").select(".url").eachText();
        assertThat(addresses)
                .contains("https://protect-eu.mimecast.com/s/k3QpCr8mVnTxZ?domain=kestrel-fitout-my.sharepoint.com")
                .anyMatch(text -> text.startsWith("https://eur02.safelinks.protection.outlook.com/?url=https%3A"))
                .allMatch(text -> !text.contains(" ") || text.endsWith("/ path hidden"));
        assertThat(parsed("attack").select(".mail > .sub .mono").eachText()).contains("ragna@osterby.example");
    }

    @Test
    void onlyTheHostOfTheAddressItselfStandsOut() {
        Document page = parsed("hostile");
        assertThat(page.select(".url").eachText()).anyMatch(text -> text.startsWith("data:text/html,"));
        for (Element address : page.select(".url")) {
            boolean hasHost = address.text().matches("(?s)[a-zA-Z0-9+.-]+://.*");
            assertThat(address.select("b").isEmpty())
                    .as("no host within %s", address.text())
                    .isEqualTo(!hasHost);
        }
    }

    @Test
    void aMailListedIsToldInFull_andTheCampaignLeadsThere() {
        Document page = parsed("attack");
        Element link = page.select("#c1 a").get(0);
        Element mail = page.select(link.attr("href")).get(0);
        assertThat(mail.select("h3").get(0).text()).isEqualTo("RFP for Fenwick Lines");
        assertThat(mail.text()).contains("Would hold.", "Microsoft Safe Links", "Mimecast opaque", "path hidden");
    }

    private static String outline(Element element) {
        String html = element.outerHtml();
        return html.substring(0, Math.min(160, html.length()));
    }

    private static Document parsed(String name) {
        return org.jsoup.Jsoup.parse(PAGES.getOrDefault(name, ""));
    }
}
