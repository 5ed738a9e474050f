package dev.kith.connect.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.EmailActivity;
import dev.kith.event.Link;
import dev.kith.event.MailText;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose words are whose, and what is shown of the forms of one text. */
class MailContentTest {
    private static final String SAYS = "Please open the contract and sign it";
    private static final String FORWARD =
            "---------- Forwarded message ----------\nFrom: q@c.example\nTo: x\nSubject: z\n\n" + SAYS
                    + " https://x.example/a\n";

    private static String head(String subject, boolean references) {
        return "From: Jane <j@a.example>\nTo: u@b.example\nSubject: " + subject
                + "\nDate: Tue, 3 Mar 2026 08:15:27 +0000\nMessage-ID: <1@a.example>\n"
                + (references ? "References: <q@b.example>\n" : "");
    }

    private static EmailActivity mail(String subject, boolean references, String text) {
        return Samples.parse(head(subject, references) + "\n" + text);
    }

    private static EmailActivity parts(String plain, String type, String other) {
        return Samples.parse(head("x", false) + "Content-Type: multipart/alternative; boundary=q\n\n--q\n"
                + "Content-Type: text/plain\n\n" + plain + "\n--q\nContent-Type: " + type + "\n\n" + other
                + "\n--q--\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fwd: z", "The contract", "WG: z"})
    void textThatNobodyWasAskedFor_isTheAuthorsThoughMarkedAsQuoted(String subject) {
        EmailActivity event = mail(subject, true, FORWARD);
        assertThat(event.text().preview()).contains(SAYS);
        assertThat(event.links())
                .singleElement()
                .satisfies(link -> assertThat(link.traits()).doesNotContain(Link.Trait.QUOTED));
    }

    @Test
    void answerWithWords_doesNotOwnWhatItQuotes() {
        EmailActivity event = mail("Re: z", true, "Yes, thanks.\n\n" + FORWARD);
        assertThat(event.text().preview()).isEqualTo("Yes, thanks.");
        assertThat(event.links())
                .singleElement()
                .satisfies(link -> assertThat(link.traits()).contains(Link.Trait.QUOTED));
    }

    @Test
    void answerWithoutAWord_saysWhatItQuotes() {
        assertThat(mail("Re: z", true, "> " + SAYS + "\n").text().preview()).contains(SAYS);
    }

    @Test
    void textBelowTheTwoDashesOfASignature_isNoSignatureWhereNothingStandsAbove() {
        assertThat(mail("x", false, "-- \n" + SAYS + "\n").text().preview()).contains(SAYS);
        assertThat(mail("x", false, "Hello\n-- \n" + SAYS + "\n").text().preview())
                .isEqualTo("Hello");
    }

    @Test
    void emptyPage_leavesThePlainForm() {
        assertThat(parts(SAYS, "text/html", "<div> </div>").text().preview()).isEqualTo(SAYS);
        assertThat(parts(SAYS, "text/html", "<img src=x>").text().preview()).isEmpty();
    }

    @Test
    void ampForm_givesItsLinks() {
        EmailActivity event =
                parts(SAYS, "text/x-amp-html", "<html amp4email><a href=\"https://x.example/amp\">open</a></html>");
        assertThat(event.links()).extracting(Link::href).containsExactly("https://x.example/amp");
        assertThat(event.text().preview()).isEqualTo(SAYS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!-- x --><html><body>", "<div>", "\n <p style=\"color:red\">", "<table><tr><td>"})
    void markupCalledPlainText_isReadAsAPage(String start) {
        assertThat(mail("x", false, start + SAYS).text().preview()).isEqualTo(SAYS);
    }

    @Test
    void textOfAnUnknownKind_isText() {
        assertThat(Samples.parse(head("x", false) + "Content-Type: text/x-letter\n\n" + SAYS)
                        .text()
                        .preview())
                .isEqualTo(SAYS);
    }

    private static Set<MailText.Trait> traitsOfPage(String html) {
        String mail = head("x", false) + "Content-Type: text/html\n\n" + html;
        return Samples.parseWithLinks(mail.getBytes(StandardCharsets.UTF_8))
                .text()
                .traits();
    }

    @Test
    void pictureInsteadOfText_isTold() {
        assertThat(traitsOfPage("<a href=\"https://x.example/\"><img src=y></a> Unsubscribe here"))
                .containsExactly(MailText.Trait.IMAGE_ONLY);
        assertThat(traitsOfPage("<img src=y>")).containsExactly(MailText.Trait.IMAGE_ONLY);
        assertThat(traitsOfPage("Thanks, Jane <img src=logo>")).isEmpty();
        assertThat(traitsOfPage("<a href=\"https://x.example/\"><img src=y></a> " + SAYS + " before Friday, please"))
                .isEmpty();
        assertThat(mail("x", false, " \n").text().traits()).containsExactly(MailText.Trait.EMPTY);
    }
}
