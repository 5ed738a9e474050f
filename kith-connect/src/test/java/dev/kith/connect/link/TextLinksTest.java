package dev.kith.connect.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.kith.event.Link;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextLinksTest {
    private final LinkReading reading = new LinkReading(new SampleIntel());

    private List<Link> links(String text) {
        return reading.fromText(text, false, Set.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "See https://x.example/a, then | https://x.example/a",
                "(see https://x.example/a_(b).) | https://x.example/a_(b)",
                "(https://x.example/a) | https://x.example/a",
                "Is it http://x.example/a? | http://x.example/a",
                "<https://x.example/a b> | https://x.example/a",
                "go to www.x.example/a. Now | www.x.example/a",
                "go to WWW.x.example | WWW.x.example",
                "it is on partner.com since | partner.com",
                "it is on files.partner.de/d/1 since | files.partner.de/d/1",
                "it is on acme-rfp.web.app since | acme-rfp.web.app",
                "it is on bit.ly/3ab since | bit.ly/3ab",
                "write to mailto:jane@x.example! | mailto:jane@x.example",
                "HTTPS://X.example/A | HTTPS://X.example/A",
                "*https://x.example/a* | https://x.example/a",
                "https://x.example/a&amp;b=1 | https://x.example/a&b=1",
            })
    void addressesAreFoundWithoutTheSentenceAround(String text, String href) {
        assertThat(links(text)).extracting(Link::href).containsExactly(href);
        assertThat(links(text)).extracting(Link::place).containsExactly(Link.Place.TEXT);
    }

    @ParameterizedTest
    @CsvSource({
        "write to jane@partner.com please",
        "open report.pdf and Main.java",
        "e.g. this or i.e. that",
        "the file drivers/net.com/x or a.in/b",
        "done.It works in version 1.2.3",
        "run install.sh then config.py",
        "class com.example.Thing",
        "see http:// and https://",
        "a:b ... x://y",
    })
    void wordsThatAreNoAddress_areNoLinks(String text) {
        assertThat(links(text)).isEmpty();
    }

    @Test
    void labelBeforeAngleBrackets_isTheText() {
        Link link = links("Please www.partner.com<https://www.evil.test/login> today")
                .get(0);

        assertThat(links("Please www.partner.com<https://www.evil.test/login> today"))
                .hasSize(1);
        assertThat(link.text()).isEqualTo("www.partner.com");
        assertThat(link.href()).isEqualTo("https://www.evil.test/login");
        assertThat(link.traits()).contains(Link.Trait.SHOWS_OTHER_DOMAIN);
    }

    @Test
    void phraseTouchingAngleBrackets_isTheText() {
        Link link = links("Hello,\nOpen the document<https://x.example/a>\n").get(0);

        assertThat(link.text()).isEqualTo("Open the document");
        assertThat(link.traits()).doesNotContain(Link.Trait.HIDDEN, Link.Trait.SHOWS_OTHER_DOMAIN);
    }

    @Test
    void imageSourceInBrackets_isNoLinkAndNoText() {
        List<Link> links = links("[https://img.example/x.png]<https://x.example/a>");

        assertThat(links).extracting(Link::href).containsExactly("https://x.example/a");
        assertThat(links.get(0).traits()).doesNotContain(Link.Trait.SHOWS_OTHER_DOMAIN);
    }

    @Test
    void quotedText_marksItsLinks() {
        assertThat(reading.fromText("https://x.example/a", true, Set.of())
                        .get(0)
                        .traits())
                .contains(Link.Trait.QUOTED);
    }

    @Test
    void repeats_areDropped() {
        assertThat(links("https://x.example/a https://x.example/a https://x.example/b"))
                .hasSize(2);
    }

    @Test
    void linksAreBounded() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LinkCollector.LINKS_MAX + 50; i++) {
            text.append("https://x.example/").append(i).append('\n');
        }
        assertThat(links(text.toString())).hasSize(LinkCollector.LINKS_MAX);
    }

    @Test
    void hostileText_takesTimeInProportion() {
        for (String piece :
                List.of("a.", "<", "www.", "http://", "://", "[", "(", "@", "x<http://", "a.b@", "%", "\u200B")) {
            String text = piece.repeat(1_000_000 / piece.length());
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> links(text), piece);
        }
    }
}
