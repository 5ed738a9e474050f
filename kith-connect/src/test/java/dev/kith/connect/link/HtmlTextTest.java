package dev.kith.connect.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.connect.mail.LinkReader;
import dev.kith.connect.mail.LinkReader.HtmlReading;
import dev.kith.event.Link;
import dev.kith.event.MailText;
import dev.kith.event.Problem;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTest {
    private static final String FILLER =
            "weather garden bicycle mountain river orange table window music paper ".repeat(5);

    private final LinkReading reading = new LinkReading(new SampleIntel());

    private HtmlReading read(String html) {
        return reading.fromHtml(html, Set.of());
    }

    @Test
    void textIsReadAsDrawn() {
        HtmlReading page = read(
                "<html><head><title>My  page</title><style>p{x}</style></head><body><p>One   two\nthree</p>"
                        + "<div>four<br>five</div><table><tr><td>six</td><td>seven</td></tr><tr><td>eight</td></tr></table>"
                        + "<ul><li>nine</li></ul>te<b>n</b><img src=x alt=gone width=20><pre>a\n  b</pre></body></html>");

        assertThat(page.visibleText()).isEqualTo("One two three\nfour\nfive\nsix seven\neight\nnine\nten\na\n  b");
        assertThat(page.title()).isEqualTo("My page");
        assertThat(page.images()).isEqualTo(1);
        assertThat(page.traits()).isEmpty();
        assertThat(page.problems()).isEmpty();
    }

    @Test
    void countingPixels_areNoImages() {
        assertThat(read("<img src=x width=1 height=1><img src=y style='display:none'>")
                        .images())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "display:none",
                "DISPLAY: none !important",
                "visibility:hidden",
                "font-size:0",
                "font-size:1px;line-height:1px",
                "font-size:0.05em",
                "font:0px/0 Arial",
                "opacity:0",
                "color:#ffffff",
                "color:#fffffe;",
                "color:white",
                "color:rgb(255, 255, 255)",
                "background:#123456;color:#123456",
                "height:0;overflow:hidden",
                "max-height:0px;overflow:hidden",
                "position:absolute;left:-9999px",
                "text-indent:-1000em",
                "text-indent:-100%",
                "color:transparent",
                "color:rgba(0,0,0,0)",
                "color:hsl(0, 0%, 100%)",
                "display:/**/none",
                "display:n\\6f ne",
                "position:absolute;clip:rect(0, 0, 0, 0)",
                "clip-path:inset(100%)",
                "transform:scale(0)",
                "filter:opacity(0)",
                "opacity:0%",
                "zoom:0.01",
                "position:fixed;top:-999em",
                "position:absolute;left:9999px",
                "overflow-x:hidden;width:0",
            })
    void hiddenText_isNotVisibleAndIsReported(String style) {
        HtmlReading page = read("<p>Please pay.</p><div style=\"" + style + "\">" + FILLER + "</div><p>Thanks</p>");

        assertThat(page.visibleText()).isEqualTo("Please pay.\nThanks");
        assertThat(page.traits()).containsExactly(MailText.Trait.HIDDEN_TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "color:#fff;background:#0078d4",
                "color:white;background-image:url(https://x.example/a;b.png)",
                "font-size:12px",
                "color:rgba(255,255,255,0.9);background:rgb(0,0,0)",
                "height:0",
                "opacity:0.5",
                "display:inline-block",
                "color:transparent;-webkit-background-clip:text;background-image:linear-gradient(red,blue)",
                "display:none;display:block",
                "display:block !important;display:none",
                "filter:opacity(80%)",
                "transform:scale(0.9)",
                "clip-path:inset(5%)",
            })
    void textThatCanBeRead_isVisible(String style) {
        HtmlReading page = read("<p>Please pay.</p><div style=\"" + style + "\">" + FILLER + "</div>");

        assertThat(page.visibleText()).contains("weather garden");
        assertThat(page.traits()).isEmpty();
    }

    @Test
    void sizeOfAWrapper_isUndoneByItsChildren() {
        HtmlReading page = read("<td style='font-size:0'><span style='font-size:14px'>" + FILLER + "</span></td>"
                + "<div style='visibility:hidden'><p style='visibility:visible'>seen</p></div>");

        assertThat(page.visibleText()).contains("weather").contains("seen");
        assertThat(page.traits()).isEmpty();
    }

    @Test
    void styleSheet_hidesByClassAndId_butNotForPhones() {
        String style = "<style>/* x */ .h, #g {display:none} @media (max-width:600px){.p{display:none}}</style>";
        HtmlReading page = read(style + "<p>a</p><p class=h>b</p><p id=g>c</p><p class=p>d</p>");

        assertThat(page.visibleText()).isEqualTo("a\nd");
    }

    @Test
    void preheader_isNotVisibleButNothingOdd() {
        HtmlReading page =
                read("<div style='display:none'>Your order has been sent and will arrive tomorrow.</div><p>Hello</p>");

        assertThat(page.visibleText()).isEqualTo("Hello");
        assertThat(page.traits()).isEmpty();
    }

    @Test
    void hiddenLettersWithinWords_areReported() {
        HtmlReading page = read("<p>Pass<i style='font-size:0'>xq</i>word ex<i style='font-size:0'>zz</i>pires to"
                + "<i style='font-size:0'>kk</i>day</p>");

        assertThat(page.visibleText()).isEqualTo("Password expires today");
        assertThat(page.traits()).containsExactly(MailText.Trait.HIDDEN_TEXT);
    }

    @Test
    void invisibleCharacters_areRemovedAndReported() {
        HtmlReading page = read("<p>P\u200Bass\u200Bword ex\u200Bpires</p>");

        assertThat(page.visibleText()).isEqualTo("Password expires");
        assertThat(page.traits()).containsExactly(MailText.Trait.INVISIBLE_CHARACTERS);
    }

    @Test
    void softHyphensOfLongWords_andPaddingOfPreheaders_areNothingOdd() {
        assertThat(
                        read("<p>Donau\u00ADdampf\u00ADschiff\u00ADfahrt\u00ADgesell\u00ADschaft</p><p>a \u200C \u200C \u200C \u200C b</p>")
                                .traits())
                .isEmpty();
    }

    @Test
    void lettersOfSeveralScriptsInWords_areReported() {
        assertThat(TextOddities.of("Yоur раsswоrd")).containsExactly(MailText.Trait.MIXED_SCRIPTS);
        assertThat(TextOddities.of("Привет, your password; 5 µm and Δx, Ωm")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class=gmail_quote><div class=gmail_attr>On Monday Bo wrote:</div><blockquote class=gmail_quote>%s</blockquote></div>",
                "<blockquote type=cite>%s</blockquote>",
                "<div id=appendonsend></div><hr><div id=divRplyFwdMsg><b>From:</b> Bo</div><div>%s</div>",
                "<div style='border:none;border-top:solid #E1E1E1 1.0pt'><p><b>Von:</b> Bo</p></div><p>%s</p>",
                "<p>-----Original Message-----<br>From: Bo</p><p>%s</p>",
                "<div class=yahoo_quoted>%s</div>",
            })
    void quotation_isSetApart(String quote) {
        String link = "Old <a href='https://old.example/'>link</a>";
        HtmlReading page = read("<p>My answer <a href='https://new.example/'>here</a></p>" + quote.replace("%s", link));

        assertThat(page.visibleText()).isEqualTo("My answer here");
        assertThat(page.quotedText()).endsWith("Old link");
        assertThat(page.links())
                .extracting(l -> l.host() + " " + l.traits().contains(Link.Trait.QUOTED))
                .containsExactly("new.example false", "old.example true");
    }

    @Test
    void answerBelowTheQuotationInGmail_isTheAuthors() {
        HtmlReading page =
                read("<div class=gmail_quote>On Monday Bo wrote:<blockquote class=gmail_quote>Old</blockquote>"
                        + "<div>New below</div></div>");

        assertThat(page.visibleText()).isEqualTo("New below");
        assertThat(page.quotedText()).contains("Bo wrote").contains("Old");
    }

    @Test
    void indentedParagraph_isNoQuotation() {
        assertThat(read("<blockquote style='margin-left:40px'>Mine</blockquote>")
                        .visibleText())
                .isEqualTo("Mine");
    }

    @Test
    void emptyPage_isEmpty() {
        HtmlReading page = read("");

        assertThat(page.visibleText()).isEmpty();
        assertThat(page.links()).isEmpty();
    }

    @Test
    void rulesOfAnyKind_hideWhereverTheyStand() {
        HtmlReading page =
                read("<p class=h>a</p><table><tr><td class=t>b</td></tr></table><p data-x>c</p><p class='m n'>d</p>"
                        + "<p>seen</p><style>@media screen{.h{display:none}} table .t{display:none} [data-x]{font-size:0}"
                        + " .m.n{visibility:hidden} p:hover{display:none} ??{display:none}</style>");
        assertThat(page.visibleText()).isEqualTo("seen");
    }

    @Test
    void styleOfTheElement_goesBeforeTheSheet_exceptWhatIsImportant() {
        HtmlReading page = read("<style>.a,.b{display:none} .c{display:none!important}</style><p class=a>hidden</p>"
                + "<p class=b style='display:block'>shown</p><p class=c style='display:block'>hidden too</p>");
        assertThat(page.visibleText()).isEqualTo("shown");
    }

    @Test
    void sheetOfManyRulesForOneTag_isReadOnce() {
        HtmlReading page = read("<style>" + "p{color:red}".repeat(40_000) + "b{" + "a;".repeat(100_000) + "}</style>"
                + "<p>x".repeat(2_000));
        assertThat(page.visibleText()).startsWith("x\nx");
    }

    @Test
    void textTurnedByOverrides_isReadAsDrawn() {
        assertThat(read("<p>\u202Edrowssap\u202C expires</p>").visibleText()).isEqualTo("password expires");
    }

    @Test
    void plainText_isReadAsDrawn() {
        LinkReader.Drawn drawn = reading.drawn("P\u200Bass\u200Bword ex\u200Bpires");
        assertThat(drawn.text()).isEqualTo("Password expires");
        assertThat(drawn.traits()).containsExactly(MailText.Trait.INVISIBLE_CHARACTERS);
    }

    @Test
    void oneTextTooLong_isCutAndNotDropped() {
        HtmlReading page = read("word ".repeat(120_000));
        assertThat(page.visibleText()).startsWith("word word");
        assertThat(page.problems()).extracting(Problem::code).containsExactly("html-text-too-long");
    }
}
