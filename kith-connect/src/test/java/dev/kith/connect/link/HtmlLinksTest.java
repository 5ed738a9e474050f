package dev.kith.connect.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.kith.connect.mail.LinkReader.HtmlReading;
import dev.kith.event.Link;
import dev.kith.event.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlLinksTest {
    private final LinkReading reading = new LinkReading(new SampleIntel());

    private HtmlReading read(String html) {
        return reading.fromHtml(html, Set.of());
    }

    private Link only(String html) {
        List<Link> links = read(html).links();
        assertThat(links).hasSize(1);
        return links.get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a role=button href='https://x.example/'>Open</a>",
                "<a class='mcnButton' href='https://x.example/'>Open</a>",
                "<a style='background:#0078d4;color:#fff;padding:10px 20px' href='https://x.example/'>Open</a>",
                "<table><tr><td bgcolor='#0078d4'><a style='color:#fff' href='https://x.example/'>Open</a></td></tr></table>",
                "<a href='https://x.example/'><span style='background-color:navy;padding:8px;color:white'>Open</span></a>",
                "<style>.go{background:#0a0;padding:9px}</style><a class='go' href='https://x.example/'>Open</a>",
            })
    void anchorsDrawnAsButtons_areButtons(String html) {
        Link link = only(html);

        assertThat(link.place()).isEqualTo(Link.Place.BUTTON);
        assertThat(link.text()).isEqualTo("Open");
        assertThat(link.traits()).contains(Link.Trait.HIDDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href='https://x.example/'>Open</a>",
                "<td bgcolor='#ffffff'><a href='https://x.example/'>Open</a></td>",
                "<table><tr><td bgcolor='#eeeeee'>Words <a href='https://x.example/'>Open</a> and more</td></tr></table>",
            })
    void plainAnchors_areNoButtons(String html) {
        assertThat(only(html).place()).isEqualTo(Link.Place.ANCHOR);
    }

    @Test
    void buttonInOutlooksComment_isFoundUnlessRepeated() {
        String comment =
                "<!--[if mso]><v:roundrect href=\"https://x.example/?a=1&amp;b=2\"><center>Open</center></v:roundrect><![endif]-->";

        Link alone = only(comment);
        assertThat(alone.place()).isEqualTo(Link.Place.BUTTON);
        assertThat(alone.href()).isEqualTo("https://x.example/?a=1&b=2");
        assertThat(read(comment + "<a href='https://x.example/?a=1&amp;b=2'>Open</a>")
                        .links())
                .hasSize(1);
    }

    @Test
    void imageInAnchor_givesItsAlternativeText() {
        Link link = only("<a href='https://x.example/'><img src='cid:1' alt='View  document' width=300></a>");

        assertThat(link.place()).isEqualTo(Link.Place.IMAGE);
        assertThat(link.text()).isEqualTo("View document");
        assertThat(link.traits()).contains(Link.Trait.HIDDEN);
    }

    @Test
    void imageMap_form_refresh_andFrame_areLinks() {
        HtmlReading page = read("<meta http-equiv=refresh content=\"0; url='https://a.example/'\">"
                + "<map><area href='https://b.example/' alt=there></map>"
                + "<form action='https://c.example/'><input name=p type=password><input type=submit value='Sign in'></form>"
                + "<iframe src='https://d.example/'></iframe>");

        assertThat(page.links())
                .extracting(Link::place, Link::host)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Link.Place.REDIRECT, "a.example"),
                        org.assertj.core.groups.Tuple.tuple(Link.Place.IMAGE_MAP, "b.example"),
                        org.assertj.core.groups.Tuple.tuple(Link.Place.FORM, "c.example"),
                        org.assertj.core.groups.Tuple.tuple(Link.Place.REDIRECT, "d.example"));
        assertThat(page.links().get(2).text()).isEqualTo("Sign in");
        assertThat(page.hasForm()).isTrue();
        assertThat(page.hasScript()).isFalse();
    }

    @Test
    void base_resolvesRelativeAddresses() {
        HtmlReading page = read(
                "<base href='https://x.example/mail/'><a href='login.html'>a</a><a href='/b'>b</a><a href='#c'>c</a>");

        assertThat(page.links())
                .extracting(Link::href)
                .containsExactly("https://x.example/mail/login.html", "https://x.example/b");
        assertThat(only("<a href='p'>a</a><base href='https://x.example/m'>").href())
                .isEqualTo("https://x.example/p");
        assertThat(read("<a href='login.html'>a</a>").links()).isEmpty();
        assertThat(only("<a href='www.x.example/a'>a</a>").host()).isEqualTo("www.x.example");
    }

    @Test
    void script_givesItsAddressesPlainAndEncoded() {
        String encoded =
                Base64.getEncoder().encodeToString("location='https://c.example/x'".getBytes(StandardCharsets.UTF_8));
        HtmlReading page = read("<script>window.location.href = \"https://a.example/x\";"
                + "document.write(unescape('%3Ca href=%22https%3A%2F%2Fb.example%2Fx%22%3E'));eval(atob('" + encoded
                + "'))"
                + "</script><body onload=\"location.replace('https://d.example/x')\">"
                + "<a href=\"javascript:window.open('https://e.example/x')\">go</a>");

        assertThat(page.hasScript()).isTrue();
        assertThat(page.links())
                .extracting(Link::host)
                .containsExactly("a.example", "b.example", "c.example", "d.example", "e.example");
        assertThat(page.links()).extracting(Link::place).containsOnly(Link.Place.SCRIPT);
        assertThat(page.smuggling()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var b=new Blob([u8],{type:'application/zip'});u=URL.createObjectURL(b);a.download='x.zip'",
                "d=atob(s);f=new File([d],'x.iso')",
                "window.navigator.msSaveOrOpenBlob(b,'x.zip')",
            })
    void scriptThatBuildsAFile_isSmuggling(String script) {
        assertThat(read("<script>" + script + "</script>").smuggling()).isTrue();
    }

    @Test
    void longEncodedTextThatIsDecoded_isSmuggling() {
        assertThat(read("<script>x=atob('" + "QUFB".repeat(400) + "')</script>").smuggling())
                .isTrue();
        assertThat(read("<a download='x.html' href='data:text/html;base64,PGI+'>x</a>")
                        .smuggling())
                .isTrue();
        assertThat(read("<script>x=atob('QUFB')</script>").smuggling()).isFalse();
    }

    @Test
    void pageInADataAddress_isReadToo() {
        String inner = Base64.getEncoder()
                .encodeToString(
                        "<form action=https://x.example/p><input name=u></form>".getBytes(StandardCharsets.UTF_8));
        HtmlReading page = read("<a href='data:text/html;base64," + inner + "'>Open</a>");

        assertThat(page.links()).extracting(Link::kind).containsExactly(Link.Kind.DATA_URI, Link.Kind.WEB);
        assertThat(page.links().get(1).place()).isEqualTo(Link.Place.FORM);
        assertThat(page.hasForm()).isTrue();
    }

    @Test
    void addressWrittenOutInTheText_isALink() {
        Link link = only("<p>Go to https://x.example/a now</p>");

        assertThat(link.place()).isEqualTo(Link.Place.TEXT);
        assertThat(link.href()).isEqualTo("https://x.example/a");
    }

    @Test
    void manyLinks_areCutAndReported() {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < LinkCollector.LINKS_MAX + 1; i++) {
            html.append("<a href='https://x.example/").append(i).append("'>x</a>");
        }
        HtmlReading page = read(html.toString());

        assertThat(page.links()).hasSize(LinkCollector.LINKS_MAX);
        assertThat(page.problems()).extracting(Problem::code).contains("links-too-many");
    }

    @Test
    void hugePage_isCutAndReported() {
        HtmlReading page = read("<p>word</p>".repeat(HtmlScan.HTML_CHARS_MAX / 10));

        assertThat(page.problems()).extracting(Problem::code).contains("html-too-long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<b><i><p>",
                "<a href='x'>",
                "<table><tr><td>",
                "<blockquote type=cite>",
                "<form><input>",
                "<div style='border-top:solid'>",
                "<!--[if v:x]> href= ",
                "<style>.a{",
                "<script>atob(",
                "<div class=gmail_quote>",
                "&",
                "<svg><a xlink:href=https://x.example/>",
            })
    void hostileMarkup_takesTimeInProportion(String piece) {
        String html = piece.repeat(300_000 / piece.length());

        assertTimeoutPreemptively(Duration.ofSeconds(15), () -> read(html));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href='%s'><div style='height:400px;background:url(a.png) no-repeat'></div></a>",
                "<a href='%s' style='display:block;background-image:url(a.png);height:9px'> </a>",
                "<a href='%s'><div style='background:url(a.png);text-indent:-9999px'>Pay now</div></a>",
                "<a href='%s'><input type=image src=a.png></a>"
            })
    void pictureDrawnOtherwiseThanByAnImage_isAPictureToo(String html) {
        HtmlReading page = read(html.replace("%s", "https://x.example/a"));
        assertThat(page.links())
                .extracting(Link::href, Link::place)
                .containsExactly(tuple("https://x.example/a", Link.Place.IMAGE));
        assertThat(page.images()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0; URL=https://x.example/a",
                "0;https://x.example/a",
                "1.5 ; url = 'https://x.example/a'",
                "0,url=\"https://x.example/a\"x"
            })
    void refresh_isReadAsBrowsersReadIt(String content) {
        Link link = only("<meta http-equiv=' Refresh' content='" + content.replace("'", "&#39;") + "'>");
        assertThat(link.href()).isEqualTo("https://x.example/a");
        assertThat(link.place()).isEqualTo(Link.Place.REDIRECT);
    }

    @Test
    void scriptInAnAddress_isReadThroughTabsAndEntities() {
        HtmlReading page = read("<a href=\"&#106;ava&Tab;scr&NewLine;ipt:location='https://x.example/a'\">open</a>");
        assertThat(page.hasScript()).isTrue();
        assertThat(page.links()).extracting(Link::href).containsExactly("https://x.example/a");
    }

    @Test
    void linksOnlySomeProgramsShow_areFound() {
        assertThat(hrefs("<!--[if mso]><a href='https://x.example/mso'>a</a><![endif]-->"))
                .containsExactly("https://x.example/mso");
        assertThat(hrefs("<v:rect href='https://x.example/vml'></v:rect>")).containsExactly("https://x.example/vml");
        assertThat(hrefs("<iframe srcdoc=\"<a href='https://x.example/inner'>a</a>\"></iframe>"))
                .containsExactly("https://x.example/inner");
        assertThat(hrefs("<form action-xhr='https://x.example/amp'><input></form>"))
                .containsExactly("https://x.example/amp");
        assertThat(hrefs("<!-- <a href='https://x.example/none'>a</a> -->")).isEmpty();
    }

    @Test
    void addressCutByTags_isOneAddress() {
        assertThat(hrefs("<p>https://files.<wbr>x.com/<b>d</b>/1 and</p><p>more</p>"))
                .containsExactly("https://files.x.com/d/1");
        assertThat(hrefs("<p>https://x.com</p><p>/d</p>")).containsExactly("https://x.com");
    }

    private List<String> hrefs(String html) {
        return read(html).links().stream().map(Link::href).toList();
    }
}
